import { dayAt, dayLength, dayRange, dayRangeNames, toInstant } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { arbitraryDay } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';

const at = (instant: string) =>
  dayRangeNames.map((name) => {
    const { from, to } = dayRange(name, Date.parse(instant));
    return `${from} ${to}`;
  });

describe('a stretch of days by name', () => {
  it.each([
    [
      'a Wednesday',
      '2026-11-18T08:00:00+09:00',
      '2026-11-18',
      '2026-11-21 2026-11-22',
      '2026-11-30',
      '2026-12-01 2026-12-31',
    ],
    [
      'a Saturday',
      '2026-11-21T12:00:00+09:00',
      '2026-11-21',
      '2026-11-21 2026-11-22',
      '2026-11-30',
      '2026-12-01 2026-12-31',
    ],
    [
      'the end of a Sunday',
      '2026-11-22T23:59:59+09:00',
      '2026-11-22',
      '2026-11-22 2026-11-22',
      '2026-11-30',
      '2026-12-01 2026-12-31',
    ],
    [
      'the first second of a Monday',
      '2026-11-23T00:00:00+09:00',
      '2026-11-23',
      '2026-11-28 2026-11-29',
      '2026-11-30',
      '2026-12-01 2026-12-31',
    ],
    [
      'the last day of a year',
      '2026-12-31T23:00:00+09:00',
      '2026-12-31',
      '2027-01-02 2027-01-03',
      '2026-12-31',
      '2027-01-01 2027-01-31',
    ],
    [
      'the end of January in a leap year',
      '2028-01-31T09:00:00+09:00',
      '2028-01-31',
      '2028-02-05 2028-02-06',
      '2028-01-31',
      '2028-02-01 2028-02-29',
    ],
  ])('is what a person in Japan means on %s', (_, instant, today, weekend, monthEnd, nextMonth) => {
    expect(at(instant)).toEqual([`${today} ${today}`, weekend, `${today} ${monthEnd}`, nextMonth]);
  });

  it('is never empty, never begins before today, and a weekend is of Saturday and Sunday', () => {
    fc.assert(
      fc.property(arbitraryDay, fc.integer({ min: 0, max: dayLength - 1 }), (day, ms) => {
        const now = toInstant(day) + ms;
        for (const name of dayRangeNames) {
          const { from, to } = dayRange(name, now);
          expect(from <= to && from >= dayAt(now)).toBe(true);
        }
        const { from, to } = dayRange('weekend', now);
        expect(new Date(to).getUTCDay()).toBe(0);
        expect([0, 6]).toContain(new Date(from).getUTCDay());
        expect(Date.parse(to) - Date.parse(day)).toBeLessThan(7 * dayLength);
      }),
    );
  });
});
