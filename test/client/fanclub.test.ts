import { fileBackend, httpBackend, quickFanclub, resolveBackend, takeOver } from '@kankei/client';
import { deliver } from '@kankei/client/deliver';
import {
  fanclub,
  fanclubFields,
  inLanguage,
  type Problem,
  type ProblemCode,
  ProblemError,
  type Signup,
} from '@kankei/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readFanclub } from '../../packages/client/src/read-fanclub.ts';
import { fixtureClub, fixtureClubInput, plainClub } from '../fixtures/fanclub.ts';
import fc from '../fixtures/fast-check.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { fakeWeb, json, offline, problemJson } from './fake-web.ts';

const { code } = fixtureTown;
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const key = '0123456789abcdef0123456789abcdef';

async function problemOf(answer: Promise<unknown>): Promise<Problem> {
  const error = await answer.catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ProblemError);
  return (error as ProblemError).problem;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  takeOver(new Map());
});

describe('a fan club read by hand', () => {
  it.each([
    ['all a fan club can say', fixtureClubInput],
    ['the least it has to say', plainClub],
    [
      'one that takes signups at its own address',
      { ...fixtureClub, delivery: { to: 'https://town.example/in', format: 'form' } },
    ],
    ['one with a form elsewhere', { ...fixtureClub, delivery: { form: 'https://form.example/' } }],
    ['one that takes mails', { ...fixtureClub, delivery: { mail: 'a@town.example' } }],
  ])('is what the contract’s schema reads: %s', (_, club) => {
    expect(readFanclub(copy(club))).toEqual(fanclub.parse(copy(club)));
  });

  it('never takes what a template could not show', () => {
    const paths = (value: object): string[][] =>
      Object.entries(value).flatMap(([name, inner]) => [
        [name],
        ...(typeof inner === 'object' && inner ? paths(inner).map((path) => [name, ...path]) : []),
      ]);
    const junk = fc.constantFrom<unknown>(null, 7, true, [], [7], {}, '', { ja: 7 }, 'javascript:alert(1)');
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths(fixtureClub)), junk, (path, value) => {
        const club = copy(fixtureClub) as unknown as Record<string, unknown>;
        const holder = path.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, club);
        holder[path.at(-1)!] = value;
        const read = readFanclub(copy(club));
        if (!read) refused++;
        if (fanclub.safeParse(copy(club)).success) expect(read).toBeDefined();
        if (!read) return;
        // What every template relies on: words that are texts, options that are lists.
        const words = [read.title, read.notice.purpose, ...read.tiers.map(({ label }) => label)];
        for (const one of words) expect(typeof inLanguage(one, 'en')).toBe('string');
        for (const { options = [] } of fanclubFields(read))
          for (const { value } of options) expect(typeof value).toBe('string');
      }),
      { seed: 6, numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(500);
  });
});

describe('a fan club on a server', () => {
  it('is asked once and read without the whole backend', async () => {
    const endpoint = 'https://quick-club.example';
    const web = fakeWeb({ [`${endpoint}/v1/towns/${code}/fanclub`]: () => json(fixtureClub) });
    vi.stubGlobal('fetch', web.fetch);
    expect(await resolveBackend({ endpoint }, { fanclub: quickFanclub }).fanclub(code)).toEqual(fixtureClub);
    expect(web.requests).toHaveLength(1);
  });

  it('that is none is said with the server’s own code', async () => {
    const endpoint = 'https://no-club.example';
    const problem = {
      type: 'urn:kankei:problem:fanclub-not-found',
      title: 'none',
      status: 404,
      code: 'fanclub-not-found',
    };
    vi.stubGlobal('fetch', fakeWeb({ [`${endpoint}/v1/towns/${code}/fanclub`]: () => problemJson(problem) }).fetch);
    expect((await problemOf(resolveBackend({ endpoint }).fanclub(code))).code).toBe('fanclub-not-found');
  });
});

