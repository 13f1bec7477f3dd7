import { type Program, program as programSchema, type Town } from '@kankei/core';
import {
  type Expression,
  type ExpressionBuilder,
  type OnConflictDatabase,
  type OnConflictTables,
  type SqlBool,
  sql,
} from 'kysely';
import type { Database } from './database.ts';
import { writeKeywords } from './program-keywords.ts';
import { countPlaces } from './program-places.ts';
import { toDocumentRow, toFacts, toMoments, toSessionRows, toThemeRows } from './program-rows.ts';
import type { Source, Tables } from './tables.ts';
import { saveTown, touchPrograms } from './town-store.ts';

/** What replacing a source's programs did, or with `dryRun` would do. */
export interface Changes {
  created: number;
  /** Something in them changed, or they are back after having been withdrawn. */
  updated: number;
  unchanged: number;
  withdrawn: number;
}

export interface ReplaceOptions {
  town: string;
  source: Source;
  /** The instant of the change, ms since 1970. */
  now: number;
  /** Makes one program of two that carry the same id; without it the later one stands. */
  merge?: ((known: Program, next: Program) => Program) | undefined;
  /** A profile for the town, for one that is not here yet or is to be described anew. */
  profile?: Town | undefined;
  /** Count only, change nothing. */
  dryRun?: boolean | undefined;
}

/** Programs handled at once: enough to make a round trip worth it, few enough to stay small. */
const batchSize = 250;

/**
 * Makes a source's programs in a town what is given: new ones appear, changed ones change, missing ones are withdrawn,
 * withdrawn ones that are given again come back. Other sources' programs stay as they are, save an id given here.
 *
 * Programs are first laid aside in a table of this connection alone: reading a long file takes no lock and no memory,
 * and one that breaks off leaves nothing. The change itself is one transaction.
 */
export async function replacePrograms(
  db: Database,
  programs: AsyncIterable<Program> | Iterable<Program>,
  options: ReplaceOptions,
): Promise<Changes> {
  return db.connection().execute(async (connection) => {
    await sql`drop table if exists staged_program`.execute(connection);
    await sql`create temporary table staged_program (id text primary key, document text not null)`.execute(connection);
    for await (const batch of batches(programs)) await stage(connection, batch, options);
    const changes = await connection.transaction().execute(async (transaction) => {
      const found = await compare(transaction, options);
      if (options.dryRun) return found;
      if (options.profile) await saveTown(transaction, options.profile, options.now);
      if (found.created + found.updated + found.withdrawn > 0) await apply(transaction, options);
      return found;
    });
    await sql`drop table staged_program`.execute(connection);
    return changes;
  });
}

/**
 * Writes one program of a source's, new or anew, in a transaction of the caller's; the others of the source stay.
 * `now`: ms since 1970.
 */
export async function saveProgram(
  db: Database,
  program: Program,
  { source, now }: Pick<ReplaceOptions, 'source' | 'now'>,
): Promise<void> {
  const { id, town } = program;
  await touchPrograms(db, town, now);
  const document = JSON.stringify(programSchema.parse(program));
  await write(db, [{ id, document }], { town, source, now });
}

async function* batches<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length) yield batch;
}

/** Lays programs aside, each merged with what the same id brought before. */
async function stage(db: Database, batch: Program[], { town, merge }: ReplaceOptions): Promise<void> {
  const staged = new Map<string, Program>();
  if (merge) {
    const ids = [...new Set(batch.map(({ id }) => id))];
    const rows = await db.selectFrom('staged_program').selectAll().where('id', 'in', ids).execute();
    for (const { id, document } of rows) staged.set(id, JSON.parse(document));
  }
  for (const program of batch) {
    if (program.town !== town) throw new Error(`program ${program.id} is of town ${program.town}, not ${town}`);
    const known = staged.get(program.id);
    staged.set(program.id, known && merge ? merge(known, program) : program);
  }
  // The schema also puts the keys in one order, so that documents can be compared as texts.
  const rows = [...staged].map(([id, program]) => ({ id, document: JSON.stringify(programSchema.parse(program)) }));
  await db
    .insertInto('staged_program')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doUpdateSet((eb) => ({ document: eb.ref('excluded.document') })))
    .execute();
}

/** What is laid aside, each beside what is stored under its id. */
function stagedBesideStored(db: Database, town: string) {
  return db
    .selectFrom('staged_program as staged')
    .leftJoin('program', (join) => join.on('program.town', '=', town).onRef('program.id', '=', 'staged.id'))
    .leftJoin('program_document as stored', (join) => join.onRef('stored.number', '=', 'program.number'));
}

const isUnchanged = (source: Source) =>
  sql<SqlBool>`(program.id is not null and program.withdrawn_at is null and program.source = ${source} and coalesce(stored.brought, stored.document) = staged.document)`;

/** Live programs of the source that were not given. */
const isMissing = ({ town, source }: ReplaceOptions): Expression<SqlBool> =>
  sql<SqlBool>`(town = ${town} and source = ${source} and withdrawn_at is null and id not in (select id from staged_program))`;

