import {
  fileBackend,
  httpBackend,
  matchingAddress,
  memoryBackend,
  quickMatching,
  resolveBackend,
  type Taken,
  takeOver,
} from '@kankei/client';
import { deliver } from '@kankei/client/deliver';
import {
  type Matching,
  type MatchingInput,
  matching,
  type ProblemCode,
  ProblemError,
  type Recruitment,
} from '@kankei/core';
import { describe, expect, it, vi } from 'vitest';
import { fixtureClubInput } from '../fixtures/fanclub.ts';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';
import { fakeWeb, json, offline, problemJson } from './fake-web.ts';

const { code } = fixtureTown;
const { notice } = fixtureClubInput;
const endpoint = 'https://server.example/api';
const folder = 'https://files.example/kankei/';
const key = 'key-0123456789abcdef';
const written: MatchingInput = { notice, coordinator: { name: '野上' }, supporter: { fields: [{ name: 'themes' }] } };
const profile: Matching = matching.parse(written);
const answers = { name: '山田 花子', email: 'hana@example.jp', people: '2', members: '太郎（7）', privacy: 'yes' };
const sent = { answers, language: 'ja', noticeVersion: '2026-11' };

async function problemOf(answer: Promise<unknown>) {
  const error = await answer.catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ProblemError);
  return (error as ProblemError).problem;
}

