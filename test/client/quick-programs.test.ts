import {
  type BackendSources,
  programsAddress,
  quickPrograms,
  resolveBackend,
  sendAhead,
  takeOver,
} from '@kankei/client';
import { programItem, programPage, programQuery, queryPrograms } from '@kankei/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readPage } from '../../packages/client/src/quick-page.ts';
import { arbitraryProgram } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';
import { fakeWeb, json, offline, type Page, problemJson, silent } from './fake-web.ts';

const code = fixtureTown.code;
const page = queryPrograms(fixturePrograms, programQuery.parse({ past: 'include' }), now)!;
/** The backend as a list has it. */
const backendOf = (sources: BackendSources) => resolveBackend(sources, { programs: quickPrograms });
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function stubWeb(pages: Record<string, Page>) {
  const web = fakeWeb(pages);
  vi.stubGlobal('fetch', web.fetch);
  return web;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  takeOver(new Map());
});

describe('a page read by hand', () => {
  it('is what the contract’s schemas read, whatever a town may offer', () => {
    fc.assert(
      fc.property(fc.array(arbitraryProgram, { maxLength: 4 }), (programs) => {
        const asked = queryPrograms(programs, programQuery.parse({ past: 'include', limit: 100 }), now)!;
        const answer = copy(asked);
        expect(readPage(answer)).toEqual(programPage.parse(answer));
      }),
      { numRuns: 200 },
    );
  });

  it('fills in what a program leaves out as the schemas do', () => {
    const bare = { id: 'a', town: code, kind: 'event', title: 'あ' };
    expect(readPage({ ...copy(page), programs: [bare] })?.programs).toEqual([programItem.parse(bare)]);
  });

  const junk = fc.constantFrom<unknown>(
    null,
    7,
    -1,
    1.5,
    true,
    [],
    [7],
    {},
    { url: 'javascript:alert(1)' },
    '',
    'junk',
  );
  const paths = (value: object): string[][] =>
    Object.entries(value).flatMap(([key, inner]) => [
      [key],
      ...(typeof inner === 'object' && inner ? paths(inner).map((path) => [key, ...path]) : []),
    ]);

  it('leaves out every program with a value that the schemas refuse there, and keeps the others', () => {
    const whole = copy(page.programs);
    const places = whole.flatMap((program, index) => paths(program).map((path) => [String(index), ...path]));
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, (path, value) => {
        const programs: unknown[] = copy(whole);
        const holder = path.slice(0, -1).reduce((at, key) => (at as Record<string, unknown>)[key], programs as unknown);
        (holder as Record<string, unknown>)[path.at(-1)!] = value;
        const expected = programs.filter((program) => programItem.safeParse(program).success);
        if (expected.length < whole.length) refused++;
        expect(readPage({ ...copy(page), programs })?.programs.map(({ id }) => id)).toEqual(
          expected.map((program) => (program as { id: string }).id),
        );
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(500);
  });

  it.each([
    ['no page', []],
    ['nothing', null],
    ['a text', 'x'],
    ['no count', { ...page, total: undefined }],
    ['no instant', { ...page, asOf: 'soon' }],
    ['facets that are none', { ...page, facets: { ...page.facets, kind: [{ value: 1, count: 1 }] } }],
    ['no program that can be read', { ...page, programs: [{}, 7] }],
  ])('is none where there is %s', (_, answer) => {
    expect(readPage(copy(answer ?? null))).toBeUndefined();
  });

  it('takes no day that does not exist and no address but http and https', () => {
    const program = copy(makeProgram({ id: 'a', sessions: [{ startDate: '2026-02-28' }] }));
    const wrong = [
      { ...program, id: 'b', sessions: [{ startDate: '2026-02-30' }] },
      { ...program, id: 'c', url: 'javascript:alert(1)' },
      { ...program, id: 'd', image: { url: 'data:text/html,x' } },
    ];
    expect(readPage({ ...copy(page), programs: [program, ...wrong] })?.programs.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('the first question to a server', () => {
  let turn = 0;
  /** Every test has a server of its own: backends are kept. */
  const server = () => `https://quick${turn++}.example`;
  const listAt = (endpoint: string) => `${endpoint}/v1/towns/${code}/programs`;
  const whole = '../../packages/client/src/http-backend.ts';

  it('is answered without the whole backend', async () => {
    const endpoint = server();
    const { requests } = stubWeb({ [listAt(endpoint)]: () => json(page) });
    vi.doMock(whole, () => {
      throw new TypeError('not to be loaded');
    });
    expect(await backendOf({ endpoint }).programs([code])).toEqual(page);
    vi.doUnmock(whole);
    expect(requests).toHaveLength(1);
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['fails', offline],
    ['is refused', () => problemJson({ status: 500 })],
    ['is answered with a page that says nothing', () => new Response('<!doctype html>')],
    ['is answered in another shape', () => json({ programs: [] })],
  ])('is asked again by the whole backend when it %s', async (_, first) => {
    const endpoint = server();
    let asked = 0;
    stubWeb({ [listAt(endpoint)]: () => (asked++ ? json(page) : first()) });
    expect(await backendOf({ endpoint }).programs([code])).toEqual(page);
    expect(asked).toBe(2);
  });

  it('is asked again when there is no answer for eight seconds', async () => {
    const endpoint = server();
    let asked = 0;
    stubWeb({ [listAt(endpoint)]: () => (asked++ ? json(page) : silent()) });
    await import('@kankei/client/http-backend');
    vi.useFakeTimers();
    const answer = backendOf({ endpoint }).programs([code]);
    await vi.advanceTimersByTimeAsync(7999);
    expect(asked).toBe(1);
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    expect(await answer).toEqual(page);
  });

  it('tells of a refusal what the server said', async () => {
    const endpoint = server();
    const refusal = { type: 'x', title: 'x', status: 404, code: 'town-not-found' };
    stubWeb({ [listAt(endpoint)]: () => problemJson(refusal) });
    const answer = backendOf({ endpoint }).programs([code]);
    await expect(answer).rejects.toMatchObject({ problem: { code: 'town-not-found' } });
  });

  it('is stopped with the signal’s reason', async () => {
    const endpoint = server();
    const { requests } = stubWeb({ [listAt(endpoint)]: silent });
    const stop = new AbortController();
    const answer = backendOf({ endpoint }).programs([code], {}, { signal: stop.signal });
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    const reason = new Error('gone');
    stop.abort(reason);
    await expect(answer).rejects.toBe(reason);
    expect(requests[0]!.signal.aborted).toBe(true);
  });

  it('is not sent for what can be no code, and the reason named', async () => {
    const endpoint = server();
    const { requests } = stubWeb({});
    const answer = backendOf({ endpoint }).programs(['飛騨市']);
    await expect(answer).rejects.toMatchObject({ problem: { code: 'invalid-parameter' } });
    expect(requests).toHaveLength(0);
  });
});

describe('a question sent ahead', () => {
  const query = { kind: ['help' as const], limit: 20, past: 'exclude' as const };
  const address = (base: URL) => programsAddress(base, [code], query);

  it('is the one that is asked later, and is answered once', async () => {
    const endpoint = 'https://ahead.example';
    const { requests } = stubWeb({ [`${endpoint}/v1/towns/${code}/programs?kind=help`]: () => json(page) });
    const sent = new Map<string, Promise<unknown>>();
    for (let twice = 0; twice < 2; twice++) sendAhead(sent, { endpoint }, address);
    expect(requests).toHaveLength(1);
    takeOver(sent);
    const lists = [1, 2].map(() => backendOf({ endpoint }).programs([code], { limit: 20, kind: ['help'] }));
    expect(await Promise.all(lists)).toEqual([page, page]);
    expect(requests).toHaveLength(1);
    await backendOf({ endpoint }).programs([code], query);
    expect(requests).toHaveLength(2);
  });

  it('is asked again when it failed', async () => {
    const endpoint = 'https://ahead-failed.example';
    let asked = 0;
    stubWeb({ [`${endpoint}/v1/towns/${code}/programs?kind=help`]: () => (asked++ ? json(page) : offline()) });
    const sent = new Map<string, Promise<unknown>>();
    sendAhead(sent, { endpoint }, address);
    takeOver(sent);
    expect(await backendOf({ endpoint }).programs([code], query)).toEqual(page);
    expect(asked).toBe(2);
  });

  it('is asked of a file once, and the backend reads it', async () => {
    const src = 'https://ahead-file.example/programs.json';
    const { requests } = stubWeb({ [src]: () => json({ programs: fixturePrograms }) });
    const sent = new Map<string, Promise<unknown>>();
    for (let twice = 0; twice < 2; twice++) sendAhead(sent, { src }, address);
    takeOver(sent);
    const { programs } = await resolveBackend({ src }).programs([code], { past: 'include' });
    expect(programs.length).toBeGreaterThan(5);
    expect(requests).toHaveLength(1);
  });

  it('is read of a file that came before anybody asked, again where it did not come, and not twice where it is missing', async () => {
    const files = { 'late.json': offline, 'missing.json': () => new Response('', { status: 404 }) };
    for (const [name, first] of Object.entries(files)) {
      const src = `https://ahead-file.example/${name}`;
      let asked = 0;
      stubWeb({ [src]: () => (asked++ ? json(fixturePrograms) : first()) });
      const sent = new Map<string, Promise<unknown>>();
      sendAhead(sent, { src }, address);
      await sent.get(src)!.catch(() => {});
      takeOver(sent);
      const answer = resolveBackend({ src }).programs([code], { past: 'include' });
      if (first === offline) expect((await answer).total).toBe(fixturePrograms.length);
      else await expect(answer).rejects.toMatchObject({ problem: { code: 'bad-file' } });
      expect(asked).toBe(first === offline ? 2 : 1);
    }
  });

  it('is asked of a folder’s own file', () => {
    const { requests } = stubWeb({});
    sendAhead(new Map(), { src: 'https://ahead-folder.example/list/' }, address);
    expect(requests.map(({ url }) => url)).toEqual(['https://ahead-folder.example/list/kankei.json']);
  });

  it.each([
    ['an address that is none', { endpoint: 'https://:8080' }],
    ['no source', {}],
  ])('is not sent for %s', (_, sources) => {
    const { requests } = stubWeb({});
    const sent = new Map<string, Promise<unknown>>();
    sendAhead(sent, sources, address);
    expect([requests.length, sent.size]).toEqual([0, 0]);
  });
});
