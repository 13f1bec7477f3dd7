import {
  type Application,
  type ApplicationReceived,
  applicationFields,
  checkForm,
  dayAt,
  type Enquiry,
  enquiryFields,
  type Field,
  type Matching,
  matchingWith,
  type Need,
  needFields,
  type Program,
  placesTaken,
  type Recruitment,
  recruitmentOf,
  type Submission,
  type Taking,
  takesIn,
} from '@kankei/core';
import type { AskOptions, MatchingBackend } from './backend.ts';
import { matchMemory } from './match-memory.ts';
import { type MemoryPrograms, refusal } from './memory-programs.ts';
import { townCode } from './question.ts';

/** Something that was taken in. */
export type Taken =
  | { what: 'interest'; town: string; program: string }
  | { what: 'application'; town: string; program: string; sent: Application }
  | { what: 'need'; town: string; sent: Need }
  | { what: 'enquiry'; town: string; sent: Enquiry };

export interface MemoryMatchingOptions {
  /** What towns say of matching, by code. */
  matching?: Readonly<Record<string, Matching>> | undefined;
  /** What programs ask and tell beside what follows from them, by `town/id`. */
  recruitments?: Readonly<Record<string, Partial<Recruitment>>> | undefined;
  /** Told of everything that is taken in, once for each key. */
  onTake?: ((taken: Taken) => void) | undefined;
  programs: MemoryPrograms;
  now: () => number;
  /** Waited for before each answer; it may refuse. */
  ready: (question: keyof MatchingBackend, options?: AskOptions) => Promise<void>;
}

/** Matching over what is in memory: applications take places, and wait where there are none left. */
export function memoryMatching(options: MemoryMatchingOptions): MatchingBackend {
  const { matching = {}, recruitments = {}, onTake, programs, now, ready } = options;
  const answers = new Map<string, unknown>();
  const taken = new Map<string, number>();
  const waiting = new Map<string, number>();
  const interested = new Map<string, number>();

  const matchingOf = (code: string): Matching => {
    const { code: town } = programs.townOf(townCode(code));
    return matchingWith(Object.hasOwn(matching, town) ? matching[town] : undefined);
  };
  const recruitmentAt = (program: Program): Recruitment => {
    const name = `${program.town}/${program.id}`;
    const { placesLeft } = program;
    const left = placesLeft === undefined ? {} : { placesLeft: Math.max(0, placesLeft - (taken.get(name) ?? 0)) };
    const takes = takesIn(matchingOf(program.town), 'application');
    return {
      ...recruitmentOf({ ...program, ...left }, { takes, waits: true }, now()),
      waiting: waiting.get(name) ?? 0,
      interested: interested.get(name) ?? 0,
      ...(Object.hasOwn(recruitments, name) && recruitments[name]),
    };
  };
  /** Takes something in once for each key. */
  const take = <T>(key: string, what: Taken, answer: () => T): T => {
    if (!answers.has(key)) {
      answers.set(key, answer());
      onTake?.(what);
    }
    return answers.get(key) as T;
  };
  const check = (fields: readonly Field[], { answers }: Submission) => {
    const { faults, values } = checkForm(fields, answers, dayAt(now()));
    const errors = faults.map(({ name, code }) => ({ name: `answers.${name}`, reason: code }));
    if (errors.length) throw refusal('invalid-body', { errors });
    return values;
  };
  const profileTaking = (town: string, what: Taking): Matching => {
    const profile = matchingOf(town);
    if (!takesIn(profile, what)) throw refusal('not-taken', { detail: town });
    return profile;
  };
  const raise = (counts: Map<string, number>, name: string, by = 1) => {
    counts.set(name, (counts.get(name) ?? 0) + by);
    return counts.get(name)!;
  };

  return {
    async matching(town, more) {
      await ready('matching', more);
      return matchingOf(town);
    },
    async matches(towns, question, more) {
      await ready('matches', more);
      return matchMemory(question, programs.programsOf(towns), now());
    },
    async recruitment(town, id, more) {
      await ready('recruitment', more);
      return recruitmentAt(await programs.program(town, id));
    },
    async showInterest(town, id, _, { key, ...more }) {
      await ready('showInterest', more);
      await programs.program(town, id);
      profileTaking(town, 'interest');
      const what = { what: 'interest', town, program: id } as const;
      return take(key, what, () => ({ interested: raise(interested, `${town}/${id}`) }));
    },
    async apply(town, id, sent, { key, ...more }) {
      await ready('apply', more);
      const recruitment = recruitmentAt(await programs.program(town, id));
      const profile = profileTaking(town, 'application');
      const places = placesTaken(check(applicationFields(recruitment, profile), sent));
      const { state, placesLeft = Infinity } = recruitment;
      const what = { what: 'application', town, program: id, sent } as const;
      return take(key, what, (): ApplicationReceived => {
        if (state === 'closed') throw refusal('recruitment-closed');
        const name = `${town}/${id}`;
        if (state === 'waiting' || places > placesLeft) return { state: 'waiting', position: raise(waiting, name) };
        raise(taken, name, places);
        return { state: 'pending' };
      });
    },
    async sendNeed(town, sent, { key, ...more }) {
      await ready('sendNeed', more);
      check(needFields(profileTaking(town, 'need')), sent);
      return take(key, { what: 'need', town, sent }, () => ({ at: new Date(now()).toISOString() }));
    },
    async enquire(town, sent, { key, ...more }) {
      await ready('enquire', more);
      check(enquiryFields(profileTaking(town, 'enquiry')), sent);
      return take(key, { what: 'enquiry', town, sent }, () => ({ at: new Date(now()).toISOString() }));
    },
  };
}
