import { existsSync, readFileSync } from 'node:fs';
import { fileBackend } from '@kankei/client';
import { type Problem, ProblemError, type ProgramPage, programQuery, queryPrograms } from '@kankei/core';
import { writeEventCsv } from '@kankei/formats';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';
import { fakeWeb, json, offline, type Page, silent } from './fake-web.ts';

const folder = 'https://town.example/kankei/';
const file = (name: string) => `${folder}${name}`;
const code = fixtureTown.code;
const kankei = (more: object) => JSON.stringify({ town: fixtureTown, ...more });

/** A backend over made-up files, and what it reported. */
function backendOver(pages: Record<string, Page>, url = folder) {
  const web = fakeWeb(pages);
  const problems: Problem[] = [];
  const backend = fileBackend(url, {
    fetch: web.fetch,
    now: () => now,
    onProblem: (problem) => problems.push(problem),
  });
  return { ...web, backend, problems };
}

const { setTimeout: realTimeout } = globalThis;

/** What comes of a question within a minute, of which every second takes a moment: parts of the script load meanwhile. */
async function soon<T>(answer: Promise<T>): Promise<T> {
  let waits = true;
  const outcome = answer.finally(() => {
    waits = false;
  });
  outcome.catch(() => {});
  for (let second = 0; second < 60 && waits; second++) {
    await new Promise((resolve) => realTimeout(resolve, 10));
    await vi.advanceTimersByTimeAsync(1000);
  }
  return outcome;
}

/** What a question fails with. */
async function problemOf(answer: Promise<unknown>): Promise<Problem> {
  const error = await soon(answer.catch((error: unknown) => error));
  expect(error).toBeInstanceOf(ProblemError);
  return (error as ProblemError).problem;
}

