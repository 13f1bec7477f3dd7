import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { problem, programQuery, queryPrograms, routePath, town } from '@kankei/core';
import { replacePrograms } from '@kankei/server';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';
import { makeServer, neighbour, type ServerWorld } from './world.ts';

const code = fixtureTown.code;
const list = routePath('programs', { codes: code });

let world: ServerWorld;
beforeAll(async () => {
  world = await makeServer({ KANKEI_WRITE_ORIGINS: 'https://www.town.example http://localhost:3000' });
});
afterAll(() => world.db.destroy());
afterEach(() => {
  world.clock.now = now;
});

const get = (path: string, headers: Record<string, string> = {}) => world.get(path, { headers });
const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const told = problem.parse(await response.json());
  expect(told.status).toBe(response.status);
  return told;
};

describe('reading', () => {
  it('answers a listing, a town and a program', async () => {
    expect(await (await get(list)).json()).toEqual(queryPrograms(fixturePrograms, programQuery.parse({}), now));
    expect(town.parse(await (await get(routePath('town', { code }))).json())).toEqual(fixtureTown);
    const program = await get(routePath('program', { code, id: 'harvest' }));
    expect(await program.json()).toEqual(fixturePrograms[0]);
  });

  it('says the time by the minute, which is as fine as any date is', async () => {
    world.clock.now = now + 59_999;
    const page = (await (await get(list)).json()) as { asOf: string };
    expect(page.asOf).toBe(new Date(now).toISOString());
  });

  it('answers HEAD like GET, without the body', async () => {
    const [whole, head] = [await get(list), await world.get(list, { method: 'HEAD' })];
    expect(head.status).toBe(200);
    expect(head.headers.get('etag')).toBe(whole.headers.get('etag'));
    expect(await head.text()).toBe('');
  });

  it.each([
    ['/v1/towns/011002', 'town-not-found'],
    ['/v1/towns/999997,011002/programs', 'town-not-found'],
    ['/v1/towns/999997/programs/nothing', 'program-not-found'],
    ['/v1/towns/999997/programs/nothing.ics', 'program-not-found'],
    ['/v1/towns/999997/programs/bare.ics', 'program-not-found'],
    ['/v1/towns/999997/programs/float', 'program-not-found'],
    ['/v1/towns', 'not-found'],
    ['/v1/towns/999997/', 'not-found'],
    ['/v2/towns/999997', 'not-found'],
    ['/embed/v1/nothing.js', 'not-found'],
  ])('says of %s: %s', async (path, expected) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect((await problemOf(response)).code).toBe(expected);
  });

  it.each([
    ['/v1/towns/999990', 'code'],
    ['/v1/towns/99999', 'code'],
    ['/v1/towns/999997,212172', 'code'],
    ['/v1/towns/999990/programs/harvest', 'code'],
    ['/v1/towns/999997?x=1', 'x'],
    ['/v1/towns/999997/programs/harvest?q=1', 'q'],
    ['/v1/towns/999997,/programs', 'codes'],
    [`/v1/towns/${Array.from({ length: 21 }, (_, index) => 100000 + index).join()}/programs`, 'codes'],
    [`${list}?limit=0`, 'limit'],
    [`${list}?limit=1e2`, 'limit'],
    [`${list}?limit=5&limit=6`, 'limit'],
    [`${list}?q=`, 'q'],
    [`${list}?q=%00`, 'q'],
    [`${list}?q=%FF`, 'q'],
    [`${list}?q=%E3%81`, 'q'],
    [`${list}?q=%zz`, 'q'],
    [`${list}?%E3%81=1`, '%E3%81'],
    [`${list}?q=${'%E3%81%82'.repeat(5000)}`, 'q'],
    [`${list}?kind=hlep`, 'kind'],
    [`${list}?kinds=help`, 'kinds'],
    [`${list}?toString=1`, 'toString'],
    [`${list}?__proto__=1`, '__proto__'],
    [`${list}?from=2026-02-30`, 'from'],
    [`${list}?open=yes`, 'open'],
    [`${list}?cursor=abc`, 'cursor'],
    [`${list}?cursor=8640000000000000.0.0.999997.a`, 'cursor'],
    [`${list}.ics?limit=5`, 'limit'],
    [`${list}.csv?cursor=1.0.0.999997.a`, 'cursor'],
    [`${list}.rss?qq=5`, 'qq'],
  ])('refuses %s and names what is at fault', async (path, name) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    const told = await problemOf(response);
    expect(told.code).toBe('invalid-parameter');
    expect(told.errors!.map((error) => error.name)).toContain(name);
  });

  it('reads + as a space and escapes in names', async () => {
    const found = async (search: string) =>
      ((await (await get(`${list}?${search}`)).json()) as { total: number }).total;
    expect(await found('q=%E5%A4%A7%E6%A0%B9+%E9%9B%AA')).toBe(1);
    expect(await found('%71=%E5%A4%A7%E6%A0%B9%20%E9%9B%AA')).toBe(1);
    expect(await found('kind=help&kind=tour&&')).toBe(3);
  });
});

