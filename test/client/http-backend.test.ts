import { httpBackend } from '@kankei/client';
import { makeProblem, ProblemError, type ProgramPage, programQuery, queryPrograms } from '@kankei/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, fixtureTown, now } from '../fixtures/programs.ts';
import { fakeWeb, json, offline, type Page, problemJson, silent } from './fake-web.ts';

const endpoint = 'https://kankei.example';
const townUrl = `${endpoint}/v1/towns/999997`;
const listUrl = `${townUrl}/programs`;
const page = queryPrograms(fixturePrograms, programQuery.parse({}), now)!;

/** What a question fails with, while the clock runs as fast as it is asked to. */
async function failure(answer: Promise<unknown>): Promise<ProblemError> {
  const error = await settle(answer);
  expect(error).toBeInstanceOf(ProblemError);
  return error as ProblemError;
}

async function settle<T>(answer: Promise<T>): Promise<unknown> {
  let outcome: { value: unknown } | undefined;
  answer.then(
    (value) => (outcome = { value }),
    (value) => (outcome = { value }),
  );
  for (let waited = 0; !outcome && waited < 120_000; waited += 50) await vi.advanceTimersByTimeAsync(50);
  if (!outcome) throw new Error('neither answered nor failed in two minutes');
  return outcome.value;
}

/** One response after the other, the last again and again. */
function oneByOne(...answers: (() => Response | Promise<Response>)[]): Page {
  let turn = 0;
  return () => answers[Math.min(turn++, answers.length - 1)]!();
}

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('addresses', () => {
  it.each([
    ['https://kankei.example', 'https://kankei.example/v1/towns/999997'],
    ['https://kankei.example/', 'https://kankei.example/v1/towns/999997'],
    ['https://town.example/kankei', 'https://town.example/kankei/v1/towns/999997'],
    ['https://town.example/a/b/', 'https://town.example/a/b/v1/towns/999997'],
    ['http://localhost:8787/?x=1#y', 'http://localhost:8787/v1/towns/999997'],
  ])('asks below %s', async (base, asked) => {
    const { fetch, requests } = fakeWeb({ [asked]: json(fixtureTown) });
    expect(await settle(httpBackend(base, { fetch }).town('999997'))).toEqual(fixtureTown);
    expect(requests.map(({ url }) => url)).toEqual([asked]);
  });

  it('offers calendars and a feed under the same address, without asking', () => {
    const { links } = httpBackend('https://town.example/kankei/');
    expect(links.programCalendar?.('999997', 'harvest')).toBe(
      'https://town.example/kankei/v1/towns/999997/programs/harvest.ics',
    );
    expect(links.calendar?.(['999997', '212172'])).toBe(
      'https://town.example/kankei/v1/towns/999997,212172/programs.ics',
    );
    expect(links.rss?.(['999997'])).toBe('https://town.example/kankei/v1/towns/999997/programs.rss');
  });

  it('writes a query as the contract reads it', async () => {
    const { fetch, requests } = fakeWeb({});
    await settle(
      httpBackend(endpoint, { fetch }).programs(['999997'], { q: '畑 & 田', kind: ['help', 'tour'], open: true }),
    );
    const { searchParams } = new URL(requests[0]!.url);
    expect([...searchParams]).toEqual([
      ['q', '畑 & 田'],
      ['kind', 'help'],
      ['kind', 'tour'],
      ['open', 'true'],
    ]);
  });

  it.each([
    'ftp://kankei.example',
    'file:///home/kankei',
    'javascript:alert(1)',
    'https://name:word@kankei.example',
    'kankei',
  ])('refuses %s as an endpoint, by name', (base) => {
    const make = () => httpBackend(base);
    expect(make).toThrow(ProblemError);
    expect(make).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'invalid-parameter' }) }));
  });

  it('tells a server no more than the origin, sends no cookies and needs no preflight', async () => {
    const { fetch, requests } = fakeWeb({ [listUrl]: json(page) });
    await settle(httpBackend(endpoint, { fetch }).programs(['999997']));
    const [request] = requests;
    expect(request).toMatchObject({ method: 'GET', credentials: 'omit', referrerPolicy: 'strict-origin' });
    // Of these only the safelisted `Accept` may stand on a request without a preflight.
    expect([...request!.headers.keys()]).toEqual(['accept']);
  });
});