async function compare(db: Database, options: ReplaceOptions): Promise<Changes> {
  const { total, created, unchanged } = await stagedBesideStored(db, options.town)
    .select((eb) => [
      eb.fn.countAll<number>().as('total'),
      eb.fn.countAll<number>().filterWhere('program.id', 'is', null).as('created'),
      eb.fn.countAll<number>().filterWhere(isUnchanged(options.source)).as('unchanged'),
    ])
    .executeTakeFirstOrThrow();
  const { withdrawn } = await db
    .selectFrom('program')
    .select((eb) => eb.fn.countAll<number>().as('withdrawn'))
    .where(isMissing(options))
    .executeTakeFirstOrThrow();
  return { created, updated: total - created - unchanged, unchanged, withdrawn };
}

async function apply(db: Database, options: ReplaceOptions): Promise<void> {
  const { town, source, now } = options;
  await touchPrograms(db, town, now);
  await db.updateTable('program').set({ withdrawn_at: now, changed_at: now }).where(isMissing(options)).execute();
  for (let after = ''; ; ) {
    const rows = await stagedBesideStored(db, town)
      .select(['staged.id', 'staged.document'])
      .where('staged.id', '>', after)
      .where((eb) => eb.not(isUnchanged(source)))
      .orderBy('staged.id')
      .limit(batchSize)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    await write(db, rows, options);
    after = last.id;
  }
}

/** Writes programs over what stands under their ids. */
async function write(
  db: Database,
  rows: { id: string; document: string }[],
  { town, source, now }: ReplaceOptions,
): Promise<void> {
  const programs = rows.map(({ document }): Program => JSON.parse(document));
  const ids = rows.map(({ id }) => id);
  const mark = { source, changed_at: now, withdrawn_at: null };
  const next = await nextNumber(db);
  await db
    .insertInto('program')
    .values(programs.map((program, index) => ({ ...toFacts(program), ...mark, number: next + index, created_at: now })))
    .onConflict((conflict) => conflict.columns(['town', 'id']).doUpdateSet(fromExcluded))
    .execute();
  const stored = await numbered(db, town, programs);
  await writeKeywords(db, stored);
  await db
    .insertInto('program_document')
    .values(stored.map(({ number, program }, index) => toDocumentRow(number, program, rows[index]!.document)))
    .onConflict((conflict) =>
      conflict
        .column('number')
        .doUpdateSet((eb) => ({ item: eb.ref('excluded.item'), document: eb.ref('excluded.document'), brought: null })),
    )
    .execute();
  for (const part of ['program_session', 'program_theme'] as const)
    await db.deleteFrom(part).where('town', '=', town).where('program', 'in', ids).execute();
  for (const some of chunks(programs.flatMap(toSessionRows)))
    await db.insertInto('program_session').values(some).execute();
  for (const some of chunks(programs.flatMap(toThemeRows))) await db.insertInto('program_theme').values(some).execute();
  const moments = [...new Set(programs.flatMap(toMoments))].map((at) => ({ town, at }));
  for (const some of chunks(moments))
    await db
      .insertInto('town_moment')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await countPlaces(db, { town, ids, now });
}

/** The first number that no program has. */
async function nextNumber(db: Database): Promise<number> {
  const { last } = await db
    .selectFrom('program')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Programs that are stored, each with the number it was stored under. */
async function numbered(db: Database, town: string, programs: readonly Program[]) {
  const rows = await db
    .selectFrom('program')
    .select(['id', 'number'])
    .where('town', '=', town)
    .where(
      'id',
      'in',
      programs.map(({ id }) => id),
    )
    .execute();
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return programs.map((program) => ({ program, number: numbers.get(program.id)! }));
}

/** All of the new row but its key, its number and the time of the first. */
function fromExcluded(eb: ExpressionBuilder<OnConflictDatabase<Tables, 'program'>, OnConflictTables<'program'>>) {
  return {
    kind: eb.ref('excluded.kind'),
    mode: eb.ref('excluded.mode'),
    area: eb.ref('excluded.area'),
    effort: eb.ref('excluded.effort'),
    pay: eb.ref('excluded.pay'),
    status: eb.ref('excluded.status'),
    starts_at: eb.ref('excluded.starts_at'),
    over_at: eb.ref('excluded.over_at'),
    deadline_at: eb.ref('excluded.deadline_at'),
    places_left: eb.ref('excluded.places_left'),
    updated_at: eb.ref('excluded.updated_at'),
    source: eb.ref('excluded.source'),
    changed_at: eb.ref('excluded.changed_at'),
    withdrawn_at: eb.ref('excluded.withdrawn_at'),
  };
}

/** A program may have a thousand sessions, and a statement takes only so many parameters. */
function* chunks<Item>(items: Item[], size = 500): Generator<Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** A program's JSON as it is sent; undefined when there is none or it was withdrawn. */
export async function findProgram(
  db: Database,
  town: string,
  id: string,
): Promise<{ document: string; changedAt: number } | undefined> {
  return db
    .selectFrom('program')
    .innerJoin('program_document', 'program_document.number', 'program.number')
    .select(['program_document.document', 'program.changed_at as changedAt'])
    .where('program.town', '=', town)
    .where('program.id', '=', id)
    .where('program.withdrawn_at', 'is', null)
    .executeTakeFirst();
}
