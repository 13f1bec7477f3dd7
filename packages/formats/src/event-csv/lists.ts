import { readText, writeText } from './cell-text.ts';

/** The data sets ask for `;` between values; 、 and line breaks are what people use. `・` stands inside of words. */
const separator = /[;；、，,\n]/;
/** A character reference ends with `;` and is part of a value. */
const item = /(?:&(?:#\d{1,7}|amp|lt|gt|quot|nbsp);|[^;；、，,\n])+/g;

/** The values of a cell that holds several, without repeats. */
export function readList(cell: string): string[] {
  const items = cell.replace(/\r\n?/g, '\n').match(item) ?? [];
  return [...new Set(items.map((one) => readText(one, { line: true })).filter(Boolean))];
}

/** A cell that reads back as these values. */
export function writeList(values: readonly string[]): string {
  return values.map((value) => writeText(value, { line: true, also: separator })).join(';');
}
