import { type DayRangeName, dayRange, dayRangeNames } from './day-range.ts';
import { detailOnly } from './detail-only.ts';
import { fold, searchWords } from './fold.ts';
import { factsOf, type ProgramFacts } from './program-facts.ts';
import { isOpen, stateAt } from './program-state.ts';
import type { FacetName, Facets, ProgramPage } from './schema/page.ts';
import type { Program, ProgramItem } from './schema/program.ts';
import type { ProgramQuery } from './schema/query.ts';
import { dayLength, toInstant } from './times.ts';

/** What the `place` filter is looked for in, folded. */
export function placeText(program: Program): string {
  const { place } = program;
  return fold([place?.name, place?.area, place?.address, program.meetingPlace].filter(Boolean).join(' '));
}

/** The values of a facet that a program carries. */
export function facetValues(program: Program, facet: FacetName): string[] {
  switch (facet) {
    case 'kind':
      return [program.kind];
    case 'mode':
      return [program.mode];
    case 'theme':
      return program.themes;
    case 'area':
      return program.place?.area ? [program.place.area] : [];
    case 'town':
      return [program.town];
    case 'effort':
      return program.effort ? [program.effort] : [];
    case 'pay':
      return program.pay ? [program.pay] : [];
  }
}

/**
 * Where a program stands in a listing: smaller first, group before key. Dated programs come by the next thing that
 * happens, a session that begins or a running one that ends, so that an exhibition of a year does not stand above
 * tomorrow's harvest; undated ones follow by deadline; what is over comes last, latest first.
 */
export function sortKey(program: Program, sort: ProgramQuery['sort'], now: number): [group: number, key: number] {
  if (sort === 'new') return [0, program.updatedAt ? -Date.parse(program.updatedAt) : 0];
  const facts = factsOf(program);
  if (sort === 'soon' || facts.end <= now) return soonKey(facts, now);
  const toCome = deadlineToCome(facts, now);
  return [toCome === Number.MAX_SAFE_INTEGER ? 1 : 0, toCome];
}

/** The key of `soon` of a program whose facts are known: the next thing that happens. */
export function soonKey(facts: Pick<ProgramFacts, 'spans' | 'end' | 'deadline'>, now: number): [number, number] {
  const { spans, end } = facts;
  if (end <= now) return [2, -end];
  if (!spans.length) return [1, deadlineToCome(facts, now)];
  let next = Infinity;
  for (const { start, end } of spans) if (end > now) next = Math.min(next, start > now ? start : end);
  return [0, next];
}

function deadlineToCome({ deadline }: Pick<ProgramFacts, 'deadline'>, now: number): number {
  return deadline > now && deadline < Infinity ? deadline : Number.MAX_SAFE_INTEGER;
}

/** A place in a listing, carried from one page to the next: the instant of the first page and the last row's key. */
export interface Cursor {
  asOf: number;
  group: number;
  key: number;
  town: string;
  id: string;
}

/** Writes a cursor as URL-safe text; its form is not part of the contract. */
export function writeCursor({ asOf, group, key, town, id }: Cursor): string {
  return [asOf, group, key, town, id].join('.');
}

const firstInstant = Date.parse('0000-01-01T00:00:00Z');
const lastInstant = Date.parse('9999-12-31T23:59:59Z');

/** Reads a cursor; undefined when it is none of ours. */
export function readCursor(text: string): Cursor | undefined {
  const parts = /^(-?\d+)\.(\d)\.(-?\d+)\.(\d{6})\.([\w-]{1,100})$/.exec(text);
  if (!parts) return undefined;
  const [, asOf, group, key, town, id] = parts;
  const cursor = { asOf: Number(asOf), group: Number(group), key: Number(key), town: town!, id: id! };
  // The years 0 to 9999: a page says its instant in four digits.
  const sayable = cursor.asOf >= firstInstant && cursor.asOf <= lastInstant;
  return sayable && Number.isSafeInteger(cursor.key) ? cursor : undefined;
}

type Test = (program: Program) => boolean;

/** One test for each filter that is set, save the facets, days and `open`, which are counted as well. */
function filters(query: ProgramQuery): Test[] {
  const all: Test[] = [];
  if (query.id) all.push((program) => query.id!.includes(program.id));
  const words = query.q ? searchWords(query.q) : [];
  if (words.length) all.push((program) => words.every((word) => factsOf(program).text.includes(word)));
  if (query.place) {
    const wanted = fold(query.place);
    all.push((program) => placeText(program).includes(wanted));
  }
  return all;
}

/** Tells whether one of a program's sessions touches the days; without days everything does. */
function touching({ from, to }: Pick<ProgramQuery, 'from' | 'to'>): (facts: ProgramFacts) => boolean {
  if (!from && !to) return () => true;
  const start = from ? toInstant(from) : -Infinity;
  const end = to ? toInstant(to) + dayLength : Infinity;
  return ({ spans }) => spans.some((span) => span.start < end && span.end > start);
}

const facetNames: readonly FacetName[] = ['kind', 'theme', 'mode', 'area', 'town', 'effort', 'pay'];

/**
 * Tells which of the chosen facets a program does not fit. Where it is one alone, the program counts among that facet's
 * other values.
 */
function missing(query: ProgramQuery): (program: Program) => FacetName[] {
  const chosen = facetNames.filter((name) => query[name]);
  return (program) =>
    chosen.filter((name) => {
      const wanted: readonly string[] = query[name]!;
      return !facetValues(program, name).some((value) => wanted.includes(value));
    });
}

/** How often each value of each facet is there. */
class FacetCounts {
  private readonly counts = new Map(facetNames.map((name) => [name, new Map<string, number>()]));

