import { expect, test } from 'vitest';
import { readOne } from './event-csv-fixtures.ts';

const session = (cells: Record<string, string>) => readOne(cells).program.sessions[0];

test.each([
  '2026-10-01',
  '2026/10/1',
  '2026.10.1',
  '2026‐10‐01',
  '20261001',
  '２０２６年１０月１日',
  '2026年10月1日（木）',
  '2026年10月1日(木・祝)',
  '2026年10月1日木曜日',
  '2026/10/01(木)',
  '2026/10/1 0:00:00',
  '令和8年10月1日',
  '令和８年１０月１日（木曜日）',
  'R8.10.1',
  '平成38年10月1日',
])('reads the date %s', (date) => {
  expect(readOne({ 開始日: date })).toMatchObject({ program: { sessions: [{ startDate: '2026-10-01' }] }, codes: [] });
});

test('reads the first year of an era', () => {
  expect(session({ 開始日: '令和元年5月1日' })).toEqual({ startDate: '2019-05-01' });
});

test.each([
  '10月1日',
  '2026年10月',
  '令和8年10月上旬',
  '2026-02-30',
  '2026-10-011',
  '46296',
  '10/1/2026',
  '2026-10/1',
  '26.10.1',
  '未定',
  '2026-10-01、2026-10-08',
  '2026年10月1日～3日',
])('keeps %s as text instead of guessing a date', (date) => {
  const { program, problems } = readOne({ 開始日: date });
  expect(program).toMatchObject({ sessions: [], dateNote: `開始日：${date}` });
  expect(problems).toMatchObject([{ column: '開始日', value: date, code: 'date' }]);
});

test.each([
  ['9:30', '09:30'],
  ['09:30:00', '09:30'],
  ['９：３０', '09:30'],
  ['9時', '09:00'],
  ['9時30分', '09:30'],
  ['9時半', '09:30'],
  ['午前9時30分', '09:30'],
  ['午後1時', '13:00'],
  ['午後1時半', '13:30'],
  ['PM 1:15', '13:15'],
  ['1:15pm', '13:15'],
  ['0930', '09:30'],
  ['正午', '12:00'],
  ['10:00～', '10:00'],
  ['10時から', '10:00'],
])('reads the time %s', (written, startTime) => {
  expect(readOne({ 開始時間: written })).toMatchObject({
    program: { sessions: [{ startDate: '2026-10-01', startTime }] },
    codes: [],
  });
});

test.each(['10時頃', '午後12時', '午後13時', '25:00', '9:60', '夕方', '0.4166', '10:00開場'])(
  'keeps the time %s as text instead of guessing',
  (written) => {
    const { program, problems } = readOne({ 開始時間: written });
    expect(program).toMatchObject({ sessions: [{ startDate: '2026-10-01' }], dateNote: `開始時間：${written}` });
    expect(program.sessions[0]).not.toHaveProperty('startTime');
    expect(problems).toMatchObject([{ column: '開始時間', value: written, code: 'time' }]);
  },
);

test.each([
  ['10:00～12:00', '10:00', '12:00'],
  ['10:00〜12:00', '10:00', '12:00'],
  ['10:00-12:00', '10:00', '12:00'],
  ['１０：００～１２：００', '10:00', '12:00'],
  ['午前10時から正午まで', '10:00', '12:00'],
  ['午後1時～3時30分', '13:00', '15:30'],
])('reads start and end from one cell: %s', (written, startTime, endTime) => {
  expect(session({ 開始時間: written })).toEqual({ startDate: '2026-10-01', startTime, endTime });
});

test('reads an end of its own before the one in the start cell, and takes 終日 for no time', () => {
  expect(session({ 開始時間: '10:00～12:00', 終了時間: '～13:00' })).toMatchObject({ endTime: '13:00' });
  expect(readOne({ 開始時間: '終日' })).toMatchObject({
    program: { sessions: [{ startDate: '2026-10-01' }] },
    codes: [],
  });
});

test('reads a stretch of days, in two cells or in one', () => {
  const days = { startDate: '2026-10-01', endDate: '2026-10-03' };
  expect(session({ 終了日: '2026/10/3' })).toEqual(days);
  expect(session({ 開始日: '2026-10-01～2026-10-03' })).toEqual(days);
  expect(session({ 終了日: '2026-10-01' })).toEqual({ startDate: '2026-10-01' });
});

