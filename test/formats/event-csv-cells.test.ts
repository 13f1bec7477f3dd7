import { writeEventCsv } from '@kankei/formats';
import { expect, test } from 'vitest';
import { fixtureTown } from '../fixtures/programs.ts';
import { readOne } from './event-csv-fixtures.ts';

test.each([
  ['0', 0],
  ['0円', 0],
  ['無料', 0],
  ['参加費無料', 0],
  ['受講料：無料', 0],
  ['1000', 1000],
  ['1,000円', 1000],
  ['1，000円', 1000],
  ['１，０００円', 1000],
  ['10,000,000', 10_000_000],
  ['1000円円', 1000],
  ['￥500', 500],
  ['1人500円', 500],
])('reads the fee %s', (written, fee) => {
  const { program, codes } = readOne({ '料金(基本)': written });
  expect(program).toMatchObject({ fee });
  expect(program).not.toHaveProperty('feeNote');
  expect(codes).toEqual([]);
});

test.each([
  '500円～',
  '1家族300円',
  '大人500円、子供300円',
  '1.100円',
  '無料（材料費500円）',
  '実費',
  '6,000円（6回分）',
])('keeps the fee %s in words, as no number says it', (written) => {
  const { program, problems } = readOne({ '料金(基本)': written });
  expect(program).not.toHaveProperty('fee');
  expect(program.feeNote).toBe(written);
  expect(problems).toMatchObject([{ column: '料金(基本)', value: written, code: 'fee' }]);
});

test('does not take an empty fee for a free one, and reads the details where they say it all', () => {
  expect(readOne({ '料金(基本)': '', '料金(詳細)': '' }).program).not.toHaveProperty('fee');
  expect(readOne({ '料金(詳細)': '無料' }).program).toMatchObject({ fee: 0 });
  expect(readOne({ '料金(詳細)': '中学生以下無料' }).program).toMatchObject({ feeNote: '中学生以下無料' });
  expect(readOne({ '料金(詳細)': '中学生以下無料' }).program).not.toHaveProperty('fee');
  expect(readOne({ 料金種別: '無料' }).program).toMatchObject({ fee: 0 });
  expect(readOne({ 料金種別: '有料', 決済種別: '現金;電子マネー' }).program).toMatchObject({
    feeNote: '決済種別：現金;電子マネー',
  });
});

test.each([
  ['30', 30, undefined],
  ['２０人', 20, undefined],
  ['30人　先着順', 30, '30人　先着順'],
  ['定員16名', 16, '定員16名'],
  ['35名（応募者多数の場合は抽選、初参加者優先）', 35, '35名（応募者多数の場合は抽選、初参加者優先）'],
  ['先着順　定員30組', undefined, '先着順　定員30組'],
  ['各日50人（先着）', undefined, '各日50人（先着）'],
  ['7人　先着順　各曜日7名', undefined, '7人　先着順　各曜日7名'],
  ['150名程度', undefined, '150名程度'],
  ['20人　親子10組', undefined, '20人　親子10組'],
])('reads the capacity %s as %s', (written, capacity, capacityNote) => {
  const { program } = readOne({ 定員: written });
  expect(program.capacity).toBe(capacity);
  expect(program.capacityNote).toBe(capacityNote);
});

test('takes no places at all for an unknown number of places', () => {
  expect(readOne({ 定員: '0' }).program).not.toHaveProperty('capacity');
  expect(readOne({ 定員: '0' }).codes).toEqual(['zero-capacity']);
});

test('changes latitude and longitude back, and drops half a position, saying so', () => {
  const japan = { latitude: 35.6812, longitude: 139.7671 };
  expect(readOne({ 緯度: '35.6812', 経度: '139.7671' })).toMatchObject({ program: { place: japan }, codes: [] });
  expect(readOne({ 緯度: '３５．６８１２', 経度: '１３９．７６７１' }).program.place).toEqual(japan);
  expect(readOne({ 緯度: '139.7671', 経度: '35.6812' })).toMatchObject({
    program: { place: japan },
    problems: [{ column: '緯度', value: '139.7671', code: 'coordinates-swapped' }],
  });
  for (const [cells, column] of [
    [{ 経度: '35.6812', 緯度: '' }, '経度'],
    [{ 経度: '', 緯度: '35.6812' }, '緯度'],
  ] as const) {
    const { program, problems } = readOne(cells);
    expect(program).not.toHaveProperty('place');
    expect(problems).toMatchObject([{ column, value: '35.6812', code: 'coordinates-half' }]);
  }
  expect(readOne({ 緯度: '35度41分', 経度: '139.7671' })).toMatchObject({
    problems: [{ column: '緯度', value: '35度41分', code: 'coordinates' }],
  });
  expect(readOne({ 緯度: '35.6', 経度: '1397671' }).problems).toMatchObject([{ column: '経度', code: 'coordinates' }]);
});

test('shows telephone numbers as they were written', () => {
  const phone = '（053）922-0086　または 222-1400';
  expect(readOne({ 連絡先電話番号: phone }).program.contact).toEqual({ phone });
});

