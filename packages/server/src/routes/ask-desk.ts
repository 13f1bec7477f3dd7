import { type Taking, takesIn } from '@kankei/core';
import type { Context as HonoContext } from 'hono';
import type { Context } from '../context.ts';
import { refuse } from '../http/problems.ts';
import { readCode } from '../http/read-request.ts';
import { type Desk, findDesk } from '../matching/matching-store.ts';

/** The desk of the town in an address; refuses what that town does not take in. */
export async function askDesk({ db }: Context, c: HonoContext, taking: Taking): Promise<Desk> {
  const code = readCode(c.req.param('code') ?? '');
  const desk = (await findDesk(db, code)) ?? refuse('town-not-found', { detail: code });
  return takesIn(desk.matching, taking) ? desk : refuse('not-taken', { detail: code });
}