describe('copies', () => {
  it('are good while nothing was written and nothing began or ended, and for one day at most', async () => {
    const first = await get(list);
    const tag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600');
    const again = async (time: string) => {
      world.clock.now = Date.parse(`2026-11-${time}+09:00`);
      return get(list, { 'if-none-match': `"other", ${tag}` });
    };
    const fresh = await again('21T12:59:59');
    expect(fresh.status).toBe(304);
    expect(await fresh.text()).toBe('');
    expect(fresh.headers.get('etag')).toBe(tag);
    expect(fresh.headers.get('access-control-allow-origin')).toBe('*');
    // The fixture called "today" ends at one o'clock.
    expect((await again('21T13:00:00')).status).toBe(200);
    expect((await again('22T00:00:00')).status).toBe(200);
  });

  it.each([list, `${list}.rss`, `/w/program-list?town=${code}`, '/w/', '/assets/icon.svg', '/card-worker.js'])(
    'still good are used as before: a reload takes over what it is told with that (%s)',
    async (path) => {
      const { headers: first } = await get(path);
      const again = await get(path, { 'if-none-match': first.get('etag')! });
      expect(again.status).toBe(304);
      for (const name of ['content-security-policy', 'cache-control', 'x-content-type-options'])
        expect([name, again.headers.get(name)]).toEqual([name, first.get(name)]);
      const varied = (again.headers.get('vary') ?? '').split(', ');
      expect(varied).toEqual(expect.arrayContaining(path.startsWith('/w/') ? ['Accept-Language'] : []));
    },
  );

  it('are told apart by the question', async () => {
    const tags = await Promise.all(
      [list, `${list}?q=a`, `${list}.rss`, `${list}.csv`, routePath('programs', { codes: neighbour.code })].map(
        async (path) => (await get(path)).headers.get('etag'),
      ),
    );
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('are no longer good once something was written', async () => {
    const other = await makeServer();
    const before = (await other.get(list)).headers.get('etag')!;
    await replacePrograms(other.db, [makeProgram({ id: 'new' })], { town: code, source: 'demo', now });
    const after = await other.get(list, { headers: { 'if-none-match': before } });
    expect(after.status).toBe(200);
    expect(await after.text()).toContain('"new"');
    await other.db.destroy();
  });
});

describe('compression', () => {
  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip;q=0.5, br;q=0.4', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
    ['br;q=0, *', 'gzip', gunzipSync],
  ])('answers "%s" in %s', async (accept, encoding, decode) => {
    const response = await get(list, { 'accept-encoding': accept });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    const text = decode(Buffer.from(await response.arrayBuffer())).toString();
    expect(text).toBe(await (await get(list)).text());
  });

  it.each(['', 'identity', 'br;q=0', 'deflate'])('leaves the answer to "%s" as it is', async (accept) => {
    const response = await get(list, { 'accept-encoding': accept });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    expect(((await response.json()) as { total: number }).total).toBeGreaterThan(5);
  });
});

describe('other origins', () => {
  const ask = (method: string, origin?: string) =>
    world.get(list, { method, headers: origin === undefined ? {} : { origin } });
  const preflight = (origin: string, method: string) =>
    world.get(list, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'content-type' },
    });

  it('may all read, and see what a client needs of the headers', async () => {
    const response = await ask('GET', 'https://anywhere.example');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toContain('ETag');
    expect((await preflight('https://anywhere.example', 'GET')).status).toBe(204);
  });

  it.each(['https://www.town.example', 'http://localhost:3000', 'https://kankei.example'])(
    'may write from %s, which is named or our own',
    async (origin) => {
      const asked = await preflight(origin, 'POST');
      expect(asked.status).toBe(204);
      expect(asked.headers.get('access-control-allow-origin')).toBe(origin);
      expect(asked.headers.get('access-control-allow-methods')).toBe('POST');
      expect(asked.headers.get('access-control-allow-headers')).toBe('content-type');
      expect(asked.headers.get('vary')).toContain('Origin');
      expect((await ask('POST', origin)).status).toBe(405);
    },
  );

  it.each([
    'https://town.example',
    'http://www.town.example',
    'https://www.town.example:8443',
    'https://www.town.example.evil.example',
    'null',
  ])('may not write from %s', async (origin) => {
    for (const response of [await preflight(origin, 'POST'), await ask('DELETE', origin)]) {
      expect(response.status).toBe(403);
      expect((await problemOf(response)).code).toBe('origin-not-allowed');
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is refused where there is nothing to write', async (method) => {
    const response = await ask(method);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect((await problemOf(response)).code).toBe('method-not-allowed');
  });

  it('tells OPTIONS what is allowed', async () => {
    const response = await ask('OPTIONS');
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });
});

describe('every answer', () => {
  it.each([list, `${list}.csv`, '/nothing', '/healthz', '/openapi.json', '/'])('%s can do no harm', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('says nothing of our inside when something breaks', async () => {
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken = await makeServer();
    await broken.db.destroy();
    const response = await broken.get(list);
    expect(response.status).toBe(500);
    expect(await problemOf(response)).toEqual({
      type: 'urn:kankei:problem:internal',
      title: expect.any(String),
      status: 500,
      code: 'internal',
    });
    const health = await broken.get('/healthz');
    expect(health.status).toBe(503);
    expect((await problemOf(health)).code).toBe('unavailable');
    expect(silence).toHaveBeenCalled();
    silence.mockRestore();
  });

  it('tells those who watch that all is well', async () => {
    const response = await get('/healthz');
    expect(await response.json()).toEqual({ status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('the page', () => {
  it('is of the town that is asked for, and of the first one otherwise', async () => {
    expect(await (await get(`/?town=${neighbour.code}`)).text()).toContain(
      `<kankei-program-list town="${neighbour.code}">`,
    );
    expect(await (await get('/')).text()).toContain(`<kankei-program-list town="${code}">`);
  });

  it('allows its own scripts under the name the snippet gives them', async () => {
    const policy = (await get('/')).headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self' https://kankei.example;");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });

  it('says so when there is no such town', async () => {
    const response = await get('/?town=%3Cscript%3E');
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('<script>');
  });

  it('brings its own parts', async () => {
    const page = await (await get('/')).text();
    for (const [, path] of page.matchAll(/(?:href|src)="(assets\/[^"]+)"/g))
      expect((await get(`/${path}`)).status, path).toBe(200);
  });
});