describe('answers', () => {
  const answer = (body: Page) =>
    httpBackend(endpoint, { fetch: fakeWeb({ [listUrl]: body }).fetch }).programs(['999997']);

  it('leaves a program out that cannot be read, and keeps the rest and the count', async () => {
    const programs: unknown[] = [...page.programs];
    programs.splice(2, 1, { ...page.programs[2], fee: 'ただ' });
    programs.splice(5, 0, null, 'text', {}, { ...page.programs[5], url: 'javascript:alert(1)' });
    const read = (await settle(answer(json({ ...page, programs, next: '0.0.0.999997.x' })))) as ProgramPage;
    expect(read.programs).toEqual(page.programs.filter((_, index) => index !== 2));
    expect(read).toMatchObject({ total: page.total, next: '0.0.0.999997.x', facets: page.facets });
  });

  it('says so when it can read none of a list, instead of showing an empty one', async () => {
    const { problem } = await failure(answer(json({ ...page, programs: [{ id: 'harvest' }] })));
    expect(problem.code).toBe('bad-answer');
    expect(problem.errors?.map(({ name }) => name)).toContain('programs.0.title');
  });

  it('goes on behind a later page of which it can read nothing', async () => {
    const { fetch } = fakeWeb({ [`${listUrl}?cursor=0.0.0.999997.x`]: json({ ...page, programs: [{}] }) });
    const read = await settle(httpBackend(endpoint, { fetch }).programs(['999997'], { cursor: '0.0.0.999997.x' }));
    expect(read).toEqual({ ...page, programs: [] });
  });

  it('drops what the contract does not know', async () => {
    const programs = page.programs.map((program) => ({ ...program, tracking: '<img src=x>' }));
    expect(await settle(answer(json({ ...page, programs, more: 1 })))).toEqual(page);
  });

  it.each<[string, Page]>([
    ['a web page', '<!doctype html><title>ログイン</title>'],
    ['a web page with the status of a failure', new Response('<h1>Not Found</h1>', { status: 404 })],
    ['nothing', ''],
    ['half of an answer', JSON.stringify(page).slice(0, -20)],
    ['an answer to something else', json(fixtureTown)],
    ['a page without facets', json({ ...page, facets: undefined })],
    ['null', json(null)],
    ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ['a refusal of another system', json({ error: 'nope' }, { status: 403 })],
  ])('calls %s what it is: unreadable', async (_, body) => {
    expect((await failure(answer(body))).problem).toMatchObject({
      code: 'bad-answer',
      detail: expect.stringContaining(listUrl),
    });
  });

  it('stops reading an answer that has no end', async () => {
    let sent = 0;
    const endless = () =>
      new Response(
        new ReadableStream({
          pull(stream) {
            sent += 1_000_000;
            stream.enqueue(new Uint8Array(1_000_000).fill(0x20));
          },
        }),
      );
    const { fetch, requests } = fakeWeb({ [townUrl]: endless });
    expect((await failure(httpBackend(endpoint, { fetch }).town('999997'))).problem.code).toBe('bad-answer');
    expect(requests[0]!.signal.aborted).toBe(true);
    expect(sent).toBeLessThan(30_000_000);
  });

  it('never takes anything for a page that is none, whatever comes', async () => {
    vi.useRealTimers();
    const mutilated = fc
      .constantFrom(...Object.keys(page))
      .chain((key) => fc.jsonValue().map((value) => ({ ...page, [key]: value })));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), mutilated), async (body) => {
        const outcome = await answer(json(body)).catch((error: unknown) => error);
        if (outcome instanceof ProblemError) expect(outcome.problem.code).toBe('bad-answer');
        else
          expect(Object.keys(outcome as object).sort()).toEqual(
            expect.arrayContaining(['asOf', 'facets', 'past', 'programs', 'total']),
          );
      }),
      { numRuns: 200 },
    );
  });
});

