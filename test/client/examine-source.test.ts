import { examineSource, type SourceTopic } from '@kankei/client';
import { makeProblem } from '@kankei/core';
import { writeEventCsv } from '@kankei/formats';
import { describe, expect, it } from 'vitest';
import { fixturePrograms, fixtureTown, makeProgram } from '../fixtures/programs.ts';
import { town } from '../fixtures/town.ts';
import { fakeWeb, json, offline, type Page, problemJson, silent } from './fake-web.ts';

const server = 'https://kankei.example/';
const programs = `${server}v1/towns/${fixtureTown.code}/programs`;
const script = `${server}embed/v1/kankei.js`;
const page = 'https://town.example/join/';
const file = 'https://town.example/kankei/kankei.json';

const emptyPage = await town([]).programs([fixtureTown.code]);

/** As a browser is: CORS fails with nothing said, and passes where it is not asked for. */
const withoutCors = (request: Request): Response => {
  if (request.mode !== 'no-cors') throw new TypeError('Failed to fetch');
  return new Response(null);
};

function examine(pages: Record<string, Page>, sources: object = { endpoint: server }, more: object = {}) {
  const web = fakeWeb(pages);
  const report = examineSource({ base: page, scriptUrl: script, ...sources }, [fixtureTown.code], 'programs', {
    fetch: web.fetch,
    timeout: 200,
    ...more,
  });
  return report.then((one) => ({ ...one, requests: web.requests }));
}

describe('what a question tells of the way to a server', () => {
  const outcomes: [name: string, outcome: string, programs: Page, more?: object][] = [
    ['an answer of the contract', 'answered', json(emptyPage)],
    ['a server that does not let the page read', 'cors', withoutCors],
    ['a refusal in the contract’s words', 'refused', problemJson(makeProblem('town-not-found'))],
    ['an error page of a proxy', 'status', new Response('<h1>502</h1>', { status: 502 })],
    ['a page of the site’s own where nothing is', 'type', new Response('<h1>Home</h1>')],
    [
      'an answer that was cut off',
      'json',
      new Response('{"programs": [', { headers: { 'content-type': 'text/json' } }),
    ],
    ['an answer in another shape', 'faults', json({ ...emptyPage, total: 'many' })],
    ['a server that never answers', 'timeout', silent],
    ['no network at all', 'offline', offline, { online: false }],
    ['an address that is blocked while its server answers', 'blocked', offline],
  ];
  for (const [name, outcome, answer, more] of outcomes)
    it(`is told for ${name}`, async () => {
      const report = await examine({ [programs]: answer, [script]: '' }, undefined, more);
      expect(report).toMatchObject({ outcome, kind: 'http', address: programs });
      // Nothing goes anywhere but to the server, and nothing is sent but questions.
      for (const { url, method } of report.requests) expect(`${method} ${url}`).toMatch(`GET ${server}`);
    });

  it('tells where the pictures of an answer lie, one of each place', async () => {
    const picture = (id: string, url: string) => makeProgram({ id, image: { url, alt: '畑' } });
    const [a, b, c] = ['https://a.example/1.jpg', 'https://a.example/2.jpg', 'https://b.example/3.jpg'] as const;
    const page = await town([picture('a', a), picture('b', b), picture('c', c)]).programs([fixtureTown.code]);
    expect((await examine({ [programs]: json(page) })).pictures.sort()).toEqual(
      [page.programs[0]!.image!.url, c].sort(),
    );
  });

  it('names what is wrong in an answer by its place', async () => {
    const { faults } = await examine({ [programs]: json({ ...emptyPage, total: 'many' }) });
    expect(faults.map(({ name }) => name)).toEqual(['total']);
  });

  it('tells a server that is away when neither it nor its script can be reached', async () => {
    expect(await examine({ [programs]: offline, [script]: offline })).toMatchObject({ outcome: 'unreachable' });
  });

  it('asks nothing over http from a page on https, save of the machine itself', async () => {
    const away = await examine({}, { endpoint: 'http://kankei.example/' });
    expect(away).toMatchObject({ outcome: 'mixed-content', requests: [] });
    const here = 'http://localhost:8787/';
    const pages = { [`${here}v1/towns/${fixtureTown.code}/programs`]: json(emptyPage) };
    expect(await examine(pages, { endpoint: here })).toMatchObject({ outcome: 'answered' });
  });

  it('names the attribute or the meta element whose address is none', async () => {
    expect(await examine({}, { endpoint: 'ftp://x' })).toMatchObject({ outcome: 'address', address: 'endpoint' });
    expect(await examine({}, { src: 'http://' })).toMatchObject({ outcome: 'address', address: 'src' });
    expect(await examine({}, { meta: 'mailto:x' })).toMatchObject({ outcome: 'address', address: 'kankei:endpoint' });
  });

  it('compares the server’s clock with the visitor’s', async () => {
    const date = 'Sun, 22 Nov 2026 00:00:00 GMT';
    const now = () => Date.parse(date) - 600_000;
    const report = await examine({ [programs]: json(emptyPage, { headers: { date } }) }, undefined, { now });
    expect(report).toMatchObject({ outcome: 'answered', ahead: 600_000, ms: 0 });
    expect((await examine({ [programs]: json(emptyPage) })).ahead).toBe(undefined);
  });

  for (const topic of ['fanclub', 'furusato'] satisfies SourceTopic[])
    it(`asks what a widget of another kind asks (${topic})`, async () => {
      const address = `${server}v1/towns/${fixtureTown.code}/${topic}`;
      const web = fakeWeb({ [address]: problemJson(makeProblem(`${topic}-not-found`)) });
      const report = await examineSource({ endpoint: server, base: page }, [fixtureTown.code], topic, web);
      expect(report).toMatchObject({ address, outcome: 'refused', code: `${topic}-not-found` });
    });
});

