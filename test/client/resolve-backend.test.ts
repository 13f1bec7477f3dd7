import { type BackendSources, chooseBackend, memoryBackend, resolveBackend } from '@kankei/client';
import { ProblemError, programQuery, queryPrograms } from '@kankei/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';
import { fakeWeb, json, type Page } from './fake-web.ts';

const base = 'https://town.example/events/index.html';
const script = 'https://kankei.example/embed/v1/kankei.js';
const code = fixtureTown.code;

/** Puts a made-up web in place of the page's own. */
function stubWeb(pages: Record<string, Page>) {
  const web = fakeWeb(pages);
  vi.stubGlobal('fetch', web.fetch);
  return web;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('chooses', () => {
  it.each<[string, BackendSources, 'http' | 'file', string]>([
    [
      'endpoint before all',
      { endpoint: 'https://a.example', src: 'b.csv', meta: 'https://c.example', scriptUrl: script },
      'http',
      'https://a.example/',
    ],
    [
      'src before the page',
      { src: 'b.csv', meta: 'https://c.example', scriptUrl: script },
      'file',
      'https://town.example/events/b.csv',
    ],
    [
      'the page before the script',
      { meta: 'https://c.example/api', scriptUrl: script },
      'http',
      'https://c.example/api',
    ],
    ['the server a script came from', { scriptUrl: script }, 'http', 'https://kankei.example/'],
    [
      'an empty attribute is none',
      { endpoint: '', src: '', meta: '', scriptUrl: script },
      'http',
      'https://kankei.example/',
    ],
    [
      'null is none',
      { endpoint: null, src: null, meta: null, backend: null, scriptUrl: script },
      'http',
      'https://kankei.example/',
    ],
    ['an endpoint relative to the page', { endpoint: '/kankei' }, 'http', 'https://town.example/kankei'],
    ['a src relative to the page', { src: '../data/' }, 'file', 'https://town.example/data/'],
    ['a meta relative to the page', { meta: './' }, 'http', 'https://town.example/events/'],
    [
      'a server under a path',
      { scriptUrl: 'https://town.example/apps/kankei/embed/v1/kankei.js' },
      'http',
      'https://town.example/apps/kankei/',
    ],
    [
      'an exact version',
      { scriptUrl: 'http://localhost:8787/embed/1.2.3/kankei.js' },
      'http',
      'http://localhost:8787/',
    ],
    [
      'a version before its time',
      { scriptUrl: 'http://localhost:8787/embed/2.0.0-rc.1/kankei.js?x' },
      'http',
      'http://localhost:8787/',
    ],
    [
      'a later major version',
      { scriptUrl: 'https://kankei.example/embed/v12/kankei.js' },
      'http',
      'https://kankei.example/',
    ],
    [
      'a folder embedded in a folder called embed',
      { scriptUrl: 'https://town.example/embed/embed/v1/kankei.js' },
      'http',
      'https://town.example/embed/',
    ],
    [
      'a copied folder',
      { scriptUrl: 'https://town.example/kankei/kankei.js' },
      'file',
      'https://town.example/kankei/kankei.json',
    ],
    [
      'a copied folder at the root',
      { scriptUrl: 'https://town.example/kankei.js?v=2' },
      'file',
      'https://town.example/kankei.json',
    ],
    [
      'a folder that only looks like a version',
      { scriptUrl: 'https://town.example/embed/latest/kankei.js' },
      'file',
      'https://town.example/embed/latest/kankei.json',
    ],
    [
      'a folder that only looks like ours',
      { scriptUrl: 'https://town.example/myembed/v1/kankei.js' },
      'file',
      'https://town.example/myembed/v1/kankei.json',
    ],
  ])('%s', (_, sources, kind, url) => {
    const chosen = chooseBackend({ base, ...sources });
    expect([chosen.kind, chosen.url.href]).toEqual([kind, url]);
  });

  it.each<[string, BackendSources, string, string]>([
    [
      'a page opened from a disk',
      { scriptUrl: 'file:///home/web/kankei.js', base: 'file:///home/web/' },
      'script',
      'not-http',
    ],
    ['a src on a disk', { src: 'events.csv', base: 'file:///home/web/index.html' }, 'src', 'not-http'],
    ['a script for an endpoint', { endpoint: 'javascript:alert(1)' }, 'endpoint', 'not-http'],
    ['data for a src', { src: 'data:text/csv,NO' }, 'src', 'not-http'],
    ['a name and password', { meta: 'https://a:b@kankei.example' }, 'kankei:endpoint', 'credentials'],
    ['what is no address', { endpoint: 'https://:8080:/' }, 'endpoint', 'not-a-url'],
    ['nothing at all', {}, 'endpoint', 'missing'],
  ])('refuses %s, and answers every question with that', async (_, sources, name, reason) => {
    const problem = { code: 'invalid-parameter', errors: [{ name, reason }] };
    expect(() => chooseBackend({ base, ...sources })).toThrow(
      expect.objectContaining({ problem: expect.objectContaining(problem) }),
    );
    const backend = resolveBackend({ base, ...sources });
    await expect(backend.programs([code])).rejects.toMatchObject({ problem });
    await expect(backend.town(code)).rejects.toBeInstanceOf(ProblemError);
    expect(backend.links).toEqual({});
  });
});

it('takes the backend it is given before everything else', () => {
  const backend = memoryBackend({ towns: [], programs: [] });
  expect(resolveBackend({ backend, endpoint: 'https://a.example', src: 'b', meta: 'c', scriptUrl: script })).toBe(
    backend,
  );
});

it('gives elements with the same answer the same backend', () => {
  const one = resolveBackend({ src: 'https://town.example/kankei.json' });
  expect(resolveBackend({ src: '../kankei.json', base })).toBe(one);
  expect(resolveBackend({ scriptUrl: 'https://town.example/kankei.js' })).toBe(one);
  expect(resolveBackend({ endpoint: 'https://town.example/kankei.json' })).not.toBe(one);
  expect(resolveBackend({ src: 'https://town.example/other.json' })).not.toBe(one);
});

it('asks a server once for all lists of a page that ask the same', async () => {
  const page = queryPrograms(fixturePrograms, programQuery.parse({}), now)!;
  const address = `https://one.example/v1/towns/${code}/programs`;
  const { requests } = stubWeb({ [address]: () => json(page) });
  const lists = [1, 2, 3].map(() => resolveBackend({ endpoint: 'https://one.example' }).programs([code]));
  expect(await Promise.all(lists)).toEqual([page, page, page]);
  expect(requests.map(({ url }) => url)).toEqual([address]);
});

it('reads files once for all lists of a page, whatever they ask', async () => {
  const { requests } = stubWeb({
    'https://files.example/kankei.json': () => json({ town: fixtureTown, programs: ['a.json'] }),
    'https://files.example/a.json': () => json([makeProgram({ id: 'a' })]),
  });
  const scriptUrl = 'https://files.example/kankei.js';
  const answers = [{}, { q: 'プログラム' }, { kind: ['event' as const] }].map((query) =>
    resolveBackend({ scriptUrl }).programs([code], query),
  );
  expect((await Promise.all(answers)).map(({ total }) => total)).toEqual([1, 1, 1]);
  expect(requests).toHaveLength(2);
});

it('offers the addresses of a server before anything is asked of it', () => {
  const { links } = resolveBackend({ scriptUrl: 'https://town.example/kankei/embed/v1/kankei.js' });
  expect(links.calendar?.([code])).toBe(`https://town.example/kankei/v1/towns/${code}/programs.ics`);
  expect(resolveBackend({ src: 'https://town.example/events.csv' }).links).toEqual({});
});

it('loads its code again for the next question when it did not come for the first', async () => {
  stubWeb({ [`https://late.example/v1/towns/${code}`]: () => json(fixtureTown) });
  const backend = resolveBackend({ endpoint: 'https://late.example' });
  const part = '../../packages/client/src/http-backend.ts';
  vi.doMock(part, () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  await expect(backend.town(code)).rejects.toMatchObject({ problem: { code: 'network' } });
  vi.doUnmock(part);
  expect(await backend.town(code)).toEqual(fixtureTown);
});

it('knows before anything is loaded how many programs one answer holds', () => {
  expect(resolveBackend({ src: 'https://longest.example/events.csv' }).longest).toBe(2000);
  expect(resolveBackend({ endpoint: 'https://longest.example' }).longest).toBeUndefined();
});
