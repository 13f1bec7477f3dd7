import {
  type Matching,
  makeProblem,
  matching,
  matchingWith,
  ProblemError,
  privacyNotice,
  recruitmentOf,
  takesIn,
  takings,
} from '@kankei/core';
import { untilStopped } from './abort.ts';
import type { AskOptions, MatchingBackend } from './backend.ts';
import type { FileKeeping } from './file-members.ts';
import type { FilePrograms } from './file-source.ts';
import { isObject } from './is-object.ts';
import { keep } from './keep.ts';
import { fetchFile, tellsTowns } from './program-file.ts';
import { townCode, townCodes } from './question.ts';
import { profilesIn } from './town-profiles.ts';

/** A town that says nothing of it is no fault: its programs are suggested all the same. */
const part = {
  name: 'matching',
  schema: { safeParse: (written: unknown) => matching.safeParse(written ?? matchingWith()) },
} as const;

/**
 * What is sent goes where `delivery` says, or else nowhere. That one is interested has no words to be sent there, and
 * files count nothing.
 */
function takenByFiles(matching: Matching): Matching {
  const { delivery, takes = takings } = matching;
  return { ...matching, takes: delivery ? takes.filter((taking) => taking !== 'interest') : [] };
}

/** The part of `fileBackend` for matching: suggestions are found here, in the browser, and nobody learns of them. */
export function fileMatching(
  url: URL,
  { fetching, maxAge, grace }: FileKeeping,
  programs: (codes: string[], options?: AskOptions) => Promise<FilePrograms>,
  now: () => number,
): MatchingBackend {
  const towns = keep(
    async () => {
      const content = await fetchFile(url, fetching);
      if (!tellsTowns(url, content)) return () => matchingWith();
      const townOf = await profilesIn(url, content, part);
      return (code: string): Matching => {
        const { profile, written } = townOf(code);
        const { fanclub } = written;
        const { data: notice } = privacyNotice.safeParse(isObject(fanclub) ? fanclub.notice : undefined);
        return takenByFiles(matchingWith(profile, notice && { notice }));
      };
    },
    () => maxAge,
    grace,
  );
  const matchingOf = async (code: string, { signal }: AskOptions = {}) => {
    if (signal?.aborted) throw signal.reason;
    const asked = townCode(code);
    return untilStopped(
      towns(undefined).then((townOf) => townOf(asked)),
      signal,
    );
  };
  // Where something from files goes, `delivery` says; there is nobody here to take it.
  const refuse = async (code: string): Promise<never> => {
    throw new ProblemError(makeProblem('not-taken', { detail: `${townCode(code)}: files take nothing in` }));
  };
  return {
    matching: matchingOf,
    async matches(codes, question, more) {
      const asked = townCodes(codes);
      // A list that asks only whether a program takes applications ranks nothing.
      const [{ matchMemory }, { programsOf }] = await Promise.all([import('./match-memory.ts'), programs(asked, more)]);
      return matchMemory(question, programsOf(asked), now());
    },
    async recruitment(code, id, more) {
      const program = await (await programs([townCode(code)], more)).program(code, id, more);
      const profile = await matchingOf(code, more);
      return recruitmentOf(program, { takes: takesIn(profile, 'application') }, now());
    },
    showInterest: refuse,
    apply: refuse,
    sendNeed: refuse,
    enquire: refuse,
  };
}
