import { problem, programPage } from '@kankei/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import fc from '../fixtures/fast-check.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { makeServer, type ServerWorld } from './world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await makeServer();
});
afterAll(() => world.db.destroy());

const known = ['q', 'kind', 'theme', 'mode', 'area', 'place', 'from', 'to', 'open', 'past', 'sort', 'limit', 'cursor'];
const nasty = [
  '%',
  '%2',
  '%zz',
  '%00',
  '%0d%0a',
  '%ED%A0%80',
  '%F4%90%80%80',
  '%C0%AF',
  '%E3%81',
  '%25',
  '%2525',
  '%26',
  '%3D',
  '+',
  '%2B',
  "'",
  '"',
  '\\',
  '%5C',
  '_',
  '*',
  '?',
  '[',
  ']',
  '{}',
  '<script>',
  "' OR 1=1 --",
  'x'.repeat(3000),
  '-1',
  '0',
  '1e9',
  'NaN',
  'null',
  '9007199254740993',
  '2026-13-01',
  '0000-00-00',
  '9999-12-31',
  '0001-01-01',
  'true',
  '1',
  'soon',
  'help',
  'include',
  '100',
  '101',
  '0.0.0.999997.a',
  '-62167219200001.0.0.999997.a',
  '1.2.3',
  '....',
  '1763694000000.0.9007199254740991.999997.zz',
  '-0.-0.-0.999997._',
];
const raw = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nasty) },
  {
    weight: 2,
    arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).map(encodeURIComponent),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 20 }) },
);
const name = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: raw });
const pair = fc.tuple(name, raw).map(([key, value]) => `${key}=${value}`);
const search = fc.array(pair, { minLength: 1, maxLength: 5 }).map((pairs) => `?${pairs.join('&')}`);
const suffix = fc.constantFrom('', '.ics', '.rss', '.jsonld', '.csv');

/** Answers as the contract says, whatever is asked: what was meant, or a problem that names the fault. */
async function expectAnswer(response: Response, path: string): Promise<void> {
  if (response.status === 200) {
    if (response.headers.get('content-type') === 'application/json') programPage.parse(await response.json());
    else await response.arrayBuffer();
    return;
  }
  expect([400, 404], path).toContain(response.status);
  const told = problem.parse(await response.json());
  if (told.code === 'invalid-parameter') expect(told.errors?.length, path).toBeGreaterThan(0);
}

it('answers every query string with a page or a problem that names the parameter', async () => {
  await fc.assert(
    fc.asyncProperty(suffix, search, async (end, query) => {
      const path = `/v1/towns/${fixtureTown.code}/programs${end}${query}`;
      await expectAnswer(await world.get(path), path);
    }),
    { numRuns: 1500 },
  );
}, 60_000);

it('answers every address with what is there or a problem', async () => {
  const part = fc.oneof(
    fc.constantFrom(
      'v1',
      'towns',
      'programs',
      'embed',
      'assets',
      '999997',
      'harvest',
      'harvest.ics',
      '..',
      '.',
      '%2e%2e',
      '%2F',
      '%5C',
      'v1.ics',
    ),
    raw,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
      const path = `/${parts.map((one) => one.replace(/[?#]/g, '')).join('/')}`;
      const response = await world.get(path);
      expect([200, 400, 404], path).toContain(response.status);
      if (response.status !== 200 && !path.startsWith('//')) problem.parse(await response.json());
    }),
    { numRuns: 1500 },
  );
}, 60_000);

it('answers every method', async () => {
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'X-NASTY'];
  const paths = [
    '/',
    '/v1/towns/999997',
    '/v1/towns/999997/programs',
    '/embed/v1/kankei.js',
    '/assets/home.css',
    '/healthz',
  ];
  for (const method of methods)
    for (const path of paths) {
      const { status } = await world.get(path, { method });
      const reads = method === 'GET' || method === 'HEAD';
      expect(status, `${method} ${path}`).toBeOneOf(reads ? [200, 404] : method === 'OPTIONS' ? [204] : [405]);
    }
});
