import { type Cursor, type Program, type ProgramPage, type ProgramQuery, readCursor, writeCursor } from '@kankei/core';
import type { Database } from './database.ts';
import { countPrograms } from './program-counts.ts';
import { filters, fitsOwnFacets, fitsTheme, inTime, selectLive } from './program-filters.ts';
import { sortKey } from './program-order.ts';

/**
 * `queryPrograms` of core in SQL. What a listing means is written there: the same filters, order, counts and cursors.
 * Whatever changes there changes here, and a property test holds the two together.
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
  // One snapshot, so that rows and counts agree while an import commits.
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      const keys = await selectKeys(snapshot, towns, query, { asOf, after: cursor, limit: query.limit + 1 });
      const shown = keys.slice(0, query.limit);
      const last = shown.at(-1);
      return {
        items: await readTexts(snapshot, 'item', shown),
        ...(last && keys.length > shown.length ? { next: writeCursor({ ...last, asOf }) } : {}),
        asOf: new Date(asOf).toISOString(),
        ...(await countPrograms(snapshot, towns, query, asOf)),
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
  let after: Row | undefined;
  for (let left = most; left > 0; left -= chunkSize) {
    const limit = Math.min(chunkSize, left);
    const keys: Row[] = await selectKeys(db, towns, query, { asOf: now, after, limit });
    for (const document of await readTexts(db, 'document', keys)) yield JSON.parse(document);
    after = keys.at(-1);
    if (keys.length < limit) return;
  }
}

type Row = Omit<Cursor, 'asOf'>;

/** The keys of the rows after a given one, in the query's order. */
async function selectKeys(
  db: Database,
  towns: readonly string[],
  query: ProgramQuery,
  { asOf, after, limit }: { asOf: number; after: Row | undefined; limit: number },
): Promise<Row[]> {
  const [group, key] = sortKey(query.sort, asOf);
  const rows = selectLive(db, towns)
    .where((eb) =>
      eb.and([
        ...filters(eb, query, asOf),
        ...inTime(eb, query, asOf),
        ...fitsOwnFacets(eb, query),
        ...fitsTheme(eb, query),
      ]),
    )
    .select([group.as('group'), key.as('key'), 'program.town', 'program.id']);
  return db
    .selectFrom(rows.as('row'))
    .selectAll()
    .$if(after !== undefined, (select) =>
      select.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('row.group', 'row.key', 'row.town', 'row.id'),
          '>',
          tuple(after!.group, after!.key, after!.town, after!.id),
        ),
      ),
    )
    .orderBy('row.group')
    .orderBy('row.key')
    .orderBy('row.town')
    .orderBy('row.id')
    .limit(limit)
    .execute();
}

/** The rows' items or documents, in the rows' order. */
async function readTexts(db: Database, column: 'item' | 'document', rows: Row[]): Promise<string[]> {
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