const titles = ({ programs }: ProgramPage) => programs.map(({ title }) => title);

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('kankei.json', () => {
  it.each([
    ['its folder', folder],
    ['itself', file('kankei.json')],
    ['itself, with a fragment', file('kankei.json#x')],
    ['a file of another name', file('towns.json')],
  ])('is found by the address of %s', async (_, url) => {
    const list = kankei({ programs: ['a.json'] });
    const { backend } = backendOver(
      {
        [file('kankei.json')]: list,
        [file('towns.json')]: list,
        [file('a.json')]: JSON.stringify(fixturePrograms),
      },
      url,
    );
    expect(await backend.town(code)).toEqual(fixtureTown);
    expect((await backend.programs([code])).total).toBe(11);
  });

  it('may begin with a byte order mark, as text editors leave it', async () => {
    const { backend } = backendOver({
      [file('kankei.json')]: `\ufeff${kankei({ programs: ['a.json'] })}`,
      [file('a.json')]: '\ufeff[]',
    });
    expect((await backend.programs([code])).total).toBe(0);
  });

  it('may hold what a later version of it says', async () => {
    const { backend } = backendOver({
      [file('kankei.json')]: kankei({ programs: ['a.json'], send: { to: 'mailto:x@town.example' } }),
      [file('a.json')]: '[]',
    });
    expect(await backend.town(code)).toEqual(fixtureTown);
  });

  it('names files beside it, elsewhere on its site and elsewhere', async () => {
    const { backend, requests } = backendOver({
      [file('kankei.json')]: kankei({ programs: ['a.json', '/b.json', 'https://data.example/c.json', './d/e.json'] }),
      [file('a.json')]: JSON.stringify([makeProgram({ id: 'a' })]),
      'https://town.example/b.json': JSON.stringify([makeProgram({ id: 'b' })]),
      'https://data.example/c.json': JSON.stringify([makeProgram({ id: 'c' })]),
      [file('d/e.json')]: JSON.stringify([makeProgram({ id: 'e' })]),
    });
    expect((await backend.programs([code])).programs.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'e']);
    expect(requests).toHaveLength(5);
    for (const request of requests)
      expect(request).toMatchObject({ cache: 'no-cache', credentials: 'same-origin', referrerPolicy: 'strict-origin' });
  });

  it('gives a file its town, unless a program names another of the list', async () => {
    const hida = { code: '212172', name: '飛騨市' };
    const list = [
      { ...makeProgram({ id: 'none' }), town: undefined },
      makeProgram({ id: 'own' }),
      makeProgram({ id: 'stranger', town: '011002' }),
    ];
    const { backend } = backendOver({
      [file('kankei.json')]: JSON.stringify({
        towns: [fixtureTown, hida],
        programs: [{ url: 'a.json', town: hida.code }],
      }),
      [file('a.json')]: JSON.stringify(list),
    });
    expect((await backend.programs([hida.code])).programs.map(({ id }) => id)).toEqual(['none', 'stranger']);
    expect((await backend.programs([code])).programs.map(({ id }) => id)).toEqual(['own']);
  });

  it.each<[string, object, string]>([
    ['no town', { programs: ['a.json'] }, '#town'],
    ['a wrong check digit', { town: { code: '999999', name: '町' }, programs: ['a.json'] }, '#town.code'],
    ['a town without a name', { town: { code }, programs: ['a.json'] }, '#town.name'],
    ['no files', { town: fixtureTown }, '#programs'],
    ['a number for a file', { town: fixtureTown, programs: ['a.json', 7] }, '#programs.1'],
    [
      'several towns and a file of none',
      { towns: [fixtureTown, { code: '212172', name: '飛騨市' }], programs: ['a.json'] },
      '#programs.0.town',
    ],
    [
      'a file of a town it does not name',
      { town: fixtureTown, programs: [{ url: 'a.json', town: '212172' }] },
      '#programs.0.town',
    ],
    ['one town twice', { towns: [fixtureTown, fixtureTown], programs: [{ url: 'a.json', town: code }] }, '#towns'],
  ])('with %s is refused by the name of the place', async (_, content, place) => {
    const { backend } = backendOver({ [file('kankei.json')]: JSON.stringify(content), [file('a.json')]: '[]' });
    const problem = await problemOf(backend.programs([code]));
    expect(problem.code).toBe('bad-file');
    expect(problem.errors?.map(({ name }) => name)).toContain(file(`kankei.json${place}`));
  });

  it.each<[string, Page, string, string]>([
    ['is missing', () => new Response('<h1>404</h1>', { status: 404 }), 'bad-file', 'http-404'],
    ['is forbidden', () => new Response('', { status: 403 }), 'bad-file', 'http-403'],
    ['is a web page', '\n <!DOCTYPE html><title>トップページ</title>', 'bad-file', 'html'],
    ['has a comma too many', '{"town": {"code": "999997", "name": "町"},}', 'bad-file', 'not-json'],
    [
      'is in another encoding',
      new Uint8Array([0x7b, 0x22, 0x93, 0xfa, 0x22, 0x3a, 0x31, 0x7d]),
      'bad-file',
      'not-json',
    ],
    ['is empty', '', 'bad-file', 'not-a-kankei-file'],
    ['is a list', '[]', 'bad-file', 'not-a-kankei-file'],
    ['is on a server that fails', () => new Response('', { status: 500 }), 'unavailable', 'http-500'],
    ['cannot be reached', offline, 'network', 'could not be reached'],
    ['does not come', silent, 'timeout', 'did not answer'],
  ])('that %s is a problem that names it', async (_, content, problemCode, detail) => {
    const { backend } = backendOver({ [file('kankei.json')]: content });
    const problem = await problemOf(backend.programs([code]));
    expect(problem.code).toBe(problemCode);
    expect(problem.detail).toContain(file('kankei.json'));
    expect(problem.detail).toContain(detail);
  });

  it('is never believed and never breaks the page, whatever it holds', async () => {
    vi.useRealTimers();
    const name = fc.constantFrom(
      'town',
      'towns',
      'programs',
      'url',
      'code',
      'name',
      'base',
      '__proto__',
      'constructor',
    );
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        code,
        'a.json',
        '//evil.example/x',
        'javascript:alert(1)',
        'data:,[]',
        'http://a:b@c',
        '',
        '../../..',
        fixtureTown,
      ),
    );
    const object = fc.array(fc.tuple(name, value)).map((entries) => Object.fromEntries(entries));
    const hostile = fc.oneof(
      fc.jsonValue(),
      object,
      fc
        .tuple(object, fc.array(fc.oneof(value, object)))
        .map(([more, programs]) => ({ town: fixtureTown, ...more, programs })),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (content) => {
        const { backend } = backendOver({
          [file('kankei.json')]: JSON.stringify(content),
          [file('a.json')]: JSON.stringify(fixturePrograms),
        });
        const outcome = await backend.programs([code]).catch((error: unknown) => error);
        if (outcome instanceof ProblemError) expect(['bad-file', 'town-not-found']).toContain(outcome.problem.code);
        else expect((outcome as ProgramPage).total).toBe(11);
      }),
      { numRuns: 300 },
    );
    expect(({} as Record<string, unknown>).town).toBeUndefined();
  });
});

