import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryExecutorProvider,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';

/** Statements kept prepared; a listing with all its variants stays far below. */
const statementLimit = 200;

/** `node:sqlite` in the shape kysely's own SQLite driver asks for. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known;
      if (statements.size >= statementLimit) statements.clear();
      const statement = adaptStatement(database.prepare(sql));
      statements.set(sql, statement);
      return statement;
    },
  };
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  const readNames = () => statement.columns().map(({ name }) => name);
  let names = readNames();
  if (names.length > 0) statement.setReturnArrays(true);
  // Objects of one shape, made here: those that Node makes of rows are dictionaries, of several times the size.
  const toObject = (row: unknown) => {
    const columns = row as unknown[];
    // Another process may have changed the table, and the statement with it.
    if (columns.length !== names.length) names = readNames();
    const object: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at++) object[names[at]!] = columns[at];
    return object;
  };
  return {
    reader: names.length > 0,
    all: (parameters) => statement.all(...values(parameters)).map(toObject),
    run: (parameters) => statement.run(...values(parameters)),
    *iterate(parameters) {
      for (const row of statement.iterate(...values(parameters))) yield toObject(row);
    },
  };
}

class NodeSqliteAdapter extends SqliteAdapter {
  readonly database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super();
    this.database = database;
  }

  /** SQLite's DDL does take part in transactions: a migration that fails half-way leaves nothing behind. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * The rows of a statement at once, where waiting in the line of queries would take longer than the query. A transaction
 * that is under way on the database is not waited for, so what it wrote shows: ask for what is true all the same, or
 * make sure that nothing was written.
 */
export function readAtOnce<Row>(db: QueryExecutorProvider, sql: string, ...parameters: SQLInputValue[]): Row[] {
  const { adapter } = db.getExecutor();
  if (!(adapter instanceof NodeSqliteAdapter)) throw new Error('This database is not opened by NodeSqliteDialect.');
  return adapter.database.prepare(sql).all(parameters) as Row[];
}

class ImmediateDriver extends SqliteDriver {
  /**
   * A transaction that will write takes the write lock at once, waiting for it if need be: one that asks for it
   * after its first read is refused without waiting when another process wrote in between.
   */
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}

/** Node's built-in SQLite for kysely: nothing to compile, nothing to install. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  /** `timeout`: how long, in ms, a statement waits for another process's lock. */
  constructor(file: string, { timeout }: { timeout: number }) {
    const database = adapt(new DatabaseSync(file, { timeout }));
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database });
  }

  override createAdapter(): SqliteAdapter {
    return new NodeSqliteAdapter(this.#database);
  }
}

/** SQLite's codes for a lock that did not come free in time (SQLITE_BUSY and its kin). */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
}
