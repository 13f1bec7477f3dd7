import { dayAt, dayLength, toInstant } from '@kankei/core';
import { expect, it } from 'vitest';
import { isHoliday } from '../../packages/core/src/matching/holidays.ts';

/** As the Cabinet Office publishes them (内閣府「国民の祝日について」), substitutes and days between included. */
const published: Record<number, string> = {
  2022: '1-1 1-10 2-11 2-23 3-21 4-29 5-3 5-4 5-5 7-18 8-11 9-19 9-23 10-10 11-3 11-23',
  2023: '1-1 1-2 1-9 2-11 2-23 3-21 4-29 5-3 5-4 5-5 7-17 8-11 9-18 9-23 10-9 11-3 11-23',
  2024: '1-1 1-8 2-11 2-12 2-23 3-20 4-29 5-3 5-4 5-5 5-6 7-15 8-11 8-12 9-16 9-22 9-23 10-14 11-3 11-4 11-23',
  2025: '1-1 1-13 2-11 2-23 2-24 3-20 4-29 5-3 5-4 5-5 5-6 7-21 8-11 9-15 9-23 10-13 11-3 11-23 11-24',
  2026: '1-1 1-12 2-11 2-23 3-20 4-29 5-3 5-4 5-5 5-6 7-20 8-11 9-21 9-22 9-23 10-12 11-3 11-23',
  2027: '1-1 1-11 2-11 2-23 3-21 3-22 4-29 5-3 5-4 5-5 7-19 8-11 9-20 9-23 10-11 11-3 11-23',
};

it.each(Object.entries(published))('the national holidays of %s are those that were published', (year, days) => {
  const found: string[] = [];
  for (let at = toInstant(`${year}-01-01`); dayAt(at).startsWith(year); at += dayLength)
    if (isHoliday(dayAt(at))) found.push(dayAt(at).slice(5).replace(/\b0/g, ''));
  expect(found.join(' ')).toBe(days);
});

it('no holiday is told of years that are not reckoned', () => {
  expect(['2021-01-01', '2100-01-01', '9999-01-01', '2020-02-23'].filter(isHoliday)).toEqual([]);
  expect(isHoliday('2099-01-01')).toBe(true);
});
