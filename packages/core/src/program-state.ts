import type { Program } from './schema/program.ts';
import { deadlineAt, lastEnd } from './times.ts';

/** Where a program stands at a given instant. */
export const programStates = ['open', 'few', 'full', 'closed', 'cancelled', 'postponed', 'over'] as const;
export type ProgramState = (typeof programStates)[number];

/** What the state depends on. */
export type StateFacts = Pick<Program, 'status' | 'sessions' | 'deadline' | 'placesLeft' | 'capacity'>;

/** So few places left, at most three or a tenth of all, that a person should hurry. */
function isFew(placesLeft: number, capacity = 0): boolean {
  return placesLeft <= Math.max(3, Math.floor(capacity / 10)) && placesLeft < (capacity || Infinity);
}

/**
 * The state at `now` (ms since 1970). What the organiser called off stays called off; then time decides, then places.
 * Unknown stays open: a program without dates is never over, one without a count is never full.
 */
export function programState(program: StateFacts, now: number): ProgramState {
  return stateAt(program, { end: lastEnd(program) ?? Infinity, deadline: deadlineAt(program) ?? Infinity }, now);
}

/** The same where it is known already when all is over, and when applications are too late. */
export function stateAt(
  { status, placesLeft, capacity }: Pick<Program, 'status' | 'placesLeft' | 'capacity'>,
  { end, deadline }: { end: number; deadline: number },
  now: number,
): ProgramState {
  if (status === 'cancelled' || status === 'postponed') return status;
  if (end <= now) return 'over';
  if (status === 'closed' || deadline <= now) return 'closed';
  if (status === 'full' || placesLeft === 0) return 'full';
  return placesLeft !== undefined && isFew(placesLeft, capacity) ? 'few' : 'open';
}

/** True when one can still join. */
export function isOpen(state: ProgramState): boolean {
  return state === 'open' || state === 'few';
}

/** True when all dates have passed, called off or not: what a listing leaves out unless asked. */
export function isPast(program: Pick<Program, 'sessions'>, now: number): boolean {
  return (lastEnd(program) ?? Infinity) <= now;
}