  add(program: Program, facet: FacetName): void {
    const counts = this.counts.get(facet)!;
    const values = facetValues(program, facet);
    for (const value of values.length > 1 ? new Set(values) : values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }

  /** The most frequent values, the most frequent first. */
  get most(): Facets {
    const lists = [...this.counts].map(([name, counts]) => {
      const values = [...counts].map(([value, count]) => ({ value, count }));
      values.sort((a, b) => b.count - a.count || compareText(a.value, b.value));
      return [name, values.slice(0, facetLimit)];
    });
    return Object.fromEntries(lists) as Facets;
  }
}

/** The most values a facet lists, the most frequent first. */
export const facetLimit = 50;

/** One line of a text of at most so many characters; what is longer ends in `…`. */
function shorten(text: string | undefined, most: number): string | undefined {
  const plain = text?.replace(/\s+/g, ' ').trim();
  return plain && [...plain].length > most ? `${[...plain].slice(0, most - 1).join('')}…` : plain || undefined;
}

/** What a card does without; the words on the fee are there where no number is. */
const inDetail: ReadonlySet<string> = new Set([...detailOnly, 'feeNote']);

/**
 * A program as a card needs it. Without a summary the beginning of the description stands in; where only words tell
 * the fee, as many of them come along as a card can show.
 */
export function toItem(program: Program): ProgramItem {
  // A plain loop: a whole file may be made into cards at once, and this is a quarter of what copies upon copies take.
  const item: Record<string, unknown> = {};
  for (const name in program) if (!inDetail.has(name)) item[name] = program[name as keyof Program];
  const summary = program.summary || shorten(program.description, 120);
  const note = program.fee === undefined ? shorten(program.feeNote, 24) : undefined;
  if (summary) item.summary = summary;
  if (note) item.feeNote = note;
  return item as ProgramItem;
}

const items = new WeakMap<Program, ProgramItem>();

/** The same, made once: a card whose program stands on the next page as well need not be drawn anew. */
function itemOf(program: Program): ProgramItem {
  const item = items.get(program) ?? toItem(program);
  items.set(program, item);
  return item;
}

/** All that a query finds, in order, and what a page says of it. */
interface Found {
  rows: (Position & { program: Program })[];
  told: Omit<ProgramPage, 'programs' | 'next' | 'asOf'>;
}

function find(programs: readonly Program[], query: ProgramQuery, asOf: number): Found {
  const checks = filters(query);
  const missedBy = missing(query);
  const touches = touching(query);
  const days = dayRangeNames.map((name) => ({ name, touches: touching(dayRange(name, asOf)) }));
  const inDays: Record<DayRangeName, number> = { today: 0, weekend: 0, month: 0, nextMonth: 0 };
  const facets = new FacetCounts();
  const rows: Found['rows'] = [];
  let open = 0;
  let past = 0;
  for (const program of programs) {
    if (!checks.every((check) => check(program))) continue;
    const missed = missedBy(program);
    if (missed.length > 1) continue;
    const facts = factsOf(program);
    const isOver = facts.end <= asOf;
    const inTime = query.past === 'include' || isOver === (query.past === 'only');
    const fitsDays = touches(facts);
    const joinable = isOpen(stateAt(program, facts, asOf));
    const fitsRest = fitsDays && (!query.open || joinable);
    if (inTime && fitsRest) for (const name of missed.length ? missed : facetNames) facets.add(program, name);
    if (missed.length) continue;
    if (fitsRest && isOver) past++;
    if (!inTime) continue;
    if (fitsDays && joinable) open++;
    if (!query.open || joinable) for (const one of days) if (one.touches(facts)) inDays[one.name]++;
    if (!fitsRest) continue;
    const [group, key] = sortKey(program, query.sort, asOf);
    rows.push({ program, group, key, town: program.town, id: program.id });
  }
  rows.sort(compare);
  return { rows, told: { total: rows.length, facets: facets.most, open, days: inDays, past } };
}

/** What was found last in a list, for its next page. */
const lastFound = new WeakMap<readonly Program[], { question: string; found: Found }>();

/** `find`, but once for all pages of a listing. */
function findOnce(programs: readonly Program[], query: ProgramQuery, asOf: number): Found {
  const question = JSON.stringify({ ...query, limit: 0, cursor: '', asOf });
  const last = lastFound.get(programs);
  if (last?.question === question) return last.found;
  const found = find(programs, query, asOf);
  lastFound.set(programs, { question, found });
  return found;
}

/**
 * Answers a query over programs in memory. `now` is ms since 1970. This defines what every backend must answer;
 * the server says the same in SQL, and one test suite asks both. Neither the programs nor their list may change
 * afterwards: what was worked out of them is kept as long as they are.
 * Returns undefined when the cursor is none of ours.
 */
export function queryPrograms(programs: readonly Program[], query: ProgramQuery, now: number): ProgramPage | undefined {
  const cursor = query.cursor ? readCursor(query.cursor) : undefined;
  if (query.cursor && !cursor) return undefined;
  const asOf = cursor?.asOf ?? now;
  const { rows, told } = findOnce(programs, query, asOf);
  const rest = cursor ? rows.filter((row) => compare(row, cursor) > 0) : rows;
  const shown = rest.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    programs: shown.map((row) => itemOf(row.program)),
    ...(last && rest.length > shown.length ? { next: writeCursor({ ...last, asOf }) } : {}),
    asOf: new Date(asOf).toISOString(),
    ...told,
  };
}

type Position = Omit<Cursor, 'asOf'>;

function compare(a: Position, b: Position): number {
  return a.group - b.group || a.key - b.key || compareText(a.town, b.town) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
