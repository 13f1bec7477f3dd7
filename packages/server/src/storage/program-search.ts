import { type Cursor, type Program, type ProgramPage, type ProgramQuery, readCursor, writeCursor } from '@kankei/core';
import type { Database } from './database.ts';
import { addUp } from './program-counts.ts';
import type { ProgramIndex } from './program-index.ts';
import {
  compareRows,
  findListing,
  type Listing,
  type Position,
  type Row,
  readRows,
  recallListing,
} from './program-listing.ts';
import { memoryOf } from './program-memory.ts';
import { readAtOnce } from './sqlite-dialect.ts';
import { readVersion } from './town-store.ts';

/**
 * `queryPrograms` of core over what is stored. What a listing means is written there: the same filters, order, counts
 * and cursors. Whatever changes there changes here, and a property test holds the two together.
 */

/** A page; `items` is the inside of the array of its programs as JSON, ready to be sent. */
export type StoredPage = Omit<ProgramPage, 'programs'> & { items: string };

/** A question and the instant it is answered for. */
interface Question {
  query: ProgramQuery;
  cursor: Cursor | undefined;
  asOf: number;
}

/**
 * One page of the towns' programs at `now` (ms since 1970), or as of the cursor's first page.
 * Undefined when the cursor is none of ours.
 */
export async function searchPrograms(
  db: Database,
  towns: readonly string[],
  query: ProgramQuery,
  now: number,
): Promise<StoredPage | undefined> {
  const cursor = query.cursor ? readCursor(query.cursor) : undefined;
  if (query.cursor && !cursor) return undefined;
  const question = { query, cursor, asOf: cursor?.asOf ?? now };
  return recallPage(db, towns, question) ?? readPage(db, towns, question);
}

/** The page at once, when all but its items is in memory. */
function recallPage(db: Database, towns: readonly string[], question: Question): StoredPage | undefined {
  const version = readVersion(db);
  const indexes = memoryOf(db).recallIndexes(version, towns);
  const parts = indexes && recallParts(indexes, question);
  const page = parts && turnPage(db, parts, question);
  // Another process may have written before the items were read.
  return readVersion(db) === version ? page : undefined;
}

/** The page, with what is not in memory read: in one snapshot, so that all of it agrees while an import commits. */
function readPage(db: Database, towns: readonly string[], question: Question): Promise<StoredPage> {
  return inSnapshot(db, async (snapshot) =>
    turnPage(snapshot, await findParts({ db, snapshot }, towns, question), question),
  );
}

function inSnapshot<Result>(db: Database, read: (snapshot: Database) => Promise<Result>): Promise<Result> {
  return db.transaction().setAccessMode('read only').execute(read);
}

/** What a question finds in one town. */
interface Part {
  index: ProgramIndex;
  listing: Listing;
}

/** What is found in memory; undefined unless all is. */
function recallParts(indexes: readonly ProgramIndex[], { query, asOf }: Question): Part[] | undefined {
  const parts: Part[] = [];
  for (const index of indexes) {
    const listing = recallListing(index, query, asOf);
    if (!listing) return undefined;
    parts.push({ index, listing });
  }
  return parts;
}

async function findParts(
  { db, snapshot }: { db: Database; snapshot: Database },
  towns: readonly string[],
  { query, asOf }: Question,
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const index of await memoryOf(db).readIndexes(snapshot, towns))
    parts.push({ index, listing: await findListing(snapshot, index, query, asOf) });
  return parts;
}

function turnPage(db: Database, parts: readonly Part[], { query, cursor, asOf }: Question): StoredPage {
  const rows = mergeRows(parts, { query, asOf, after: cursor, limit: query.limit + 1 });
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: readItems(db, shown),
    ...(last && rows.length > shown.length ? { next: writeCursor({ ...last, asOf }) } : {}),
    asOf: new Date(asOf).toISOString(),
    ...addUp(parts.map(({ listing }) => listing.tally)),
  };
}

const itemsQuery = `
  select coalesce(group_concat(item, ',' order by key), '') as items
  from json_each(?) join program_document on number = value
`;

/** The rows' items with commas between them: in one piece, which SQLite puts together sooner than rows are handed over. */
function readItems(db: Database, rows: readonly Row[]): string {
  const numbers = JSON.stringify(rows.map(({ number }) => number));
  return readAtOnce<{ items: string }>(db, itemsQuery, numbers)[0]!.items;
}

interface Stretch {
  query: ProgramQuery;
  asOf: number;
  after: Position | undefined;
  limit: number;
}

/** The first rows of all towns after a given one. */
function mergeRows(parts: readonly Part[], { query, asOf, after, limit }: Stretch): Row[] {
  const rows = parts.flatMap(({ index, listing }) =>
    readRows(index, listing, { standing: index.standingAt(asOf), sort: query.sort, after, limit }),
  );
  return parts.length > 1 ? rows.sort(compareRows).slice(0, limit) : rows;
}

/** Programs read at once when all of a listing is wanted. */
const chunkSize = 200;

/** All programs a query finds, whole and in its order, at most `most`; a few are in memory at a time. */
export async function* findPrograms(
  db: Database,
  towns: readonly string[],
  query: ProgramQuery,
  { now, most = Infinity }: { now: number; most?: number },
): AsyncGenerator<Program> {
  const question = { query, cursor: undefined, asOf: now };
  const parts = await inSnapshot(db, (snapshot) => findParts({ db, snapshot }, towns, question));
  let after: Row | undefined;
  for (let left = most; left > 0; left -= chunkSize) {
    const limit = Math.min(chunkSize, left);
    const rows = mergeRows(parts, { query, asOf: now, after, limit });
    yield* await readDocuments(db, rows);
    after = rows.at(-1);
    if (rows.length < limit) return;
  }
}

/** The rows' programs, in the rows' order; one that is gone since the row was found is left out. */
async function readDocuments(db: Database, rows: readonly Row[]): Promise<Program[]> {
  const numbers = rows.map(({ number }) => number);
  const found = await db
    .selectFrom('program_document')
    .select(['number', 'document'])
    .where('number', 'in', numbers)
    .execute();
  const documents = new Map(found.map(({ number, document }) => [number, document]));
  return numbers.flatMap((number) => documents.get(number) ?? []).map((document) => JSON.parse(document));
}
