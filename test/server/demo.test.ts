import { existsSync, readFileSync } from 'node:fs';
import {
  dayLength,
  efforts,
  isMunicipalityCode,
  isPast,
  organizerTypes,
  type Program,
  payTypes,
  programKinds,
  programModes,
  program as programSchema,
  programState,
  programStates,
  sessionSpan,
  startOfDay,
  toInstant,
  town,
} from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { calendarAt, onOrAfter } from '../../packages/server/src/demo/calendar.ts';
import { demoPrograms, demoTown } from '../../packages/server/src/demo/index.ts';
import fc from '../fixtures/fast-check.ts';

const publicUrl = 'https://kankei.example';
const made = new Map<number, Program[]>();
/** The programs as seen from an instant; made once. */
const at = (now: number) => {
  const programs = made.get(now) ?? demoPrograms({ now, publicUrl });
  made.set(now, programs);
  return programs;
};
const ids = (programs: Program[]) => programs.map((program) => program.id);

/** Noon of every fifth day of two years, a leap year among them, and the edges of days and years. */
const instants = [
  ...Array.from({ length: 147 }, (_, i) => toInstant('2027-01-01', '12:00') + i * 5 * dayLength),
  ...['2026-12-31', '2027-01-01', '2028-02-28', '2028-02-29', '2028-03-01'].flatMap((day) => [
    toInstant(day, '00:00'),
    toInstant(day, '23:59'),
  ]),
];
const noon = toInstant('2026-11-21', '12:00');

const counts = (programs: Program[], of: (program: Program) => string | undefined) => {
  const found = new Map<string, number>();
  for (const program of programs) {
    const value = of(program);
    if (value) found.set(value, (found.get(value) ?? 0) + 1);
  }
  return found;
};

