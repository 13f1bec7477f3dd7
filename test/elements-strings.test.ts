import { toInstant } from '@kankei/core';
import { ja } from '@kankei/elements/strings/ja';
import { expect, it } from 'vitest';
import fc from './fixtures/fast-check.ts';

const intl = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('ja', { timeZone: 'Asia/Tokyo', month: 'long', day: 'numeric', ...options });

it('Japanese dates are what Intl writes, in Tokyo at every instant', () => {
  const [monthDay, yearMonthDay] = [intl({}), intl({ year: 'numeric' })];
  const weekday = new Intl.DateTimeFormat('ja', { timeZone: 'Asia/Tokyo', weekday: 'short' });
  const instants = fc.integer({ min: toInstant('1900-01-01'), max: toInstant('9999-12-31') });
  fc.assert(
    fc.property(instants, fc.boolean(), (instant, withYear) => {
      const date = (withYear ? yearMonthDay : monthDay).format(instant);
      expect(ja.date(instant, withYear)).toBe(`${date}（${weekday.format(instant)}）`);
    }),
  );
});

it('Japanese numbers are what Intl writes', () => {
  const format = new Intl.NumberFormat('ja');
  fc.assert(
    fc.property(fc.maxSafeNat(), (n) => {
      expect(ja.number(n)).toBe(format.format(n));
    }),
  );
});
