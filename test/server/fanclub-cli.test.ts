import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fanclub } from '@kankei/core';
import { openDatabase, runCommand } from '@kankei/server';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixtureFanclubInput } from '../fixtures/every-question.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kankei-fanclub-'));
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

function save(value: unknown): string {
  const file = join(folder, 'fanclub.json');
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

const town = ['--town', '212172'];

describe('kankei fanclub', () => {
  it('gives a town a fan club, and prints it again', async () => {
    const file = save(fixtureFanclubInput);
    expect(await kankei('fanclub', file, ...town)).toEqual({
      status: 0,
      stdout: 'fanclub.json をファンクラブの紹介にしました。\n',
      stderr: '',
    });
    const printed = await kankei('fanclub', ...town);
    expect(JSON.parse(printed.stdout)).toEqual(fanclub.parse(fixtureFanclubInput));
    expect((await kankei('fanclub', file, ...town)).stdout).toContain('いまの紹介と同じです');
    expect(JSON.parse((await kankei('fanclub', file, ...town, '--json')).stdout)).toMatchObject({ changed: false });
  });

  it('reminds of the version when the words of the notice changed and it did not', async () => {
    await kankei('fanclub', save(fixtureFanclubInput), ...town);
    const notice = { ...fixtureFanclubInput.notice, purpose: '別のこと' };
    const changed = await kankei('fanclub', save({ ...fixtureFanclubInput, notice }), ...town);
    expect(changed.status).toBe(0);
    expect(changed.stderr).toContain('version も変えてください');
    const named = { ...notice, version: '2027-01-01', purpose: 'また別のこと' };
    expect((await kankei('fanclub', save({ ...fixtureFanclubInput, notice: named }), ...town)).stderr).toBe('');
  });

  it.each([
    [{ ...fixtureFanclubInput, title: undefined }, 'title：'],
    [{ ...fixtureFanclubInput, tiers: [{ id: 'A!', label: 'x' }] }, 'tiers.0.id：書き方がちがいます'],
    [{ ...fixtureFanclubInput, notice: { ...fixtureFanclubInput.notice, contact: undefined } }, 'notice.contact：'],
    [{ ...fixtureFanclubInput, questions: [{ name: 'email', kind: 'text', label: 'x' }] }, 'questions：はじめからある'],
    [{ ...fixtureFanclubInput, benfits: [] }, '知らない項目があります：benfits'],
    ['{', 'JSON として読めません'],
  ])('names the place at fault: %#', async (value, expected) => {
    const { status, stdout, stderr } = await kankei('fanclub', save(value), ...town);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(expected);
    expect(stderr).not.toContain('    at ');
  });

  it.each([
    [['fanclub'], 2, '--town'],
    [['fanclub', 'a', 'b', ...town], 2, '余分'],
    [['fanclub', '/nonexistent.json', ...town], 1, 'ファイルが見つかりません'],
    [['fanclub', ...town], 1, 'まだファンクラブがありません'],
    [['members', ...town], 2, 'export'],
    [['members', 'export', ...town], 1, 'まだファンクラブがありません'],
  ])('says what is missing: %j', async (words, status, expected) => {
    const said = await kankei(...words);
    expect(said.status).toBe(status);
    expect(said.stderr).toContain(expected);
  });

  it('writes nothing on a dry run', async () => {
    const said = await kankei('fanclub', save(fixtureFanclubInput), ...town, '--dry-run');
    expect(said.stdout).toContain('何も書き込んでいません');
    expect((await kankei('fanclub', ...town)).status).toBe(1);
  });
});

describe('kankei members export', () => {
  it('gives a spreadsheet every member, in words, and no formula', async () => {
    await kankei('fanclub', save(fixtureFanclubInput), ...town);
    const db = await openDatabase(join(folder, 'data/kankei.sqlite'));
    const member = (number: number, answers: object) => ({
      id: `member-${number}`,
      town: '212172',
      number,
      address: `${number}@example.jp`,
      answers: JSON.stringify(answers),
      language: 'ja',
      notice_version: '1',
      notice_hash: 'x',
      consent_at: Date.parse('2026-11-21T12:00:00+09:00'),
      since: '2026-11-21',
      confirmed_at: 0,
      introducer_code: `code-${number}`,
      heard_at: 0,
      card_mailed_at: 0,
    });
    const name = '=HYPERLINK("http://evil.example")';
    await db
      .insertInto('member')
      .values([
        member(2, { name, email: '2@example.jp', prefecture: 'overseas', skills: '一行目\n"二行目"' }),
        member(1, {
          name: '山田',
          email: '1@example.jp',
          phone: '+819012345678',
          tie: ['born', 'worked'],
          tier: 'friend',
        }),
      ])
      .execute();
    await db.destroy();
    const { status, stdout } = await kankei('members', 'export', ...town);
    expect(status).toBe(0);
    expect(stdout.startsWith('\ufeff会員番号,登録した日,お名前,')).toBe(true);
    expect(stdout.match(/[^\r]\n/g)).toHaveLength(1);
    const { data, errors } = Papa.parse<Record<string, string>>(stdout.slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data).toMatchObject([
      {
        会員番号: '1',
        お名前: '山田',
        電話番号: "'+819012345678",
        この町とのご縁: '生まれた・育った、働いた',
        会員の種類: 'ふつう会員',
        同意した日時: '2026-11-21 12:00:00',
      },
      { 会員番号: '2', お名前: `'${name}`, 都道府県: '日本国外', 得意なこと: '一行目\n"二行目"' },
    ]);
  });
});

describe('kankei matching', () => {
  it('says what a town asks of who applies, prints it again, and names what cannot be used', async () => {
    expect((await kankei('matching', ...town)).stderr).toContain('まだ申し込みや困りごとを受け付けていません');
    const { notice } = fanclub.parse(fixtureFanclubInput);
    const question = { name: 'boots', kind: 'text', label: '長靴の大きさ' };
    const file = save({ notice, application: { questions: [question] } });
    expect((await kankei('matching', file, ...town)).stdout).toContain('受け付けの内容にしました');
    expect((await kankei('matching', file, ...town)).stdout).toContain('いまの内容と同じです');
    const printed = JSON.parse((await kankei('matching', ...town)).stdout);
    expect(printed.application.questions).toEqual([question]);
    const other = save({ notice: { ...notice, purpose: '別の目的' } });
    expect((await kankei('matching', other, ...town)).stderr).toContain('version も変えてください');
    const wrong = save({ application: { questions: [{ ...question, name: 'email' }] } });
    const refused = await kankei('matching', wrong, ...town);
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('はじめからある項目と同じ名前です')]);
  });
});
