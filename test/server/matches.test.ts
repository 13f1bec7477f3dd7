import { type Matches, type Problem, type Program, routePath, suggestPrograms } from '@kankei/core';
import { replacePrograms } from '@kankei/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';
import { makeServer, type ServerWorld } from './world.ts';

const { code } = fixtureTown;
const path = routePath('matches', { codes: code });

describe('suggestions by the server', () => {
  let world: ServerWorld;
  beforeEach(async () => {
    world = await makeServer();
  });

  const ask = (body: unknown, init: RequestInit = {}, at = path) =>
    world.get(at, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
      ...init,
    });
  const suggested = async (profile: object): Promise<Matches> => (await ask({ profile, limit: 100 })).json();
  const names = ({ suggestions }: Matches) => suggestions.map(({ program }) => program.id);

  it('may be asked for by any page, as a listing may', async () => {
    const origin = 'https://anywhere.example';
    const asked = await world.get(path, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
    expect(asked.headers.get('access-control-allow-methods')).toBe('POST');
    const headers = { origin, 'content-type': 'application/json' };
    const answer = await world.get(path, { method: 'POST', headers, body: JSON.stringify({ profile: {} }) });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const other = await world.get(`${path}/more`, { method: 'POST', headers, body: '{}' });
    expect(other.status).toBe(403);
  });

  it('are those of core over what is stored, and nobody keeps them', async () => {
    const response = await ask({ profile: { themes: ['farming'], words: '大根' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const question = { profile: { themes: ['farming'], words: '大根' }, limit: 20 };
    expect(await response.json()).toEqual(suggestPrograms(question, fixturePrograms, now));
  });

  it('write nothing, whatever is asked', async () => {
    const changes = async () =>
      (await world.db.selectNoFrom((eb) => eb.fn<number>('total_changes', []).as('n')).executeTakeFirstOrThrow()).n;
    const before = await changes();
    await suggested({ words: '秘密の畑', prefecture: '岐阜県', age: 40 });
    expect(await changes()).toBe(before);
  });

  it('are anew when a program closes, is changed or comes', async () => {
    const profile = { words: '大根と仕込み', experience: 'often' };
    expect(names(await suggested(profile))).toEqual(['harvest']);
    world.clock.now = Date.parse('2026-11-27T00:00:00+09:00');
    expect(names(await suggested(profile))).toEqual([]);
    const next = makeProgram({ id: 'next', title: '大根の仕込み' });
    await replacePrograms(world.db, [...fixturePrograms, next], {
      town: code,
      source: 'import',
      now: world.clock.now,
    });
    expect(names(await suggested(profile))).toEqual(['next']);
  });

  it('find what a person writes of among more programs than are ranked', async () => {
    const many = Array.from(
      { length: 3_200 },
      (_, index): Program =>
        makeProgram({
          id: `p${index}`,
          title: index === 3_199 ? '白えびの昆布締め' : '集まり',
          themes: index === 3_198 ? ['にわとり'] : [],
          sessions: [{ startDate: `2027-${String(1 + Math.floor(index / 320)).padStart(2, '0')}-10` }],
        }),
    );
    await replacePrograms(world.db, many, { town: code, source: 'import', now });
    expect(names(await suggested({ words: '昆布の料理', experience: 'often' }))).toEqual(['p3199']);
    expect(names(await suggested({ themes: ['にわとり'], experience: 'often' }))).toEqual(['p3198']);
  });

  it.each<[string, unknown, RequestInit, object]>([
    [
      'a profile that cannot be used',
      { profile: { age: 'old' } },
      {},
      { status: 422, errors: [{ name: 'profile.age' }] },
    ],
    ['no profile', {}, {}, { status: 422, errors: [{ name: 'profile' }] }],
    ['no JSON', '{"profile":', {}, { status: 422, errors: [{ name: 'body', reason: 'invalid_json' }] }],
    ['a form', 'profile=1', { headers: { 'content-type': 'text/plain' } }, { status: 422 }],
    ['too much', { profile: { words: 'あ'.repeat(30_000) } }, {}, { status: 413, code: 'too-large' }],
    ['a GET', undefined, { method: 'GET', body: null }, { status: 405, code: 'method-not-allowed' }],
  ])('are not given for %s', async (_, body, init, expected) => {
    const problem: Problem = await (await ask(body ?? '', init)).json();
    expect(problem).toMatchObject(expected);
    expect(JSON.stringify(problem)).not.toContain('あ');
  });

  it('are given for several towns, and for none that is not here', async () => {
    const both: Matches = await (
      await ask(
        { profile: { themes: ['festival'], words: '大根' } },
        {},
        routePath('matches', { codes: `${code},212172` }),
      )
    ).json();
    expect(new Set(both.suggestions.map(({ program }) => program.town))).toEqual(new Set([code, '212172']));
    const unknown = await ask({ profile: {} }, {}, routePath('matches', { codes: '011002' }));
    expect(await unknown.json()).toMatchObject({ code: 'town-not-found' });
  });

  it('are not given without end to one sender', async () => {
    const address = { headers: { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.1' } };
    world = await makeServer({ KANKEI_TRUST_PROXY: '1' });
    const statuses = new Set<number>();
    for (let at = 0; at < 301; at++) statuses.add((await ask({ profile: {} }, address)).status);
    expect([...statuses]).toEqual([200, 429]);
    const other = { headers: { ...address.headers, 'x-forwarded-for': '198.51.100.7' } };
    expect((await ask({ profile: {} }, other)).status).toBe(200);
  });
});
