import { sql } from 'kysely';
import type { Database } from '../storage/database.ts';

/**
 * Does the work and takes it back: the time that an answer takes tells nothing of whether there was anything to do.
 * `db` is a transaction.
 */
export async function inVain(db: Database, work: () => Promise<void>): Promise<void> {
  await sql`savepoint in_vain`.execute(db);
  await work();
  await sql`rollback to in_vain`.execute(db);
  await sql`release in_vain`.execute(db);
}