describe('program files', () => {
  it('may hold an array, or an object with programs', async () => {
    const { backend } = backendOver({
      [file('kankei.json')]: kankei({ programs: ['a.json', 'b.json'] }),
      [file('a.json')]: JSON.stringify([makeProgram({ id: 'a' })]),
      [file('b.json')]: JSON.stringify({ version: 2, programs: [makeProgram({ id: 'b' })] }),
    });
    expect((await backend.programs([code])).total).toBe(2);
  });

  it('lose only the programs that cannot be read, and say which', async () => {
    const { backend, problems } = backendOver({
      [file('kankei.json')]: kankei({ programs: ['a.json'] }),
      [file('a.json')]: JSON.stringify([
        makeProgram({ id: 'a' }),
        { title: '名前だけ' },
        null,
        makeProgram({ id: 'd', fee: -1 }),
      ]),
    });
    expect((await backend.programs([code])).programs.map(({ id }) => id)).toEqual(['a']);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.errors?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(
        ['#programs.1.id', '#programs.2', '#programs.3.fee'].map((place) => file(`a.json${place}`)),
      ),
    );
  });

  it('fail when none of their programs can be read', async () => {
    const { backend } = backendOver({
      [file('kankei.json')]: kankei({ programs: ['a.json'] }),
      [file('a.json')]: '[{"title":"?"}]',
    });
    expect((await problemOf(backend.programs([code]))).code).toBe('bad-file');
  });

  it.each<[string, Page]>([
    ['missing', () => new Response('', { status: 404 })],
    ['a web page', '<html></html>'],
    ['out of reach', offline],
    ['without programs', '{"events":[]}'],
  ])('that are %s do not hide the others, and are reported by name', async (_, content) => {
    const { backend, problems } = backendOver({
      [file('kankei.json')]: kankei({ programs: ['a.json', 'b.json'] }),
      [file('a.json')]: content,
      [file('b.json')]: JSON.stringify([makeProgram({ id: 'b' })]),
    });
    expect((await soon(backend.programs([code]))).total).toBe(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.detail).toContain(file('a.json'));
  });

  it('fail together, each by name, when none can be read', async () => {
    const { backend } = backendOver({ [file('kankei.json')]: kankei({ programs: ['a.json', 'b.json', 'ftp://x/c'] }) });
    const { code: problemCode, errors } = await problemOf(backend.programs([code]));
    expect(problemCode).toBe('bad-file');
    expect(errors?.map(({ name }) => name).sort()).toEqual(
      [file('a.json'), file('b.json'), file('kankei.json#programs.2.url')].sort(),
    );
  });

  it('are refused when they are larger than 20 MB', async () => {
    const { backend } = backendOver({
      [file('kankei.json')]: kankei({ programs: ['a.json'] }),
      [file('a.json')]: () => new Response(new Uint8Array(20_000_001).fill(0x20)),
    });
    const problem = await problemOf(backend.programs([code]));
    expect(problem).toMatchObject({ code: 'bad-file', detail: expect.stringContaining(file('a.json')) });
  });

  it('keep both of two programs that share an id, and one of a program listed twice', async () => {
    const same = makeProgram({ id: 'n1', title: '両方に' });
    const { backend } = backendOver({
      [file('kankei.json')]: kankei({ programs: ['a.json', 'b.json', 'c.json'] }),
      [file('a.json')]: JSON.stringify([same]),
      [file('b.json')]: JSON.stringify([makeProgram({ id: 'n1', title: '別のもの' }), same]),
      [file('c.json')]: JSON.stringify([
        makeProgram({ id: 'n1', title: '別のもの' }),
        makeProgram({ id: 'n1', title: '三つめ' }),
      ]),
    });
    expect(titles(await backend.programs([code]))).toEqual(['両方に', '別のもの', '三つめ']);
    expect((await backend.program(code, 'n1-2')).title).toBe('別のもの');
    expect((await backend.program(code, 'n1-3')).title).toBe('三つめ');
  });
});

