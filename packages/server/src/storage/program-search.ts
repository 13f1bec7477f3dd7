import { type Cursor, type Program, type ProgramPage, type ProgramQuery, readCursor, writeCursor } from '@kankei/core';
import type { Database } from './database.ts';
import { addUp } from './program-counts.ts';
import type { ProgramIndex } from './program-index.ts';
import type { Item } from './program-items.ts';
import {
  compareRows,
  findListing,
  type Listing,
  type Position,
  type Row,
  readRows,
  recallListing,
} from './program-listing.ts';
import { memoryOf, type ProgramMemory } from './program-memory.ts';
import { readVersion } from './town-store.ts';

/**
 * `queryPrograms` of core over what is stored. What a listing means is written there: the same filters, order, counts
 * and cursors. Whatever changes there changes here, and a property test holds the two together.
 */

/** A page; `items` are its programs, each as JSON in bytes; written with commas between them, the inside of an array. */
export type StoredPage = Omit<ProgramPage, 'programs'> & { items: Item[] };

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
  const memory = memoryOf(db);
  const indexes = memory.recallIndexes(version, towns);
  const parts = indexes && recallParts(indexes, question);
  // Another process may have written before the items were read.
  return parts && turnPage({ db, memory, isStill: () => readVersion(db) === version }, parts, question);
}

/** The page, with what is not in memory read: in one snapshot, so that all of it agrees while an import commits. */
function readPage(db: Database, towns: readonly string[], question: Question): Promise<StoredPage | undefined> {
  const memory = memoryOf(db);
  return inSnapshot(db, async (snapshot) => {
    const parts = await findParts({ memory, snapshot }, towns, question);
    return turnPage({ db: snapshot, memory, isStill: () => true }, parts, question);
  });
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
  { memory, snapshot }: { memory: ProgramMemory; snapshot: Database },
  towns: readonly string[],
  { query, asOf }: Question,
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const index of await memory.readIndexes(snapshot, towns))
    parts.push({ index, listing: await findListing(snapshot, index, query, asOf) });
  return parts;
}

interface Source {
  db: Database;
  memory: ProgramMemory;
  /** Whether nothing was written since the parts were found. */
  isStill: () => boolean;
}

/** Undefined when something was written in between. */
function turnPage(
  { db, memory, isStill }: Source,
  parts: readonly Part[],
  { query, cursor, asOf }: Question,
): StoredPage | undefined {
  const rows = mergeRows(parts, { query, asOf, after: cursor, limit: query.limit + 1 });
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const items = memory.items.read(db, shown, isStill);
  return (
    items && {
      items,
      ...(last && rows.length > shown.length ? { next: writeCursor({ ...last, asOf }) } : {}),
      asOf: new Date(asOf).toISOString(),
      ...addUp(parts.map(({ listing }) => listing.tally)),
    }
  );
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
  const parts = await inSnapshot(db, (snapshot) => findParts({ memory: memoryOf(db), snapshot }, towns, question));
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
