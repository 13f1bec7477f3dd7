import { type DayRangeName, type Facets, type ProgramQuery, startOfDay } from '@kankei/core';
import type { Database } from './database.ts';
import type { ValueFacet } from './program-columns.ts';
import type { ProgramIndex } from './program-index.ts';
import { findNumbers, wordsOf } from './program-keywords.ts';
import { countCarriers, countCommon, has, type ProgramSet } from './program-set.ts';
import type { Order } from './program-standing.ts';

/** What a listing shows beside its rows; all values of a facet, the most frequent first. */
export interface Tally {
  total: number;
  facets: Facets;
  open: number;
  days: Record<DayRangeName, number>;
  past: number;
}

/** Where a row stands among those of all towns; `compareRows` tells. */
export interface Position {
  group: number;
  key: number;
  town: string;
  id: string;
}

/** A row of a listing and where it is found. */
export interface Row extends Position {
  index: ProgramIndex;
  place: number;
}

/** What a query finds in one town. */
export interface Listing {
  rows: ProgramSet;
  tally: Tally;
}

const valueFacets = ['kind', 'theme', 'mode', 'area', 'effort', 'pay'] as const satisfies ValueFacet[];

/** What the query finds in the town at `asOf`, whichever page is asked; undefined unless its words are in memory. */
export function recallListing(index: ProgramIndex, query: ProgramQuery, asOf: number): Listing | undefined {
  const { listings } = index.standingAt(asOf);
  const name = nameOf(query, asOf);
  const known = listings.get(name);
  if (known) return known;
  const words = wordsOf(query).map((word) => index.recallWord(word));
  if (words.includes(undefined)) return undefined;
  return listings.offer(name, makeListing(index, query, asOf, words as ProgramSet[]));
}

/** The same; what is not in memory is looked up and kept there. */
export async function findListing(
  db: Database,
  index: ProgramIndex,
  query: ProgramQuery,
  asOf: number,
): Promise<Listing> {
  const known = recallListing(index, query, asOf);
  if (known) return known;
  const words: ProgramSet[] = [];
  for (const word of wordsOf(query))
    words.push(index.recallWord(word) ?? index.keepWord(word, await findNumbers(db, index.town, word)));
  return index.standingAt(asOf).listings.offer(nameOf(query, asOf), makeListing(index, query, asOf, words));
}

/** All that a listing depends on beside its standing: the filters and, for "this weekend" hangs on it, the day. */
function nameOf({ cursor, sort, limit, ...filters }: ProgramQuery, asOf: number): string {
  return JSON.stringify([startOfDay(asOf), filters]);
}

function makeListing(index: ProgramIndex, query: ProgramQuery, asOf: number, words: ProgramSet[]): Listing {
  const { room, all } = index;
  room.clear();
  const { past, coming, open } = index.standingAt(asOf);
  const found = room.intersect(query.id ? [...words, index.named(query.id)] : words);
  const inTime = query.past === 'include' ? all : query.past === 'only' ? past : coming;
  const touching = index.touching(query);
  const wanted = query.open ? open : all;
  const timely = room.intersect([found, inTime, touching, wanted]);
  const chosen = chooseFacets(index, query);
  const fitting = room.intersect([found, ...chosen.values()]);
  const rows = room.intersect([timely, fitting]);
  const shown = room.count(rows);
  const inDays = room.count(room.intersect([fitting, inTime, wanted]));
  const days = index.inDays(asOf);
  const tally = {
    total: countCommon(shown, rows),
    facets: countFacets(index, timely, chosen),
    open: countCommon(room.count(room.intersect([fitting, inTime, touching])), open),
    days: {
      today: countCommon(inDays, days.today),
      weekend: countCommon(inDays, days.weekend),
      month: countCommon(inDays, days.month),
      nextMonth: countCommon(inDays, days.nextMonth),
    },
    past: countCommon(room.count(room.intersect([fitting, touching, wanted])), past),
  };
  return { rows: rows.slice(), tally };
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
  const fitsRest = (skip?: keyof Facets) => {
    const others = [...chosen].flatMap(([facet, set]) => (facet === skip ? [] : [set]));
    return index.room.count(index.room.intersect([timely, ...others]));
  };
  const all = fitsRest();
  const counts = (facet: ValueFacet) => {
    const within = chosen.has(facet) ? fitsRest(facet) : all;
    const values = [...index.values(facet)].map(([value, carriers]) => ({
      value,
      count: countCarriers(within, carriers),
    }));
    return rank(values);
  };
  const ofTown = chosen.has('town') ? fitsRest('town') : all;
  return {
    kind: counts('kind'),
    theme: counts('theme'),
    mode: counts('mode'),
    area: counts('area'),
    town: rank([{ value: index.town, count: countCommon(ofTown, ofTown.set) }]),
    effort: counts('effort'),
    pay: counts('pay'),
  };
}

/** Those that occur, the most frequent first. */
export function rank(counts: Facets[keyof Facets]): Facets[keyof Facets] {
  return counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

export function compareRows(a: Position, b: Position): number {
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
  { after, limit }: { after: Position | undefined; limit: number },
): Row[] {
  const rowAt = (place: number): Row => ({
    index,
    place,
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
