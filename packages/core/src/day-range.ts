import { dayAt, dayLength, startOfDay } from './times.ts';

/** The stretches of days people ask for by name. */
export const dayRangeNames = ['today', 'weekend', 'month', 'nextMonth'] as const;
export type DayRangeName = (typeof dayRangeNames)[number];

/** Days `YYYY-MM-DD`, both included. */
export interface DayRange {
  from: string;
  to: string;
}

/**
 * What the names mean in Tokyo at `now` (ms since 1970): today; Saturday and Sunday of this week, of which on a Sunday
 * only the Sunday is left; the rest of this month; the whole next month. No day before today is in any of them.
 */
export function dayRange(name: DayRangeName, now: number): DayRange {
  const today = startOfDay(now);
  if (name === 'today') return { from: dayAt(now), to: dayAt(now) };
  if (name === 'weekend') {
    const weekday = new Date(`${dayAt(now)}T00:00:00Z`).getUTCDay();
    const toSunday = (7 - weekday) % 7;
    return { from: dayAt(today + Math.max(0, toSunday - 1) * dayLength), to: dayAt(today + toSunday * dayLength) };
  }
  if (name === 'month') return { from: dayAt(now), to: lastOfMonth(now, 0) };
  return { from: `${lastOfMonth(now, 1).slice(0, 8)}01`, to: lastOfMonth(now, 1) };
}

/** The last day of the month `months` after the one of `now`. */
function lastOfMonth(now: number, months: number): string {
  const [year = 0, month = 0] = dayAt(now).split('-').map(Number);
  const last = new Date(0);
  last.setUTCFullYear(year, month + months, 0);
  return last.toISOString().slice(0, 10);
}
