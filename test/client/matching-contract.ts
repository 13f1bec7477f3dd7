import type { Backend } from '@kankei/client';
import { type MatchProfile, matchQuestion, type ProblemCode, ProblemError, suggestPrograms } from '@kankei/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { makeWorld, neighbour, type World } from './backend-contract.ts';

const { code } = fixtureTown;

const profiles: [name: string, profile: MatchProfile][] = [
  ['nothing', {}],
  ['themes and a day', { themes: ['farming', 'food', '手紙'], weekdays: ['sat'] }],
  ['words', { words: '大根の収穫と手紙' }],
  ['online alone', { mode: 'online', effort: 'light' }],
  ['a family', { company: 'family', people: 4, youngest: 5, age: 40, prefecture: '岐阜県', municipality: '飛騨市' }],
  ['what nobody offers', { months: ['5'], mode: 'onsite', lengths: ['hours'], age: 3 }],
];

/** What every backend answers alike where supporters and residents find each other. */
export function describeMatching(name: string, make: (world: World) => Backend | Promise<Backend>): void {
  describe(`matching by ${name}`, () => {
    const world = makeWorld();
    let backend: Backend;
    beforeAll(async () => {
      backend = await make(world);
    });

    const codeOf = async (answer: Promise<unknown>): Promise<ProblemCode> => {
      const error = await answer.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ProblemError);
      return (error as ProblemError).problem.code;
    };

    it.each(profiles)('suggests what suits who says %s', async (_, profile) => {
      for (const towns of [[code], [neighbour.code, code]]) {
        const asked = world.programs.filter(({ town }) => towns.includes(town));
        const question = matchQuestion.parse({ profile, limit: 50 });
        expect(await backend.matches(towns, { profile, limit: 50 })).toEqual(suggestPrograms(question, asked, now));
      }
    });

    it('suggests twenty unless told otherwise', async () => {
      const asked = world.programs.filter(({ town }) => town === code);
      const twenty = suggestPrograms({ profile: {}, limit: 20 }, asked, now);
      expect(await backend.matches([code], { profile: {} })).toEqual(twenty);
    });

    it('refuses a profile that cannot be used, naming the part', async () => {
      const profile = { mode: 'there' } as unknown as MatchProfile;
      const error = await backend.matches([code], { profile }).catch((reason: unknown) => reason);
      expect((error as ProblemError).problem).toMatchObject({
        code: 'invalid-body',
        errors: [{ name: 'profile.mode' }],
      });
    });

    it('suggests nothing for a town it was not given, nor for what is no code', async () => {
      expect(await codeOf(backend.matches(['011002'], { profile: {} }))).toBe('town-not-found');
      expect(await codeOf(backend.matches([code, '011002'], { profile: {} }))).toBe('town-not-found');
      expect(await codeOf(backend.matches(['9999'], { profile: {} }))).toBe('invalid-parameter');
      expect(await codeOf(backend.matches([], { profile: {} }))).toBe('invalid-parameter');
      expect(await codeOf(backend.matching('011002'))).toBe('town-not-found');
    });

    it('takes nothing in for a town that says nothing of it', async () => {
      expect(await backend.matching(code)).toEqual({ takes: [] });
      expect(await backend.recruitment(code, 'harvest')).toMatchObject({ state: 'closed', questions: [] });
      expect(await codeOf(backend.recruitment(code, 'nothing'))).toBe('program-not-found');
      const sent = { answers: {}, language: 'ja', noticeVersion: '1' };
      const key = 'contract-0123456789';
      expect(await codeOf(backend.apply(code, 'harvest', sent, { key }))).toBe('not-taken');
      expect(await codeOf(backend.showInterest(code, 'harvest', {}, { key }))).toBe('not-taken');
    });

    it('gives the reason of a signal that has stopped, and nothing else', async () => {
      const signal = AbortSignal.abort(new Error('left the page'));
      await expect(backend.matching(code, { signal })).rejects.toBe(signal.reason);
      await expect(backend.matches([code], { profile: {} }, { signal })).rejects.toBe(signal.reason);
      await expect(backend.recruitment(code, 'harvest', { signal })).rejects.toBe(signal.reason);
    });
  });
}

/** What every backend that hears of needs answers alike, where a town does not take them in. */
export function describeTelling(name: string, make: (world: World) => Backend | Promise<Backend>): void {
  it(`${name} takes neither needs nor enquiries in for a town that says nothing of it`, async () => {
    const backend = await make(makeWorld());
    const sent = { answers: {}, language: 'ja', noticeVersion: '1' };
    const key = 'contract-0123456789';
    for (const telling of [backend.sendNeed(code, sent, { key }), backend.enquire(code, sent, { key })])
      await expect(telling).rejects.toMatchObject({ problem: { code: 'not-taken' } });
  });
}
