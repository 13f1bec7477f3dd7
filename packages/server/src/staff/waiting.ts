import type { Database } from '../storage/database.ts';
import type { NewsKind } from './news.ts';

/** In which state each waits for staff to answer. */
const states = { application: 'pending', need: 'draft', enquiry: 'open' } as const satisfies Record<NewsKind, string>;

/** How many of a kind wait for a town's staff to answer. */
export async function countWaiting(db: Database, kind: NewsKind, town: string): Promise<number> {
  const { count } = await db
    .selectFrom(kind)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('town', '=', town)
    .where('state', '=', states[kind])
    .executeTakeFirstOrThrow();
  return count;
}
