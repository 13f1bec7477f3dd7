import { dayAt, dayLength, toInstant } from '../times.ts';

/**
 * National holidays by the law (国民の祝日に関する法律) as it has stood since 2022: fixed days, Mondays, the equinoxes, days
 * in place of a Sunday (3条2項) and days between two holidays (3条3項). Nothing that a law may say of a single year.
 */
const fixed = ['01-01', '02-11', '02-23', '04-29', '05-03', '05-04', '05-05', '08-11', '11-03', '11-23'];

/** The nth Monday of a month, counted from 1: 成人の日, 海の日, 敬老の日, スポーツの日. */
const mondays = [
  ['01', 2],
  ['07', 3],
  ['09', 3],
  ['10', 2],
] as const;

/**
 * The days of March and September of the equinoxes, good for 1980 to 2099: the National Astronomical Observatory reckons
 * them, the Cabinet makes each known in the February before.
 */
function equinoxes(year: number): string[] {
  const since = year - 1980;
  const day = (base: number) => Math.floor(base + 0.242194 * since) - Math.floor(since / 4);
  return [`03-${day(20.8431)}`, `09-${day(23.2488)}`];
}

const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
const later = (date: string, days: number) => dayAt(toInstant(date) + days * dayLength);

function mondayOf(year: number, month: string, nth: number): string {
  const first = `${year}-${month}-01`;
  return later(first, ((8 - weekdayOf(first)) % 7) + (nth - 1) * 7);
}

function holidaysOf(year: number): ReadonlySet<string> {
  const named = new Set([
    ...[...fixed, ...equinoxes(year)].map((day) => `${year}-${day}`),
    ...mondays.map(([month, nth]) => mondayOf(year, month, nth)),
  ]);
  const all = new Set(named);
  for (const day of named) {
    if (weekdayOf(day) === 0) {
      let instead = later(day, 1);
      while (named.has(instead)) instead = later(instead, 1);
      all.add(instead);
    }
    const between = later(day, 1);
    if (!named.has(between) && named.has(later(day, 2))) all.add(between);
  }
  return all;
}

const known = new Map<number, ReadonlySet<string>>();

/** True for a day `YYYY-MM-DD` that is a national holiday in Japan; of 2022 to 2099, for no other year is it reckoned. */
export function isHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4));
  if (year < 2022 || year > 2099) return false;
  let holidays = known.get(year);
  if (!holidays) {
    holidays = holidaysOf(year);
    known.set(year, holidays);
  }
  return holidays.has(date);
}
