import {
  type CardKey,
  checkForm,
  dayAt,
  type Fanclub,
  fanclubFields,
  fromSearchParams,
  type MemberCard,
  makeProblem,
  type PostalPlace,
  type Problem,
  type ProblemCode,
  ProblemError,
  type Program,
  queryPrograms,
  type Signup,
  type Town,
  toSearchParams,
} from '@kankei/core';
import { wait } from './abort.ts';
import type { AskOptions, Backend } from './backend.ts';
import { askedId, memberToken, townCode, townCodes } from './question.ts';

/** What is asked, as the hooks of a story or a test see it. */
export type Question = 'town' | 'programs' | 'program' | 'fanclub' | 'join' | 'memberCard' | 'cardKeys';

export interface MemoryBackendOptions {
  towns: readonly Town[];
  /** A program's town and id are its name: of two with the same, the first counts. */
  programs: readonly Program[];
  /** Fan clubs by the code of their town. */
  fanclubs?: Readonly<Record<string, Fanclub>>;
  /** Told of every signup that is taken, once for each key. */
  onJoin?: (town: string, signup: Signup) => void;
  /** Cards by the token of their member. */
  cards?: Readonly<Record<string, MemberCard>>;
  /** The keys of towns that sign cards, by code. */
  cardKeys?: Readonly<Record<string, CardKey[]>>;
  /** Milliseconds since 1970; the clock unless given. */
  now?: () => number;
  /** The places of postal codes of seven digits; none unless given. */
  postal?: Readonly<Record<string, PostalPlace[]>>;
  /** Milliseconds before an answer, to see a page while it waits; `Infinity` never answers. */
  delay?: number;
  /** A code to fail with, to see a page when it does. Asked again for every question. */
  fail?: (question: Question) => ProblemCode | undefined;
}

/** A backend over what is in memory. It refuses what a server would refuse, with the same codes. */
export function memoryBackend(options: MemoryBackendOptions): Backend {
  const { now = Date.now, postal = {}, fanclubs = {}, cards = {}, cardKeys = {}, delay = 0, fail } = options;
  const towns = new Map(options.towns.map((town) => [town.code, town]));
  const named = new Map<string, Program>();
  for (const program of options.programs) {
    const name = nameOf(program.town, program.id);
    if (!named.has(name)) named.set(name, program);
  }
  const programs = [...named.values()];
  // The same list for the same towns: what is worked out of it is kept with it.
  const lists = new Map<string, readonly Program[]>();
  const programsOf = (codes: ReadonlySet<string>) => {
    const key = [...codes].join();
    const list = lists.get(key) ?? programs.filter(({ town }) => codes.has(town));
    lists.set(key, list);
    return list;
  };

  const ready = async (question: Question, { signal }: AskOptions = {}) => {
    // Never in the caller's own turn, so that a stop right after the question is heard, as it is over a network.
    await (delay ? wait(delay, signal) : undefined);
    if (signal?.aborted) throw signal.reason;
    const code = fail?.(question);
    if (code) throw refusal(code);
  };
  const townOf = (code: string): Town => {
    const town = towns.get(code);
    if (!town) throw refusal('town-not-found', { detail: code });
    return town;
  };

  const clubOf = (code: string): Fanclub => {
    const club = Object.hasOwn(fanclubs, townOf(code).code) ? fanclubs[code] : undefined;
    if (!club) throw refusal('fanclub-not-found', { detail: code });
    return club;
  };
  const joined = new Set<string>();

  return {
    async town(code, more) {
      await ready('town', more);
      return townOf(townCode(code));
    },
    async programs(codes, input = {}, more) {
      await ready('programs', more);
      const asked = fromSearchParams(toSearchParams(input));
      if ('errors' in asked) throw refusal('invalid-parameter', { errors: asked.errors });
      const wanted = new Set(townCodes(codes).map((code) => townOf(code).code));
      const page = queryPrograms(programsOf(wanted), asked.query, now());
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
    proof: async () => undefined,
    async postal(code, { signal } = {}) {
      await (delay ? wait(delay, signal) : undefined);
      if (signal?.aborted) throw signal.reason;
      return Object.hasOwn(postal, code) ? postal[code] : undefined;
    },
    async fanclub(code, more) {
      await ready('fanclub', more);
      return clubOf(townCode(code));
    },
    async join(code, signup, { key, ...more }) {
      await ready('join', more);
      const { faults } = checkForm(fanclubFields(clubOf(townCode(code))), signup.answers, dayAt(now()));
      const errors = faults.map(({ name, code }) => ({ name: `answers.${name}`, reason: code }));
      if (errors.length) throw refusal('invalid-body', { errors });
      if (!joined.has(key)) options.onJoin?.(code, signup);
      joined.add(key);
      return { confirmBefore: new Date(now() + confirmationTime).toISOString() };
    },
    async memberCard(code, token, more) {
      await ready('memberCard', more);
      const card = Object.hasOwn(cards, memberToken(token)) ? cards[token] : undefined;
      if (card?.town !== townCode(code)) throw refusal('link-expired');
      return card;
    },
    async cardKeys(code, more) {
      await ready('cardKeys', more);
      const town = townOf(townCode(code)).code;
      return (Object.hasOwn(cardKeys, town) && cardKeys[town]) || [];
    },
    links: {},
  };
}

/** How long (ms) the link in the mail can be used. */
const confirmationTime = 7 * 24 * 3600 * 1000;

const nameOf = (town: string, id: string) => `${town}/${id}`;

function refusal(code: ProblemCode, more?: Pick<Problem, 'detail' | 'errors'>): ProblemError {
  return new ProblemError(makeProblem(code, more));
}
