import type { Database } from '@kankei/server';
import { CompiledQuery, type RootOperationNode, SqliteQueryCompiler } from 'kysely';

/**
 * The steps SQLite takes for every statement an action runs, as it tells them. `watched` is the same database under
 * another name, so that nothing of it is in memory yet.
 */
export async function explain(db: Database, action: (watched: Database) => Promise<unknown>): Promise<string[]> {
  const compiler = new SqliteQueryCompiler();
  // Parts of a query are transformed as well; only whole ones bring a result.
  const seen = new Map<string, CompiledQuery>();
  const queries: CompiledQuery[] = [];
  await action(
    db.withPlugin({
      transformQuery({ node, queryId }) {
        seen.set(queryId.queryId, compiler.compileQuery(node as RootOperationNode, queryId));
        return node;
      },
      async transformResult({ queryId, result }) {
        const query = seen.get(queryId.queryId);
        // The question whether anything was written comes ready-made, and reads no table.
        if (query) queries.push(query);
        return result;
      },
    }),
  );
  const steps: string[] = [];
  for (const { sql, parameters } of queries) {
    const plan = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
    const { rows } = await db.executeQuery<{ detail: string }>(plan);
    steps.push(...rows.map(({ detail }) => detail));
  }
  return steps;
}

/** A step that goes through a whole table: neither made-up rows nor, marked `M`, words looked up in FTS5's index. */
export function isScan(step: string): boolean {
  return /^SCAN (?!CONSTANT ROW|\d+ CONSTANT ROWS|program_gram VIRTUAL TABLE INDEX 0:M)/.test(step);
}
