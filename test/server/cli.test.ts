import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEventCsv, writeEventCsv } from '@kankei/formats';
import { listTowns, openDatabase, runCommand, variables } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixturePrograms, fixtureTown } from '../fixtures/programs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = join(root, '../shared/data/events');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kankei-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a command, its output kept apart. */
async function kankei(...words: string[]) {
  const said = { stdout: '', stderr: '' };
  const status = await runCommand(words, {
    print: (text) => {
      said.stdout += text;
    },
    complain: (text) => {
      said.stderr += text;
    },
    isWatched: false,
    environment: { KANKEI_DATA: join(folder, 'data') },
  });
  return { status, ...said };
}

/** What `--json` prints, and nothing beside it. */
async function report(...words: string[]) {
  const { status, stdout, stderr } = await kankei(...words, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

function save(name: string, text: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const header =
  '都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,イベント名,イベント名_カナ,イベント名_英語,開始日,終了日,開始時間,終了時間,開始日時特記事項,説明,料金(基本),料金(詳細),連絡先名称,連絡先電話番号,連絡先内線番号,主催者,場所名称,住所,方書,緯度,経度,アクセス方法,駐車場情報,定員,参加申込終了日,参加申込終了時間,参加申込方法,URL,備考';
const row = (code: string, no: string, title: string, more: Record<string, string> = {}) =>
  header
    .split(',')
    .map((name, index) => (index === 0 ? code : index === 1 ? no : name === 'イベント名' ? title : (more[name] ?? '')))
    .join(',');

describe('kankei --help', () => {
  it('lists every setting, command and option', async () => {
    const { status, stdout, stderr } = await kankei('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const { name, shown } of variables)
      expect(stdout).toMatch(new RegExp(`${name} +${shown.replaceAll('.', '\\.')}`));
    for (const word of ['import FILE', 'serve', 'towns', '--town', '--base', '--dry-run', '--json', variables[0].about])
      expect(stdout).toContain(word);
  });

  it.each([
    [],
    ['unknown'],
    ['import'],
    ['import', 'a.csv'],
    ['import', 'a.csv', '--town', '123'],
    ['import', '--twon', '1'],
    ['import', 'a', 'b', '--town', '221309'],
  ])('is pointed at when the command is written wrongly: %j', async (...words) => {
    const { status, stdout, stderr } = await kankei(...words);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('kankei --help');
    expect(stderr).not.toContain('    at ');
  });
});

describe('kankei import', () => {
  it('brings in a file, then changes nothing, then withdraws what is gone and takes it back', async () => {
    const whole = save('events.csv', writeEventCsv(fixturePrograms, fixtureTown));
    const town = ['--town', '999997'];
    // The made-up code is on no list: the town must be here already.
    expect((await kankei('import', whole, ...town)).status).toBe(1);
    const db = await openDatabase(join(folder, 'data/kankei.sqlite'));
    await db
      .insertInto('town')
      .values({ code: '999997', profile: JSON.stringify(fixtureTown), changed_at: 0 })
      .execute();
    await db.destroy();
    const count = fixturePrograms.length;
    const figures = (of: object) => {
      const { created, updated, unchanged, withdrawn } = of as Record<string, number>;
      return { created, updated, unchanged, withdrawn };
    };
    expect(figures(await report('import', whole, ...town))).toEqual({
      created: count,
      updated: 0,
      unchanged: 0,
      withdrawn: 0,
    });
    expect(figures(await report('import', whole, ...town))).toEqual({
      created: 0,
      updated: 0,
      unchanged: count,
      withdrawn: 0,
    });
    const part = save('part.csv', writeEventCsv(fixturePrograms.slice(2), fixtureTown));
    expect(figures(await report('import', part, ...town))).toEqual({
      created: 0,
      updated: 0,
      unchanged: count - 2,
      withdrawn: 2,
    });
    expect(figures(await report('import', whole, ...town))).toEqual({
      created: 0,
      updated: 2,
      unchanged: count - 2,
      withdrawn: 0,
    });
  });

  it('replaces only what came under the same name, where a town has several files', async () => {
    // Both files call their first program by the same number.
    const [first, second] = [fixturePrograms.slice(0, 4), [fixturePrograms[0]!, ...fixturePrograms.slice(4)]];
    const files = [first, second].map((programs, index) => save(`${index}.csv`, writeEventCsv(programs, fixtureTown)));
    const options = ['--town', '221309', '--source'];
    await report('import', files[0]!, ...options, 'events');
    expect(await report('import', files[1]!, ...options, 'help')).toMatchObject({
      created: second.length,
      withdrawn: 0,
    });
    const fewer = save('fewer.csv', writeEventCsv(first.slice(1), fixtureTown));
    expect(await report('import', fewer, ...options, 'events')).toMatchObject({ unchanged: 3, withdrawn: 1 });
    expect((await kankei('import', fewer, ...options, 'お祭り')).status).toBe(2);
  });

  it('adds a town it does not know yet with its name, and mends its code', async () => {
    const file = save(
      'events.csv',
      `${header}\n${row('092011', '1', '餃子まつり', { 開始日: '2026-11-01', URL: '/gyoza' })}\n`,
    );
    const { town, programs } = await report(
      'import',
      file,
      '--town',
      '92011',
      '--base',
      'https://www.city.utsunomiya.lg.jp/',
    );
    expect({ town, programs }).toEqual({ town: '092011', programs: 1 });
    const db = await openDatabase(join(folder, 'data/kankei.sqlite'));
    expect((await listTowns(db))[0]!.town).toEqual({
      code: '092011',
      name: '宇都宮市',
      nameKana: 'ウツノミヤシ',
      prefecture: '栃木県',
      url: 'https://www.city.utsunomiya.lg.jp/',
    });
    await db.destroy();
    // The second time the town itself knows where relative addresses start.
    expect(await report('import', file, '--town', '092011')).toMatchObject({ unchanged: 1, problems: [] });
    expect((await kankei('towns')).stdout).toBe('092011  栃木県 宇都宮市（1 件）\n');
  });

  it('takes rows that name another town too, keeps their ids apart, and says so', async () => {
    const rows = [row('221309', '1', '浜松まつり'), row('212172', '1', '古川祭'), row('212172', '2', '三寺まいり')];
    const file = save('events.csv', `${header}\n${rows.join('\n')}\n`);
    const told = await report('import', file, '--town', '221309');
    expect(told).toMatchObject({ town: '221309', rows: 3, imported: 3, programs: 3, otherTowns: { '212172': 2 } });
    expect((await kankei('import', file, '--town', '221309')).stdout).toContain('2 行は別の市区町村コード（212172）');
  });

  it('says in words what was done, what is wrong and where', async () => {
    const rows = [
      row('221309', '1', '', { 開始日: '2026-12-01' }),
      row('221309', '2', '朝市', { 開始日: '未定だが冬' }),
    ];
    const file = save('events.csv', `${header}\n${rows.join('\n')}\n`);
    const { status, stdout, stderr } = await kankei('import', file, '--town', '221309');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('2 行のうち 1 行を読み取りました（1 行は掲載できません）');
    expect(stdout).toContain('名称がないため、掲載できません。');
    expect(stdout).toContain('3 行目「開始日」未定だが冬');
    expect(stdout).toContain('http://localhost:8787/?town=221309');
  });

  it('writes nothing in a dry run, not even a database', async () => {
    const file = save('events.csv', `${header}\n${row('221309', '1', '浜松まつり')}\n`);
    expect(await report('import', file, '--town', '221309', '--dry-run')).toMatchObject({ dryRun: true, created: 1 });
    expect(existsSync(join(folder, 'data'))).toBe(false);
    await report('import', file, '--town', '221309');
    const more = save('more.csv', `${header}\n${row('221309', '2', '凧揚げ')}\n`);
    expect(await report('import', more, '--town', '221309', '--dry-run')).toMatchObject({ created: 1, withdrawn: 1 });
    expect(await report('import', file, '--town', '221309')).toMatchObject({ unchanged: 1, created: 0, updated: 0 });
  });

  it('names what leads to furusato nozei and may not be said so, with its rule and date', async () => {
    const rows = [
      row('221309', '1', 'ふるさと納税で応援', { 説明: '返礼品が豪華！ポイント還元でお得' }),
      row('221309', '2', '朝市', { 説明: '新米がお得' }),
    ];
    const file = save('events.csv', `${header}\n${rows.join('\n')}\n`);
    const { stdout } = await kankei('import', file, '--town', '221309');
    expect(stdout).toContain('ふるさと納税の募集に使えない表現があります');
    expect(stdout).toMatch(/1 {2}ふるさと納税で応援\n {6}description：「返礼品が豪華」 .*（2024年10月から。平成31年/);
    expect(stdout).toMatch(/「ポイント還元」 .*（2025年10月から。/);
    expect(stdout).not.toContain('朝市');
    const { flagged } = await report('import', file, '--town', '221309');
    expect(flagged).toMatchObject([
      { title: 'ふるさと納税で応援', texts: [{ name: 'description', findings: [{}, {}, {}] }] },
    ]);
  });

  it.each([
    ['missing.csv', undefined, 'bad-file', 'ファイルが見つかりません'],
    ['.', undefined, 'bad-file', 'フォルダーではなく'],
    ['empty.csv', '', 'bad-file', '読めません'],
    ['header.csv', `${header}\n`, 'bad-file', 'データの行がありません'],
    ['other.csv', '名前,電話\n山田,1\n', 'bad-file', '見出し'],
    ['picture.csv', '\u0000\u0001\u0002PNG', 'bad-file', '読めません'],
  ])('explains that it cannot read %s', async (name, text, code, words) => {
    const file = text === undefined ? join(folder, name) : save(name, text);
    const told = await kankei('import', file, '--town', '221309', '--json');
    expect({ status: told.status, stderr: told.stderr }).toEqual({ status: 1, stderr: '' });
    const { error } = JSON.parse(told.stdout);
    expect(error.code).toBe(code);
    expect(error.detail).toContain(words);
    const plain = await kankei('import', file, '--town', '221309');
    expect({ status: plain.status, stdout: plain.stdout }).toEqual({ status: 1, stdout: '' });
    expect(plain.stderr).toContain(words);
    expect(plain.stderr).not.toContain('    at ');
  });

  it.each([
    [['--town', '130001'], 0, undefined],
    [['--town', '999911'], 1, 'town-not-found'],
    [['--town', '12345'], 1, 'town-not-found'],
    [['--town', '221300'], 2, 'usage'],
    [['--town', '221309', '--base', 'javascript:alert(1)'], 2, 'usage'],
    [['--town', '221309', '--base', 'city.example'], 2, 'usage'],
  ])('%j ends with %i, %s', async (words, status, code) => {
    const file = save('events.csv', `${header}\n${row('', '1', '浜松まつり')}\n`);
    const told = await kankei('import', file, ...words, '--json');
    expect(told.status).toBe(status);
    expect(JSON.parse(told.stdout).error?.code).toBe(code);
  });

  it('shows how far it has come where a person watches, and wipes that away', async () => {
    const rows = Array.from({ length: 4000 }, (_, index) => row('221309', String(index + 1), `行事${index}`));
    const file = save('events.csv', `${header}\n${rows.join('\n')}\n`);
    let bar = '';
    const status = await runCommand(['import', file, '--town', '221309', '--json'], {
      print: (text) => expect(JSON.parse(text).rows).toBe(4000),
      complain: (text) => {
        bar += text;
      },
      isWatched: true,
      environment: { KANKEI_DATA: join(folder, 'data') },
    });
    expect(status).toBe(0);
    expect(bar).toMatch(/^\r読み込み中 █*░* \d+%（[\d,]+ 行）/);
    expect(bar.endsWith('\r\u001b[2K')).toBe(true);
  });

  it('is a command of its own, and says nothing beside its result', () => {
    const file = save('events.csv', `${header}\n${row('221309', '1', '浜松まつり')}\n`);
    const cli = ['--conditions=kankei-source', join(root, 'packages/server/src/cli.ts')];
    const env = { ...process.env, KANKEI_DATA: join(folder, 'data') };
    const run = (...words: string[]) =>
      spawnSync(process.execPath, [...cli, ...words], { cwd: folder, env, encoding: 'utf8' });
    const good = run('import', 'events.csv', '--town', '221309', '--json');
    expect({ status: good.status, stderr: good.stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(good.stdout)).toMatchObject({ file: 'events.csv', created: 1 });
    expect(run('import', file, '--town', '1').status).toBe(2);
  });
});

describe.skipIf(!existsSync(shared))('real files (skipped without ../shared)', () => {
  it.each([
    ['hamamatsu-2026/events_sjis.csv', '221309', 'recommended', 'windows-31j'],
    ['hamamatsu-2026/events_utf8.csv', '221309', 'recommended', 'utf-8'],
    ['base-registry-2022/o1-122271_g1-000304.csv', '122271', 'base-registry', 'utf-8'],
    ['municipal-standard-v2-excerpts/okazaki_232025_event.excerpt.csv', '232025', 'standard', 'utf-8'],
  ])('%s loses no row and changes nothing the second time', async (name, town, layout, encoding) => {
    const file = join(shared, name);
    const first = await report('import', file, '--town', town);
    expect(first).toMatchObject({ town, layout, encoding, withdrawn: 0 });
    expect(first.imported + first.reported).toBe(first.rows);
    expect(first.rows).toBe(readEventCsv(readFileSync(file), { town }).rows);
    expect(first.created).toBe(first.programs);
    for (const problem of first.problems)
      expect(problem).toEqual(
        expect.objectContaining({
          row: expect.any(Number),
          column: expect.any(String),
          value: expect.any(String),
          reason: expect.any(String),
        }),
      );
    const second = await report('import', file, '--town', town);
    expect(second).toMatchObject({ created: 0, updated: 0, withdrawn: 0, unchanged: first.programs });
  });

  it('explains why a file with free-form dates cannot be read', async () => {
    const told = await kankei('import', join(shared, 'fukui-2021/event_fukui.csv'), '--town', '180009');
    expect(told.status).toBe(1);
    expect(told.stderr).toContain('開始日');
  });
});
