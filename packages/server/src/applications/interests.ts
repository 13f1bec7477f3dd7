import { dayAt } from '@kankei/core';
import type { Database } from '../storage/database.ts';

/** Notes that one more is interested in a program: a number a day and nothing else. `now`: ms since 1970. */
export async function noteInterest(db: Database, town: string, program: string, now: number): Promise<void> {
  await db
    .insertInto('interest')
    .values({ town, program, day: dayAt(now), count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['town', 'program', 'day']).doUpdateSet((eb) => ({ count: eb('interest.count', '+', 1) })),
    )
    .execute();
}

/** How many have said so far that a program interests them. */
export async function countInterest(db: Database, town: string, program: string): Promise<number> {
  const { count } = await db
    .selectFrom('interest')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('count'), eb.lit(0)).as('count'))
    .where('town', '=', town)
    .where('program', '=', program)
    .executeTakeFirstOrThrow();
  return count;
}
