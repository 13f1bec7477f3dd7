import { dayAt, dayRange, type dayRangeNames, type Facets, fold, type ProgramQuery, searchWords } from '@kankei/core';
import type { Database } from './database.ts';
import type { ValueFacet } from './program-columns.ts';
import type { ProgramIndex } from './program-index.ts';
import { findNumbers, type KeywordColumn } from './program-keywords.ts';
import { countCarriers, countCommon, has, intersect, type ProgramSet } from './program-set.ts';
import type { Order } from './program-standing.ts';

/** What a listing shows beside its rows; each facet by value. */
export interface Tally {
  total: number;
  facets: Record<keyof Facets, Map<string, number>>;
  open: number;
  days: Record<(typeof dayRangeNames)[number], number>;
  past: number;
}

/** Where a row stands among those of all towns; `compareRows` tells. */
export interface Row {
  group: number;
  key: number;
  town: string;
  id: string;
}

/** What a query finds in one town. */
export interface Listing {
  rows: ProgramSet;
  tally: Tally;
}

const valueFacets = ['kind', 'theme', 'mode', 'area', 'effort', 'pay'] as const satisfies ValueFacet[];

/** What the query finds in the town at `asOf`, whichever page is asked and however it is sorted. */
export async function findListing(
  db: Database,
  index: ProgramIndex,
  query: ProgramQuery,
  asOf: number,
): Promise<Listing> {
  const { listings } = index.standingAt(asOf);
  const { cursor, sort, limit, ...filters } = query;
  // The day: what is today or this weekend hangs on it, and nothing need begin or end at midnight.
  const name = JSON.stringify([dayAt(asOf), filters]);
  return listings.get(name) ?? listings.set(name, makeListing(index, query, asOf, await findTexts(db, index, query)));
}

/** For each word and place that is asked, the programs it is in. */
async function findTexts(db: Database, index: ProgramIndex, { q, place }: ProgramQuery): Promise<ProgramSet[]> {
  const sets: ProgramSet[] = [];
  const find = async (column: KeywordColumn, word: string) => {
    // What folds to nothing is in every text.
    if (!word) return;
    sets.push(await index.holding(`${column} ${word}`, () => findNumbers(db, index.town, column, word)));
  };
  for (const word of q ? searchWords(q) : []) await find('search', word);
  if (place) await find('place', fold(place));
  return sets;
}

function makeListing(index: ProgramIndex, query: ProgramQuery, asOf: number, texts: ProgramSet[]): Listing {
  const { past, coming, open } = index.standingAt(asOf);
  const found = intersect([index.all, ...texts, ...(query.id ? [index.named(query.id)] : [])]);
  const inTime = query.past === 'include' ? index.all : query.past === 'only' ? past : coming;
  const touching = index.touching(query);
  const wanted = query.open ? open : index.all;
  const timely = intersect([found, inTime, touching, wanted]);
  const chosen = chooseFacets(index, query);
  const fitting = intersect([found, ...chosen.values()]);
  const rows = intersect([timely, fitting]);
  const inDays = intersect([fitting, inTime, wanted]);
  const days = (name: (typeof dayRangeNames)[number]) => countCommon(inDays, index.touching(dayRange(name, asOf)));
  return {
    rows,
    tally: {
      total: countCommon(rows, rows),
      facets: countFacets(index, timely, chosen),
      open: countCommon(intersect([fitting, inTime, touching]), open),
      days: { today: days('today'), weekend: days('weekend'), month: days('month'), nextMonth: days('nextMonth') },
      past: countCommon(intersect([fitting, touching, wanted]), past),
    },
  };
}

/** The programs that fit each facet of which something is chosen. */
function chooseFacets(index: ProgramIndex, query: ProgramQuery): Map<keyof Facets, ProgramSet> {
  const chosen = new Map<keyof Facets, ProgramSet>();
  for (const facet of valueFacets) {
    const values = query[facet];
    if (values) chosen.set(facet, index.carrying(facet, values));
  }
  if (query.town) chosen.set('town', query.town.includes(index.town) ? index.all : index.none);
  return chosen;
}

/** Counts each facet's values with all choices but its own. */
function countFacets(
  index: ProgramIndex,
  timely: ProgramSet,
  chosen: ReadonlyMap<keyof Facets, ProgramSet>,
): Tally['facets'] {
  const fitsRest = (skip?: keyof Facets) =>
    intersect([timely, ...[...chosen].flatMap(([facet, set]) => (facet === skip ? [] : [set]))]);
  const all = fitsRest();
  const counts = (facet: ValueFacet) => {
    const within = chosen.has(facet) ? fitsRest(facet) : all;
    const found = new Map<string, number>();
    for (const [value, carriers] of index.values(facet)) {
      const count = countCarriers(within, carriers);
      if (count) found.set(value, count);
    }
    return found;
  };
  const ofTown = countCommon(index.all, chosen.has('town') ? fitsRest('town') : all);
  return {
    kind: counts('kind'),
    theme: counts('theme'),
    mode: counts('mode'),
    area: counts('area'),
    town: new Map(ofTown ? [[index.town, ofTown]] : []),
    effort: counts('effort'),
    pay: counts('pay'),
  };
}

export function compareRows(a: Row, b: Row): number {
  return a.group - b.group || a.key - b.key || compareText(a.town, b.town) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first rows of a listing in its order, after a given one and at most `limit`. */
export function readRows(
  index: ProgramIndex,
  { rows }: Listing,
  order: Order,
  { after, limit }: { after: Row | undefined; limit: number },
): Row[] {
  const rowAt = (place: number): Row => ({
    group: order.group[place]!,
    key: order.key[place]!,
    town: index.town,
    id: index.columns.ids[place]!,
  });
  const start = after ? index.firstFrom((at) => compareRows(rowAt(order.places[at]!), after) > 0) : 0;
  const read: Row[] = [];
  for (let at = start; at < order.places.length && read.length < limit; at++) {
    const place = order.places[at]!;
    if (has(rows, place)) read.push(rowAt(place));
  }
  return read;
}
