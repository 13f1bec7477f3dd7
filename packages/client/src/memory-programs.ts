import {
  fromSearchParams,
  makeProblem,
  type Problem,
  type ProblemCode,
  ProblemError,
  type Program,
  queryPrograms,
  type Town,
  toSearchParams,
} from '@kankei/core';
import type { AskOptions, ProgramBackend } from './backend.ts';
import { askedId, townCode, townCodes } from './question.ts';

export interface MemoryPrograms extends ProgramBackend {
  /** The town of a code; throws `town-not-found`. */
  townOf(code: string): Town;
  /** All programs of the towns, the same list for the same towns; throws `town-not-found`. */
  programsOf(codes: readonly string[]): readonly Program[];
}

export interface MemoryProgramsOptions {
  towns: readonly Town[];
  /** A program's town and id are its name: of two with the same, the first counts. */
  programs: readonly Program[];
  now: () => number;
  /** The most programs one answer holds; 100 unless given. */
  longest?: number;
  /** Waited for before each answer; it may refuse. */
  ready?: (question: Exclude<keyof ProgramBackend, 'longest'>, options?: AskOptions) => Promise<void>;
}

/** Answers about towns and programs that are in memory. */
export function memoryPrograms(options: MemoryProgramsOptions): MemoryPrograms {
  const { now, longest, ready = notStopped } = options;
  const towns = new Map(options.towns.map((town) => [town.code, town]));
  const named = new Map<string, Program>();
  for (const program of options.programs) {
    const name = nameOf(program.town, program.id);
    if (!named.has(name)) named.set(name, program);
  }
  const programs = [...named.values()];
  // The same list for the same towns: what is worked out of it is kept with it.
  const lists = new Map<string, readonly Program[]>();
  const townOf = (code: string): Town => {
    const town = towns.get(code);
    if (!town) throw refusal('town-not-found', { detail: code });
    return town;
  };
  const programsOf = (asked: readonly string[]) => {
    const codes = new Set(townCodes(asked).map((code) => townOf(code).code));
    const key = [...codes].join();
    const list = lists.get(key) ?? programs.filter(({ town }) => codes.has(town));
    lists.set(key, list);
    return list;
  };

  return {
    longest,
    townOf,
    programsOf,
    async town(code, more) {
      await ready('town', more);
      return townOf(townCode(code));
    },
    async programs(codes, input = {}, more) {
      await ready('programs', more);
      const asked = fromSearchParams(toSearchParams(input), longest);
      if ('errors' in asked) throw refusal('invalid-parameter', { errors: asked.errors });
      const page = queryPrograms(programsOf(codes), asked.query, now());
      if (!page) throw refusal('invalid-parameter', { errors: [{ name: 'cursor', reason: 'unreadable' }] });
      return page;
    },
    async program(code, id, more) {
      await ready('program', more);
      const town = townOf(townCode(code));
      const program = named.get(nameOf(town.code, askedId(id)));
      if (!program) throw refusal('program-not-found', { detail: id });
      return program;
    },
  };
}

async function notStopped(_: string, { signal }: AskOptions = {}): Promise<void> {
  if (signal?.aborted) throw signal.reason;
}

const nameOf = (town: string, id: string) => `${town}/${id}`;

/** What a server would refuse, refused. */
export function refusal(code: ProblemCode, more?: Pick<Problem, 'detail' | 'errors'>): ProblemError {
  return new ProblemError(makeProblem(code, more));
}
