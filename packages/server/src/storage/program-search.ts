import { type Cursor, type Program, type ProgramPage, type ProgramQuery, readCursor, writeCursor } from '@kankei/core';
import type { Database } from './database.ts';
import { addUp } from './program-counts.ts';
import type { ProgramIndex } from './program-index.ts';
import { joinItems } from './program-items.ts';
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

/**
 * `queryPrograms` of core over what is stored. What a listing means is written there: the same filters, order, counts
 * and cursors. Whatever changes there changes here, and a property test holds the two together.
 */

/** A page; `items` is the inside of the array of its programs, JSON in UTF-8, ready to be sent. */
export type StoredPage = Omit<ProgramPage, 'programs'> & { items: Uint8Array };

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
  const indexes = await memoryOf(db).recallIndexes(db, towns);
  const parts = indexes && recallParts(indexes, question);
  return (parts && recallPage(db, parts, question)) ?? readPage(db, towns, question, parts);
}

/** The page, when its items are in memory too. */
function recallPage(db: Database, parts: readonly Part[], question: Question): StoredPage | undefined {
  const { shown, rest } = turnPage(parts, question);
  const items = memoryOf(db).items.join(shown);
  return items && { items, ...rest };
}

/**
 * The page, with what is not in memory read: in one snapshot, so that all of it agrees while an import commits. `known`:
 * what was found in memory, of use as long as the indexes are still the same.
 */
function readPage(
  db: Database,
  towns: readonly string[],
  question: Question,
  known: readonly Part[] = [],
): Promise<StoredPage> {
  return inSnapshot(db, async (snapshot) => {
    const parts = await findParts({ db, snapshot }, towns, question, known);
    const { shown, rest } = turnPage(parts, question);
    const { items } = memoryOf(db);
    const kept = items.join(shown);
    if (kept) return { items: kept, ...rest };
    const texts = await readTexts(snapshot, 'item', shown);
    const read = texts.map((text) => new TextEncoder().encode(text));
    for (const [at, item] of read.entries()) items.keep(shown[at]!, item);
    return { items: joinItems(read), ...rest };
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
  { db, snapshot }: { db: Database; snapshot: Database },
  towns: readonly string[],
  { query, asOf }: Question,
  known: readonly Part[] = [],
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const index of await memoryOf(db).readIndexes(snapshot, towns)) {
    const same = known.find((part) => part.index === index);
    parts.push(same ?? { index, listing: await findListing(snapshot, index, query, asOf) });
  }
  return parts;
}

/** The rows of the page and all that is said beside them. */
function turnPage(parts: readonly Part[], { query, cursor, asOf }: Question) {
  const rows = mergeRows(parts, { query, asOf, after: cursor, limit: query.limit + 1 });
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const rest = {
    ...(last && rows.length > shown.length ? { next: writeCursor({ ...last, asOf }) } : {}),
    asOf: new Date(asOf).toISOString(),
    ...addUp(parts.map(({ listing }) => listing.tally)),
  };
  return { shown, rest };
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
    readRows(index, listing, index.standingAt(asOf).order(query.sort), { after, limit }),
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
    for (const document of await readTexts(db, 'document', rows)) if (document) yield JSON.parse(document);
    after = rows.at(-1);
    if (rows.length < limit) return;
  }
}

/** The rows' items or documents, in the rows' order; undefined for a program that is gone since the row was found. */
async function readTexts(
  db: Database,
  column: 'item' | 'document',
  rows: readonly Row[],
): Promise<(string | undefined)[]> {
  if (!rows.length) return [];
  // Of several towns this may bring rows that nobody asked for, where ids are alike; pairs would cost more.
  const found = await db
    .selectFrom('program_document')
    .select(['town', 'program', `${column} as text`])
    .where('town', 'in', [...new Set(rows.map(({ town }) => town))])
    .where('program', 'in', [...new Set(rows.map(({ id }) => id))])
    .execute();
  const texts = new Map(found.map(({ town, program, text }) => [`${town}/${program}`, text]));
  return rows.map(({ town, id }) => texts.get(`${town}/${id}`));
}
