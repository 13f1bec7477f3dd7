import type { Program, Session } from './schema/program.ts';

/** The zone of every wall clock in kankei. Japan keeps +09:00 all year, so days and instants convert by arithmetic. */
export const timeZone = 'Asia/Tokyo';
const offset = 9 * 3600_000;
/** Milliseconds of a day. */
export const dayLength = 24 * 3600_000;

/** True for `YYYY-MM-DD` of a day that exists. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** When the days began that were asked for of late: programs share them, and to read one takes ten times as long. */
const known = new Map<string, number>();

/** The instant (ms since 1970) of a day and time in Tokyo. */
export function toInstant(date: string, time = '00:00'): number {
  let start = known.get(date);
  if (start === undefined) {
    start = Date.parse(`${date}T00:00:00+09:00`);
    if (known.size >= 1000) known.clear();
    known.set(date, start);
  }
  return start + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
}

/** The day in Tokyo, `YYYY-MM-DD`, at an instant. */
export function dayAt(instant: number): string {
  return new Date(instant + offset).toISOString().slice(0, 10);
}

/** The instant the Tokyo day of `instant` began. */
export function startOfDay(instant: number): number {
  return Math.floor((instant + offset) / dayLength) * dayLength - offset;
}

export interface Span {
  start: number;
  end: number;
}

/** When a session begins and is over, as instants. Without an end time it lasts to the end of its last day. */
export function sessionSpan(session: Session): Span {
  const start = toInstant(session.startDate, session.startTime);
  const last = session.endDate ?? session.startDate;
  const end = session.endTime ? toInstant(last, session.endTime) : toInstant(last) + dayLength;
  return { start, end: end > start ? end : startOfDay(start) + dayLength };
}

/** The first session that is not over at `now`; undefined when all are over or there is none. */
export function nextSession(program: Pick<Program, 'sessions'>, now: number): Session | undefined {
  return program.sessions
    .filter((session) => sessionSpan(session).end > now)
    .sort((a, b) => sessionSpan(a).start - sessionSpan(b).start)[0];
}

/** The instant the last session is over; undefined without readable dates. */
export function lastEnd(program: Pick<Program, 'sessions'>): number | undefined {
  return program.sessions.length ? Math.max(...program.sessions.map((session) => sessionSpan(session).end)) : undefined;
}

/** The instant from which applications are too late: the time given, else the end of the day. */
export function deadlineAt(program: Pick<Program, 'deadline'>): number | undefined {
  const { deadline } = program;
  if (!deadline) return undefined;
  return deadline.time ? toInstant(deadline.date, deadline.time) : toInstant(deadline.date) + dayLength;
}