describe('one list alone', () => {
  const list = [
    makeProgram({ id: 'a' }),
    makeProgram({ id: 'b', town: '212172' }),
    { ...makeProgram({ id: 'c' }), town: undefined },
  ];

  it('answers for the towns its programs name, and gives the rest to the town that is asked for', async () => {
    const { backend, requests } = backendOver({ [file('events.json')]: JSON.stringify(list) }, file('events.json'));
    const ids = async (codes: string[]) => (await backend.programs(codes)).programs.map(({ id }) => id);
    expect(await ids([code])).toEqual(['a', 'c']);
    expect(await ids(['212172'])).toEqual(['b', 'c']);
    expect(await ids([code, '212172'])).toEqual(['b', 'a', 'c']);
    expect((await backend.program(code, 'a')).id).toBe('a');
    expect(requests).toHaveLength(1);
  });

  it('knows a town it has nothing for only when it is empty', async () => {
    const { backend } = backendOver(
      { [file('events.json')]: JSON.stringify(list.slice(0, 1)), [file('none.json')]: '[]' },
      file('events.json'),
    );
    expect((await problemOf(backend.programs(['212172']))).code).toBe('town-not-found');
    const empty = backendOver({ [file('none.json')]: '[]' }, file('none.json'));
    expect((await empty.backend.programs(['212172'])).total).toBe(0);
  });

  it('does not know what its town is called', async () => {
    const { backend } = backendOver({ [file('events.json')]: '[]' }, file('events.json'));
    expect((await problemOf(backend.town(code))).code).toBe('town-not-found');
  });

  it('that cannot be read is fetched again by the next question', async () => {
    const { backend, pages } = backendOver({ [file('events.json')]: '{"events": 1}' }, file('events.json'));
    expect((await problemOf(backend.programs([code]))).code).toBe('bad-file');
    pages[file('events.json')] = '[]';
    expect((await backend.programs([code])).total).toBe(0);
  });
});

