import { CompiledQuery, type Insertable } from 'kysely';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** By table and columns; both stand in the code, so there are few. */
const statements = new Map<string, string>();

/**
 * Adds a row unless its key is taken; resolves to whether it was added. For what many do at the same time: the statement
 * is put together once, for that takes as long as to add a row.
 */
export async function addRow<Table extends keyof Tables>(
  db: Database,
  table: Table,
  row: Insertable<Tables[Table]>,
): Promise<boolean> {
  const name = `${table} ${Object.keys(row)}`;
  const statement = statements.get(name) ?? compile(db, table, row);
  statements.set(name, statement);
  const { numAffectedRows } = await db.executeQuery(CompiledQuery.raw(statement, Object.values(row)));
  return numAffectedRows === 1n;
}

function compile(db: Database, table: keyof Tables, row: object): string {
  const insert = db.insertInto(table).values(row as never);
  return insert.onConflict((conflict) => conflict.doNothing()).compile().sql;
}
