import {
  dayAt,
  dayLength,
  deadlineAt,
  lastEnd,
  nextSession,
  type Session,
  sessionSpan,
  startOfDay,
  timeZone,
  toInstant,
} from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { arbitraryDay, arbitrarySession, arbitraryTime } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';

const utc = (instant: number) => new Date(instant).toISOString();
const span = (session: Session) => {
  const { start, end } = sessionSpan(session);
  return [utc(start), utc(end)];
};
const anyInstant = fc.integer({ min: Date.parse('1960-01-01'), max: Date.parse('2100-01-01') });

// Read by another hand: the calendar and clock of Tokyo as Intl knows them.
const intl = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

describe('days and instants', () => {
  it('are those of Tokyo, wherever the program runs', () => {
    expect(process.env.TZ).toBe('America/New_York');
    expect(utc(toInstant('2026-11-21', '12:00'))).toBe('2026-11-21T03:00:00.000Z');
    expect(utc(toInstant('2026-01-01'))).toBe('2025-12-31T15:00:00.000Z');
    fc.assert(
      fc.property(arbitraryDay, arbitraryTime, (day, time) => {
        expect(intl.format(toInstant(day, time))).toBe(`${day} ${time}`);
        expect(dayAt(toInstant(day, time))).toBe(day);
      }),
    );
  });

  it('change at midnight in Tokyo, to the millisecond, also at the end of a year', () => {
    const midnight = toInstant('2027-01-01');
    expect([dayAt(midnight - 1), dayAt(midnight)]).toEqual(['2026-12-31', '2027-01-01']);
    expect(startOfDay(midnight)).toBe(midnight);
    expect(startOfDay(midnight - 1)).toBe(midnight - dayLength);
  });

  it('begin a day at its first instant, also before 1970', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(startOfDay(instant)).toBe(toInstant(dayAt(instant)));
        expect(instant - startOfDay(instant)).toBeGreaterThanOrEqual(0);
        expect(instant - startOfDay(instant)).toBeLessThan(dayLength);
      }),
    );
  });

  it('know leap days', () => {
    expect(dayAt(toInstant('2028-02-28') + dayLength)).toBe('2028-02-29');
    expect(dayAt(toInstant('2027-02-28') + dayLength)).toBe('2027-03-01');
  });
});

describe('a session', () => {
  it.each<[string, Session, string[]]>([
    [
      'of a whole day ends when the next begins',
      { startDate: '2026-12-31' },
      ['2026-12-30T15:00:00.000Z', '2026-12-31T15:00:00.000Z'],
    ],
    [
      'of days ends with the last',
      { startDate: '2026-12-30', endDate: '2027-01-02' },
      ['2026-12-29T15:00:00.000Z', '2027-01-02T15:00:00.000Z'],
    ],
    [
      'with times keeps to them',
      { startDate: '2026-11-28', startTime: '09:30', endTime: '12:00' },
      ['2026-11-28T00:30:00.000Z', '2026-11-28T03:00:00.000Z'],
    ],
    [
      'without an end time lasts to the end of its day',
      { startDate: '2026-11-28', startTime: '09:30' },
      ['2026-11-28T00:30:00.000Z', '2026-11-28T15:00:00.000Z'],
    ],
    [
      'over midnight ends on the day it says',
      { startDate: '2026-12-31', startTime: '22:00', endDate: '2027-01-01', endTime: '01:00' },
      ['2026-12-31T13:00:00.000Z', '2026-12-31T16:00:00.000Z'],
    ],
    [
      'with an end before its start lasts to the end of its first day',
      { startDate: '2026-11-28', startTime: '10:00', endTime: '09:00' },
      ['2026-11-28T01:00:00.000Z', '2026-11-28T15:00:00.000Z'],
    ],
    [
      'that ends when it starts as well',
      { startDate: '2026-11-28', startTime: '10:00', endTime: '10:00' },
      ['2026-11-28T01:00:00.000Z', '2026-11-28T15:00:00.000Z'],
    ],
    [
      'with a last day before its first as well',
      { startDate: '2026-11-28', endDate: '2026-11-01' },
      ['2026-11-27T15:00:00.000Z', '2026-11-28T15:00:00.000Z'],
    ],
    [
      'with an end time alone ends then',
      { startDate: '2026-11-28', endTime: '16:00' },
      ['2026-11-27T15:00:00.000Z', '2026-11-28T07:00:00.000Z'],
    ],
  ])('%s', (_, session, expected) => {
    expect(span(session)).toEqual(expected);
  });

  it('always ends after it starts', () => {
    const session = fc.record(
      { startDate: arbitraryDay, startTime: arbitraryTime, endDate: arbitraryDay, endTime: arbitraryTime },
      { requiredKeys: ['startDate'] },
    );
    fc.assert(
      fc.property(session, (any) => {
        const { start, end } = sessionSpan(any);
        expect(start).toBe(toInstant(any.startDate, any.startTime));
        expect(end).toBeGreaterThan(start);
      }),
    );
  });
});

describe('of several sessions', () => {
  const sessions: Session[] = [
    { startDate: '2026-11-14', startTime: '20:00', endTime: '21:00' },
    { startDate: '2026-12-12', startTime: '20:00', endTime: '21:00' },
  ];

  it('the next is the first that is not over, the running one included', () => {
    const next = (at: number) => nextSession({ sessions }, at)?.startDate;
    expect(next(toInstant('2026-11-01'))).toBe('2026-11-14');
    expect(next(toInstant('2026-11-14', '20:30'))).toBe('2026-11-14');
    expect(next(toInstant('2026-11-14', '21:00') - 1)).toBe('2026-11-14');
    expect(next(toInstant('2026-11-14', '21:00'))).toBe('2026-12-12');
    expect(next(toInstant('2026-12-12', '21:00'))).toBeUndefined();
    expect(nextSession({ sessions: [] }, 0)).toBeUndefined();
  });

  it('the next is the same in whatever order they stand, and the order is left alone', () => {
    fc.assert(
      fc.property(fc.array(arbitrarySession, { maxLength: 6 }), anyInstant, (any, at) => {
        const copy = structuredClone(any);
        const next = nextSession({ sessions: any }, at);
        const reversed = nextSession({ sessions: any.toReversed() }, at);
        expect(next && sessionSpan(next).start).toBe(reversed && sessionSpan(reversed).start);
        expect(any).toEqual(copy);
      }),
    );
  });

  it('the end is that of the last to end, which need not be the last to begin', () => {
    expect(lastEnd({ sessions: [] })).toBeUndefined();
    expect(lastEnd({ sessions })).toBe(toInstant('2026-12-12', '21:00'));
    expect(
      lastEnd({ sessions: [{ startDate: '2026-01-01', endDate: '2026-12-31' }, { startDate: '2026-02-01' }] }),
    ).toBe(toInstant('2027-01-01'));
  });
});

describe('a deadline', () => {
  it('is the time given, else the end of the day', () => {
    expect(deadlineAt({ deadline: { date: '2026-11-20', time: '17:00' } })).toBe(toInstant('2026-11-20', '17:00'));
    expect(deadlineAt({ deadline: { date: '2026-12-31' } })).toBe(toInstant('2027-01-01'));
    expect(deadlineAt({ deadline: { date: '2026-12-31', time: '00:00' } })).toBe(toInstant('2026-12-31'));
    expect(deadlineAt({})).toBeUndefined();
  });
});
