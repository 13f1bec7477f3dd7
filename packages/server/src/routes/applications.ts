import {
  application as applicationSchema,
  type InterestCounted,
  type Program,
  programInterest,
  routes,
  type Taking,
  takesIn,
} from '@kankei/core';
import type { Hono, Context as HonoContext } from 'hono';
import { acceptApplication, checkApplication } from '../applications/apply.ts';
import { countInterest, noteInterest } from '../applications/interests.ts';
import { findRecruiting, type Recruiting, toRecruitment } from '../applications/recruiting.ts';
import type { Context } from '../context.ts';
import { refuse } from '../http/problems.ts';
import { answer, read, toPattern } from '../http/read.ts';
import { readCode, readId, refuseParameters } from '../http/read-request.ts';
import { findProgram } from '../storage/program-store.ts';
import { findTown } from '../storage/town-store.ts';
import { take } from '../submissions/take.ts';

/** Applying for a program, saying that it interests one, and how its recruitment stands. */
export function addApplicationRoutes(app: Hono, context: Context): void {
  const { db, now } = context;

  read(app, toPattern(routes.recruitment), async (c) => {
    refuseParameters(new URL(c.req.url).search);
    const recruiting = await askRecruiting(context, c);
    return c.json(await toRecruitment(db, recruiting, now()), 200, { 'cache-control': 'no-store' });
  });

  answer(app, toPattern(routes.applications), {
    POST: take(context, {
      schema: applicationSchema,
      find: async (c) => askTaking(context, c, 'application'),
      townOf: ({ town }) => town.code,
      check: (recruiting, { sent, now }) => checkApplication(recruiting, sent, now),
      accept: acceptApplication,
    }),
  });

  answer(app, toPattern(routes.interests), {
    POST: take(context, {
      schema: programInterest,
      find: async (c) => askTaking(context, c, 'interest'),
      townOf: ({ town }) => town.code,
      check: ({ program }): { program: Program; address?: string } => ({ program }),
      async accept(transaction, { program: { town, id } }, { now }): Promise<InterestCounted> {
        await noteInterest(transaction, town, id, now);
        return { interested: await countInterest(transaction, town, id) };
      },
    }),
  });
}

/** The program of an address; a program that its source no longer names is not found. */
async function askRecruiting({ db }: Context, c: HonoContext): Promise<Recruiting> {
  const code = readCode(c.req.param('code') ?? '');
  const id = readId(c.req.param('id') ?? '');
  if (!(await findTown(db, code))) refuse('town-not-found', { detail: code });
  if (!(await findProgram(db, code, id))) refuse('program-not-found');
  return (await findRecruiting(db, code, id)) ?? refuse('program-not-found');
}

async function askTaking(context: Context, c: HonoContext, taking: Taking): Promise<Recruiting> {
  const recruiting = await askRecruiting(context, c);
  if (!takesIn(recruiting.matching, taking)) refuse('not-taken', { detail: recruiting.town.code });
  return recruiting;
}
