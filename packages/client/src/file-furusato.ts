import { type Faults, flaggedTexts, furusato, type Problem, withoutFlagged } from '@kankei/core';
import { untilStopped } from './abort.ts';
import type { FurusatoBackend } from './backend.ts';
import type { FileKeeping } from './file-members.ts';
import { keep } from './keep.ts';
import { fileProblem } from './program-file.ts';
import { townCode } from './question.ts';
import { openProfiles } from './town-profiles.ts';

const part = { name: 'furusato', schema: furusato, missing: 'furusato-not-found' } as const;

/**
 * The part of `fileBackend` for furusato nozei: what a `kankei.json` tells of it. Texts that the rules on advertising do
 * not allow are left out, as a server would leave them out, and told of to `onProblem`.
 */
export function fileFurusato(
  url: URL,
  { fetching, maxAge, grace }: FileKeeping,
  onProblem: (problem: Problem) => void,
): FurusatoBackend {
  const towns = keep(
    async () => {
      const townOf = await openProfiles(url, fetching, part);
      const told = new Set<string>();
      return (code: string) => {
        const { profile, place } = townOf(code);
        const faults: Faults = flaggedTexts(profile).flatMap(({ name, findings }) =>
          findings.map(({ word, rule, since }) => ({
            name: `${place}.${name}`,
            reason: `advertising: ${word} (${rule}, ${since})`,
          })),
        );
        // Once for each reading of the file, not for each question.
        if (faults.length && !told.has(code)) onProblem(fileProblem(url, 'texts left out', faults).problem);
        told.add(code);
        return withoutFlagged(profile);
      };
    },
    () => maxAge,
    grace,
  );
  return {
    async furusato(code, { signal } = {}) {
      if (signal?.aborted) throw signal.reason;
      const asked = townCode(code);
      return untilStopped(
        towns(undefined).then((townOf) => townOf(asked)),
        signal,
      );
    },
  };
}
