import type { Program, Session } from '@kankei/core';
import { type Clocks, type DateCell, type Moment, readClocks, readDate } from './dates.ts';
import type { Field } from './layout.ts';
import type { ImportProblemCode } from './reasons.ts';
import type { Row } from './row.ts';
import { isNothing } from './words.ts';

/**
 * When it takes place and until when one can apply. What cannot be read as a date or a time stays readable as text:
 * `notes` go with the dates, `applyNotes` with how to apply.
 */
export interface When {
  sessions: Session[];
  notes: string[];
  deadline: Program['deadline'];
  applyNotes: string[];
}

/** `exact`: the row was written by `writeEventCsv`, so what looks odd is meant. */
export function readWhen(row: Row, exact: boolean): When {
  const notes = dateNotes(row, exact);
  const applyNotes: string[] = [];
  const session = readSession(row, exact, notes);
  const deadline = readDeadline(row, exact, applyNotes);
  if (!exact && session && deadline && deadline.date > session.startDate)
    row.report('deadline-after-start', 'deadlineDate');
  return { sessions: session ? [session] : [], notes, deadline, applyNotes };
}

function dateNotes(row: Row, exact: boolean): string[] {
  const note = exact ? row.text('dateNote') : withoutRepeats(row, 'dateNote');
  return [exact || !isNothing(note) ? note : '', row.named('pattern'), row.named('duration')].filter(Boolean);
}

const repeatable: readonly Field[] = ['startDate', 'endDate', 'startTime', 'endTime', 'deadlineDate', 'deadlineTime'];

/**
 * A text without the lines that only say a date or time once more: the catalogue of layout `base-registry` put what
 * publishers had written under its name into the remarks (`開始日: 2022/1/25`).
 */
export function withoutRepeats(row: Row, field: Field): string {
  const repeats = (line: string) => {
    if (line.length > 100) return false;
    const [name, value, ...more] = line.split(/\s*[:：]\s*(?=\d+[/-]|\d+:)/);
    const other = value && !more.length && repeatable.find((one) => row.label(one) === name);
    return other && sameMoment(value, row.text(other));
  };
  return row
    .text(field)
    .split('\n')
    .filter((line) => !repeats(line))
    .join('\n')
    .trim();
}

function sameMoment(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => JSON.stringify(readDate(text) ?? readClocks(text)));
  return a !== undefined && a === b;
}

/** Reads a date cell; what is unreadable is reported and kept. */
function takeDate(row: Row, field: Field, notes: string[]): DateCell | undefined {
  const text = row.text(field, { line: true });
  const read = text ? readDate(text) : undefined;
  if (text && !read) keep(row, field, notes, 'date');
  return read;
}

function takeClocks(row: Row, field: Field, notes: string[]): Clocks {
  const text = row.text(field, { line: true });
  const read = text ? readClocks(text) : undefined;
  if (text && !read) keep(row, field, notes, 'time');
  return read ?? {};
}

function keep(row: Row, field: Field, notes: string[], code?: ImportProblemCode): void {
  notes.push(`${row.label(field)}：${row.text(field)}`);
  if (code) row.report(code, field);
}

/** Midnight inside a date cell is what spreadsheets add to a date; a real midnight stands in the time's own column. */
const timeOf = ({ time }: Moment) => (time === '00:00' ? undefined : time);

function readSession(row: Row, exact: boolean, notes: string[]): Session | undefined {
  const start = takeDate(row, 'startDate', notes);
  if (!start || start === 'none') {
    if (!exact && !notesStart(row, start)) row.report('no-date', 'startDate');
    for (const field of ['endDate', 'startTime', 'endTime'] as const) if (row.text(field)) keep(row, field, notes);
    return undefined;
  }
  const end = takeDate(row, 'endDate', notes) ?? (start.to && { from: start.to });
  const opens = takeClocks(row, 'startTime', notes);
  const closes = takeClocks(row, 'endTime', notes);
  const first = { date: start.from.date, time: opens.start ?? timeOf(start.from) };
  if (first.time === '24:00') {
    keep(row, 'startTime', notes, 'time');
    first.time = undefined;
  }
  if (end === 'none') {
    row.report('no-end', 'endDate');
    notes.push(`${row.text('startDate')}から（終わりの日は決まっていません）`);
    return undefined;
  }
  const to = end && (end.to ?? end.from);
  const last = {
    date: to?.date ?? start.from.date,
    time: closes.end ?? closes.start ?? opens.end ?? (to && timeOf(to)),
  };
  return exact ? written(first, last, to !== undefined) : mended(row, first, last);
}

/** True when the start was unreadable, and so reported and kept already. */
function notesStart(row: Row, start: DateCell | undefined): boolean {
  return start === undefined && row.text('startDate') !== '';
}

interface Point {
  date: string;
  time: string | undefined;
}

function written(first: Point, last: Point, hasEnd: boolean): Session {
  return {
    startDate: first.date,
    ...(first.time && { startTime: first.time }),
    ...(hasEnd && { endDate: last.date }),
    ...(last.time && { endTime: last.time }),
  };
}

/** A session that ends after it starts: an end that cannot be is left out and reported. */
function mended(row: Row, first: Point, end: Point): Session {
  const last = afterMidnight(first, end);
  const session: Session = { startDate: first.date, ...(first.time && { startTime: first.time }) };
  if (last.date < first.date) {
    row.report('end-before-start', 'endDate');
    return session;
  }
  const endDate = last.date > first.date ? { endDate: last.date } : {};
  if (!last.time || endDate.endDate || last.time > (first.time ?? ''))
    return { ...session, ...endDate, ...(last.time && { endTime: last.time }) };
  row.report('end-before-start', 'endTime');
  return session;
}

/** 24:00, and 0:00 on the day it starts, are the midnight that ends the day. */
function afterMidnight(first: Point, last: Point): Point {
  const ends = last.time === '24:00' || (last.time === '00:00' && last.date === first.date && first.time !== '00:00');
  if (!ends) return last;
  const next = new Date(Date.parse(`${last.date}T00:00:00Z`) + 24 * 3600_000);
  return { date: next.toISOString().slice(0, 10), time: '00:00' };
}

function readDeadline(row: Row, exact: boolean, notes: string[]): Program['deadline'] {
  const read = takeDate(row, 'deadlineDate', notes);
  const clocks = takeClocks(row, 'deadlineTime', notes);
  const clock = clocks.end ?? clocks.start;
  if (!read || read === 'none') {
    if (!clock || row.text('deadlineDate')) return undefined;
    keep(row, 'deadlineTime', notes, 'time-without-date');
    return undefined;
  }
  const { date, ...moment } = read.to ?? read.from;
  const time = clock ?? timeOf({ date, ...moment });
  if (!exact && time === '00:00') row.report('deadline-midnight', 'deadlineTime');
  const whole = !time || time === '24:00' || (!exact && time === '00:00');
  return whole ? { date } : { date, time };
}