describe('matching by a server', () => {
  const at = (path: string) => `${endpoint}/v1/towns/${code}/${path}`;
  const over = (pages: Parameters<typeof fakeWeb>[0]) => {
    const web = fakeWeb(pages);
    return { ...web, backend: httpBackend(endpoint, { fetch: web.fetch }) };
  };
  const recruiting: Recruitment = { state: 'open', people: 10, questions: [], asOf: '2026-11-21T03:00:00.000Z' };

  it('is asked for by a page without the whole backend at hand', async () => {
    vi.stubGlobal('fetch', over({ [at('matching')]: () => json(written) }).fetch);
    try {
      expect(await resolveBackend({ endpoint }).matching(code)).toEqual(profile);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('is asked once by a tag that reads it, or not at all where it was sent ahead; what is odd is asked again, and said', async () => {
    const ask = (answer: unknown, endpoint: string) => {
      const web = fakeWeb({ [`${endpoint}/v1/towns/${code}/matching`]: () => json(answer) });
      vi.stubGlobal('fetch', web.fetch);
      return { ...web, asked: resolveBackend({ endpoint }, { matching: quickMatching }).matching(code) };
    };
    try {
      const good = ask(written, 'https://quick-matching.example');
      expect(await good.asked).toEqual(profile);
      expect(good.requests).toHaveLength(1);
      const sent = 'https://sent-matching.example';
      takeOver(new Map([[matchingAddress(new URL(sent), code).href, Promise.resolve(written)]]));
      const ahead = ask({}, sent);
      expect(await ahead.asked).toEqual(profile);
      expect(ahead.requests).toHaveLength(0);
      const odd = ask({ takes: 'everything' }, 'https://odd-matching.example');
      await expect(odd.asked).rejects.toMatchObject({ problem: { code: 'bad-answer' } });
      expect(odd.requests).toHaveLength(2);
    } finally {
      takeOver(new Map());
      vi.unstubAllGlobals();
    }
  });

  it('puts a profile into the body, never into an address, and asks again where the way fails', async () => {
    const bodies: unknown[] = [];
    const empty = { suggestions: [], total: 0, alternatives: [], obstacles: [], asOf: recruiting.asOf };
    const { backend, requests } = over({
      [`${endpoint}/v1/towns/${code},212172/matches`]: async (request) => {
        bodies.push(await request.clone().json());
        return bodies.length === 1 ? offline() : json(empty);
      },
    });
    const question = { profile: { words: '収穫', prefecture: '岐阜県' } };
    expect(await backend.matches([code, '212172'], question)).toEqual(empty);
    expect(bodies).toEqual([question, question]);
    for (const { url, method, headers } of requests) {
      expect([decodeURI(new URL(url).search), method]).toEqual(['', 'POST']);
      expect(headers.has('idempotency-key')).toBe(false);
    }
  });

  it('leaves out reasons a page does not know yet, and programs that cannot be read, and keeps the rest', async () => {
    const reason = { code: 'theme', asked: 'farming', found: '農業' };
    const [harvest] = fixturePrograms;
    const { backend } = over({
      [at('matches')]: () =>
        json({
          suggestions: [
            { program: harvest, reasons: [reason, { code: 'by-star-sign', found: 'leo' }], misfits: [] },
            { program: { title: 7 }, reasons: [reason], misfits: [] },
          ],
          total: 2,
          alternatives: [],
          obstacles: [
            { code: 'moon', count: 3 },
            { code: 'mode', count: 1 },
          ],
          asOf: recruiting.asOf,
        }),
    });
    const { suggestions, obstacles } = await backend.matches([code], { profile: {} });
    expect(suggestions.map(({ program, reasons }) => [program.id, reasons])).toEqual([['harvest', [reason]]]);
    expect(obstacles).toEqual([{ code: 'mode', count: 1 }]);
  });

  it.each([
    ['an application', 'programs/harvest/applications', { state: 'waiting', position: 3 }, 'apply'],
    ['an interest', 'programs/harvest/interests', { interested: 4 }, 'showInterest'],
    ['a need', 'needs', { at: '2026-11-21T03:00:00.000Z' }, 'sendNeed'],
    ['an enquiry', 'enquiries', { at: '2026-11-21T03:00:00.000Z' }, 'enquire'],
  ] as const)('sends %s again under the same key until it is heard', async (_, path, answer, method) => {
    const bodies: unknown[] = [];
    const { backend, requests } = over({
      [at(path)]: async (request) => {
        bodies.push(await request.clone().json());
        if (bodies.length === 1) return offline();
        return bodies.length === 2 ? new Response('', { status: 503 }) : json(answer);
      },
    });
    const sending =
      method === 'apply' || method === 'showInterest'
        ? backend[method](code, 'harvest', sent, { key })
        : backend[method](code, sent, { key });
    expect(await sending).toEqual(answer);
    expect(bodies).toEqual([sent, sent, sent]);
    expect(requests.map(({ headers }) => headers.get('idempotency-key'))).toEqual([key, key, key]);
  });

  it.each<[number, ProblemCode]>([
    [404, 'not-taken'],
    [409, 'recruitment-closed'],
    [422, 'invalid-body'],
  ])('says what a server refuses (%i), once', async (status, refusal) => {
    const problem = { type: 't', title: 't', status, code: refusal };
    const { backend, requests } = over({ [at('programs/harvest/applications')]: () => problemJson(problem) });
    expect((await problemOf(backend.apply(code, 'harvest', sent, { key }))).code).toBe(refusal);
    expect(requests).toHaveLength(1);
  });

  it('tells how a recruitment stands, and never from a copy that was not checked', async () => {
    const { backend, requests } = over({ [at('programs/harvest/recruitment')]: () => json(recruiting) });
    expect(await backend.recruitment(code, 'harvest')).toEqual(recruiting);
    expect(requests[0]!.cache).toBe('no-cache');
    expect((await problemOf(backend.recruitment(code, '../x'))).code).toBe('program-not-found');
  });
});

describe('matching in files', () => {
  const over = (kankei: unknown, pages: Parameters<typeof fakeWeb>[0] = {}) => {
    const web = fakeWeb({ [`${folder}kankei.json`]: () => json(kankei), ...pages });
    return { ...web, backend: fileBackend(folder, { fetch: web.fetch, now: () => now }) };
  };
  const programs = { [`${folder}a.json`]: () => json(fixturePrograms) };

  it('is told by kankei.json, with the notice of the fan club where it gives none', async () => {
    const delivery = { mail: 'tsunagari@musubino.example' };
    const own = over({ town: { ...fixtureTown, matching: { ...written, delivery } }, programs: ['a.json'] });
    // Nobody counts who is interested where there is no server.
    const takes = ['application', 'need', 'enquiry'];
    expect(await own.backend.matching(code)).toEqual({ ...profile, delivery, takes });
    const fanclub = over({ town: { ...fixtureTown, matching: {}, fanclub: fixtureClubInput } });
    // Nor does anything else go anywhere, where nothing says where to.
    expect(await fanclub.backend.matching(code)).toEqual({ notice, takes: [] });
    const nothing = over({ town: fixtureTown, programs: ['a.json'] });
    expect(await nothing.backend.matching(code)).toEqual({ takes: [] });
    expect((await problemOf(nothing.backend.matching('212172'))).code).toBe('town-not-found');
  });

  it('names the place of a slip, and suggests programs all the same', async () => {
    const town = { ...fixtureTown, matching: { takes: ['everything'] } };
    const { backend } = over({ town, programs: ['a.json'] }, programs);
    const { code: problem, errors } = await problemOf(backend.matching(code));
    expect([problem, errors?.[0]?.name]).toEqual(['bad-file', `${folder}kankei.json#towns.0.matching.takes.0`]);
    expect((await backend.matches([code], { profile: { themes: ['farming'] } })).total).toBeGreaterThan(0);
  });

  it('needs no more than one list of programs', async () => {
    const web = fakeWeb(programs);
    const backend = fileBackend(`${folder}a.json`, { fetch: web.fetch, now: () => now });
    expect(await backend.matching(code)).toEqual({ takes: [] });
    expect((await backend.matches([code], { profile: { words: '大根' } })).suggestions[0]?.program.id).toBe('harvest');
  });

  it('is open for applications only where something says where they go', async () => {
    const stateWith = async (more: MatchingInput) => {
      const town = { ...fixtureTown, matching: { ...written, ...more } };
      const { backend } = over({ town, programs: ['a.json'] }, programs);
      return (await backend.recruitment(code, 'harvest')).state;
    };
    expect(await stateWith({})).toBe('closed');
    expect(await stateWith({ delivery: { mail: 'tsunagari@musubino.example' } })).toBe('open');
    expect(await stateWith({ delivery: { to: 'https://www.town.example/apply' }, takes: ['need'] })).toBe('closed');
  });

  it.each([
    ['json', { form: 'application', program: 'harvest' }],
    ['form', { form: 'enquiry', profile: { themes: ['farming', 'food'], people: 2 } }],
  ] as const)('is delivered to a town’s own address as %s, saying what it is', async (format, what) => {
    const to = 'https://www.town.example/apply';
    let body = '';
    const web = fakeWeb({
      [to]: async (request) => {
        body = await request.clone().text();
        return new Response('ok');
      },
    });
    const told = 'profile' in what ? { ...what, profile: { themes: ['farming', 'food'], people: 2 } } : what;
    await deliver({ to, format }, code, sent, { key, fetch: web.fetch, what: told });
    const about = { town: code, language: 'ja', noticeVersion: '2026-11', key, form: what.form };
    if (format === 'json') expect(JSON.parse(body)).toEqual({ ...about, program: 'harvest', answers });
    else
      expect([...new URLSearchParams(body)]).toEqual([
        ...Object.entries(about),
        ...Object.entries(answers),
        ['profile.themes', 'farming'],
        ['profile.themes', 'food'],
        ['profile.people', '2'],
      ]);
  });
});

describe('matching in memory', () => {
  const walk = makeProgram({ id: 'walk', placesLeft: 3 });
  const over = () => {
    const taken: Taken[] = [];
    const options = { towns: [fixtureTown], programs: [walk, ...fixturePrograms], matching: { [code]: profile } };
    const backend = memoryBackend({ ...options, now: () => now, onTake: (one) => void taken.push(one) });
    return { backend, taken };
  };
  const keys = ['first-key-01234567', 'second-key-0123456', 'third-key-01234567'];

  it('gives places once for each key, and then a place on the waiting list', async () => {
    const { backend, taken } = over();
    const apply = (key: string) => backend.apply(code, 'walk', sent, { key });
    expect(await apply(keys[0]!)).toEqual({ state: 'pending' });
    expect(await apply(keys[0]!)).toEqual({ state: 'pending' });
    expect((await backend.recruitment(code, 'walk')).placesLeft).toBe(1);
    const alone = { ...sent, answers: { ...answers, people: '1' } };
    expect(await backend.apply(code, 'walk', alone, { key: keys[1]! })).toEqual({ state: 'pending' });
    expect(await backend.recruitment(code, 'walk')).toMatchObject({ state: 'waiting', placesLeft: 0 });
    expect(await apply(keys[2]!)).toEqual({ state: 'waiting', position: 1 });
    expect(taken.map(({ what }) => what)).toEqual(['application', 'application', 'application']);
  });

  it('checks what is sent as a server does', async () => {
    const { backend } = over();
    const wrong = { ...sent, answers: { ...answers, email: 'hana' } };
    expect(await problemOf(backend.apply(code, 'walk', wrong, { key }))).toMatchObject({
      code: 'invalid-body',
      errors: [{ name: 'answers.email', reason: 'email-without-at' }],
    });
    for (const id of ['cancelled', 'over', 'closed'])
      expect((await problemOf(backend.apply(code, id, sent, { key }))).code).toBe('recruitment-closed');
    expect((await problemOf(backend.sendNeed(code, sent, { key }))).code).toBe('invalid-body');
  });

  it('counts who is interested, and takes needs and enquiries', async () => {
    const { backend, taken } = over();
    expect(await backend.showInterest(code, 'walk', {}, { key: keys[0]! })).toEqual({ interested: 1 });
    expect(await backend.showInterest(code, 'walk', {}, { key: keys[1]! })).toEqual({ interested: 2 });
    const need = { what: '雪かき', when: '1月', name: '佐和', reach: 'tel', tel: '000-000-0000', privacy: 'yes' };
    await backend.sendNeed(code, { ...sent, answers: need }, { key: keys[2]! });
    const enquiry = { name: '花子', email: 'hana@example.jp', privacy: 'yes' };
    await backend.enquire(code, { ...sent, answers: enquiry, profile: { themes: ['snow'] } }, { key });
    expect(taken.map(({ what }) => what)).toEqual(['interest', 'interest', 'need', 'enquiry']);
  });
});
