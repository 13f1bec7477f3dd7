import {
  type CardKey,
  checkForm,
  dayAt,
  type Fanclub,
  type Furusato,
  fanclubFields,
  type Matching,
  type MemberCard,
  type PostalPlace,
  type ProblemCode,
  type Program,
  type Recruitment,
  type Signup,
  type Town,
  withoutFlagged,
} from '@kankei/core';
import { wait } from './abort.ts';
import type { AskOptions, Backend } from './backend.ts';
import { memoryMatching, type Taken } from './memory-matching.ts';
import { memoryPrograms, refusal } from './memory-programs.ts';
import { memberToken, townCode } from './question.ts';

/** What is asked, as the hooks of a story or a test see it. */
export type Question = Exclude<keyof Backend, 'links' | 'proof' | 'postal'>;

export interface MemoryBackendOptions {
  towns: readonly Town[];
  /** A program's town and id are its name: of two with the same, the first counts. */
  programs: readonly Program[];
  /** Fan clubs by the code of their town. */
  fanclubs?: Readonly<Record<string, Fanclub>>;
  /** What towns say of furusato nozei, by code. */
  furusato?: Readonly<Record<string, Furusato>>;
  /** What towns say of matching, by code. */
  matching?: Readonly<Record<string, Matching>>;
  /** What programs ask who applies, and tell, beside what follows from them; by `town/id`. */
  recruitments?: Readonly<Record<string, Partial<Recruitment>>>;
  /** Told of every application, need, enquiry and interest that is taken in, once for each key. */
  onTake?: (taken: Taken) => void;
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
  const ready = async (question: Question, { signal }: AskOptions = {}) => {
    // Never in the caller's own turn, so that a stop right after the question is heard, as it is over a network.
    await (delay ? wait(delay, signal) : undefined);
    if (signal?.aborted) throw signal.reason;
    const code = fail?.(question);
    if (code) throw refusal(code);
  };
  const { townOf, programsOf: _, ...answers } = memoryPrograms({ ...options, now, ready });
  const { matching, recruitments, onTake } = options;
  // Asked within another question, which has been waited for.
  const programs = memoryPrograms({ ...options, now });
  const clubOf = (code: string): Fanclub => {
    const club = Object.hasOwn(fanclubs, townOf(code).code) ? fanclubs[code] : undefined;
    if (!club) throw refusal('fanclub-not-found', { detail: code });
    return club;
  };
  const joined = new Set<string>();

  return {
    ...answers,
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
    async furusato(code, more) {
      await ready('furusato', more);
      const { furusato = {} } = options;
      const profile = Object.hasOwn(furusato, townOf(townCode(code)).code) ? furusato[code] : undefined;
      if (!profile) throw refusal('furusato-not-found', { detail: code });
      return withoutFlagged(profile);
    },
    ...memoryMatching({ matching, recruitments, onTake, programs, now, ready }),
    links: {},
  };
}

/** How long (ms) the link in the mail can be used. */
const confirmationTime = 7 * 24 * 3600 * 1000;
