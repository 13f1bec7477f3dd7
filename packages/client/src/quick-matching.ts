import { type Matching, matching } from '@kankei/core';
import { matchingAddress } from './addresses.ts';
import type { AskOptions } from './backend.ts';
import { quickAnswer } from './quick-answer.ts';

/** What a town says and asks where people find each other, asked for as `quickAnswer` does. */
export async function quickMatching(
  base: URL,
  town: string,
  { signal }: AskOptions = {},
): Promise<Matching | undefined> {
  if (!/^\d{6}$/.test(town)) return undefined;
  // Who asks has the schemas at hand: they read a profile, too.
  return quickAnswer(matchingAddress(base, town), (answer) => matching.safeParse(answer).data, signal);
}
