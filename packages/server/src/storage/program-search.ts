import { type Cursor, type Program, type ProgramPage, type ProgramQuery, readCursor, writeCursor } from '@kankei/core';
import type { Database } from './database.ts';
import { addUp } from './program-counts.ts';
import type { ProgramIndex } from './program-index.ts';
import { readIndexes } from './program-indexes.ts';
import { compareRows, findListing, type Listing, type Row, readRows } from './program-listing.ts';
import type { Order } from './program-standing.ts';

/**
 * `queryPrograms` of core over what is stored. What a listing means is written there: the same filters, order, counts
 * and cursors. Whatever changes there changes here, and a property test holds the two together.
 */

/** A page whose items are JSON texts as they are stored. */
export type StoredPage = Omit<ProgramPage, 'programs'> & { items: string[] };

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
  const asOf = cursor?.asOf ?? now;
  // One snapshot, so that rows, counts and items agree while an import commits.
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      const { read, tallies } = await find({ db, snapshot }, towns, query, asOf);
      const rows = read(cursor, query.limit + 1);
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      return {
        items: await readTexts(snapshot, 'item', shown),
        ...(last && rows.length > shown.length ? { next: writeCursor({ ...last, asOf }) } : {}),
        asOf: new Date(asOf).toISOString(),
        ...addUp(tallies),
      };
    });
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
  const { read } = await db
    .transaction()
    .setAccessMode('read only')
    .execute((snapshot) => find({ db, snapshot }, towns, query, now));
  let after: Row | undefined;
  for (let left = most; left > 0; left -= chunkSize) {
    const limit = Math.min(chunkSize, left);
    const rows = read(after, limit);
    for (const document of await readTexts(db, 'document', rows)) yield JSON.parse(document);
    after = rows.at(-1);
    if (rows.length < limit) return;
  }
}

/** What the query finds in all towns: `read` tells the first rows after a given one. */
async function find(
  { db, snapshot }: { db: Database; snapshot: Database },
  towns: readonly string[],
  query: ProgramQuery,
  asOf: number,
) {
  const found: { index: ProgramIndex; listing: Listing; order: Order }[] = [];
  for (const index of await readIndexes(db, snapshot, towns)) {
    const listing = await findListing(snapshot, index, query, asOf);
    found.push({ index, listing, order: index.standingAt(asOf).order(query.sort) });
  }
  const read = (after: Row | undefined, limit: number): Row[] => {
    const rows = found.flatMap(({ index, listing, order }) => readRows(index, listing, order, { after, limit }));
    return found.length > 1 ? rows.sort(compareRows).slice(0, limit) : rows;
  };
  return { read, tallies: found.map(({ listing }) => listing.tally) };
}

/** The rows' items or documents, in the rows' order. */
async function readTexts(
  db: Database,
  column: 'item' | 'document',
  rows: readonly Pick<Cursor, 'town' | 'id'>[],
): Promise<string[]> {
  if (!rows.length) return [];
  const found = await db
    .selectFrom('program_document')
    .select(['town', 'program', `${column} as text`])
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('town', 'program'),
        'in',
        rows.map((row) => tuple(row.town, row.id)),
      ),
    )
    .execute();
  const texts = new Map(found.map(({ town, program, text }) => [`${town}/${program}`, text]));
  return rows.flatMap(({ town, id }) => texts.get(`${town}/${id}`) ?? []);
}
