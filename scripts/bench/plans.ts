import type { Database } from '@kankei/server';
import type { SqliteDatabase } from 'kysely';

/**
 * The steps SQLite takes for every statement that reads while an action runs, as it tells them. `watched` is the same
 * database under another name, so that nothing of it is in memory yet.
 */
export async function explain(db: Database, action: (watched: Database) => Promise<unknown>): Promise<string[]> {
  const { database } = db.getExecutor().adapter as unknown as { database: SqliteDatabase };
  const { prepare } = database;
  const asked: [sql: string, parameters: readonly unknown[]][] = [];
  database.prepare = (sql) => {
    const { reader, all, run, iterate } = prepare(sql);
    const note = (parameters: readonly unknown[]) => {
      // The question whether anything was written reads no table.
      if (!/data_version|total_changes/.test(sql)) asked.push([sql, parameters]);
      return all(parameters);
    };
    return { reader, all: note, run, iterate };
  };
  try {
    await action(db.withPlugin({ transformQuery: ({ node }) => node, transformResult: async ({ result }) => result }));
  } finally {
    database.prepare = prepare;
  }
  return asked.flatMap(([sql, parameters]) =>
    (prepare(`explain query plan ${sql}`).all(parameters) as { detail: string }[]).map(({ detail }) => detail),
  );
}

/** A step that goes through a whole table: neither made-up rows nor, marked `M`, words looked up in FTS5's index. */
export function isScan(step: string): boolean {
  return /^SCAN (?!CONSTANT ROW|\d+ CONSTANT ROWS|json_each VIRTUAL TABLE|program_gram VIRTUAL TABLE INDEX 0:M)/.test(
    step,
  );
}
