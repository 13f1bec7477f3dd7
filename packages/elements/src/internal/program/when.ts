import {
  dayAt,
  dayLength,
  isOpen,
  type Program,
  type ProgramState,
  type Session,
  sessionSpan,
  startOfDay,
  toInstant,
} from '@kankei/core';
import type { Strings } from '../../strings/ja.ts';

type Dates = Pick<Program, 'kind' | 'sessions' | 'dateNote'>;

/** Dates in words: the date itself, how near it is, how many more there are. */
export interface When {
  text: string;
  near?: string | undefined;
  more?: string | undefined;
}

/** How far ahead “in n days” still helps. */
const nearDays = 30;

/** Kinds that need no date: no word about a missing one. */
const dateless: readonly string[] = ['letter', 'ownership', 'side-job'];

const clock = (time: string) => time.replace(/^0/, '');
const yearOf = (day: string) => day.slice(0, 4);

/** One session, e.g. 11月28日（土）9:30〜12:00; a year is said only where it is not the one before it, `now`'s first. */
export function sessionText({ startDate, startTime, endDate, endTime }: Session, now: number, s: Strings): string {
  const at = (date: string, time?: string) => (time ? s.dateTime(date, time) : date);
  const first = s.date(toInstant(startDate), yearOf(startDate) !== yearOf(dayAt(now)));
  if (endDate && endDate > startDate) {
    const last = s.date(toInstant(endDate), yearOf(endDate) !== yearOf(startDate));
    return s.span(at(first, startTime && clock(startTime)), at(last, endTime && clock(endTime)));
  }
  if (startTime && endTime) return at(first, s.span(clock(startTime), clock(endTime)));
  if (startTime) return at(first, s.from(clock(startTime)));
  return at(first, endTime && s.until(clock(endTime)));
}

/** How near a session is, in whole days of Tokyo: きょう, あす, あと7日; for one that is on, how long it lasts. */
function nearness(session: Session, now: number, s: Strings): string | undefined {
  const { start, end } = sessionSpan(session);
  const days = (instant: number) => (startOfDay(instant) - startOfDay(now)) / dayLength;
  if (end <= now) return undefined;
  const ahead = days(start);
  if (ahead < 0) return [s.endsToday, s.endsTomorrow][days(end - 1)] ?? s.running;
  if (ahead < 2) return ahead ? s.tomorrow : s.today;
  return ahead <= nearDays ? s.inDays(ahead) : undefined;
}

/**
 * When a program is, as a card says it: its next session, or the last one when all are over. Undefined where a date
 * is missing and would say nothing.
 */
export function whenOf(program: Dates, state: ProgramState, now: number, s: Strings): When | undefined {
  const { sessions, dateNote, kind } = program;
  const coming = sessions.filter((session) => sessionSpan(session).end > now);
  const session = coming.reduce<Session | undefined>(earlier, undefined) ?? sessions.at(-1);
  if (!session) {
    const text = dateNote ?? (dateless.includes(kind) ? undefined : s.dateUnknown);
    return text ? { text } : undefined;
  }
  const others = (coming.length || sessions.length) - 1;
  return {
    text: sessionText(session, now, s),
    near: isOpen(state) ? nearness(session, now, s) : undefined,
    more: others ? s.moreDates(others) : undefined,
  };
}

function earlier(a: Session | undefined, b: Session): Session {
  return a && sessionSpan(a).start <= sessionSpan(b).start ? a : b;
}
