import { toItem } from '../program-query.ts';
import type { Matches, MatchQuestion, Obstacle, Suggestion } from '../schema/match.ts';
import type { Program } from '../schema/program.ts';
import { type RankedProgram, rankPrograms } from './rank-programs.ts';
import { isUnmet, type UnmetCode, unmetCodes } from './reason-codes.ts';

/** How many are shown where nothing suits. */
const alternativeLimit = 6;

/** What nobody can loosen. */
const fixed: readonly UnmetCode[] = ['too-young', 'too-old'];

/**
 * Answers a question over programs in memory, at `now` (ms since 1970): what is suggested has a reason and no unmet
 * condition, and comes in the order of `rankPrograms`. This defines what every backend answers.
 */
export function suggestPrograms({ profile, limit }: MatchQuestion, programs: readonly Program[], now: number): Matches {
  const ranked = rankPrograms(profile, programs, now);
  const suiting = ranked.filter(({ reasons, unmet }) => reasons.length && !unmet);
  return {
    suggestions: suiting.slice(0, limit).map(toSuggestion),
    total: suiting.length,
    alternatives: suiting.length ? [] : ranked.slice(0, Math.min(limit, alternativeLimit)).map(toSuggestion),
    obstacles: obstaclesIn(ranked),
    asOf: new Date(now).toISOString(),
  };
}

/** Which single conditions keep how many programs from being suggested, the most first. */
export function obstaclesIn(ranked: readonly RankedProgram[]): Obstacle[] {
  const counts = new Map<UnmetCode, number>();
  for (const { misfits, unmet } of ranked) {
    if (unmet !== 1) continue;
    const code = misfits.find(isUnmet)!.code as UnmetCode;
    if (!fixed.includes(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return unmetCodes
    .flatMap((code) => (counts.has(code) ? [{ code, count: counts.get(code)! }] : []))
    .sort((a, b) => b.count - a.count);
}

function toSuggestion({ program, reasons, misfits }: RankedProgram): Suggestion {
  return { program: toItem(program), reasons, misfits };
}
