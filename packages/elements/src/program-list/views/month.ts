import { dayAt, dayLength, toInstant } from '@kankei/core';

/** A month of Tokyo's calendar, `YYYY-MM`. */
export type Month = string;

/** The month of a day `YYYY-MM-DD`. */
export const monthOf = (day: string): Month => day.slice(0, 7);

/** The first day of a month. */
export const firstDay = (month: Month): string => `${month}-01`;

/** The month so many months later, or earlier; undefined outside the years 1 to 9999, which no date can name. */
export function shiftMonth(month: Month, by: number): Month | undefined {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + by;
  const shifted = Math.floor(index / 12);
  if (shifted < 1 || shifted > 9999) return undefined;
  return `${String(shifted).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Every day of a month, in order. */
export function daysOf(month: Month): string[] {
  const first = toInstant(firstDay(month));
  return Array.from({ length: 31 }, (_, index) => dayAt(first + index * dayLength)).filter(
    (day) => monthOf(day) === month,
  );
}

/** The day of the week, 0 for Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
