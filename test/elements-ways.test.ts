import { type Recruitment, recruitmentOf } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { hasEnded, takesInterest, wayOf } from '../packages/elements/src/program-list/application/ways.ts';
import { makeProgram, now } from './fixtures/programs.ts';
import { recruitingTown } from './fixtures/recruiting.ts';

const program = makeProgram({ id: 'a', kind: 'help', capacity: 5 });
const open: Recruitment = recruitmentOf(program, { takes: true }, now);
const terms = (more: Partial<Recruitment> = {}) => ({ matching: recruitingTown, recruitment: { ...open, ...more } });
const told = (method: string) => wayOf({ ...program, apply: { method } }, 'open', terms());

describe('how one can apply for a program', () => {
  it.each([
    '申し込みはいりません。',
    '申込は不要です。直接お越しください。',
    '事前申込不要',
    '予約なしで参加できます。',
    '予約は必要ありません。',
    '申し込みは必要ない',
    'お申込みは要りません',
  ])('is not at all where its words say so: %s', (method) => {
    expect(told(method)).toBeUndefined();
  });

  it.each([
    '申込フォームから。',
    '電話で、学びの係へ。',
    '申し込みは、会場かオンラインかを選んで。持ち物は不要です。',
    '申込書は不要です。フォームからどうぞ。',
    'キャンセル待ちの応募もできます。付き添いの方は不要です。',
  ])('is here where they do not: %s', (method) => {
    expect(told(method)).toBe('open');
  });

  it('is as the backend says, and never for what is over or off, or has an address of its own', () => {
    expect(wayOf(program, 'full', terms({ state: 'waiting' }))).toBe('waiting');
    expect(wayOf(program, 'open', terms({ state: 'closed' }))).toBeUndefined();
    for (const state of ['closed', 'cancelled', 'postponed', 'over'] as const)
      expect(wayOf(program, state, terms()), state).toBeUndefined();
    expect(wayOf({ ...program, apply: { url: 'https://a.example/' } }, 'open', terms())).toBeUndefined();
    expect(wayOf({ ...program, apply: { url: 'javascript:alert(1)' } }, 'open', terms())).toBe('open');
  });

  it('is by the town’s own form, told which program it is about and nothing else', () => {
    const delivery = { form: 'https://f.example/?x=1', prefill: { program: 'p', title: 't', email: 'e' } };
    const way = wayOf(program, 'open', { ...terms(), matching: { ...recruitingTown, delivery } });
    expect(way).toEqual({ form: `https://f.example/?x=1&p=a&t=${encodeURIComponent(program.title)}` });
  });

  it('has ended by the clock of the backend, whatever the visitor’s says', () => {
    const [until, asOf] = ['2026-11-21T18:00:00+09:00', '2026-11-21T09:00:00Z'];
    expect(hasEnded('open', terms({ state: 'closed', until, asOf }))).toBe(true);
    expect(hasEnded('open', terms({ until, asOf: '2026-11-21T08:59:59Z' }))).toBe(false);
    expect(hasEnded('full', terms({ until, asOf })), 'the notice of a full program stays').toBe(false);
  });

  it('leaves it to the town whether one can say that it interests one', () => {
    expect(takesInterest('full', terms())).toBe(true);
    expect(takesInterest('over', terms())).toBe(false);
    expect(takesInterest('open', { ...terms(), matching: { takes: ['application'] } })).toBe(false);
  });
});