test('turns markup from web pages into plain text and leaves brackets alone that are none', () => {
  const text = (cell: string) => readOne({ 説明: cell }).program.description;
  expect(text('1行目<br>2行目<BR />3行目')).toBe('1行目\n2行目\n3行目');
  expect(text('<p class="lead">あ</p>\n<p>い</p>')).toBe('あ\n\nい');
  expect(text('<a href="https://a.example/" target="_blank">案内</a>&nbsp;へ')).toBe('案内 へ');
  expect(text('A&amp;B &lt;予約制&gt; &quot;春&quot; &yen;500 &hellip;')).toBe('A&B <予約制> "春" ¥500 …');
  expect(text('&amp;lt;br&amp;gt;二重に&amp;nbsp;書いたもの')).toBe('二重に 書いたもの');
  expect(text('&#12354;&#x3044;&#1;')).toBe('あい');
  expect(text('前<script>alert("a")</script><!-- 覚え書き -->後')).toBe('前後');
  expect(text('<全3回> <好き> 5 < 6 > 4 <A>クラス')).toBe('<全3回> <好き> 5 < 6 > 4 <A>クラス');
  expect(text('タブ\tと制御\u0007文字\r\n次')).toBe('タブ と制御文字\n次');
});

test('keeps names on one line', () => {
  const { program } = readOne({ イベント名: ' 秋の\n  集まり ', 場所名称: '公民館\r\n大ホール' });
  expect(program).toMatchObject({ title: '秋の 集まり', place: { name: '公民館 大ホール' } });
});

test.each(['-', '－', 'ー', '―', '--'])('takes a cell of %s for an empty one', (cell) => {
  const { program, codes } = readOne({ 場所名称: cell, '料金(基本)': cell, 定員: cell });
  expect(Object.keys(program)).toEqual(Object.keys(readOne({}).program));
  expect(codes).toEqual([]);
});

test('resolves addresses of the own site, and keeps in words what is no address', () => {
  const base = 'https://www.town.example/event/list.csv';
  const url = (cell: string, options = {}) => readOne({ URL: cell }, options);
  expect(url('/kanko/1.html', { base }).program.url).toBe('https://www.town.example/kanko/1.html');
  expect(url('2.html', { base }).program.url).toBe('https://www.town.example/event/2.html');
  expect(url('../a/', { base }).program.url).toBe('https://www.town.example/a/');
  expect(url('ｈｔｔｐｓ：／／ａ．ｅｘａｍｐｌｅ／', { base }).program.url).toBe('https://a.example/');
  expect(url('https://a.example/催し?q=あ', { base }).program.url).toBe('https://a.example/催し?q=あ');
  expect(url('www.a.jp/x', { base })).toMatchObject({ program: { url: 'https://www.a.jp/x' }, codes: ['url-scheme'] });
  expect(url('https://a.example/1\nhttps://a.example/2')).toMatchObject({
    program: { url: 'https://a.example/1', note: 'URL：https://a.example/2' },
    codes: ['url'],
  });
  for (const [cell, code] of [
    ['/kanko/1.html', 'relative-url'],
    ['準備中です', 'url'],
    ['http://a- b.example/', 'url'],
    ['javascript:alert(1)', 'url'],
    ['mailto:a@b.example', 'url'],
  ]) {
    const { program, codes } = url(cell!);
    expect(program).not.toHaveProperty('url');
    expect(program.note).toBe(`URL：${cell}`);
    expect(codes).toEqual([code]);
  }
  expect(url('準備中です', { base }).program).not.toHaveProperty('url');
  expect(url('なし').program).not.toHaveProperty('note');
});

test('cuts what is longer than a program can hold, never inside a character, and says so', () => {
  const { program, problems } = readOne({ イベント名: '𠮷'.repeat(501), 説明: 'あ'.repeat(30_001) });
  expect(program.title).toBe('𠮷'.repeat(500));
  expect(program.description).toBe('あ'.repeat(30_000));
  expect(problems.map(({ column, code }) => [column, code])).toEqual([
    ['イベント名', 'too-long'],
    ['説明', 'too-long'],
  ]);
  expect(problems.every(({ value }) => [...value].length <= 200)).toBe(true);
});

test('reports characters that were lost on the way', () => {
  expect(readOne({ 説明: '描\ufffdます' })).toMatchObject({
    program: { description: '描\ufffdます' },
    problems: [{ column: '説明', value: '描\ufffdます', code: 'garbled' }],
  });
});

test('keeps numbers beyond all reason in words', () => {
  const { program, codes } = readOne({ '料金(基本)': '999999999', 定員: '99999999', 対象年齢_下限: '200' });
  expect(program).toMatchObject({ feeNote: '999999999', capacityNote: '99999999', note: '対象年齢_下限：200' });
  expect(program).not.toHaveProperty('fee');
  expect(program).not.toHaveProperty('capacity');
  expect(codes).toEqual(['fee', 'number']);
});

test.each([
  '(曜日',
  ' ',
  '　\n',
  '<br ',
  '<!--',
  '&#1',
  '&amp;',
  '開始日: ',
  '一部',
  '雨天時',
  '1,',
  'a.',
  'a/',
  ' https:',
  '先着',
  '~',
])(
  'is not kept busy by a row full of %j',
  (pattern) => {
    const cell = `x${pattern.repeat(4000 / pattern.length)}x`;
    const names = [...writeEventCsv([], fixtureTown).trim().split(','), 'コンテンツURL', 'Web開催', '区', '申込開始日'];
    const every = Object.fromEntries(names.map((name) => [name, cell]));
    const { プログラムID: _, ...cells } = every;
    expect(readOne(cells, { base: 'https://a.example/' }).program.id).toMatch(/^n/);
  },
  5000,
);