describe('a file of usual programs', () => {
  const [retries, schemas] = ['../../packages/client/src/get.ts', '../../packages/client/src/checked-file.ts'];
  const refuse = () => {
    throw new TypeError('not to be loaded');
  };
  afterEach(() => {
    for (const part of [retries, schemas]) vi.doUnmock(part);
  });

  it('is answered from without what tries again and without the schemas', async () => {
    for (const part of [retries, schemas]) vi.doMock(part, refuse);
    const { backend, problems } = backendOver({
      [file('kankei.json')]: kankei({ programs: ['a.json'] }),
      [file('a.json')]: JSON.stringify({ programs: fixturePrograms }),
    });
    const everything = { past: 'include', limit: 100 } as const;
    const expected = queryPrograms(fixturePrograms, programQuery.parse(everything), now);
    expect(await backend.programs([code], everything)).toEqual(expected);
    expect(await backend.program(code, 'harvest')).toEqual(fixturePrograms[0]);
    expect(problems).toEqual([]);
  });

  it('is answered from with as many programs at once as are asked for, up to two thousand', async () => {
    const many = Array.from({ length: 150 }, (_, index) => makeProgram({ id: `many-${index}` }));
    const { backend } = backendOver({ [file('a.json')]: JSON.stringify(many) }, file('a.json'));
    expect((await backend.programs([code], { limit: 149 })).programs).toHaveLength(149);
    expect(backend.longest).toBe(2000);
    expect(await problemOf(backend.programs([code], { limit: 2001 }))).toMatchObject({
      code: 'invalid-parameter',
      errors: [{ name: 'limit', reason: 'too_big' }],
    });
  });

  it('is read by the schemas where one of them is not', async () => {
    const odd = { ...makeProgram({ id: 'odd' }), colour: 'red' };
    const { backend, problems } = backendOver(
      { [file('a.json')]: JSON.stringify([makeProgram({ id: 'a' }), odd]) },
      file('a.json'),
    );
    expect(await backend.program(code, 'odd')).toEqual(makeProgram({ id: 'odd' }));
    expect(titles(await backend.programs([code]))).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  it.each([retries, schemas])('fails as a network does where %s is needed and does not load', async (part) => {
    vi.doMock(part, refuse);
    const content = part === retries ? offline : JSON.stringify([{ ...makeProgram({ id: 'odd' }), colour: 'red' }]);
    const { backend } = backendOver({ [file('a.json')]: content }, file('a.json'));
    expect((await problemOf(backend.programs([code]))).code).toBe('network');
  });

  it('counts the first request among the tries', async () => {
    const { backend, requests } = backendOver(
      { [file('a.json')]: () => new Response('', { status: 503 }) },
      file('a.json'),
    );
    expect((await problemOf(backend.programs([code]))).code).toBe('unavailable');
    expect(requests).toHaveLength(3);
  });

  it('counts once where two files write it in another order', async () => {
    const one = makeProgram({ id: 'a', place: { name: '公民館', area: '原' } });
    const turned = Object.fromEntries(Object.entries({ ...one, place: { area: '原', name: '公民館' } }).reverse());
    const { backend } = backendOver({
      [file('kankei.json')]: kankei({ programs: ['a.json', 'b.json'] }),
      [file('a.json')]: JSON.stringify([one]),
      [file('b.json')]: JSON.stringify([turned]),
    });
    expect((await backend.programs([code])).total).toBe(1);
  });
});

describe('event CSV', () => {
  const csv = (rows: string) =>
    `全国地方公共団体コード,ID,地方公共団体名,イベント名,開始日,終了日,URL,料金(基本)\n${rows}`;

  it('alone, with the code of the town, is all a page needs', async () => {
    const { backend } = backendOver(
      { [file('events.csv')]: writeEventCsv(fixturePrograms, fixtureTown) },
      file('events.csv'),
    );
    expect(await backend.programs([code])).toEqual(queryPrograms(fixturePrograms, programQuery.parse({}), now));
    expect(await backend.program(code, 'harvest')).toEqual(fixturePrograms[0]);
  });

  it('gives rows without a code of their own to the town that is asked for', async () => {
    const { backend } = backendOver({ [file('e.csv')]: csv(',1,,秋祭り,2026-12-01,,,0') }, file('e.csv'));
    expect((await backend.programs([code])).programs).toMatchObject([{ town: code, title: '秋祭り', fee: 0 }]);
  });

  it.each([
    ['its own address', {}, undefined, 'https://town.example/kankei/a/1.html'],
    ['the site of its town', {}, 'https://site.example/x/', 'https://site.example/x/1.html'],
    [
      'the base it is given',
      { base: 'https://base.example/y/' },
      'https://site.example/x/',
      'https://base.example/y/1.html',
    ],
  ])('resolves relative addresses against %s', async (_, more, site, resolved) => {
    const { backend } = backendOver({
      [file('kankei.json')]: JSON.stringify({
        town: { code, name: '町', url: site },
        programs: [{ url: 'a/e.csv', ...more }],
      }),
      [file('a/e.csv')]: csv(',1,,秋祭り,2026-12-01,,1.html,'),
    });
    expect((await backend.programs([code])).programs[0]!.url).toBe(resolved);
  });

  it('shows what can be read and reports the rest by row and column', async () => {
    const { backend, problems } = backendOver(
      { [file('e.csv')]: csv(',1,,秋祭り,霜月の終わり,,,\n,2,,,2026-12-01,,,') },
      file('e.csv'),
    );
    expect((await backend.programs([code])).programs).toMatchObject([{ title: '秋祭り', sessions: [] }]);
    const names = problems.flatMap(({ errors }) => errors ?? []).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([file('e.csv#1.開始日'), file('e.csv#2.イベント名')]));
  });

  it('with a header and nothing below is a town that offers nothing at present', async () => {
    const { backend } = backendOver({ [file('e.csv')]: csv('') }, file('e.csv'));
    expect(await backend.programs([code])).toMatchObject({ programs: [], total: 0 });
  });

  it.each<[string, Page, string]>([
    ['in another layout', '題名,日付\n秋祭り,2026-12-01\n', '題名'],
    ['empty', '', '空'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'Excel'],
  ])('that is %s says so in the words of its reader, with its name', async (_, content, word) => {
    const { backend } = backendOver({ [file('e.csv')]: content }, file('e.csv'));
    const problem = await problemOf(backend.programs([code]));
    expect(problem.code).toBe('bad-file');
    expect(problem.detail).toContain(file('e.csv'));
    expect(problem.detail).toContain(word);
  });

  const hamamatsu = '../shared/data/events/hamamatsu-2026';
  it.skipIf(!existsSync(hamamatsu))('of a real town reads the same in both encodings (needs ../shared)', async () => {
    const answer = async (name: string) => {
      const { backend } = backendOver({ [file(name)]: readFileSync(`${hamamatsu}/${name}`) }, file(name));
      const page = await backend.programs(['221309'], { past: 'include', limit: 100 });
      // The town wrote one dash in one file and the other in the other.
      return JSON.parse(JSON.stringify(page).replaceAll('～', '〜')) as ProgramPage;
    };
    const page = await answer('events_sjis.csv');
    expect(page.total).toBeGreaterThan(1000);
    expect(await answer('events_utf8.csv')).toEqual(page);
  });
});

describe('keeping', () => {
  const pages = () => ({
    [file('kankei.json')]: kankei({ programs: ['a.json'] }) as Page,
    [file('a.json')]: JSON.stringify([makeProgram({ id: 'a', title: 'はじめ' })]) as Page,
  });

  it('fetches every file once for all who ask, at the same time or after', async () => {
    const { backend, requests } = backendOver(pages());
    await Promise.all([backend.programs([code]), backend.town(code), backend.program(code, 'a')]);
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    await backend.programs([code], { q: 'はじめ' });
    expect(requests.map(({ url }) => url)).toEqual([file('kankei.json'), file('a.json')]);
  });

  it('looks for changes after five minutes', async () => {
    const { backend, requests, pages: web } = backendOver(pages());
    await backend.programs([code]);
    web[file('a.json')] = JSON.stringify([makeProgram({ id: 'a', title: 'あたらしい' })]);
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(titles(await backend.programs([code]))).toEqual(['あたらしい']);
    expect(requests).toHaveLength(4);
  });

  it('shows what it had when it cannot look for changes, and looks again soon', async () => {
    const { backend, requests, pages: web } = backendOver(pages());
    await backend.programs([code]);
    const good = { ...web };
    web[file('kankei.json')] = offline;
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(titles(await soon(backend.programs([code])))).toEqual(['はじめ']);
    // Not at every question: each would wait for a network that is not there.
    const asked = requests.length;
    expect(titles(await backend.programs([code]))).toEqual(['はじめ']);
    expect(requests).toHaveLength(asked);
    Object.assign(web, good, { [file('a.json')]: JSON.stringify([makeProgram({ id: 'a', title: 'あたらしい' })]) });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(titles(await backend.programs([code]))).toEqual(['あたらしい']);
  });

  it('shows what it had of one file when another is new', async () => {
    const {
      backend,
      pages: web,
      problems,
    } = backendOver({
      ...pages(),
      [file('kankei.json')]: kankei({ programs: ['a.json', 'b.json'] }),
      [file('b.json')]: JSON.stringify([makeProgram({ id: 'b', title: 'もうひとつ' })]),
    });
    await backend.programs([code]);
    web[file('a.json')] = '<html>工事中</html>';
    web[file('b.json')] = JSON.stringify([makeProgram({ id: 'b', title: 'あたらしい' })]);
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(titles(await backend.programs([code]))).toEqual(['はじめ', 'あたらしい']);
    expect(problems.map(({ detail }) => detail)).toEqual([expect.stringContaining('a.json')]);
  });

  it('tries again at the next question when nothing could be had at first', async () => {
    const { backend, pages: web } = backendOver({ ...pages(), [file('kankei.json')]: offline });
    expect((await problemOf(backend.programs([code]))).code).toBe('network');
    Object.assign(web, pages());
    expect(titles(await backend.programs([code]))).toEqual(['はじめ']);
  });

  it('looks soon for a file that failed beside others', async () => {
    const { backend, pages: web } = backendOver({
      ...pages(),
      [file('kankei.json')]: kankei({ programs: ['a.json', 'b.json'] }),
    });
    expect((await backend.programs([code])).total).toBe(1);
    web[file('b.json')] = JSON.stringify([makeProgram({ id: 'b' })]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect((await backend.programs([code])).total).toBe(2);
  });

  it('waits longer for files than for the answer of a server', async () => {
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20_000));
      return json({ town: fixtureTown, programs: ['a.json'] });
    };
    const { backend } = backendOver({ ...pages(), [file('kankei.json')]: slow });
    const answer = backend.programs([code]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await answer).total).toBe(1);
  });

  it('loads nothing for who has stopped before', async () => {
    const { backend, requests } = backendOver(pages());
    const signal = AbortSignal.abort();
    await expect(backend.programs([code], {}, { signal })).rejects.toBe(signal.reason);
    expect(requests).toHaveLength(0);
  });

  it('loads on for the next who asks when one stops', async () => {
    const { backend, requests } = backendOver({
      ...pages(),
      [file('kankei.json')]: async () => {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return json({ town: fixtureTown, programs: ['a.json'] });
      },
    });
    const stop = new AbortController();
    const stopped = backend.programs([code], {}, { signal: stop.signal });
    const waiting = backend.programs([code]);
    stop.abort(new Error('left'));
    await expect(stopped).rejects.toBe(stop.signal.reason);
    await vi.advanceTimersByTimeAsync(1000);
    expect((await waiting).total).toBe(1);
    expect(requests).toHaveLength(2);
  });
});

it('warns in the console of what it left out, when nobody else wants to know', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { fetch } = fakeWeb({
    [file('kankei.json')]: kankei({ programs: ['a.json', 'b.json'] }),
    [file('a.json')]: '[]',
  });
  await fileBackend(folder, { fetch }).programs([code]);
  expect(warn).toHaveBeenCalledExactlyOnceWith('[kankei]', expect.stringContaining('b.json'), expect.anything());
  warn.mockRestore();
});

it.each(['file:///C:/kankei/', 'ftp://town.example/', 'kankei.json', 'blob:https://town.example/1'])(
  'refuses %s as src, by name',
  (url) => {
    expect(() => fileBackend(url)).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({
          code: 'invalid-parameter',
          errors: [expect.objectContaining({ name: 'src' })],
        }),
      }),
    );
  },
);
