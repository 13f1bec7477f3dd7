import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { furusato, problem, projectState, routePath } from '@kankei/core';
import { databaseName, figuresOf, findFurusato, openDatabase, runCommand, saveFurusato } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { demoFurusato } from '../../packages/server/src/demo/index.ts';
import { fixtureFurusato, fixtureFurusatoInput } from '../fixtures/furusato.ts';
import { now } from '../fixtures/programs.ts';
import { type MemberWorld, makeMemberServer } from './member-world.ts';

const town = '999997';
const path = routePath('furusato', { code: town });
const flagged = '返礼品が豪華！ポイント還元でお得';

describe('what a town says of furusato nozei', () => {
  let world: MemberWorld;
  beforeEach(async () => {
    world = await makeMemberServer();
    await saveFurusato(world.db, town, fixtureFurusato, now);
  });
  afterEach(() => world.db.destroy());

  it('is told to every page', async () => {
    const response = await world.get(path, { headers: { origin: 'https://anywhere.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(furusato.parse(await response.json())).toEqual(fixtureFurusato);
  });

  it('is asked again only when something was changed', async () => {
    const tag = (await world.get(path)).headers.get('etag')!;
    const again = () => world.get(path, { headers: { 'if-none-match': tag } });
    expect(await saveFurusato(world.db, town, fixtureFurusato, now)).toBe(false);
    expect((await again()).status).toBe(304);
    expect(await saveFurusato(world.db, town, { ...fixtureFurusato, button: '寄附のページへ' }, now)).toBe(true);
    expect(await (await again()).json()).toMatchObject({ button: '寄附のページへ' });
  });

  it('never carries a text that advertising rules do not allow', async () => {
    const { uses, projects } = fixtureFurusato;
    const profile = {
      ...fixtureFurusato,
      button: flagged,
      uses: [{ ...uses[0]!, text: flagged }, { title: flagged }],
      projects: [{ ...projects[0]!, done: { ja: 'できました', en: 'Get cash back' } }],
    };
    await saveFurusato(world.db, town, profile, now);
    const text = await (await world.get(path)).text();
    expect(text).not.toMatch(/豪華|還元|お得|cash back/);
    const shown = furusato.parse(JSON.parse(text));
    expect(shown).not.toHaveProperty('button');
    expect(shown.uses.map(({ title }) => title)).toEqual([uses[0]!.title]);
    expect(shown.projects[0]).not.toHaveProperty('done');
    expect(await findFurusato(world.db, town)).toEqual(profile);
  });

  it('keeps every figure of a project with its day, also those that were put right', async () => {
    const [bus, kiln] = fixtureFurusato.projects;
    const tell = (figures: object, at: number) =>
      saveFurusato(world.db, town, { ...fixtureFurusato, projects: [{ ...bus!, ...figures }, kiln!] }, now + at);
    await tell({ raised: 1_300_000, donors: 101, asOf: '2026-11-21' }, 1);
    await tell({ raised: 1_310_000, donors: 101, asOf: '2026-11-21' }, 2);
    await tell({ raised: 1_310_000, donors: 101, asOf: '2026-11-21', title: '通学のバス' }, 3);
    await tell({ raised: 1_250_000, donors: 97, asOf: '2026-11-20' }, 4);
    const history = await figuresOf(world.db, town, 'bus');
    expect(history.map(({ asOf, raised, recordedAt }) => [asOf, raised, recordedAt - now])).toEqual([
      ['2026-11-20', 1_240_000, 0],
      ['2026-11-20', 1_250_000, 4],
      ['2026-11-21', 1_300_000, 1],
      ['2026-11-21', 1_310_000, 2],
    ]);
    expect(await figuresOf(world.db, town, 'kiln')).toEqual([
      { goal: 800_000, raised: 912_000, asOf: '2026-11-18', recordedAt: now },
    ]);
  });

  it('shows the figures of the latest day, also after a file with older ones', async () => {
    const [bus, kiln] = fixtureFurusato.projects;
    const tell = (figures: object, at: number) =>
      saveFurusato(world.db, town, { ...fixtureFurusato, projects: [{ ...bus!, ...figures }, kiln!] }, now + at);
    expect(await tell({ raised: 1_310_000, donors: 101, asOf: '2026-11-21' }, 1)).toBe(true);
    expect(await tell({ raised: 900_000, title: '通学のバス', asOf: '2026-11-01' }, 2)).toBe(true);
    expect(await tell({ raised: 900_000, title: '通学のバス', asOf: '2026-11-01' }, 3)).toBe(false);
    const shown = { ...bus, title: '通学のバス', raised: 1_310_000, donors: 101, asOf: '2026-11-21' };
    expect((await findFurusato(world.db, town))!.projects).toEqual([shown, kiln]);
  });

  it('begins anew where a project has the name of one that was over before', async () => {
    const [bus, kiln] = fixtureFurusato.projects;
    const next = { ...bus!, start: '2027-04-01', end: '2027-06-30', raised: 0, donors: 0, asOf: '2026-11-01' };
    await saveFurusato(world.db, town, { ...fixtureFurusato, projects: [next, kiln!] }, now + 1);
    expect((await findFurusato(world.db, town))!.projects[0]).toEqual(next);
  });

  it.each([
    ['/v1/towns/212172/furusato', 404, 'furusato-not-found'],
    ['/v1/towns/011002/furusato', 404, 'town-not-found'],
    ['/v1/towns/999990/furusato', 400, 'invalid-parameter'],
    ['/v1/towns/999997/furusato?x=1', 400, 'invalid-parameter'],
  ])('says of %s what is wrong', async (address, status, code) => {
    const response = await world.get(address);
    expect(response.status).toBe(status);
    expect(problem.parse(await response.json()).code).toBe(code);
  });
});

describe('the made-up town', () => {
  it('has uses, two running projects and one that reached its goal, on any day', () => {
    for (const day of ['2026-11-22', '2027-02-28', '2028-12-31']) {
      const profile = demoFurusato({ now: Date.parse(`${day}T12:00:00+09:00`), publicUrl: 'https://kankei.example' });
      expect(profile.uses).toHaveLength(3);
      expect(profile.projects.map((project) => projectState(project, day)).sort()).toEqual(['open', 'open', 'reached']);
      for (const { asOf } of profile.projects) expect(asOf < day).toBe(true);
    }
  });
});

describe('kankei furusato import', () => {
  let folder: string;
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-12-01T09:00:00+09:00'), toFake: ['Date'] });
    folder = mkdtempSync(join(tmpdir(), 'kankei-furusato-'));
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(folder, { recursive: true });
  });

  async function kankei(...words: string[]) {
    const said = { stdout: '', stderr: '' };
    const status = await runCommand(['furusato', ...words], {
      print: (text) => {
        said.stdout += text;
      },
      complain: (text) => {
        said.stderr += text;
      },
      isWatched: false,
      environment: { KANKEI_DATA: folder },
    });
    return { status, ...said };
  }

  function save(profile: unknown, name = 'furusato.json'): string {
    const file = join(folder, name);
    writeFileSync(file, typeof profile === 'string' ? profile : JSON.stringify(profile));
    return file;
  }

  it('gives the town the file, once', async () => {
    const file = save(fixtureFurusatoInput);
    const first = await kankei('import', file, '--town', '21217', '--json');
    expect({ status: first.status, stderr: first.stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toMatchObject({ town: '212172', changed: true, uses: 2, flagged: [] });
    const again = await kankei('import', file, '--town', '212172');
    expect(again.stdout).toContain('いまの案内と同じです');
    expect(again.stdout).toContain('bus：');
  });

  it('names what may not be said, with its place, rule and date', async () => {
    const file = save({ button: flagged, choice: false });
    const { status, stdout, stderr } = await kankei('import', file, '--town', '212172');
    expect(status).toBe(0);
    expect(stderr).toMatch(/button：「返礼品が豪華」.*2024年10月から/);
    expect(stderr).toMatch(/button：「ポイント還元」.*2025年10月から/);
    expect(stderr).toMatch(/button：「お得」/);
    expect(stdout).toContain('https://www.furusato-tax.jp/city/product/21217');
    const { flagged: found } = JSON.parse((await kankei('import', file, '--town', '212172', '--json')).stdout);
    expect(found).toMatchObject([{ name: 'button', text: flagged, findings: [{ word: '返礼品が豪華' }, {}, {}] }]);
  });

  it('says when figures are of an earlier day than those that stand', async () => {
    await kankei('import', save(fixtureFurusatoInput), '--town', '212172');
    const [bus] = fixtureFurusatoInput.projects;
    const file = save({ projects: [{ ...bus, asOf: '2026-11-01' }] });
    const { stdout } = await kankei('import', file, '--town', '212172', '--dry-run');
    expect(stdout).toContain('いまの数字より前の日付です');
    expect(stdout).toContain('何も書き込んでいません');
  });

  it('takes new figures alone, and leaves the rest as it was', async () => {
    const town = ['--town', '212172'];
    await kankei('import', save(fixtureFurusatoInput), ...town);
    const figures = [{ id: 'bus', raised: 3_000_000, donors: 210, asOf: '2026-11-30' }];
    const { status, stdout } = await kankei('import', save(figures), ...town);
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('100%（2026-11-30 現在）') });
    const [bus, kiln] = fixtureFurusato.projects;
    expect(JSON.parse((await kankei('export', ...town)).stdout)).toEqual({
      ...fixtureFurusato,
      projects: [{ ...bus, ...figures[0] }, kiln],
    });
  });

  const header = 'プロジェクトID,集まった額（円）,寄附者数,日付';

  it('takes new figures from a CSV, in whatever way they are written there, with their history', async () => {
    const town = ['--town', '212172'];
    await kankei('import', save(fixtureFurusatoInput), ...town);
    const rows = [
      header,
      'bus,"1,300,000円",101人,2026/11/28',
      'bus,１２５万,98,令和8年11月25日',
      '',
      'kiln,950000,,2026-11-30',
    ];
    const { status, stdout, stderr } = await kankei(
      'import',
      save(`\ufeff${rows.join('\r\n')}\r\n`, '数字.CSV'),
      ...town,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('bus：募集中 43%（2026-11-28 現在）');
    const [bus, kiln] = fixtureFurusato.projects;
    expect(JSON.parse((await kankei('export', ...town)).stdout).projects).toEqual([
      { ...bus, raised: 1_300_000, donors: 101, asOf: '2026-11-28' },
      { ...kiln, raised: 950_000, asOf: '2026-11-30' },
    ]);
    const db = await openDatabase(join(folder, databaseName));
    expect((await figuresOf(db, '212172', 'bus')).map(({ asOf }) => asOf)).toEqual([
      '2026-11-20',
      '2026-11-25',
      '2026-11-28',
    ]);
    await db.destroy();
  });

  it('names every row of a CSV that cannot be used, and takes the others', async () => {
    const town = ['--town', '212172'];
    await kankei('import', save(fixtureFurusatoInput), ...town);
    const rows = [
      header,
      'bus,たくさん,101,2026-11-28',
      'boat,1,1,2026-11-28',
      'bus,1,1,2027-01-01',
      'bus,1,1,2026-09-30',
      'bus,1,1,',
      'kiln,950000,,2026-11-30',
    ];
    const file = save(rows.join('\n'), 'figures.csv');
    const { status, stdout, stderr } = await kankei('import', file, ...town);
    expect(status).toBe(0);
    expect(stdout).toContain('kiln：');
    expect(stderr.split('\n').slice(1, 6)).toEqual([
      expect.stringContaining('2 行目「集まった額（円）」たくさん 金額として読めません'),
      expect.stringContaining('3 行目「プロジェクトID」boat 案内にないプロジェクトです'),
      expect.stringContaining('4 行目「日付」2027-01-01 まだ来ていない日付です'),
      expect.stringContaining('5 行目「日付」2026-09-30 プロジェクトの始まり（2026-10-01）より前の日付です'),
      expect.stringContaining('6 行目「日付」 空です。'),
    ]);
    const report = JSON.parse((await kankei('import', file, ...town, '--json')).stdout);
    expect(report).toMatchObject({ changed: false, projects: [{ id: 'kiln' }] });
    expect(report.problems.map(({ row }: { row: number }) => row)).toEqual([1, 2, 3, 4, 5]);
    const [bus] = fixtureFurusato.projects;
    expect(JSON.parse((await kankei('export', ...town)).stdout).projects[0]).toEqual(bus);
  });

  it.each([
    ['a,b\n1,2', 'プロジェクトID'],
    ['', 'プロジェクトID'],
    [header, '見出しの下の行がありません'],
  ])('refuses the CSV %j and says what is missing', async (text, words) => {
    await kankei('import', save(fixtureFurusatoInput), '--town', '212172');
    const { status, stderr } = await kankei('import', save(text, 'figures.csv'), '--town', '212172');
    expect(status).toBe(1);
    expect(stderr).toContain(words);
  });

  it.each([
    ['of a project that is not there', [{ id: 'boat', raised: 1, asOf: '2026-11-30' }], 'boat'],
    ['without a day', [{ id: 'bus', raised: 1 }], '0.asOf'],
    ['before it began', [{ id: 'bus', raised: 1, asOf: '2026-09-30' }], '0.asOf'],
    ['of a day that has not come', [{ id: 'bus', raised: 1, asOf: '2026-12-02' }], '0.asOf'],
    ['with a name nobody knows', [{ id: 'bus', raised: 1, asOf: '2026-11-30', donor: 2 }], '0.donor'],
  ])('refuses figures %s', async (_, figures, place) => {
    await kankei('import', save(fixtureFurusatoInput), '--town', '212172');
    const { status, stderr } = await kankei('import', save(figures), '--town', '212172');
    expect(status).toBe(1);
    expect(stderr).toContain(place);
    const { stdout } = await kankei('export', '--town', '212172');
    expect(JSON.parse(stdout)).toEqual(fixtureFurusato);
  });

  it('has neither figures nor an export for a town that says nothing', async () => {
    const figures = save([{ id: 'bus', raised: 1, asOf: '2026-11-30' }]);
    for (const words of [['export'], ['import', figures]]) {
      const { status, stdout, stderr } = await kankei(...words, '--town', '212172');
      expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: expect.stringContaining('212172') });
    }
  });

  it.each([
    ['{', 'JSON'],
    [{ projects: [{ id: 'a', title: '橋', goal: '100', raised: 0, asOf: '2026-11-01' }] }, 'projects.0.goal'],
    [{ uzes: [] }, 'uzes'],
    [{ projects: [{ id: 'a', title: '橋', goal: 100, raised: 0, asOf: '2026-12-02' }] }, 'projects.0.asOf'],
    [{ form: { url: 'ftp://a.example/' } }, 'form.url'],
  ])('refuses %j and names %s', async (profile, place) => {
    const { status, stdout, stderr } = await kankei('import', save(profile), '--town', '212172');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(place);
  });

  it.each([[[]], [['import']], [['import', 'a', 'b', '--town', '212172']], [['import', 'a']]])(
    'refuses %j as wrongly written',
    async (words) => {
      expect((await kankei(...words)).status).toBe(2);
    },
  );
});
