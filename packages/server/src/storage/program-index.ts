import { type DayRangeName, dayLength, dayRange, type ProgramQuery, startOfDay, toInstant } from '@kankei/core';
import { Kept } from '../kept.ts';
import type { ProgramColumns, ValueFacet } from './program-columns.ts';
import type { Word } from './program-keywords.ts';
import { add, addCarriers, type Carriers, makeFullSet, makeSet, type ProgramSet, SetRoom } from './program-set.ts';
import { type Sort, Standing } from './program-standing.ts';

/** How many standings are kept: of now, and of the instants that cursors carry on from. */
const keptStandings = 2;

/**
 * A town's programs in memory, as they were at one revision of the town: answers which programs a filter leaves. Sets
 * that are costly to make are kept, so none that is handed out may be changed.
 */
export class ProgramIndex {
  readonly town: string;
  /** Names the town's revision. */
  readonly state: string;
  readonly columns: ProgramColumns;
  readonly all: ProgramSet;
  readonly none: ProgramSet;
  /** To reckon with while a listing is made. */
  readonly room: SetRoom;
  /** The places in the order of the numbers. */
  readonly #byNumber: Uint32Array;
  readonly #stretches = new Kept<ProgramSet>(32);
  readonly #words = new Kept<ProgramSet>(64);
  readonly #nearly = new Map<Sort, Uint32Array>();
  #standings: Standing[] = [];
  #days: { day: number; sets: Record<DayRangeName, ProgramSet> } | undefined;

  constructor(town: string, state: string, columns: ProgramColumns) {
    const { numbers } = columns;
    this.town = town;
    this.state = state;
    this.columns = columns;
    this.all = makeFullSet(this.size);
    this.none = makeSet(this.size);
    this.room = new SetRoom(this.all);
    const places = Array.from(numbers, (_, place) => place);
    this.#byNumber = Uint32Array.from(places.sort((a, b) => numbers[a]! - numbers[b]!));
  }

  get size(): number {
    return this.columns.ids.length;
  }

  /** How the programs stand at an instant, ms since 1970. */
  standingAt(asOf: number): Standing {
    const known = this.#standings.find((one) => one.holdsAt(asOf));
    const standing = known ?? new Standing(this.columns, asOf, this.#nearly);
    this.#standings = [standing, ...this.#standings.filter((one) => one !== standing)].slice(0, keptStandings);
    return standing;
  }

  /** Those whose sessions touch the days; all without days. */
  touching({ from, to }: Pick<ProgramQuery, 'from' | 'to'>): ProgramSet {
    if (!from && !to) return this.all;
    const name = `${from} ${to}`;
    return this.#stretches.get(name) ?? this.#stretches.set(name, this.#touch(from, to));
  }

  /** Those that each of the named stretches of days leaves, seen from the day of `asOf`. */
  inDays(asOf: number): Record<DayRangeName, ProgramSet> {
    const day = startOfDay(asOf);
    if (this.#days?.day !== day) {
      const touching = (name: DayRangeName) => this.touching(dayRange(name, asOf));
      const sets = {
        today: touching('today'),
        weekend: touching('weekend'),
        month: touching('month'),
        nextMonth: touching('nextMonth'),
      };
      this.#days = { day, sets };
    }
    return this.#days.sets;
  }

  #touch(from: string | undefined, to: string | undefined): ProgramSet {
    const start = from ? toInstant(from) : -Infinity;
    const end = to ? toInstant(to) + dayLength : Infinity;
    const { sessionsFrom, sessionStarts, sessionEnds } = this.columns;
    const set = makeSet(this.size);
    for (let place = 0; place < this.size; place++)
      for (let at = sessionsFrom[place]!; at < sessionsFrom[place + 1]!; at++)
        if (sessionStarts[at]! < end && sessionEnds[at]! > start) add(set, place);
    return set;
  }

  /** Those with one of the ids. */
  named(ids: readonly string[]): ProgramSet {
    const set = makeSet(this.size);
    for (const id of ids) {
      const place = firstFrom(this.size, (at) => this.columns.ids[at]! >= id);
      if (this.columns.ids[place] === id) add(set, place);
    }
    return set;
  }

  /** Those with one of the values. */
  carrying(facet: ValueFacet, values: readonly string[]): ProgramSet {
    const found = values.flatMap((value) => this.columns.carriers[facet].get(value) ?? []);
    const [first] = found;
    if (found.length === 1 && first && 'set' in first) return first.set;
    const set = makeSet(this.size);
    for (const carriers of found) addCarriers(set, carriers);
    return set;
  }

  values(facet: ValueFacet): ReadonlyMap<string, Carriers> {
    return this.columns.carriers[facet];
  }

  /** Those that hold a word, when that was asked of late. */
  recallWord(word: Word): ProgramSet | undefined {
    return this.#words.get(nameOf(word));
  }

  /** Those that hold a word, as `findNumbers` tells them; kept. */
  keepWord(word: Word, numbers: readonly number[]): ProgramSet {
    return this.#words.set(nameOf(word), this.#numbered(numbers));
  }

  /** Goes through both rows of numbers side by side. */
  #numbered(wanted: readonly number[]): ProgramSet {
    const { numbers } = this.columns;
    const set = makeSet(this.size);
    let at = 0;
    for (const place of this.#byNumber) {
      while (at < wanted.length && wanted[at]! < numbers[place]!) at++;
      if (wanted[at] === numbers[place]) add(set, place);
    }
    return set;
  }
}

/** The first number below `count` of which `isThere` is true, where it is true of all that follow; `count` for none. */
export function firstFrom(count: number, isThere: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isThere(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const nameOf = ({ column, word }: Word) => `${column} ${word}`;
