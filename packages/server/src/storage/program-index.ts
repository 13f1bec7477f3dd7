import { type DayRangeName, dayLength, dayRange, type ProgramQuery, startOfDay, toInstant } from '@kankei/core';
import { Kept } from '../kept.ts';
import type { ProgramColumns, ValueFacet } from './program-columns.ts';
import type { Word } from './program-keywords.ts';
import {
  add,
  addCarriers,
  type Carriers,
  makeFullSet,
  makeSet,
  type ProgramSet,
  remove,
  SetRoom,
} from './program-set.ts';
import { type Sort, Standing } from './program-standing.ts';

/** How many standings are kept: of now, and of the instants that cursors carry on from. */
const keptStandings = 2;

/** At which moment a town's programs are looked at. */
export interface TownState {
  /** The municipality code. */
  town: string;
  revision: number;
  /** Names the revision. */
  state: string;
  /** Names the last revision at which anything but places changed. */
  shape: string;
}

/**
 * A town's programs in memory, as they were at one revision of the town: answers which programs a filter leaves. Sets
 * that are costly to make are kept, so none that is handed out may be changed.
 */
export class ProgramIndex implements TownState {
  readonly town: string;
  readonly revision: number;
  readonly state: string;
  readonly shape: string;
  /** Names the town and the revision. */
  readonly moment: string;
  readonly columns: ProgramColumns;
  readonly all: ProgramSet;
  readonly none: ProgramSet;
  /** To reckon with while a listing is made. */
  readonly room: SetRoom;
  /** The places in the order of the numbers. */
  readonly #byNumber: Uint32Array;
  readonly #stretches: Kept<ProgramSet>;
  readonly #words: Kept<ProgramSet>;
  readonly #nearly: Map<Sort, Uint32Array>;
  #standings: Standing[] = [];
  #days: { day: number; sets: Record<DayRangeName, ProgramSet> } | undefined;

  /** `like`: the programs as they were before some places were counted, whose work need not be done again. */
  constructor({ town, revision, state, shape }: TownState, columns: ProgramColumns, like?: ProgramIndex) {
    this.town = town;
    this.revision = revision;
    this.state = state;
    this.shape = shape;
    this.moment = `${town} ${state}`;
    this.columns = columns;
    this.all = makeFullSet(this.size);
    this.none = makeSet(this.size);
    this.room = new SetRoom(this.all);
    this.#byNumber = like ? like.#byNumber : sortedBy(columns.numbers);
    this.#stretches = like ? like.#stretches : new Kept(32);
    this.#words = like ? like.#words : new Kept(64);
    this.#nearly = like ? like.#nearly : new Map();
    this.#days = like ? like.#days : undefined;
  }

  /** The same programs after the places of some were counted: whether those can be joined, by id. */
  withJoinable(state: TownState, counted: ReadonlyMap<string, boolean>): ProgramIndex {
    const joinable = this.columns.joinable.slice();
    for (const [id, isJoinable] of counted) {
      const place = this.#placeOf(id);
      if (place !== undefined) (isJoinable ? add : remove)(joinable, place);
    }
    return new ProgramIndex(state, { ...this.columns, joinable }, this);
  }

  #placeOf(id: string): number | undefined {
    const place = firstFrom(this.size, (at) => this.columns.ids[at]! >= id);
    return this.columns.ids[place] === id ? place : undefined;
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
      const place = this.#placeOf(id);
      if (place !== undefined) add(set, place);
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
  keepWord(word: Word, numbers: Iterable<number>): ProgramSet {
    return this.#words.set(nameOf(word), this.#numbered(numbers));
  }

  /** Goes through both rows of numbers side by side. */
  #numbered(wanted: Iterable<number>): ProgramSet {
    const { numbers } = this.columns;
    const set = makeSet(this.size);
    let at = 0;
    for (const number of wanted) {
      while (at < this.size && numbers[this.#byNumber[at]!]! < number) at++;
      const place = this.#byNumber[at];
      if (place !== undefined && numbers[place] === number) add(set, place);
    }
    return set;
  }
}

/** The places in the order of their numbers. */
function sortedBy(numbers: Float64Array): Uint32Array {
  const places = Array.from(numbers, (_, place) => place);
  return Uint32Array.from(places.sort((a, b) => numbers[a]! - numbers[b]!));
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
