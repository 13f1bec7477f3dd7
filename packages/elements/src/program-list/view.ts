import { clampWhole, type ProgramPage } from '@kankei/core';
import type { Telling } from '../internal/program/facts.ts';
import type { AllStrings, Strings } from '../strings/ja.ts';

/** What every template of the listing needs to know. */
export interface View extends Telling {
  /** The instant the answer holds for, ms since 1970. */
  now: number;
  /** The heading level of titles. */
  level: number;
}

/** No town's name: a list of one town need not say it. */
export const nameless = (): undefined => undefined;

/** What the templates of an answer need; `now` is the answer's own unless given. */
export function viewOf(
  s: Strings,
  answer: ProgramPage | undefined,
  headingLevel: number,
  townName: View['townName'] = nameless,
  now = Date.parse(answer?.asOf ?? '') || Date.now(),
): View {
  return { s, now, level: clampWhole(headingLevel, 1, 6, 3), townName };
}

/** True where there is more than one program, to come or over, and so something to search in. */
export function isSearchable({ total, past }: ProgramPage): boolean {
  return total + past > 1;
}

/** The same for what is fetched later, with every word at hand. */
export interface FullView extends View {
  s: AllStrings;
}
