import { dayLength, deadlineAt, type Program, sessionSpan, startOfDay } from '@kankei/core';

/**
 * The next instant (ms since 1970) after `now` at which something said about the programs is no longer so: midnight in
 * Tokyo, the end of a session, a deadline.
 */
export function nextBoundary(programs: Iterable<Pick<Program, 'sessions' | 'deadline'>>, now: number): number {
  let next = startOfDay(now) + dayLength;
  const consider = (instant: number | undefined) => {
    if (instant !== undefined && instant > now && instant < next) next = instant;
  };
  for (const program of programs) {
    try {
      consider(deadlineAt(program));
      for (const session of program.sessions) consider(sessionSpan(session).end);
    } catch {
      // What cannot be read has no boundary; its card says so.
    }
  }
  return next;
}
