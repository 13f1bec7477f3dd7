import { fileBackend, httpBackend, memoryBackend, resolveBackend, shareAnswers } from '@kankei/client';
import { type Problem, type ProblemCode, ProblemError } from '@kankei/core';
import { describe, expect, it, vi } from 'vitest';
import { fixtureFurusato, fixtureFurusatoInput } from '../fixtures/furusato.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { fakeWeb, json, problemJson } from './fake-web.ts';

const { code } = fixtureTown;
const folder = 'https://files.example/kankei/';
const endpoint = 'https://server.example/api';
const flagged = '返礼品が豪華！ポイント還元でお得';

async function codeOf(answer: Promise<unknown>): Promise<ProblemCode> {
  const error = await answer.catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ProblemError);
  return (error as ProblemError).problem.code;
}

function overFiles(furusato: unknown) {
  const web = fakeWeb({ [`${folder}kankei.json`]: () => json({ town: { ...fixtureTown, furusato } }) });
  const problems: Problem[] = [];
  const onProblem = (problem: Problem) => void problems.push(problem);
  return { ...web, problems, backend: fileBackend(folder, { fetch: web.fetch, onProblem }) };
}

function overHttp() {
  const web = fakeWeb({ [`${endpoint}/v1/towns/${code}/furusato`]: () => json(fixtureFurusato) });
  return { ...web, backend: httpBackend(endpoint, { fetch: web.fetch }) };
}

const memory = memoryBackend({ towns: [fixtureTown], programs: [], furusato: { [code]: fixtureFurusato } });

describe('what a town says of furusato nozei', () => {
  it.each([
    ['a server', () => overHttp().backend],
    ['files', () => overFiles(fixtureFurusatoInput).backend],
    ['memory', () => memory],
    ['memory, shared', () => shareAnswers(memory)],
  ])('comes from %s', async (_, backend) => {
    expect(await backend().furusato(code)).toEqual(fixtureFurusato);
  });

  it.each([
    ['files', () => overFiles(fixtureFurusatoInput).backend],
    ['memory', () => memory],
    ['a server', () => overHttp().backend],
  ])('is not asked of %s with what is no code, nor after a stop', async (_, backend) => {
    expect(await codeOf(backend().furusato('12'))).toBe('invalid-parameter');
    const reason = new Error('gone');
    await expect(backend().furusato(code, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('is asked for by a page without the whole backend at hand', async () => {
    const { fetch } = overHttp();
    vi.stubGlobal('fetch', fetch);
    try {
      expect(await resolveBackend({ endpoint }).furusato(code)).toEqual(fixtureFurusato);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('that cannot be read is a bad answer, a refusal keeps its code', async () => {
    const answer = (page: () => Response) =>
      httpBackend(endpoint, { fetch: fakeWeb({ [`${endpoint}/v1/towns/${code}/furusato`]: page }).fetch }).furusato(
        code,
      );
    expect(await codeOf(answer(() => json({ uses: 7 })))).toBe('bad-answer');
    const none = { type: 't', title: 't', status: 404, code: 'furusato-not-found' };
    expect(await codeOf(answer(() => problemJson(none)))).toBe('furusato-not-found');
  });

  it('that is not there is said by files and memory alike', async () => {
    expect(await codeOf(overFiles(undefined).backend.furusato(code))).toBe('bad-file');
    const web = fakeWeb({ [`${folder}kankei.json`]: () => json({ town: fixtureTown, programs: ['a.csv'] }) });
    const files = fileBackend(folder, { fetch: web.fetch });
    expect(await codeOf(files.furusato(code))).toBe('furusato-not-found');
    expect(await codeOf(files.furusato('212172'))).toBe('town-not-found');
    expect(web.requests.map(({ url }) => url)).toEqual([`${folder}kankei.json`]);
    const without = memoryBackend({ towns: [fixtureTown], programs: [] });
    expect(await codeOf(without.furusato(code))).toBe('furusato-not-found');
    expect(await codeOf(without.furusato('212172'))).toBe('town-not-found');
  });

  it('in files names the place of a slip', async () => {
    const { backend } = overFiles({ portals: [{ url: 'javascript:alert(1)' }] });
    const error = (await backend.furusato(code).catch((error: unknown) => error)) as ProblemError;
    expect(error.problem.code).toBe('bad-file');
    expect(error.problem.errors?.map(({ name }) => name)).toEqual([
      `${folder}kankei.json#towns.0.furusato.portals.0.url`,
    ]);
  });

  it('in files is shown without what advertising may not say, and the webmaster is told once where that stands', async () => {
    const { backend, problems } = overFiles({ ...fixtureFurusatoInput, button: flagged });
    const { button: _, ...rest } = fixtureFurusato;
    expect(await backend.furusato(code)).toEqual(rest);
    expect(await backend.furusato(code)).toEqual(rest);
    expect(problems).toHaveLength(1);
    const place = `${folder}kankei.json#towns.0.furusato.button`;
    expect(problems[0]!.errors).toEqual([
      { name: place, reason: 'advertising: 返礼品が豪華 (return-gifts, 2024-10-01)' },
      { name: place, reason: 'advertising: ポイント還元 (points, 2025-10-01)' },
      { name: place, reason: 'advertising: お得 (return-gifts, 2024-10-01)' },
    ]);
  });

  it('in memory too', async () => {
    const backend = memoryBackend({
      towns: [fixtureTown],
      programs: [],
      furusato: { [code]: { ...fixtureFurusato, button: flagged } },
    });
    expect(await backend.furusato(code)).not.toHaveProperty('button');
  });
});