describe('what a question tells of a town’s own files', () => {
  const sources = { src: '/kankei/kankei.json' };
  const { code, name } = fixtureTown;

  it('names every field of kankei.json that cannot be read', async () => {
    const body = { town: { code: '213305', name }, programs: [7] };
    const report = await examine({ [file]: json(body) }, sources);
    expect(report).toMatchObject({ kind: 'file', address: file, outcome: 'faults' });
    expect(report.faults).toContainEqual({ name: `${file}#town.code`, reason: 'check-digit' });
    expect(report.faults.map((fault) => fault.name)).toContain(`${file}#programs.0`);
  });

  it('names the file that is missing, also where others can be shown', async () => {
    const kankei = { town: { code, name }, programs: ['gone.csv', 'here.json'] };
    const pages = { [file]: json(kankei), 'https://town.example/kankei/here.json': json([]) };
    const report = await examine(pages, sources);
    expect(report.outcome).toBe('answered');
    expect(report.faults).toEqual([{ name: 'https://town.example/kankei/gone.csv', reason: 'http-404' }]);
    const { outcome, faults } = await examine({ [file]: json({ ...kankei, programs: ['gone.csv'] }) }, sources);
    expect({ outcome, faults }).toEqual({ outcome: 'faults', faults: report.faults });
  });

  it('tells a file that is missing, one that is a web page and one that is misspelt apart', async () => {
    expect(await examine({}, sources)).toMatchObject({ outcome: 'status', status: 404 });
    const outcome = async (body: string) => (await examine({ [file]: body }, sources)).outcome;
    expect(await outcome('<!doctype html>')).toBe('type');
    expect(await outcome('{"town": }')).toBe('json');
  });

  it('asks a folder for its kankei.json, and reads a list that stands alone', async () => {
    expect(await examine({}, { src: '/kankei/' })).toMatchObject({ address: file });
    const list = 'https://town.example/events.csv';
    const csv = writeEventCsv(fixturePrograms, fixtureTown);
    expect(await examine({ [list]: csv }, { src: list })).toMatchObject({
      kind: 'file',
      address: list,
      outcome: 'answered',
    });
  });
});
