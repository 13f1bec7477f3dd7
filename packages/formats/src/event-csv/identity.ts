import { type Program, program, type Session } from '@kankei/core';
import * as z from 'zod/mini';
import type { Draft } from './draft.ts';
import type { Field, Header } from './layout.ts';
import type { Row } from './row.ts';

/** What differs between the rows of one series, which is listed once per date. */
const perRow: ReadonlySet<Field> = new Set<Field>([
  'programId',
  'no',
  'startDate',
  'endDate',
  'startTime',
  'endTime',
  'dateNote',
  'updated',
  'updatedAt',
]);

/** The most sessions a program can hold. */
const mostSessions = 1000;

/** Waves, dashes and spaces, which converters and editors change without meaning anything by it. */
const variable = /[ \t\r~〜∼\-‐-―−‖∥]+/g;

interface Series {
  id: string;
  sessions: number;
}

/**
 * Decides over a whole file which rows are one program and what its id is: rows that differ in their number and dates
 * only are one series and share the id of the first; the id is the row's NO; a NO that is missing, or that other
 * content has used before, is made up from the content. So the same file always gives the same ids, and a row more or
 * less changes no other id, save where a NO is repeated. Keeps a few numbers for each row, not the row.
 */
export class Identities {
  readonly #places: number[];
  readonly #series = new Map<number, Series>();
  /** The series that used a NO first, both as hashes. */
  readonly #owners = new Map<number, number>();
  readonly #seen = new Set<number>();

  constructor(header: Header) {
    const fields = Object.entries(header.places) as [Field, number[]][];
    this.#places = fields.flatMap(([field, places]) => (perRow.has(field) ? [] : places)).sort((a, b) => a - b);
  }

  /** Gives a row's program its id. `exact`: the row carries it itself. Reports what is wrong with NO, and repeats. */
  identify(row: Row, draft: Draft, exact: boolean): Program {
    const key = exact ? hash(`${draft.town}/${row.text('programId')}`) : this.#content(row, draft);
    const wanted = exact ? row.text('programId') : readNo(row, key);
    const no = hash(`${draft.town}/${wanted}`);
    const owner = this.#owners.get(no) ?? key;
    this.#owners.set(no, owner);
    if (owner !== key) row.report('repeated-no', 'no');
    const id = owner === key ? wanted : `${wanted.slice(0, 80)}-${key.toString(36)}`;
    const series = this.#series.get(key) ?? { id: copyOf(id), sessions: 0 };
    this.#series.set(key, series);
    return { id: series.id, ...draft, sessions: this.#count(row, draft, key, series) };
  }

  #content(row: Row, { town }: Draft): number {
    const cells = this.#places.map((place) => row.cells[place] ?? '');
    return hash([town, ...cells].join('\n').normalize('NFKC').replace(variable, ''));
  }

  /** The sessions that still find room in the series. */
  #count(row: Row, { sessions, dateNote }: Draft, key: number, series: Series): Session[] {
    const when = hash(JSON.stringify([key, sessions, sessions.length ? '' : dateNote]));
    const isRepeat = this.#seen.has(when);
    this.#seen.add(when);
    if (isRepeat) row.report('duplicate');
    if (isRepeat || !sessions.length) return sessions;
    const isFull = series.sessions >= mostSessions;
    if (isFull) row.report('too-many-dates');
    else series.sessions++;
    return isFull ? [] : sessions;
  }
}

function readNo(row: Row, key: number): string {
  const no = row.text('no', { line: true }).normalize('NFKC');
  if (!no) {
    row.report('missing-no', 'no');
    return `e${key.toString(36)}`;
  }
  if (z.safeParse(program.shape.id, no).success) return no;
  row.report('id', 'no');
  return `n${hash(no).toString(36)}`;
}

/** A string of its own: what engines cut from a long text keeps that text in memory. */
const copyOf = (text: string) => [...text].join('');

/** 53 bits that differ for different texts: FNV-1a twice, with two primes. Not for secrets. */
function hash(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return ((high >>> 0) & 0x1fffff) * 2 ** 32 + (low >>> 0);
}
