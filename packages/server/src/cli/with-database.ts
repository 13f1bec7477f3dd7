import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../settings.ts';
import { type Database, databaseName, openDatabase } from '../storage/database.ts';
import type { Terminal } from './terminal.ts';

/** How long another process may hold the database before a command gives up, in ms. */
const patience = 60_000;

/** Opens the database for a command, and closes it. A dry run on a fresh clone leaves none behind. */
export async function withDatabase<Result>(
  { environment }: Terminal,
  { dryRun = false }: { dryRun?: boolean },
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const path = join(readSettings(environment).data, databaseName);
  const db = await openDatabase(dryRun && !existsSync(path) ? ':memory:' : path, { timeout: patience });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
