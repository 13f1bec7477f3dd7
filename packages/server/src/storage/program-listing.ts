import { type DayRangeName, type Facets, type ProgramQuery, startOfDay } from '@kankei/core';
import type { Database } from './database.ts';
import type { ValueFacet } from './program-columns.ts';
import { firstFrom, type ProgramIndex } from './program-index.ts';
import type { ItemName } from './program-items.ts';
import { findNumbers, wordsOf } from './program-keywords.ts';
import { type Counted, countCarriers, countCommon, has, membersOf, type ProgramSet } from './program-set.ts';
import type { Order, Sort, Standing } from './program-standing.ts';

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

/** A row of a listing. */
export interface Row extends Position, ItemName {}

/** What a query finds in one town. */
export interface Listing {
  rows: ProgramSet;
  tally: Tally;
}

/** Values and how many programs carry each, the most frequent first. */
export type Counts = Facets[keyof Facets];

const valueFacets = ['kind', 'theme', 'mode', 'area', 'effort', 'pay'] as const satisfies ValueFacet[];

/**
 * What the query finds in the town at `asOf`, whichever page is asked; undefined unless its words are in memory. It
 * stands until the index is asked again: at a hundred thousand programs most questions would leave 12 kB behind.
 */
export function recallListing(index: ProgramIndex, query: ProgramQuery, asOf: number): Listing | undefined {
  const { listings } = index.standingAt(asOf);
  const name = nameOf(query, asOf);
  const known = listings.get(name);
  if (known) return known;
  const words = wordsOf(query).map((word) => index.recallWord(word));
  if (words.includes(undefined)) return undefined;
  return listings.offer(name, makeListing(index, query, asOf, words as ProgramSet[]), ownRows);
}

/** With rows of its own, which stand when the index's room is cleared. */
const ownRows = ({ rows, tally }: Listing): Listing => ({ rows: rows.slice(), tally });

/** The same, for as long as one likes; what is not in memory is looked up and kept there. */
export async function findListing(
  db: Database,
  index: ProgramIndex,
  query: ProgramQuery,
  asOf: number,
): Promise<Listing> {
  const known = recallListing(index, query, asOf);
  if (known) return ownRows(known);
  const words: ProgramSet[] = [];
  for (const word of wordsOf(query))
    words.push(index.recallWord(word) ?? index.keepWord(word, await findNumbers(db, index.town, word)));
  return index.standingAt(asOf).listings.offer(nameOf(query, asOf), ownRows(makeListing(index, query, asOf, words)));
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
  const inDays = touching === all ? shown : room.count(room.intersect([fitting, inTime, wanted]));
  const days = index.inDays(asOf);
  const tally = {
    total: countCommon(shown, rows),
    facets: countFacets(index, query, asOf, { timely, chosen, shown }),
    // Whether or not only these are wanted.
    open: countCommon(shown, open),
    days: {
      today: countCommon(inDays, days.today),
      weekend: countCommon(inDays, days.weekend),
      month: countCommon(inDays, days.month),
      nextMonth: countCommon(inDays, days.nextMonth),
    },
    past: countCommon(room.count(room.intersect([fitting, touching, wanted, past])), past),
  };
  return { rows, tally };
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

interface Facing {
  /** The programs that fit all but what is chosen of facets. */
  timely: ProgramSet;
  chosen: ReadonlyMap<keyof Facets, ProgramSet>;
  /** Those that fit that too. */
  shown: Counted;
}

/**
 * Counts each facet's values with all choices but its own. What is counted for a facet of which something is chosen is
 * kept: it is the same whatever is chosen of it, so visitors who try its values ask for it again and again.
 */
function countFacets(
  index: ProgramIndex,
  query: ProgramQuery,
  asOf: number,
  { timely, chosen, shown }: Facing,
): Tally['facets'] {
  const { room } = index;
  const fitsRest = (facet: keyof Facets) => {
    const others = [...chosen].flatMap(([other, set]) => (other === facet ? [] : [set]));
    return room.count(room.intersect([timely, ...others]));
  };
  const { facets } = index.standingAt(asOf);
  const counts = (facet: ValueFacet) => {
    if (!chosen.has(facet)) return countValues(index, facet, shown);
    const name = `${facet} ${nameOf({ ...query, [facet]: undefined }, asOf)}`;
    return facets.get(name) ?? facets.set(name, countValues(index, facet, fitsRest(facet)));
  };
  const ofTown = chosen.has('town') ? fitsRest('town') : shown;
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

function countValues(index: ProgramIndex, facet: ValueFacet, within: Counted): Counts {
  return rank([...index.values(facet)].map(([value, carriers]) => ({ value, count: countCarriers(within, carriers) })));
}

/** Those that occur, the most frequent first. */
export function rank(counts: Counts): Counts {
  return counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

export function compareRows(a: Position, b: Position): number {
  return a.group - b.group || a.key - b.key || compareText(a.town, b.town) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first rows of a listing, after a given one and at most `limit`. */
export function readRows(
  index: ProgramIndex,
  { rows, tally }: Listing,
  { standing, sort, after, limit }: { standing: Standing; sort: Sort; after: Position | undefined; limit: number },
): Row[] {
  const rowAt = (place: number): Row => ({
    number: index.columns.numbers[place]!,
    moment: index.moment,
    group: standing.groupOf(sort, place),
    key: standing.keyOf(sort, place),
    town: index.town,
    id: index.columns.ids[place]!,
  });
  const order = standing.order(sort);
  const start = after ? firstFrom(index.size, (at) => compareRows(rowAt(order.places[at]!), after) > 0) : 0;
  const find = tally.total * rareness < index.size ? pickPlaces : walkPlaces;
  return find(rows, order, start, limit).map(rowAt);
}

/** Where only one place in so many has a row, rows are picked sooner than met with on the way through the order. */
const rareness = 16;

function walkPlaces(rows: ProgramSet, { places }: Order, start: number, limit: number): number[] {
  const found: number[] = [];
  for (let at = start; at < places.length && found.length < limit; at++)
    if (has(rows, places[at]!)) found.push(places[at]!);
  return found;
}

/** Goes through the rows instead, and keeps the `limit` lowest ranks in a row. */
function pickPlaces(rows: ProgramSet, { places, ranks }: Order, start: number, limit: number): number[] {
  const found: number[] = [];
  for (const place of membersOf(rows)) {
    const rank = ranks[place]!;
    if (rank < start || (found.length === limit && rank > found[limit - 1]!)) continue;
    let at = Math.min(found.length, limit - 1);
    for (; at > 0 && found[at - 1]! > rank; at--) found[at] = found[at - 1]!;
    found[at] = rank;
  }
  return found.map((rank) => places[rank]!);
}
