/**
 * A set of programs by their places in a town's index, one bit for each: filters are intersections, counts are counts
 * of bits, and a hundred thousand programs take 12.5 kB.
 */
export type ProgramSet = Uint32Array;

/** An empty set over so many places. */
export function makeSet(places: number): ProgramSet {
  return new Uint32Array((places + 31) >>> 5);
}

/** Every one of so many places. */
export function makeFullSet(places: number): ProgramSet {
  const set = makeSet(places).fill(0xffffffff);
  if (places & 31) set[set.length - 1] = 2 ** (places & 31) - 1;
  return set;
}

export function add(set: ProgramSet, place: number): void {
  set[place >>> 5]! |= 1 << (place & 31);
}

export function remove(set: ProgramSet, place: number): void {
  set[place >>> 5] = set[place >>> 5]! & ~(1 << (place & 31));
}

export function has(set: ProgramSet, place: number): boolean {
  return ((set[place >>> 5]! >>> (place & 31)) & 1) === 1;
}

/** The places in the set, smallest first. */
export function membersOf(set: ProgramSet): number[] {
  const members: number[] = [];
  for (let at = 0; at < set.length; at++)
    for (let word = set[at]!; word !== 0; word &= word - 1) members.push(at * 32 + 31 - Math.clz32(word & -word));
  return members;
}

/**
 * Intersects sets in room that is used over and over: what it answers stands until the room is cleared. At a hundred
 * thousand programs a question would otherwise leave a hundred kilobytes behind.
 */
export class SetRoom {
  readonly #all: ProgramSet;
  readonly #rooms: ProgramSet[] = [];
  #used = 0;

  /** `all`: every place there is. */
  constructor(all: ProgramSet) {
    this.#all = all;
  }

  clear(): void {
    this.#used = 0;
  }

  /** What is in every one of the sets, all for none. May be one of them, so nothing that is answered may be changed. */
  intersect(sets: readonly ProgramSet[]): ProgramSet {
    const [first = this.#all, second, ...others] = sets.filter((set) => set !== this.#all);
    if (!second) return first;
    const common = this.#next();
    for (let at = 0; at < common.length; at++) common[at] = first[at]! & second[at]!;
    for (const other of others) for (let at = 0; at < common.length; at++) common[at]! &= other[at]!;
    return common;
  }

  /** The set made ready to be counted. */
  count(set: ProgramSet): Counted {
    return toCounted(set, this.#next());
  }

  #next(): ProgramSet {
    const known = this.#rooms[this.#used++];
    if (known) return known;
    const room = new Uint32Array(this.#all.length);
    this.#rooms.push(room);
    return room;
  }
}

/** A set and the words of it in which anyone is: most questions leave few programs, and those are counted quickly. */
export interface Counted {
  set: ProgramSet;
  /** The numbers of the words. */
  words: Uint32Array;
  /** How many of `words` are filled. */
  filled: number;
}

/** Finds the words in which anyone is; `words` has room for them all. */
export function toCounted(set: ProgramSet, words: Uint32Array): Counted {
  let filled = 0;
  for (let at = 0; at < set.length; at++) if (set[at] !== 0) words[filled++] = at;
  return { set, words, filled };
}

/** How many of the first are in the other too. */
export function countCommon({ set, words, filled }: Counted, other: ProgramSet): number {
  let count = 0;
  for (let next = 0; next < filled; next++) {
    const at = words[next]!;
    count += countBits(set[at]! & other[at]!);
  }
  return count;
}

/** Adds up neighbouring bits, then pairs, then fours; the product gathers the four bytes' sums in the highest. */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The programs that carry one value of a facet: a set where they are many, a list of places where that is shorter.
 * So all values of a facet together take no more than a few bytes for each program, however many values there are.
 */
export type Carriers = { set: ProgramSet } | { places: Uint32Array };

export function makeCarriers(places: Uint32Array, of: number): Carriers {
  if (places.length * 32 < of) return { places: places.slice() };
  const set = makeSet(of);
  for (const place of places) add(set, place);
  return { set };
}

export function addCarriers(set: ProgramSet, carriers: Carriers): void {
  if ('places' in carriers) for (const place of carriers.places) add(set, place);
  else for (let at = 0; at < set.length; at++) set[at]! |= carriers.set[at]!;
}

/** How many of the first carry the value. */
export function countCarriers(counted: Counted, carriers: Carriers): number {
  if ('set' in carriers) return countCommon(counted, carriers.set);
  let count = 0;
  for (const place of carriers.places) if (has(counted.set, place)) count++;
  return count;
}
