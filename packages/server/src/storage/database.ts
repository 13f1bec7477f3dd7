import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** The database's name inside the data folder. */
export const databaseName = 'kankei.sqlite';

/**
 * Opens the SQLite database, made and brought up to date if need be; `:memory:` is one that is gone when closed.
 * WAL: one process imports while another serves. FULL: what was answered as done survives a power cut.
 * `timeout`: how long, in ms, to wait for another process's lock.
 */
export async function openDatabase(file: string, { timeout = 5_000 } = {}): Promise<Database> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db: Database = new Kysely({ dialect: new NodeSqliteDialect(file, { timeout }) });
  try {
    await sql`pragma journal_mode = wal`.execute(db);
    await sql`pragma synchronous = full`.execute(db);
    await sql`pragma foreign_keys = on`.execute(db);
    // A large import swells the log; it is cut back to this at the next checkpoint.
    await sql`pragma journal_size_limit = 67108864`.execute(db);
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/** Brings the schema up to date, all or nothing. Throws when a migration fails. */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
