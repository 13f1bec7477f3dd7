import type { Program } from '@kankei/core';
import type { ImportProblemCode } from './reasons.ts';

/** The three column layouts in real use: 推奨データセット, 自治体標準オープンデータセット, ベース・レジストリ. */
export type EventCsvLayout = 'recommended' | 'standard' | 'base-registry';

/** Encodings that are read; every other one is refused with its name. */
export type EventCsvEncoding = 'utf-8' | 'windows-31j';

export interface ReadOptions {
  /** Six-digit municipality code, for rows that carry none of their own. */
  town: string;
  /** Absolute http(s) address that relative addresses in the file are resolved against. */
  base?: string | undefined;
}

/** Something in a row that could not be taken as it stands, by code. */
export interface Finding {
  /** 1 is the first row below the header, blank lines counted, so that a spreadsheet shows it one line further down. */
  row: number;
  /** The column's name as the file writes it; empty when the whole row is meant. */
  column: string;
  /** What stands in the cell, at most 200 characters. */
  value: string;
  code: ImportProblemCode;
}

/** The same in words. */
export interface ImportProblem extends Finding {
  /** Plain Japanese: what is wrong, what was done about it, how to mend it. */
  reason: string;
}

/** One row as it was read. Without a `program` the row is only reported, and `problems` says why. */
export interface EventCsvRow<Problem extends Finding = ImportProblem> {
  row: number;
  program?: Program;
  problems: Problem[];
}

/**
 * An opened event CSV: the header is known, the rows come as they are asked for, once.
 * Rows of one series carry the same program `id` and need not be adjacent: put them together with `mergeProgram`.
 */
export interface EventCsvStream extends AsyncIterable<EventCsvRow> {
  readonly layout: EventCsvLayout;
  readonly encoding: EventCsvEncoding;
}

/** A whole event CSV. `imported + reported = rows`. */
export interface EventCsv<Problem extends Finding = ImportProblem> {
  layout: EventCsvLayout;
  encoding: EventCsvEncoding;
  /** Rows below the header. A row of nothing but commas is a blank line, not a row. */
  rows: number;
  /** Rows that became a program or joined one. */
  imported: number;
  /** Rows that became none; the problems say why. */
  reported: number;
  problems: Problem[];
  /** In the order of their first rows. */
  programs: Program[];
}
