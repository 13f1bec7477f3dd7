import { dayAt, dayLength, type ProgramItem, type Session, sessionSpan, startOfDay, toInstant } from '@kankei/core';
import { daysOf, firstDay, type Month, shiftMonth } from './month.ts';
import type { MonthAnswer } from './month-questions.ts';

/** A program on one day: the whole of a session, its first day, one between, or its last. */
export interface Entry {
  item: ProgramItem;
  session: Session;
  part: 'whole' | 'first' | 'between' | 'last';
}

/** The programs of a month, each where a calendar shows it. */
export interface MonthPrograms {
  /** The days that have something. */
  days: ReadonlyMap<string, readonly Entry[]>;
  /** Sessions so long that a mention every day would bury the rest: said once, and on their first and last day. */
  long: readonly Pick<Entry, 'item' | 'session'>[];
  /** What could not be read, and so has no place. */
  unreadable: readonly unknown[];
  /** How many programs there are, and how many of them are placed here. */
  total: number;
  placed: number;
}

/** The most days a session may last to be shown on each of them. */
const longest = 7;

/** Places every session of the programs that touches the month; the order within a day is the day's own. */
export function placeInMonth({ programs, total }: MonthAnswer, month: Month): MonthPrograms {
  const days = new Map<string, Entry[]>(daysOf(month).map((day) => [day, []]));
  const long: MonthPrograms['long'][number][] = [];
  const unreadable: unknown[] = [];
  for (const item of programs)
    try {
      for (const session of item.sessions) place(item, session);
    } catch {
      unreadable.push(item);
    }
  for (const [day, entries] of days) {
    if (!entries.length) days.delete(day);
    entries.sort(compare);
  }
  return { days, long, unreadable, total, placed: programs.length };

  function place(item: ProgramItem, session: Session): void {
    const { from, to, length } = daysOfSession(session);
    const isLong = length > longest;
    if (isLong && from < endOf(month) && to >= toInstant(firstDay(month))) long.push({ item, session });
    for (const index of isLong ? [0, length - 1] : Array(length).keys())
      days.get(dayAt(from + index * dayLength))?.push({ item, session, part: partOf(index, length) });
  }
}

function partOf(index: number, length: number): Entry['part'] {
  if (length === 1) return 'whole';
  return index === 0 ? 'first' : index === length - 1 ? 'last' : 'between';
}

/** The Tokyo days of a session: the starts of the first and the last, and how many they are. */
function daysOfSession(session: Session): { from: number; to: number; length: number } {
  const { start, end } = sessionSpan(session);
  if (Number.isNaN(start + end)) throw new RangeError('a session without readable days');
  const from = startOfDay(start);
  // What ends at midnight ends on the day before.
  const to = startOfDay(end - 1);
  return { from, to, length: (to - from) / dayLength + 1 };
}

/** The instant a month is over. */
function endOf(month: Month): number {
  const next = shiftMonth(month, 1);
  return next ? toInstant(firstDay(next)) : Number.POSITIVE_INFINITY;
}

/** What goes on from before stands first, then what lasts all day, then by the clock. */
function compare(a: Entry, b: Entry): number {
  const rank = ({ part, session }: Entry) =>
    part === 'between' || part === 'last' ? `0${session.startDate}` : `1${session.startTime ?? ''}`;
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
}
