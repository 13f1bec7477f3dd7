import type { ProgramQuery } from '@kankei/core';
import { Kept } from '../kept.ts';
import type { ProgramColumns } from './program-columns.ts';
import type { Counts, Listing } from './program-listing.ts';
import { add, has, makeSet, type ProgramSet } from './program-set.ts';
import { never } from './tables.ts';

export type Sort = ProgramQuery['sort'];

/** The order of a listing. */
export interface Order {
  /** All places by rank. */
  places: Uint32Array;
  /** All ranks by place. */
  ranks: Uint32Array;
}

/**
 * How a town's programs stand at an instant, and at every other until one of them begins, ends or stops taking
 * applications: what is past and what is open, and the orders of a listing.
 */
export class Standing {
  readonly past: ProgramSet;
  readonly coming: ProgramSet;
  readonly open: ProgramSet;
  /** What was found more than once of late, by the filters and the day. */
  readonly listings = new Kept<Listing>(32);
  /** How often a facet's values are there, by the facet and all that is asked of others. */
  readonly facets = new Kept<Counts>(500);
  readonly #columns: ProgramColumns;
  readonly #nearly: Map<Sort, Uint32Array>;
  readonly #asOf: number;
  /** The instants it holds for, from the last moment on and before the next. */
  readonly #since: number;
  readonly #until: number;
  readonly #orders = new Map<Sort, Order>();

  /** `nearly`: the places as they were sorted last, for any instant; that is quick to put right. Kept up here. */
  constructor(columns: ProgramColumns, asOf: number, nearly: Map<Sort, Uint32Array>) {
    const { ids, overAt, deadlineAt, joinable, sessionStarts, sessionEnds } = columns;
    this.#columns = columns;
    this.#asOf = asOf;
    this.#nearly = nearly;
    this.past = makeSet(ids.length);
    this.coming = makeSet(ids.length);
    this.open = makeSet(ids.length);
    for (let place = 0; place < ids.length; place++) {
      const isPast = overAt[place]! <= asOf;
      add(isPast ? this.past : this.coming, place);
      if (!isPast && deadlineAt[place]! > asOf && has(joinable, place)) add(this.open, place);
    }
    let since = -Infinity;
    let until = Infinity;
    for (const moments of [deadlineAt, sessionStarts, sessionEnds])
      for (const moment of moments)
        if (moment <= asOf) since = Math.max(since, moment);
        else until = Math.min(until, moment);
    this.#since = since;
    this.#until = until;
  }

  holdsAt(asOf: number): boolean {
    return asOf >= this.#since && asOf < this.#until;
  }

  order(sort: Sort): Order {
    const known = this.#orders.get(sort);
    if (known) return known;
    const order = this.#sort(sort);
    this.#orders.set(sort, order);
    this.#nearly.set(sort, order.places);
    return order;
  }

  #sort(sort: Sort): Order {
    const size = this.#columns.ids.length;
    const group = new Uint8Array(size);
    const key = new Float64Array(size);
    for (let place = 0; place < size; place++) {
      group[place] = this.groupOf(sort, place);
      key[place] = this.keyOf(sort, place);
    }
    const nearly = this.#nearly.get(sort);
    const places = nearly ? Array.from(nearly) : Array.from({ length: size }, (_, place) => place);
    places.sort((a, b) => group[a]! - group[b]! || key[a]! - key[b]! || a - b);
    const ranks = new Uint32Array(size);
    for (let rank = 0; rank < size; rank++) ranks[places[rank]!] = rank;
    return { places: Uint32Array.from(places), ranks };
  }

  /** The first of `sortKey` of core; ids decide where both are alike. */
  groupOf(sort: Sort, place: number): number {
    if (sort === 'new') return 0;
    if (has(this.past, place)) return 2;
    if (sort === 'deadline') return this.#deadlineToCome(place) === never ? 1 : 0;
    return this.#isUndated(place) ? 1 : 0;
  }

  /** The second of `sortKey` of core. */
  keyOf(sort: Sort, place: number): number {
    const { updatedAt, overAt } = this.#columns;
    // Not by a sign: zero has but one here.
    if (sort === 'new') return 0 - updatedAt[place]!;
    if (has(this.past, place)) return 0 - overAt[place]!;
    if (sort === 'deadline' || this.#isUndated(place)) return this.#deadlineToCome(place);
    return this.#nextMoment(place);
  }

  #isUndated(place: number): boolean {
    return this.#columns.startsAt[place] === never;
  }

  /** The deadline if it is still to come, else the end of all time. */
  #deadlineToCome(place: number): number {
    const deadline = this.#columns.deadlineAt[place]!;
    return deadline > this.#asOf ? deadline : never;
  }

  /** The next thing that happens: a session begins, or one that is running ends. */
  #nextMoment(place: number): number {
    const { startsAt, sessionsFrom, sessionStarts, sessionEnds } = this.#columns;
    if (startsAt[place]! > this.#asOf) return startsAt[place]!;
    let next = Infinity;
    for (let at = sessionsFrom[place]!; at < sessionsFrom[place + 1]!; at++) {
      if (sessionEnds[at]! <= this.#asOf) continue;
      const starts = sessionStarts[at]!;
      next = Math.min(next, starts > this.#asOf ? starts : sessionEnds[at]!);
    }
    return next;
  }
}