describe('the made-up town', () => {
  it('is a town by the schema, with a right check digit and a prefecture that says it is made up', () => {
    expect(town.parse(demoTown)).toEqual(demoTown);
    expect(isMunicipalityCode(demoTown.code)).toBe(true);
    expect(demoTown.prefecture).toBe('架空県');
  });

  it('has sixty programs or more, all of them its own', () => {
    const programs = at(noon);
    expect(programs.length).toBeGreaterThanOrEqual(60);
    expect(new Set(programs.map((program) => program.town))).toEqual(new Set([demoTown.code]));
  });

  it('keeps the same ids, no id twice, whatever the day', () => {
    const first = ids(at(noon));
    expect(new Set(first).size).toBe(first.length);
    for (const now of instants) expect(ids(at(now))).toEqual(first);
  });

  it('passes the schema as it is at any instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: toInstant('2024-01-01'), max: toInstant('2060-01-01') }), (now) => {
        for (const program of at(now)) expect(programSchema.parse(program)).toEqual(program);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same answer for the whole of a Tokyo day', () => {
    expect(at(toInstant('2026-11-21', '00:00'))).toEqual(at(toInstant('2026-11-21', '23:59')));
  });

  it('shows every kind four times or more', () => {
    const kinds = counts(at(noon), (program) => program.kind);
    for (const kind of programKinds) expect(kinds.get(kind), kind).toBeGreaterThanOrEqual(4);
  });

  it('shows every mode, pay, effort and type of organiser', () => {
    const programs = at(noon);
    expect([...counts(programs, (program) => program.mode).keys()].sort()).toEqual([...programModes].sort());
    expect([...counts(programs, (program) => program.pay).keys()].sort()).toEqual([...payTypes].sort());
    expect([...counts(programs, (program) => program.effort).keys()].sort()).toEqual([...efforts].sort());
    expect([...counts(programs, (program) => program.organizer?.type).keys()].sort()).toEqual(
      [...organizerTypes].sort(),
    );
  });

  it('shows every state and forty or more programs to come on any day', () => {
    for (const now of instants) {
      const programs = at(now);
      const day = new Date(now).toISOString();
      const states = counts(programs, (program) => programState(program, now));
      expect([...states.keys()].sort(), day).toEqual([...programStates].sort());
      expect(states.get('open'), day).toBeGreaterThanOrEqual(30);
      const toCome = programs.filter((program) => !isPast(program, now));
      expect(toCome.length, day).toBeGreaterThanOrEqual(40);
      expect(toCome.filter((program) => program.sessions.length).length, day).toBeGreaterThanOrEqual(30);
    }
  });

  it('has every shape of date: one day, several, more than one day at a time, whole days, long, and none', () => {
    const programs = at(noon);
    const sessions = programs.flatMap((program) => program.sessions);
    expect(programs.some((program) => program.sessions.length === 1)).toBe(true);
    expect(programs.some((program) => program.sessions.length > 2)).toBe(true);
    expect(sessions.some((session) => session.endDate && session.startTime && session.endTime)).toBe(true);
    expect(sessions.some((session) => !session.startTime && !session.endDate)).toBe(true);
    expect(sessions.map(sessionSpan).some(({ start, end }) => end - start > 60 * dayLength)).toBe(true);
    expect(programs.some((program) => !program.sessions.length && program.dateNote)).toBe(true);
    expect(programs.some((program) => program.deadline?.time)).toBe(true);
    expect(programs.some((program) => program.deadline && !program.deadline.time)).toBe(true);
  });

  it('has what is rich and what is poor: free, paid and unknown fees, a very long title, and a title alone', () => {
    const programs = at(noon);
    expect(programs.some((program) => program.fee === 0)).toBe(true);
    expect(programs.some((program) => (program.fee ?? 0) > 0)).toBe(true);
    expect(programs.some((program) => program.fee === undefined)).toBe(true);
    expect(programs.some((program) => program.title.length > 100)).toBe(true);
    const bare = { themes: [], mode: 'unknown', sessions: [], skills: [], languages: [], status: 'scheduled' };
    expect(programs).toContainEqual({
      ...bare,
      id: expect.any(String),
      town: demoTown.code,
      kind: 'event',
      title: expect.any(String),
    });
    expect(programs.some((program) => program.description && !program.summary)).toBe(true);
    expect(programs.some((program) => program.languages.includes('en'))).toBe(true);
    expect(programs.some((program) => program.minimum)).toBe(true);
    expect(programs.some((program) => program.coordinator)).toBe(true);
    expect(programs.some((program) => program.minimumAge && program.maximumAge)).toBe(true);
  });

  it('says honestly how hard the hard work is', () => {
    for (const program of at(noon).filter((one) => one.effort === 'hard' && one.status === 'scheduled'))
      expect(program.effortNote, program.id).toBeTruthy();
  });

  it('is never more than three weeks past, nor dated more than nine months ahead at first', () => {
    for (const now of instants)
      for (const program of at(now)) {
        const spans = program.sessions.map(sessionSpan);
        if (!spans.length) continue;
        expect(Math.max(...spans.map((span) => span.end)), program.id).toBeGreaterThan(now - 22 * dayLength);
        expect(Math.min(...spans.map((span) => span.start)), program.id).toBeLessThan(now + 275 * dayLength);
      }
  });

  it('takes applications until before it begins, and has no more places left than places', () => {
    for (const now of instants)
      for (const { id, sessions, deadline, capacity, placesLeft } of at(now)) {
        const last = sessions.at(-1);
        if (deadline && last) expect(deadline.date <= last.startDate, `${id} ${deadline.date}`).toBe(true);
        if (placesLeft !== undefined) expect(placesLeft, id).toBeLessThanOrEqual(capacity ?? 0);
      }
  });

  it('lists sessions by their start and ends none before it begins', () => {
    for (const now of instants)
      for (const { id, sessions } of at(now)) {
        const starts = sessions.map((session) => sessionSpan(session).start);
        expect(starts, id).toEqual(starts.toSorted((a, b) => a - b));
        for (const session of sessions) {
          const end = `${session.endDate ?? session.startDate}${session.endTime ?? '24:00'}`;
          expect(end > `${session.startDate}${session.startTime ?? '00:00'}`, id).toBe(true);
        }
      }
  });

  it('keeps snow to the months that have it', () => {
    for (const now of instants)
      for (const { id, themes, sessions } of at(now))
        if (themes.includes('雪'))
          for (const { startDate } of sessions) expect([1, 2, 3, 4], id).toContain(Number(startDate.slice(5, 7)));
  });

  it('was last edited in the past', () => {
    for (const program of at(noon)) if (program.updatedAt) expect(Date.parse(program.updatedAt)).toBeLessThan(noon);
  });

  it('shows pictures that the server has, each said in words and free to use', () => {
    const pictures = at(noon).flatMap((program) => program.image ?? []);
    expect(pictures.length).toBeGreaterThan(30);
    for (const { url, alt, licence } of pictures) {
      const [, name] = /^https:\/\/kankei\.example\/assets\/(demo\/[a-z]+\.svg)$/.exec(url) ?? [];
      const file = new URL(`../../packages/server/assets/${name}`, import.meta.url);
      expect(existsSync(file), url).toBe(true);
      expect(readFileSync(file, 'utf8')).not.toMatch(/<script|<style|style=|href=|\son\w+=/);
      expect(alt).toBeTruthy();
      expect(licence).toBe('CC0 1.0');
    }
  });

  it('leads everywhere to ourselves or to names that can never exist', () => {
    for (const [address] of JSON.stringify(at(noon)).matchAll(/https?:\/\/[^"/]+/g))
      expect(address).toMatch(/\.example$/);
  });
});

describe('the calendar of the made-up town', () => {
  const anyInstant = fc.integer({ min: toInstant('2020-01-01'), max: toInstant('2080-01-01') });
  const anyWeekday = fc.constantFrom('sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat');

  it('counts days of the week from tomorrow on and from yesterday back', () => {
    fc.assert(
      fc.property(anyInstant, anyWeekday, fc.integer({ min: 1, max: 30 }), (now, weekday, nth) => {
        const days = (date: string) => (toInstant(date) - startOfDay(now)) / dayLength;
        const { nth: find } = calendarAt(now);
        expect(days(find(weekday, nth))).toBeGreaterThan((nth - 1) * 7);
        expect(days(find(weekday, nth))).toBeLessThanOrEqual(nth * 7);
        expect(days(find(weekday, -nth))).toBeLessThan(-(nth - 1) * 7);
        expect(days(find(weekday, -nth))).toBeGreaterThanOrEqual(-nth * 7);
        for (const date of [find(weekday, nth), find(weekday, -nth)])
          expect(new Date(`${date}T12:00:00Z`).toUTCString().slice(0, 3).toLowerCase()).toBe(weekday);
      }),
    );
  });

  it('finds the first such day on or after a day', () => {
    expect(onOrAfter('sat', '2026-11-21')).toBe('2026-11-21');
    expect(onOrAfter('sun', '2026-11-21')).toBe('2026-11-22');
    expect(onOrAfter('fri', '2026-12-26')).toBe('2027-01-01');
  });

  it('keeps what happens once a year for three weeks, then waits for its next date, then names it', () => {
    const dates = (day: string) =>
      calendarAt(toInstant(day, '12:00')).yearly('5月のはじめ', (year) => ({
        sessions: [{ startDate: `${year}-05-01` }],
      }));
    expect(dates('2027-05-22').sessions).toEqual([{ startDate: '2027-05-01' }]);
    expect(dates('2027-05-23')).toEqual({ dateNote: expect.stringContaining('毎年5月のはじめ') });
    expect(dates('2027-08-04').sessions).toBeUndefined();
    expect(dates('2027-08-05').sessions).toEqual([{ startDate: '2028-05-01' }]);
  });
});
