import { candidateQueries, type MatchProfile, type Program, type ProgramQueryInput, programQuery } from '@kankei/core';
import { Kept } from '../kept.ts';
import type { Database } from '../storage/database.ts';
import { findPrograms } from '../storage/program-search.ts';

/** So many programs of a question are ranked at once; where there are more, those that may suit are chosen first. */
const mostRanked = 3_000;
/** So many come of each further query. */
const mostOfEach = 300;
/** So many programs are kept as they were read, some 2 kB each. */
const keptPrograms = 8_000;

/** A question for programs that a person might take part in. */
export interface Wanted {
  /** The towns' codes. */
  towns: readonly string[];
  profile: MatchProfile;
  /** ms since 1970. */
  now: number;
  /** Stands for the towns' programs as they are at this moment. */
  state: string;
}

/**
 * Finds the programs worth ranking: all that are open, up to three thousand. Whoever answers one question after another
 * asks for the same ones again: they are kept as they were read, with what was worked out of them.
 */
export class Candidates {
  readonly #db: Database;
  readonly #kept = new Kept<Program[]>(keptPrograms, ({ length }) => length + 1);

  constructor(db: Database) {
    this.#db = db;
  }

  async find(wanted: Wanted): Promise<readonly Program[]> {
    const [soonest, ...further] = candidateQueries(wanted.profile);
    const known = this.#kept.get(wanted.state);
    const first = known ?? this.#kept.set(wanted.state, await this.#read(wanted, soonest!, mostRanked));
    if (first.length < mostRanked) return first;
    const found = new Map(first.map((program) => [`${program.town}/${program.id}`, program]));
    for (const query of further)
      for (const program of await this.#read(wanted, query, mostOfEach)) {
        const name = `${program.town}/${program.id}`;
        if (!found.has(name)) found.set(name, program);
      }
    return [...found.values()];
  }

  async #read({ towns, now }: Wanted, query: ProgramQueryInput, most: number): Promise<Program[]> {
    const found: Program[] = [];
    for await (const program of findPrograms(this.#db, towns, programQuery.parse(query), { now, most }))
      found.push(program);
    return found;
  }
}