describe('failures', () => {
  it('passes on the problem a server tells, with the parameters at fault', async () => {
    const problem = makeProblem('invalid-parameter', { errors: [{ name: 'limit', reason: 'too_big' }] });
    const { fetch, requests } = fakeWeb({ [listUrl]: () => problemJson(problem) });
    expect((await failure(httpBackend(endpoint, { fetch }).programs(['999997']))).problem).toEqual(problem);
    expect(requests).toHaveLength(1);
  });

  it('takes a code it does not know for a failure of the server', async () => {
    const { fetch } = fakeWeb({
      [townUrl]: () => problemJson({ ...makeProblem('not-found'), code: 'gone-fishing' } as never),
    });
    expect((await failure(httpBackend(endpoint, { fetch }).town('999997'))).problem.code).toBe('internal');
  });

  it.each([408, 425, 500, 502, 503, 504])('tries again after a %i', async (status) => {
    const { fetch, requests } = fakeWeb({
      [townUrl]: oneByOne(
        () => new Response('', { status }),
        () => json(fixtureTown),
      ),
    });
    expect(await settle(httpBackend(endpoint, { fetch }).town('999997'))).toEqual(fixtureTown);
    expect(requests).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 405, 410, 413, 422, 501])('asks once when the answer is a %i', async (status) => {
    const { fetch, requests } = fakeWeb({ [townUrl]: () => new Response('', { status }) });
    await failure(httpBackend(endpoint, { fetch }).town('999997'));
    expect(requests).toHaveLength(1);
  });

  it.each([
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
    [500, 'bad-answer'],
  ])('gives up after three times a %i, and says %s', async (status, code) => {
    const { fetch, requests } = fakeWeb({ [townUrl]: () => new Response('<h1>Error</h1>', { status }) });
    expect((await failure(httpBackend(endpoint, { fetch }).town('999997'))).problem.code).toBe(code);
    expect(requests).toHaveLength(3);
  });

  it('waits as long as a busy server asks, and then asks again', async () => {
    const asked: number[] = [];
    const { fetch } = fakeWeb({
      [townUrl]: (request) => {
        asked.push(Date.now());
        expect(request.method).toBe('GET');
        return asked.length > 1
          ? json(fixtureTown)
          : new Response('', { status: 429, headers: { 'retry-after': '3' } });
      },
    });
    expect(await settle(httpBackend(endpoint, { fetch }).town('999997'))).toEqual(fixtureTown);
    expect(asked[1]! - asked[0]!).toBeGreaterThanOrEqual(3000);
  });

  it.each([
    ['says when, but too late', { 'retry-after': '60' }],
    ['says when as a date, but too late', { 'retry-after': new Date(now + 60_000).toUTCString() }],
    ['does not say when', {}],
  ])('does not keep a visitor waiting for a busy server that %s', async (_, headers: Record<string, string>) => {
    const { fetch, requests } = fakeWeb({ [townUrl]: () => new Response('', { status: 429, headers }) });
    const asked = Date.now();
    expect((await failure(httpBackend(endpoint, { fetch }).town('999997'))).problem.code).toBe('too-many-requests');
    expect(requests).toHaveLength(1);
    expect(Date.now() - asked).toBeLessThan(1000);
  });

  it.each([
    'Failed to fetch',
    'NetworkError when attempting to fetch resource.',
    'Load failed',
    'ネットワークに接続できません',
  ])('tries three times without a network (%s) and then says so', async (message) => {
    const { fetch, requests } = fakeWeb({ [townUrl]: () => Promise.reject(new TypeError(message)) });
    expect((await failure(httpBackend(endpoint, { fetch }).town('999997'))).problem.code).toBe('network');
    expect(requests).toHaveLength(3);
  });

  it('answers when the network is back for the second try', async () => {
    const { fetch } = fakeWeb({ [townUrl]: oneByOne(offline, () => json(fixtureTown)) });
    expect(await settle(httpBackend(endpoint, { fetch }).town('999997'))).toEqual(fixtureTown);
  });

  it('calls it the network when the connection breaks in the middle of an answer', async () => {
    const broken = () =>
      new Response(
        new ReadableStream({
          start(stream) {
            stream.enqueue(new TextEncoder().encode('{"code":'));
            stream.error(new TypeError('network error'));
          },
        }),
      );
    const { fetch } = fakeWeb({ [townUrl]: broken });
    expect((await failure(httpBackend(endpoint, { fetch }).town('999997'))).problem.code).toBe('network');
  });

  it('waits ten seconds in all for a server that is silent', async () => {
    const { fetch } = fakeWeb({ [townUrl]: silent });
    const asked = Date.now();
    expect((await failure(httpBackend(endpoint, { fetch }).town('999997'))).problem.code).toBe('timeout');
    expect(Date.now() - asked).toBeGreaterThanOrEqual(10_000);
    expect(Date.now() - asked).toBeLessThan(10_200);
  });

  it('counts tries and pauses into the time it has', async () => {
    const slowFailure = async () => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      return new Response('', { status: 503 });
    };
    const { fetch } = fakeWeb({ [townUrl]: slowFailure });
    const asked = Date.now();
    expect((await failure(httpBackend(endpoint, { fetch, timeout: 1500 }).town('999997'))).problem.code).toBe(
      'timeout',
    );
    expect(Date.now() - asked).toBeLessThan(1700);
  });

  it('gives up on an answer that begins and does not end', async () => {
    const stalled = () =>
      new Response(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array([0x7b])) }));
    const { fetch, requests } = fakeWeb({ [townUrl]: stalled });
    expect((await failure(httpBackend(endpoint, { fetch }).town('999997'))).problem.code).toBe('timeout');
    expect(requests).toHaveLength(1);
  });
});

describe('stopping', () => {
  it.each<[string, Page]>([
    ['is waited for', silent],
    ['is being read', () => new Response(new ReadableStream())],
    ['failed and is tried again', () => new Response('', { status: 503, headers: { 'retry-after': '5' } })],
  ])('stops a request that %s, with the reason it was given', async (_, body) => {
    const { fetch, requests } = fakeWeb({ [townUrl]: body });
    const stop = new AbortController();
    const answer = httpBackend(endpoint, { fetch }).town('999997', { signal: stop.signal });
    const outcome = settle(answer);
    await vi.advanceTimersByTimeAsync(2000);
    const reason = new Error('left the page');
    stop.abort(reason);
    expect(await outcome).toBe(reason);
    expect(requests.at(-1)!.signal.aborted).toBe(true);
    expect(requests).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks nothing when it was stopped before', async () => {
    const { fetch, requests } = fakeWeb({});
    const signal = AbortSignal.abort();
    await expect(httpBackend(endpoint, { fetch }).town('999997', { signal })).rejects.toBe(signal.reason);
    expect(requests).toHaveLength(0);
  });
});
