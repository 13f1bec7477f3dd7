import { type Faults, makeProblem, ProblemError } from '@kankei/core';
import { type Header, missingColumns, readHeader } from './layout.ts';
import { CsvRecords } from './records.ts';
import type { EventCsvEncoding } from './types.ts';

/** How many bytes decide: the header and more stands in them. */
export const sampleSize = 65_536;

/** The file as a whole cannot be read; `detail` says why and how to mend it, in plain Japanese. */
export function badFile(detail: string, errors?: Faults): ProblemError {
  return new ProblemError(makeProblem('bad-file', { detail, ...(errors && { errors }) }));
}

/** `TextDecoder` means Windows-31J by shift_jis, NEC's and IBM's characters included. */
const labels: Record<EventCsvEncoding, string> = { 'utf-8': 'utf-8', 'windows-31j': 'shift_jis' };

/** Encodings that are not read, told apart only to name them. */
const others: Record<string, string> = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'euc-jp': 'EUC-JP',
  'iso-2022-jp': 'ISO-2022-JP（JIS）',
};

export function decoderFor(encoding: EventCsvEncoding): TextDecoder {
  return new TextDecoder(labels[encoding]);
}

/** The first line that is not blank. */
function firstRecord(text: string): string[] {
  for (const { cells } of new CsvRecords().push(text, true)) if (cells.some((cell) => cell.trim())) return cells;
  return [];
}

/** What the beginning of a file shows. */
export interface OpenedFile {
  encoding: EventCsvEncoding;
  header: Header;
}

/**
 * Finds the encoding and the header from the beginning of a file: the right encoding is the one in which a header of
 * the three layouts shows. Throws a `bad-file` problem when there is none.
 */
export function openFile(begin: Uint8Array): OpenedFile {
  const sample = begin.subarray(0, sampleSize);
  for (const encoding of ['utf-8', 'windows-31j'] as const) {
    const header = readHeader(firstRecord(decoderFor(encoding).decode(sample)));
    if (header) return { encoding, header };
  }
  throw badFile(explain(sample));
}

function explain(sample: Uint8Array): string {
  const begin = String.fromCharCode(...sample.subarray(0, 512));
  const text = decoderFor('utf-8').decode(sample);
  if (!text.trim()) return 'ファイルが空です。見出しの行と、その下に1行以上のデータを入れてください。';
  if (begin.startsWith('PK'))
    return 'Excelのファイル（.xlsx）か圧縮ファイルのため、読めません。「CSV UTF-8（コンマ区切り）」で保存し直してください。';
  if (begin.startsWith('%PDF')) return 'PDFのため、読めません。CSVファイルを用意してください。';
  if (/^\s*<|^\ufeff?\s*<(?:!|html)/i.test(text))
    return 'ウェブページか XML のため、読めません。CSVファイルを用意してください。';
  if (/^\s*[[{]/.test(text)) return 'JSONのため、読めません。CSVファイルを用意してください。';
  const other = Object.keys(others).find((label) => {
    const cells = firstRecord(new TextDecoder(label).decode(sample));
    return readHeader(cells) ?? readHeader(cells.join(',').split('\t'));
  });
  const name =
    others[other ?? (begin.startsWith('\xff\xfe') ? 'utf-16le' : begin.startsWith('\xfe\xff') ? 'utf-16be' : '')];
  if (name) return `文字コードが ${name} のため、読めません。UTF-8 か Shift_JIS（Windows-31J）で保存し直してください。`;
  return explainHeader(sample);
}

function isText(sample: Uint8Array, encoding: EventCsvEncoding): boolean {
  const text = decoderFor(encoding).decode(sample, { stream: true });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are how a file of bytes shows
  return !/[\ufffd\u0000-\u0008\u000e-\u001a]/.test(text);
}

/** Why a text is no event list, with the columns it has. */
function explainHeader(sample: Uint8Array): string {
  const encoding = (['utf-8', 'windows-31j'] as const).find((one) => isText(sample, one));
  if (!encoding)
    return 'CSVとして読めません。文字コードが UTF-8 か Shift_JIS（Windows-31J）のCSVファイルを用意してください。';
  const text = decoderFor(encoding).decode(sample);
  const names = firstRecord(text).map((name) => name.trim());
  const byTabs = readHeader(names.join(',').split('\t'));
  if (byTabs) return '列がタブで区切られているため、読めません。カンマ区切りのCSVで保存し直してください。';
  const missing = missingColumns(names);
  const lacking = missing.length
    ? `見出しに「${missing.join('」「')}」の列がありません。`
    : '見出しに、知っている列が少なすぎます。';
  const shown = names.filter(Boolean).slice(0, 20);
  const found = shown.map((name) => name.slice(0, 30)).join('、');
  const layouts = '推奨データセット、自治体標準オープンデータセット、ベース・レジストリのイベント一覧';
  return `${lacking}読めるのは${layouts}の3つの形式です。このファイルの列：${found || 'なし'}${names.length > shown.length ? ' ほか' : ''}。`;
}
