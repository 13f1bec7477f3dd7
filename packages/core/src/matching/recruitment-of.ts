import { programState } from '../program-state.ts';
import type { Recruitment } from '../schema/participation.ts';
import type { Program } from '../schema/program.ts';
import { deadlineAt } from '../times.ts';

/** How many may come with one application, where a program has so many places. */
const most = 10;

/**
 * Where the recruitment of a program stands that nobody keeps a list of applications for, at `now` (ms since 1970): as
 * the program itself says. `takes`: applications are taken in; `waits`: also for a waiting list.
 */
export function recruitmentOf(
  program: Program,
  { takes, waits = false }: { takes: boolean; waits?: boolean },
  now: number,
): Recruitment {
  const { placesLeft } = program;
  const state = programState(program, now);
  const deadline = deadlineAt(program);
  const isFull = waits && state === 'full';
  return {
    state: !takes ? 'closed' : state === 'open' || state === 'few' ? 'open' : isFull ? 'waiting' : 'closed',
    ...(placesLeft !== undefined && { placesLeft }),
    people: Math.min(most, program.capacity || most),
    questions: [],
    ...(deadline !== undefined && { until: new Date(deadline).toISOString() }),
    asOf: new Date(now).toISOString(),
  };
}
