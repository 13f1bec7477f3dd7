import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Program } from '@kankei/core';
import { type EventCsv, type ImportProblem, type ReadOptions, readEventCsv } from '@kankei/formats';
import Papa from 'papaparse';
// Pins the seed of every property.
import '../fixtures/arbitrary-program.ts';

/** Real files from the field, beside the repository; tests that need them are skipped where they are not. */
const folder = fileURLToPath(new URL('../../../shared/data/events', import.meta.url));
export const realFiles = existsSync(folder)
  ? ['base-registry-2022', 'hamamatsu-2026', 'municipal-standard-v2-excerpts'].flatMap((name) =>
      readdirSync(`${folder}/${name}`)
        .filter((file) => file.endsWith('.csv'))
        .map((file) => `${name}/${file}`),
    )
  : [];
if (!realFiles.length) console.warn(`Skipped: the tests on real event files, as there is no ${folder}`);

export const readReal = (name: string): Buffer => readFileSync(`${folder}/${name}`);

/** The town that rows without a code of their own go to in these tests. */
export const town = '212172';
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const read = (csv: string, options: Partial<ReadOptions> = {}): EventCsv =>
  readEventCsv(bytes(csv), { town, ...options });

/** The columns every test file has, so that it is known for what it is. */
const columns = [
  '都道府県コード又は市区町村コード',
  'NO',
  'イベント名',
  '開始日',
  '終了日',
  '開始時間',
  '終了時間',
  '説明',
];
const defaults = { NO: '1', イベント名: '集まり', 開始日: '2026-10-01' };

export type Cells = Record<string, string>;

/** A file with these rows; what a row does not name is as in `defaults`. Written by a library that is not ours. */
export function csvOf(...rows: Cells[]): string {
  const fields = [...new Set([...columns, ...rows.flatMap((row) => Object.keys(row))])];
  return Papa.unparse({ fields, data: rows.map((row) => fields.map((name) => ({ ...defaults, ...row })[name] ?? '')) });
}

export interface OneRow {
  program: Program;
  /** Without the row number, which is 1. */
  problems: Omit<ImportProblem, 'row'>[];
  codes: string[];
}

/** Reads a file of one row. */
export function readOne(cells: Cells, options: Partial<ReadOptions> = {}): OneRow {
  const { programs, problems } = read(csvOf(cells), options);
  const [program] = programs;
  if (!program) throw new Error(`no program: ${problems.map(({ code }) => code).join()}`);
  return {
    program,
    problems: problems.map(({ row: _, ...problem }) => problem),
    codes: problems.map(({ code }) => code),
  };
}
