import { need as needSchema, routes, takesIn } from '@kankei/core';
import type { Hono, Context as HonoContext } from 'hono';
import type { Context } from '../context.ts';
import { refuse } from '../http/problems.ts';
import { answer, toPattern } from '../http/read.ts';
import { readCode } from '../http/read-request.ts';
import { type Desk, findDesk } from '../matching/matching-store.ts';
import { acceptNeed, checkNeed } from '../needs/offer.ts';
import { take } from '../submissions/take.ts';

/** Telling a town where help is needed. */
export function addNeedRoutes(app: Hono, context: Context): void {
  answer(app, toPattern(routes.needs), {
    POST: take(context, {
      schema: needSchema,
      find: async (c) => askDesk(context, c),
      townOf: ({ town }) => town.code,
      check: (desk, { sent, now }) => checkNeed(desk, sent, now),
      accept: acceptNeed,
    }),
  });
}

async function askDesk({ db }: Context, c: HonoContext): Promise<Desk> {
  const code = readCode(c.req.param('code') ?? '');
  const desk = (await findDesk(db, code)) ?? refuse('town-not-found', { detail: code });
  return takesIn(desk.matching, 'need') ? desk : refuse('not-taken', { detail: code });
}
