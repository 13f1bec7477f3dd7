import { fold, program } from '@kankei/core';
import * as z from 'zod/mini';
import type { Field, Header } from './layout.ts';
import type { Draft } from './read-program.ts';
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

interface Series {
  id: string;
  sessions: number;
}

/**
 * Decides over a whole file which rows are one program and what its id is, by these rules: rows that differ in their
 * number and dates only are one series and share the id of the first; the id is the row's NO; a NO that other content
 * has used already, or that is missing, is made up from the content. So the same file always gives the same ids, and a
 * row more or less changes no other id, save where NO is repeated. Keeps a few numbers for each row, not the row.
 */
export class Identities {
  readonly #places: number[];
  readonly #series = new Map<number, Series>();
  readonly #taken = new Set<string>();
  readonly #seen = new Set<number>();

  constructor(header: Header) {
    const fields = Object.entries(header.places) as [Field, number[]][];
    this.#places = fields.flatMap(([field, places]) => (perRow.has(field) ? [] : places)).sort((a, b) => a - b);
  }

  /** The id of a row's program. `exact`: the row carries the id itself. Reports what is wrong with NO and repeats. */
  assign(row: Row, draft: Draft, exact: boolean): string {
    const key = exact ? hash(`${draft.town}/${row.text('programId')}`) : this.#content(row, draft);
    const series = this.#series.get(key) ?? { id: this.#choose(row, draft.town, key, exact), sessions: 0 };
    this.#series.set(key, series);
    const when = hash(JSON.stringify([key, draft.sessions, draft.sessions.length ? '' : draft.dateNote]));
    if (this.#seen.has(when)) row.report('duplicate');
    else if (draft.sessions.length && series.sessions++ === mostSessions) row.report('too-many-dates');
    this.#seen.add(when);
    return series.id;
  }

  #content(row: Row, { town }: Draft): number {
    return hash(fold([town, ...this.#places.map((place) => row.cells[place] ?? '')].join('\n')));
  }

  #choose(row: Row, town: string, key: number, exact: boolean): string {
    const wanted = exact ? row.text('programId') : readNo(row, key);
    const isTaken = this.#taken.has(`${town}/${wanted}`);
    if (isTaken) row.report('repeated-no', 'no');
    const id = isTaken ? `${wanted.slice(0, 80)}-${key.toString(36)}` : wanted;
    this.#taken.add(`${town}/${id}`);
    return id;
  }
}

function readNo(row: Row, key: number): string {
  const no = row.text('no', { line: true }).normalize('NFKC');
  if (!no) row.report('missing-no', 'no');
  if (!no) return `e${key.toString(36)}`;
  if (z.safeParse(program.shape.id, no).success) return no;
  row.report('id', 'no');
  return `n${hash(no).toString(36)}`;
}

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
