import { dayAt, type ProgramItem, type ProgramPage, type ProgramQueryInput, sessionSpan } from '@kankei/core';
import { daysOf, firstDay, type Month, monthOf, shiftMonth } from './month.ts';

/** Asks for one page of programs. */
export type Ask = (query: ProgramQueryInput) => Promise<ProgramPage>;

/** The most programs of one page. */
const limit = 100;

/** The days of a month that the query leaves; undefined when it leaves none. */
function within(query: ProgramQueryInput, first: string, last?: string): ProgramQueryInput | undefined {
  const from = query.from && query.from > first ? query.from : first;
  const to = last && query.to ? (query.to < last ? query.to : last) : (last ?? query.to);
  return to && from > to ? undefined : { ...query, past: query.past === 'only' ? 'only' : 'include', from, to, limit };
}

/** The most programs of a month that are asked for: more would fill every day, and keep a visitor waiting. */
const most = 500;

/** What touches a month: as many programs as are asked for, and how many there are. */
export interface MonthAnswer {
  programs: ProgramItem[];
  total: number;
}

/** The programs that touch a month, over or not, page by page. */
export async function askMonth(ask: Ask, query: ProgramQueryInput, month: Month): Promise<MonthAnswer> {
  const wanted = within(query, firstDay(month), daysOf(month).at(-1));
  const programs: ProgramItem[] = [];
  let page = wanted && (await ask(wanted));
  const total = page?.total ?? 0;
  while (page) {
    programs.push(...page.programs);
    page = page.next && programs.length < most ? await ask({ ...wanted, cursor: page.next }) : undefined;
  }
  return { programs, total: Math.max(total, programs.length) };
}

/**
 * The nearest month after this one that has something; undefined when none has. A page need not hold the earliest
 * program, so what lies before the earliest of a page is asked for until nothing does.
 */
export async function askNextMonth(ask: Ask, query: ProgramQueryInput, month: Month): Promise<Month | undefined> {
  const after = shiftMonth(month, 1);
  if (!after) return undefined;
  let found: Month | undefined;
  let last: string | undefined;
  for (;;) {
    const wanted = within(query, firstDay(after), last);
    const page = wanted && (await ask(wanted));
    const months = page?.programs.flatMap((item) => monthsFrom(item, after)).sort() ?? [];
    const [earliest] = months;
    // A page of nothing readable, or nothing earlier: what is known is all there is.
    if (!earliest || (found && earliest >= found)) return found;
    found = earliest;
    const before = shiftMonth(found, -1);
    if (!page?.next || !before || before < after) return found;
    last = daysOf(before).at(-1);
  }
}

/** For each session that reaches `first` or beyond, the month it is first seen in from there on. */
function monthsFrom(item: ProgramItem, first: Month): Month[] {
  try {
    return item.sessions
      .map(sessionSpan)
      .filter(({ end }) => monthOf(dayAt(end - 1)) >= first)
      .map(({ start }) => monthOf(dayAt(start)))
      .map((month) => (month > first ? month : first));
  } catch {
    return [];
  }
}

/** How many programs are to come without a date: all that are not over, less those that touch a day from today on. */
export async function askUndated(ask: Ask, query: ProgramQueryInput, now: number): Promise<number> {
  // Days were chosen, or what is over: what has no day is neither.
  if (query.from || query.to || query.past === 'only') return 0;
  const [all, dated] = await Promise.all([
    ask({ ...query, past: 'exclude', limit: 1 }),
    ask({ ...query, past: 'exclude', limit: 1, from: dayAt(now) }),
  ]);
  return Math.max(0, all.total - dated.total);
}
