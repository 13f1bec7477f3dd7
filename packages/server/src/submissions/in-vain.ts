import { sql } from 'kysely';
import type { Database } from '../storage/database.ts';

/**
 * Does the work, takes it back and returns what came of it: the time that an answer takes tells nothing of whether there was anything to do.
 * `db` is a transaction.
 */
export async function inVain<Result>(db: Database, work: () => Promise<Result>): Promise<Result> {
  await sql`savepoint in_vain`.execute(db);
  const result = await work();
  await sql`rollback to in_vain`.execute(db);
  await sql`release in_vain`.execute(db);
  return result;
}
