import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ProblemError, program } from '@kankei/core';
import { readEventCsv, readEventCsvStream } from '@kankei/formats';
import { expect, test } from 'vitest';
import fc from '../fixtures/fast-check.ts';
import { bytes, csvOf, town } from './event-csv-fixtures.ts';

/** Why a file is refused; the two ways to read must agree. */
async function refusal(file: Uint8Array): Promise<string> {
  const whole = reasonOf(() => readEventCsv(file, { town }));
  const streamed = await readEventCsvStream(pieces(file), { town }).then(
    () => 'read',
    (error: unknown) => reasonOf(() => Promise.reject(error), error),
  );
  expect(streamed).toBe(whole);
  return whole;
}

function reasonOf(run: () => unknown, thrown?: unknown): string {
  let error = thrown;
  if (error === undefined)
    try {
      run();
      return 'read';
    } catch (caught) {
      error = caught;
    }
  if (!(error instanceof ProblemError)) throw error;
  expect(error.problem.code).toBe('bad-file');
  return error.problem.detail!;
}

async function* pieces(file: Uint8Array) {
  for (let at = 0; at < file.length; at += 1000) yield file.subarray(at, at + 1000);
}

const utf16 = (text: string, bigEndian = false) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
  return new Uint8Array(view.buffer);
};
const csv = csvOf({ イベント名: '集まり' });
/** イベント名,開始日,NO,URL,説明 in the encodings that nothing here can write. */
const eucJp = Buffer.from('a5a4a5d9a5f3a5c8ccbe2cb3abbbcfc6fc2c4e4f2c55524c2cc0e2ccc0', 'hex');
const iso2022 = Buffer.from(
  '1b244225242559257325484c3e1b28422c1b2442332b3b4f467c1b28422c4e4f2c55524c2c1b244240624c401b2842',
  'hex',
);

test.each([
  ['nothing at all', bytes(''), 'ファイルが空です'],
  ['blanks only', bytes('\ufeff \r\n\r\n'), 'ファイルが空です'],
  ['a header without rows', bytes(csv.slice(0, csv.indexOf('\r\n'))), '見出しの行だけで'],
  [
    'a header and rows of commas',
    bytes(`${csv.slice(0, csv.indexOf('\r\n'))}\r\n,,,,,,,\r\n,,,,,,,\r\n`),
    '見出しの行だけで',
  ],
  ['UTF-16 with a mark', utf16(`\ufeff${csv}`), '文字コードが UTF-16'],
  ['UTF-16 without a mark', utf16(csv), '文字コードが UTF-16'],
  ['UTF-16 the other way round', utf16(`\ufeff${csv}`, true), '文字コードが UTF-16'],
  ['EUC-JP', eucJp, '文字コードが EUC-JP'],
  ['ISO-2022-JP', iso2022, '文字コードが ISO-2022-JP'],
  ['an Excel file', bytes('PK\u0003\u0004\u0014\u0000\u0006\u0000'), 'Excelのファイル'],
  ['a PDF', bytes('%PDF-1.7\n'), 'PDF'],
  ['a web page', bytes('<!doctype html><title>404</title>'), 'ウェブページ'],
  ['JSON', bytes('[{"イベント名":"集まり"}]'), 'JSON'],
  ['bytes of no text', Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256), 'CSVとして読めません'],
  ['tabs for commas', bytes(csv.replaceAll(',', '\t')), '列がタブで区切られている'],
  ['columns of something else', bytes('名前,住所\n山田,東京\n'), '「イベント名（または名称）」「開始日'],
  [
    'a list without 開始日',
    bytes('イベント名,日時備考,場所名称,料金,説明\n展示,10月,館,0円,い\n'),
    '「開始日」の列がありません',
  ],
  ['two words in common', bytes('名称,開始日,金額\n契約,2026-10-01,5\n'), '知っている列が少なすぎます'],
])('refuses %s and says plainly why', async (_, file, reason) => {
  expect(await refusal(file)).toContain(reason);
});

test('names the columns it found and the layouts it can read', async () => {
  const reason = await refusal(bytes('名前,住所\n山田,東京\n'));
  expect(reason).toContain('このファイルの列：名前、住所');
  expect(reason).toContain('推奨データセット');
});

test('refuses options that cannot be used, naming the option', async () => {
  for (const [options, name] of [
    [{ town: '212173' }, 'town'],
    [{ town, base: 'event/' }, 'base'],
  ] as const) {
    const expected = { problem: { code: 'invalid-parameter', errors: [{ name }] } };
    await expect(readEventCsvStream(pieces(bytes(csv)), options)).rejects.toMatchObject(expected);
    expect(() => readEventCsv(bytes(csv), options)).toThrowError(ProblemError);
  }
});

const elsewhere = new URL('../../../shared/data/', import.meta.url);
const foreign = ['events/fukui-2021/', 'events/shirasagi/', 'events/openreferral-hsds/csv/', 'codes/localgovjp/'];

test.skipIf(!existsSync(elsewhere)).each(foreign)(
  'refuses the files in %s, which are no event list of the three layouts',
  async (folder) => {
    const files = readdirSync(new URL(folder, elsewhere)).filter((file) => file.endsWith('.csv'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(await refusal(readFileSync(new URL(folder + file, elsewhere)))).not.toBe('read');
  },
);

test.skipIf(!existsSync(elsewhere))('refuses the blank template, which has no rows', async () => {
  const file = readFileSync(new URL('spec/recommended-dataset/xxxxxx_event.csv', elsewhere));
  expect(await refusal(file)).toContain('見出しの行だけで');
});

test('throws nothing but a problem, whatever the bytes', () => {
  const begin = fc.constantFrom(
    '',
    csv,
    csv.slice(0, csv.indexOf('\r\n') + 2),
    '\ufeff"イベント名","開始日","NO","説明","URL"\n',
  );
  const junk = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .array(fc.constantFrom('"', ',', '\n', '\r', '<b', '&#x', '&lt;', '=', 'あ', '令和', '1', '年', '\u0000'))
      .map((all) => bytes(all.join(''))),
  );
  fc.assert(
    fc.property(begin, junk, (text, rest) => {
      const file = Uint8Array.from([...bytes(text), ...rest]);
      try {
        const { rows, imported, reported, programs, problems } = readEventCsv(file, { town });
        expect(imported + reported).toBe(rows);
        expect(new Set(problems.map(({ row }) => row)).size).toBeGreaterThanOrEqual(reported);
        for (const one of programs) expect(program.safeParse(one).error).toBeUndefined();
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
    }),
    { numRuns: 1000 },
  );
});
