import * as z from 'zod/mini';
import { readText } from './cell-text.ts';
import type { Field, Header } from './layout.ts';
import type { ImportProblemCode } from './reasons.ts';
import type { Finding } from './types.ts';

/** The longest text the contract knows is 30,000; what a cell holds beyond this is not even looked at. */
const longestCell = 100_000;
const longestValue = 200;

/** The first `max` characters, as the contract counts them: code points, so none is cut in two. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : [...text.slice(0, 2 * max)].slice(0, max).join('');
}

/** A value if the contract takes it as it is; else undefined. */
export function ifValid<T>(schema: z.ZodMiniType<T>, value: unknown): T | undefined {
  return z.safeParse(schema, value).data;
}

/** Removes what is undefined, as the contract wants absent fields absent. */
export function known<T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const rest: Partial<T> = {};
  for (const key in fields) if (fields[key] !== undefined) rest[key] = fields[key];
  return rest as never;
}

/** Like `known`, but nothing at all when all is unknown: an empty object says nothing. */
export function anyKnown<T extends object>(fields: T): ReturnType<typeof known<T>> | undefined {
  const rest = known(fields);
  return Object.keys(rest).length ? rest : undefined;
}

/** One row of the file: its cells by field, and what was found wrong with it. */
export class Row {
  readonly number: number;
  readonly header: Header;
  readonly cells: readonly string[];
  readonly problems: Finding[] = [];
  /** What found no place of its own, in words for the note. */
  readonly asides: string[] = [];

  constructor(number: number, header: Header, cells: readonly string[]) {
    this.number = number;
    this.header = header;
    this.cells = cells;
    if (cells.some((cell) => cell.includes('\ufffd'))) this.#reportGarbled();
  }

  /** Where a field's value stands: the first of its columns that says something, else the first. */
  #place(field: Field): number | undefined {
    const places = this.header.places[field];
    return places && places.length > 1
      ? (places.find((place) => readText(this.#cell(place))) ?? places[0])
      : places?.[0];
  }

  #cell(place: number): string {
    return (this.cells[place] ?? '').slice(0, longestCell);
  }

  /** The cell as the file writes it; empty when the file has no such column. */
  raw(field: Field): string {
    const place = this.#place(field);
    return place === undefined ? '' : this.#cell(place);
  }

  /** The cell as plain text, empty when it says nothing. `line`: on one line. */
  text(field: Field, options?: { line?: boolean }): string {
    return readText(this.raw(field), options);
  }

  /** The field's column as the file names it; empty when it has none. */
  label(field: Field): string {
    const place = this.#place(field);
    return place === undefined ? '' : this.header.names[place]!;
  }

  /** What a field says, after its column's name; empty when it says nothing. */
  named(field: Field): string {
    const text = this.text(field);
    return text && `${this.label(field)}：${text}`;
  }

  /** Reports a field's cell, or without a field the row as a whole. */
  report(code: ImportProblemCode, field?: Field, value = field ? this.raw(field) : ''): void {
    this.#push(code, field ? this.label(field) : '', value);
  }

  /** Keeps what a field says among the asides, with the column's name, and reports it if there is a reason to. */
  setAside(field: Field, code?: ImportProblemCode, text = this.text(field)): void {
    this.asides.push(`${this.label(field)}：${text}`);
    if (code) this.report(code, field);
  }

  #push(code: ImportProblemCode, column: string, value: string): void {
    this.problems.push({ row: this.number, column, value: cut(value, longestValue), code });
  }

  #reportGarbled(): void {
    const place = this.cells.findIndex((cell) => cell.includes('\ufffd'));
    this.#push('garbled', this.header.names[place] ?? '', this.cells[place]!);
  }

  /**
   * A value as the contract takes it; the schema is the judge, so that whatever comes of a row is valid. What is too
   * long is cut, everything else that does not fit is left out, both reported.
   */
  fit<T>(schema: z.ZodMiniType<T>, field: Field, value: string, otherwise: ImportProblemCode): T | undefined {
    const result = z.safeParse(schema, value);
    if (result.success) return result.data;
    const limit = result.error.issues.find((issue) => issue.code === 'too_big')?.maximum;
    if (limit !== undefined) {
      this.report('too-long', field);
      return this.fit(schema, field, cut(value, Number(limit)), otherwise);
    }
    this.report(otherwise, field);
    return undefined;
  }

  /** A field's text as the contract takes it; undefined when the cell says nothing. */
  take(schema: z.ZodMiniType<string | undefined>, field: Field, value = this.text(field)): string | undefined {
    return value ? this.fit(schema, field, value, 'garbled') : undefined;
  }

  /** The same on one line, for names. */
  takeLine(schema: z.ZodMiniType<string | undefined>, field: Field): string | undefined {
    return this.take(schema, field, this.text(field, { line: true }));
  }
}