test('keeps the start and reports when the end comes before it', () => {
  expect(readOne({ 終了日: '2026-09-01' })).toMatchObject({
    program: { sessions: [{ startDate: '2026-10-01' }] },
    problems: [{ column: '終了日', value: '2026-09-01', code: 'end-before-start' }],
  });
  const { program, problems } = readOne({ 開始時間: '13:00', 終了時間: '12:00' });
  expect(program.sessions).toEqual([{ startDate: '2026-10-01', startTime: '13:00' }]);
  expect(problems).toMatchObject([{ column: '終了時間', value: '12:00', code: 'end-before-start' }]);
});

test('takes 24:00, and 0:00 after an evening, for the midnight that ends the day', () => {
  const night = { startDate: '2026-10-01', startTime: '20:00', endDate: '2026-10-02', endTime: '00:00' };
  expect(session({ 開始時間: '20:00', 終了時間: '24:00' })).toEqual(night);
  expect(session({ 開始時間: '20:00', 終了時間: '0:00' })).toEqual(night);
});

test('says in words that no end is known, so that what runs on is not over after a day', () => {
  const { program, codes } = readOne({ 開始日: '2026年9月1日', 終了日: '9999-12-31' });
  expect(program).toMatchObject({ sessions: [], dateNote: '2026年9月1日から（終わりの日は決まっていません）' });
  expect(codes).toEqual(['no-end']);
});

test('keeps what is known of the time when there is no start date', () => {
  const { program, problems } = readOne({ 開始日: '', 終了日: '2026-10-03', 開始時間: '9:00' });
  expect(program).toMatchObject({ sessions: [], dateNote: '終了日：2026-10-03\n開始時間：9:00' });
  expect(problems).toMatchObject([{ column: '開始日', value: '', code: 'no-date' }]);
});

test('takes 9999-12-31 for no deadline, and no time or 24:00 for the end of the day', () => {
  const deadline = (cells: Record<string, string>) => readOne(cells).program.deadline;
  expect(deadline({ 参加申込終了日: '9999-12-31' })).toBeUndefined();
  expect(deadline({ 参加申込終了日: '2026-09-20' })).toEqual({ date: '2026-09-20' });
  expect(deadline({ 参加申込終了日: '2026-09-20', 参加申込終了時間: '24:00' })).toEqual({ date: '2026-09-20' });
  expect(deadline({ 参加申込終了日: '2026-09-20', 参加申込終了時間: '17:15' })).toEqual({
    date: '2026-09-20',
    time: '17:15',
  });
});

test('does not close on the morning of a deadline at 00:00, which systems write for "no time", and says so', () => {
  expect(readOne({ 参加申込終了日: '2026-09-20', 参加申込終了時間: '00:00' })).toMatchObject({
    program: { deadline: { date: '2026-09-20' } },
    problems: [{ column: '参加申込終了時間', value: '00:00', code: 'deadline-midnight' }],
  });
});

test('keeps a deadline after the start, and reports it', () => {
  const { program, codes } = readOne({ 参加申込終了日: '2026-12-25' });
  expect(program.deadline).toEqual({ date: '2026-12-25' });
  expect(codes).toEqual(['deadline-after-start']);
});

test('keeps a deadline that is no date where people read how to apply', () => {
  const { program, problems } = readOne({ 参加申込終了日: '定員になり次第', 参加申込方法: '電話' });
  expect(program.apply).toEqual({ method: '電話\n参加申込終了日：定員になり次第' });
  expect(problems).toMatchObject([{ column: '参加申込終了日', code: 'date' }]);
  expect(readOne({ 参加申込終了時間: '17:00' })).toMatchObject({
    program: { apply: { method: '参加申込終了時間：17:00' } },
    codes: ['time-without-date'],
  });
});

test('says from when one can apply, and not that one always can', () => {
  expect(readOne({ 申込開始日: '2026-09-01', 申込開始時刻: '9:00' }).program.apply).toEqual({
    method: '申込開始日：2026-09-01 9:00',
  });
  expect(readOne({ 申込開始日: '9999-12-31' }).program.apply).toBeUndefined();
});