describe('a signup', () => {
  const signup: Signup = {
    answers: { name: '山田 花子', email: 'hana@example.jp', tie: ['born', 'donated'], privacy: true },
    language: 'ja',
    noticeVersion: '2026-11',
    source: 'leaflet',
  };
  const endpoint = 'https://town.example';
  const address = `${endpoint}/v1/towns/${code}/members`;
  const accepted = { confirmBefore: '2026-11-29T12:00:00+09:00' };

  it('is sent again with the same key and body where the connection broke', async () => {
    vi.useFakeTimers();
    const bodies: [key: string | null, body: string][] = [];
    const web = fakeWeb({
      [address]: async (request) => {
        bodies.push([request.headers.get('idempotency-key'), await request.text()]);
        return bodies.length < 3 ? offline() : json(accepted, { status: 202 });
      },
    });
    const joining = httpBackend(endpoint, { fetch: web.fetch }).join(code, signup, { key });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await joining).toEqual(accepted);
    expect(bodies).toHaveLength(3);
    expect(new Set(bodies.map((one) => one.join(' '))).size).toBe(1);
    expect(bodies[0]![0]).toBe(key);
    expect(JSON.parse(bodies[0]![1])).toEqual(signup);
  });

  it.each<[status: number, code: ProblemCode]>([
    [409, 'key-reused'],
    [422, 'invalid-body'],
    [429, 'too-many-requests'],
  ])('that is refused (%i) is not sent again', async (status, refusal) => {
    const problem = {
      type: 't',
      title: 't',
      status,
      code: refusal,
      errors: [{ name: 'answers.email', reason: 'email' }],
    };
    const web = fakeWeb({ [address]: () => problemJson(problem) });
    const said = await problemOf(httpBackend(endpoint, { fetch: web.fetch }).join(code, signup, { key }));
    expect([said.code, said.errors, web.requests.length]).toEqual([refusal, problem.errors, 1]);
  });

  it.each([
    ['json', 'application/json'],
    ['form', 'application/x-www-form-urlencoded'],
  ] as const)('is delivered to a town’s own address as %s, once', async (format, type) => {
    const to = 'https://www.town.example/apply';
    let body = '';
    const web = fakeWeb({
      [to]: async (request) => {
        body = await request.clone().text();
        return new Response('ok');
      },
    });
    await deliver({ to, format }, code, signup, { key, fetch: web.fetch });
    expect(web.requests).toHaveLength(1);
    const [request] = web.requests;
    expect(request!.headers.get('content-type')).toContain(type);
    if (format === 'json')
      expect(JSON.parse(body)).toEqual({
        ...{ town: code, language: 'ja', noticeVersion: '2026-11', source: 'leaflet', key },
        answers: signup.answers,
      });
    else
      expect([...new URLSearchParams(body)]).toEqual([
        ...[
          ['town', code],
          ['language', 'ja'],
          ['noticeVersion', '2026-11'],
          ['source', 'leaflet'],
          ['key', key],
          ['name', '山田 花子'],
          ['email', 'hana@example.jp'],
          ['tie', 'born'],
          ['tie', 'donated'],
          ['privacy', 'yes'],
        ],
      ]);
  });

  it.each([
    ['does not answer', () => offline(), 'network'],
    ['is down', () => new Response('', { status: 503 }), 'unavailable'],
    ['is not there', () => new Response('', { status: 404 }), 'bad-answer'],
  ] as const)('says so where a town’s own address %s, and does not try by itself', async (_, page, expected) => {
    const to = 'https://www.town.example/apply';
    const web = fakeWeb({ [to]: page });
    const said = await problemOf(deliver({ to, format: 'json' }, code, signup, { key, fetch: web.fetch }));
    expect([said.code, web.requests.length]).toEqual([expected, 1]);
  });
});

describe('a fan club in files', () => {
  const folder = 'https://files.example/kankei/';
  const backendOver = (kankei: object) => {
    const web = fakeWeb({ [`${folder}kankei.json`]: () => json(kankei) });
    return { ...web, backend: fileBackend(folder, { fetch: web.fetch }) };
  };

  it('is read from kankei.json alone, whatever lists stand beside it', async () => {
    const town = { ...fixtureTown, fanclub: fixtureClubInput };
    const { backend, requests } = backendOver({ town, programs: ['events.csv'] });
    expect(await backend.fanclub(code)).toEqual(fixtureClub);
    expect(requests).toHaveLength(1);
  });

  it('needs no programs beside it', async () => {
    const { backend } = backendOver({ town: { ...fixtureTown, fanclub: fixtureClubInput } });
    expect(await backend.fanclub(code)).toEqual(fixtureClub);
    expect((await backend.programs([code])).total).toBe(0);
  });

  it.each([
    ['no fan club', { town: fixtureTown, programs: ['a.csv'] }, 'fanclub-not-found', undefined],
    ['another town', { town: { ...fixtureTown, code: '212172' }, programs: ['a.csv'] }, 'town-not-found', undefined],
    [
      'a slip',
      {
        town: { ...fixtureTown, fanclub: { ...fixtureClubInput, tiers: [{ id: 'A B', label: 'x' }] } },
        programs: ['a.csv'],
      },
      'bad-file',
      'towns.0.fanclub.tiers.0.id',
    ],
  ])('says so where there is %s', async (_, kankei, expected, place) => {
    const said = await problemOf(backendOver(kankei).backend.fanclub(code));
    expect(said.code).toBe(expected);
    if (place) expect(said.errors?.map(({ name }) => name)).toEqual([`${folder}kankei.json#${place}`]);
  });

  it('leaves the programs alone where a slip is in it', async () => {
    const town = { ...fixtureTown, fanclub: 7 };
    const web = fakeWeb({
      [`${folder}kankei.json`]: () => json({ town, programs: ['a.json'] }),
      [`${folder}a.json`]: () => json([]),
    });
    expect((await fileBackend(folder, { fetch: web.fetch }).programs([code])).total).toBe(0);
  });
});
