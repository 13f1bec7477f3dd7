import { factsOf } from '../program-facts.ts';
import { soonKey } from '../program-query.ts';
import { isOpen, stateAt } from '../program-state.ts';
import type { MatchProfile, Misfit, Reason } from '../schema/match.ts';
import type { Program } from '../schema/program.ts';
import { matcherFor } from './match-program.ts';
import { isUnmet } from './reason-codes.ts';

/** A program with why it stands where it stands. */
export interface RankedProgram<P extends Program = Program> {
  program: P;
  reasons: Reason[];
  misfits: Misfit[];
  /** How many of the misfits are unmet conditions. */
  unmet: number;
}

/** A program while it is ranked: what is compared stands beside it. */
interface Row<P extends Program> {
  ranked: RankedProgram<P>;
  unmet: number;
  worth: number;
  light: number;
  group: number;
  key: number;
}

/**
 * The programs one can still join, those first that suit the profile best at `now` (ms since 1970). What is full,
 * closed, called off or over is left out.
 *
 * The order follows from what is said of each and nothing else: fewer unmet conditions come first, then more reasons
 * less misfits, each counting one; of equals what is light to begin with, for who is new (`light-first`, which counts
 * here alone), then what comes sooner, then the smaller id. Neither the order of `programs` nor anything unknown of them
 * matters.
 */
export function rankPrograms<P extends Program>(
  profile: MatchProfile,
  programs: readonly P[],
  now: number,
): RankedProgram<P>[] {
  const match = matcherFor(profile, now);
  const rows: Row<P>[] = [];
  for (const program of programs) {
    const facts = factsOf(program);
    if (!isOpen(stateAt(program, facts, now))) continue;
    const { reasons, misfits } = match(program, facts);
    let unmet = 0;
    for (const misfit of misfits) if (isUnmet(misfit)) unmet++;
    // It is said last.
    const light = Number(reasons.at(-1)?.code === 'light-first');
    const worth = reasons.length - light - misfits.length;
    const [group, key] = soonKey(facts, now);
    rows.push({ ranked: { program, reasons, misfits, unmet }, unmet, worth, light, group, key });
  }
  rows.sort(
    (a, b) =>
      a.unmet - b.unmet ||
      b.worth - a.worth ||
      b.light - a.light ||
      a.group - b.group ||
      a.key - b.key ||
      compareText(a.ranked.program.id, b.ranked.program.id) ||
      compareText(a.ranked.program.town, b.ranked.program.town),
  );
  return rows.map(({ ranked }) => ranked);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
