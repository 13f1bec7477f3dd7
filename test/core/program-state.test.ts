import {
  isOpen,
  isPast,
  type ProgramState,
  programState,
  programStates,
  type StateFacts,
  toInstant,
} from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { arbitraryProgram } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, now } from '../fixtures/programs.ts';

const state = (facts: Partial<StateFacts>, at = now) =>
  programState({ status: 'scheduled', sessions: [], ...facts }, at);
const anyInstant = fc.integer({ min: Date.parse('1999-12-31'), max: Date.parse('2102-01-01') });

describe('the fixtures', () => {
  it.each([
    ['harvest', 'few'],
    ['bare', 'open'],
    ['letter', 'open'],
    ['online-tea', 'open'],
    ['exhibition', 'open'],
    ['full', 'full'],
    ['closed', 'closed'],
    ['cancelled', 'cancelled'],
    ['postponed', 'postponed'],
    ['over', 'over'],
  ])('show %s as %s', (id, expected) => {
    expect(programState(fixturePrograms.find((program) => program.id === id)!, now)).toBe(expected);
  });
});

describe('boundaries', () => {
  const sessions = [{ startDate: '2026-11-28', startTime: '09:30', endTime: '12:00' }];

  it('a program is over from the millisecond its last session ends', () => {
    const end = toInstant('2026-11-28', '12:00');
    expect(state({ sessions }, end - 1)).toBe('open');
    expect(state({ sessions }, end)).toBe('over');
    expect(isPast({ sessions }, end - 1)).toBe(false);
    expect(isPast({ sessions }, end)).toBe(true);
  });

  it('a day without times is over when the next begins in Tokyo', () => {
    const days = [{ startDate: '2026-12-31' }];
    expect(state({ sessions: days }, toInstant('2027-01-01') - 1)).toBe('open');
    expect(state({ sessions: days }, toInstant('2027-01-01'))).toBe('over');
  });

  it('applications close at the deadline, or at the end of its day', () => {
    const timed = { sessions, deadline: { date: '2026-11-26', time: '17:00' } };
    expect(state(timed, toInstant('2026-11-26', '17:00') - 1)).toBe('open');
    expect(state(timed, toInstant('2026-11-26', '17:00'))).toBe('closed');
    const daily = { sessions, deadline: { date: '2026-11-26' } };
    expect(state(daily, toInstant('2026-11-27') - 1)).toBe('open');
    expect(state(daily, toInstant('2026-11-27'))).toBe('closed');
  });

  it('between two sessions a program is not over', () => {
    const two = [{ startDate: '2026-11-01' }, { startDate: '2026-12-01' }];
    expect(state({ sessions: two }, toInstant('2026-11-15'))).toBe('open');
  });
});

describe('places', () => {
  it.each<[string, Partial<StateFacts>, ProgramState]>([
    ['none left is full', { placesLeft: 0 }, 'full'],
    ['declared full is full, whatever the count says', { status: 'full', placesLeft: 5 }, 'full'],
    ['three left is few', { placesLeft: 3, capacity: 10 }, 'few'],
    ['four of ten is not few', { placesLeft: 4, capacity: 10 }, 'open'],
    ['a tenth of many is few', { placesLeft: 20, capacity: 200 }, 'few'],
    ['more than a tenth is not', { placesLeft: 21, capacity: 200 }, 'open'],
    ['a tenth counts whole places only', { placesLeft: 4, capacity: 35 }, 'open'],
    ['all of a small number is not few', { placesLeft: 2, capacity: 2 }, 'open'],
    ['few without a known capacity is few', { placesLeft: 2 }, 'few'],
    ['a capacity alone says nothing', { capacity: 0 }, 'open'],
  ])('%s', (_, facts, expected) => {
    expect(state(facts)).toBe(expected);
  });
});

describe('precedence', () => {
  const past = { sessions: [{ startDate: '2026-01-01' }], deadline: { date: '2025-12-01' }, placesLeft: 0 };
  const late = { ...past, sessions: [{ startDate: '2027-01-01' }] };

  it('what was called off stays called off, even afterwards', () => {
    expect(state({ ...past, status: 'cancelled' })).toBe('cancelled');
    expect(state({ ...past, status: 'postponed' })).toBe('postponed');
  });

  it('then time decides, then what is declared closed, then places', () => {
    expect(state({ ...past, status: 'closed' })).toBe('over');
    expect(state({ ...past, status: 'full' })).toBe('over');
    expect(state({ ...late, status: 'full' })).toBe('closed');
    expect(state({ status: 'closed', placesLeft: 1 })).toBe('closed');
    expect(state({ status: 'full', placesLeft: 1 })).toBe('full');
  });
});

describe('for every program', () => {
  it('the state is one of those there are, and open when one can join', () => {
    fc.assert(
      fc.property(arbitraryProgram, anyInstant, (program, at) => {
        const found = programState(program, at);
        expect(programStates).toContain(found);
        expect(isOpen(found)).toBe(found === 'open' || found === 'few');
        if (isPast(program, at)) expect(['over', 'cancelled', 'postponed']).toContain(found);
      }),
    );
  });

  it('time only ever goes from open to closed to over', () => {
    const order = (found: ProgramState) => (found === 'over' ? 2 : found === 'closed' ? 1 : 0);
    fc.assert(
      fc.property(arbitraryProgram, anyInstant, anyInstant, (program, a, b) => {
        const [before, after] = [Math.min(a, b), Math.max(a, b)].map((at) => programState(program, at)) as [
          ProgramState,
          ProgramState,
        ];
        expect(order(after)).toBeGreaterThanOrEqual(order(before));
        if (before === 'over') expect(after).toBe('over');
      }),
      { numRuns: 1000 },
    );
  });

  it('what is not known stays open: no dates, no deadline, no count', () => {
    fc.assert(
      fc.property(arbitraryProgram, anyInstant, (program, at) => {
        const { deadline: _, placesLeft: __, ...rest } = program;
        expect(programState({ ...rest, status: 'scheduled', sessions: [] }, at)).toBe('open');
      }),
    );
  });
});
