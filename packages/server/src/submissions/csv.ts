import { timeZone } from '@kankei/core';

/** The first line of a CSV for spreadsheets in Japanese, behind a byte order mark. */
export function csvHead(headers: readonly string[]): string {
  return `\ufeff${csvLine(headers)}`;
}

/** A line of a CSV, ended by CR LF. No cell is taken for a formula. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** An apostrophe before what a spreadsheet would reckon: somebody's `=…` must not run on a town hall's computer. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** `2026-11-21 12:00:00` in Tokyo, which spreadsheets take for a time. */
export function inTokyo(instant: number): string {
  const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return format.format(instant);
}
