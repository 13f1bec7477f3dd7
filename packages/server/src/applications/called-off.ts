import { dayLength } from '@kankei/core';
import type { Database } from '../storage/database.ts';
import { findFresh } from './change.ts';
import { type Options, tell } from './letters.ts';

/** What was called off longer ago, in ms, is no news. */
const memory = 2 * dayLength;

/** Tells those who applied that a program was called off or put off, once each. */
export async function tellCalledOff(db: Database, options: Options): Promise<void> {
  const rows = await db
    .selectFrom('application')
    .innerJoin('program', (join) =>
      join.onRef('program.town', '=', 'application.town').onRef('program.id', '=', 'application.program'),
    )
    .select(['application.id', 'program.status'])
    .where('application.state', 'in', ['pending', 'asked', 'waiting', 'accepted'])
    .where('program.status', 'in', ['cancelled', 'postponed'])
    .where('program.over_at', '>', options.now)
    .where('program.changed_at', '>', options.now - memory)
    .execute();
  for (const { id, status } of rows)
    if (status === 'cancelled' || status === 'postponed')
      await db.transaction().execute((transaction) => tellOnce(transaction, id, status, options));
}

async function tellOnce(db: Database, id: string, step: 'cancelled' | 'postponed', options: Options): Promise<void> {
  const told = await db
    .selectFrom('mail')
    .select('key')
    .where('key', '>', `${id}.${step}.`)
    .where('key', '<', `${id}.${step}/`)
    .executeTakeFirst();
  const applied = told ? undefined : await findFresh(db, id);
  if (applied) await tell(db, applied, { step }, options);
}
