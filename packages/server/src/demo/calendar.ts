import { dayAt, dayLength, lastEnd, type Program, sessionSpan, toInstant } from '@kankei/core';

/** How long what is over stays in the list, as on a town's own page. */
const keptFor = 21 * dayLength;
/** A town does not fix the date of a yearly thing further ahead than about nine months. */
const fixedAhead = 270 * dayLength;

/** The day `days` after (before, if negative) a day. */
export function plus(date: string, days: number): string {
  return dayAt(toInstant(date) + days * dayLength);
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof weekdays)[number];

/** How many days from a day to the next such day of the week; 0 when it is one itself. */
function daysUntil(weekday: Weekday, date: string): number {
  return (weekdays.indexOf(weekday) - new Date(`${date}T00:00:00Z`).getUTCDay() + 7) % 7;
}

/** The first such day of the week on or after a day. */
export function onOrAfter(weekday: Weekday, date: string): string {
  return plus(date, daysUntil(weekday, date));
}

/** What of a program depends on its date being fixed. */
export type Dated = Partial<Pick<Program, 'sessions' | 'deadline' | 'placesLeft' | 'status' | 'dateNote'>>;

/** Days as seen from one instant. Every day is a day in Tokyo, `YYYY-MM-DD`. */
export interface Calendar {
  readonly today: string;
  /** The day `days` from today; negative is past. */
  day(days: number): string;
  /** The nth such day of the week after today (1 is the next), or before today (-1 is the last); never today. */
  nth(weekday: Weekday, nth: number): string;
  /** When something was last edited, so many days ago at nine in the morning. */
  edited(daysAgo: number): string;
  /**
   * The next time of what happens once a year. `build` gives its dates for a year; what is over stays for three weeks,
   * and while the next time is more than nine months away there is no date yet, only the `season` in words.
   */
  yearly(season: string, build: (year: number) => Dated & Pick<Program, 'sessions'>): Dated;
}

/** The days as seen from `now` (ms since 1970). */
export function calendarAt(now: number): Calendar {
  const today = dayAt(now);
  const nth = (weekday: Weekday, count: number) => {
    const ahead = daysUntil(weekday, today);
    if (count > 0) return plus(today, (ahead || 7) + (count - 1) * 7);
    return plus(today, ahead + count * 7);
  };
  return {
    today,
    nth,
    day: (days) => plus(today, days),
    edited: (daysAgo) => `${plus(today, -daysAgo)}T09:00:00+09:00`,
    yearly(season, build) {
      const year = Number(today.slice(0, 4));
      const next = [year - 1, year, year + 1].map(build).find((dated) => lastEnd(dated)! > now - keptFor)!;
      if (sessionSpan(next.sessions[0]!).start < now + fixedAhead) return next;
      return { dateNote: `毎年${season}です。次の日にちは、決まりしだいお知らせします。` };
    },
  };
}
