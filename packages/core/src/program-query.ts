import { type DayRangeName, dayRange } from './day-range.ts';
import { fold, searchWords } from './fold.ts';
import { isOpen, isPast, programState } from './program-state.ts';
import type { FacetName, Facets, ProgramPage } from './schema/page.ts';
import { type Program, type ProgramItem, programItem } from './schema/program.ts';
import type { ProgramQuery } from './schema/query.ts';
import { dayLength, deadlineAt, lastEnd, sessionSpan, toInstant } from './times.ts';

/** What a keyword is looked for in, folded. */
export function searchText(program: Program): string {
  const { place, host, organizer, themes, skills } = program;
  return fold(
    [
      program.title,
      program.titleKana,
      program.summary,
      program.description,
      ...themes,
      place?.name,
      place?.address,
      place?.area,
      program.meetingPlace,
      host?.name,
      organizer?.name,
      program.thanks,
      ...skills,
      program.conditions,
      program.dateNote,
    ]
      .filter(Boolean)
      .join(' '),
  );
}

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
  const deadline = deadlineAt(program);
  const toCome = deadline !== undefined && deadline > now ? deadline : Number.MAX_SAFE_INTEGER;
  if (sort === 'new') return [0, program.updatedAt ? -Date.parse(program.updatedAt) : 0];
  if (isPast(program, now)) return [2, -(lastEnd(program) ?? 0)];
  if (sort === 'deadline') return [toCome === Number.MAX_SAFE_INTEGER ? 1 : 0, toCome];
  if (!program.sessions.length) return [1, toCome];
  const moments = program.sessions.map(sessionSpan).filter((span) => span.end > now);
  return [0, Math.min(...moments.map((span) => (span.start > now ? span.start : span.end)))];
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
  if (words.length)
    all.push((program) => {
      const text = searchText(program);
      return words.every((word) => text.includes(word));
    });
  if (query.place) {
    const wanted = fold(query.place);
    all.push((program) => placeText(program).includes(wanted));
  }
  return all;
}

/** True when one of the sessions touches the days; without days everything does. */
function touches(program: Program, { from, to }: Pick<ProgramQuery, 'from' | 'to'>): boolean {
  if (!from && !to) return true;
  const start = from ? toInstant(from) : -Infinity;
  const end = to ? toInstant(to) + dayLength : Infinity;
  return program.sessions.map(sessionSpan).some((span) => span.start < end && span.end > start);
}

const facetNames: readonly FacetName[] = ['kind', 'theme', 'mode', 'area', 'town', 'effort', 'pay'];

/** True when every facet that is chosen fits, `skip` left aside so that its other values can be counted. */
function fitsFacets(program: Program, query: ProgramQuery, skip?: FacetName): boolean {
  return facetNames.every((name) => {
    const wanted: readonly string[] | undefined = query[name];
    return !wanted || name === skip || facetValues(program, name).some((value) => wanted.includes(value));
  });
}

function countFacet(programs: Program[], facet: FacetName): Facets[FacetName] {
  const counts = new Map<string, number>();
  for (const program of programs)
    for (const value of new Set(facetValues(program, facet))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** The most values a facet lists, the most frequent first. */
export const facetLimit = 50;

/** One line of a text of at most so many characters; what is longer ends in `…`. */
function shorten(text: string | undefined, most: number): string | undefined {
  const plain = text?.replace(/\s+/g, ' ').trim();
  return plain && [...plain].length > most ? `${[...plain].slice(0, most - 1).join('')}…` : plain || undefined;
}

/**
 * A program as a card needs it. Without a summary the beginning of the description stands in; where only words tell
 * the fee, as many of them come along as a card can show.
 */
export function toItem(program: Program): ProgramItem {
  const { feeNote, ...item } = programItem.parse(program);
  const summary = item.summary || shorten(program.description, 120);
  const note = item.fee === undefined ? shorten(feeNote, 24) : undefined;
  return { ...item, ...(summary && { summary }), ...(note && { feeNote: note }) };
}

/**
 * Answers a query over programs in memory. `now` is ms since 1970. This defines what every backend must answer;
 * the server says the same in SQL, and one test suite asks both.
 * Returns undefined when the cursor is none of ours.
 */
export function queryPrograms(programs: Program[], query: ProgramQuery, now: number): ProgramPage | undefined {
  const cursor = query.cursor ? readCursor(query.cursor) : undefined;
  if (query.cursor && !cursor) return undefined;
  const asOf = cursor?.asOf ?? now;
  const inTime = (program: Program) => query.past === 'include' || isPast(program, asOf) === (query.past === 'only');
  const checks = filters(query);
  const joinable = (program: Program) => isOpen(programState(program, asOf));
  const found = programs.filter((program) => checks.every((check) => check(program)));
  const fitting = found.filter((program) => fitsFacets(program, query));
  const fitsRest = (program: Program) => touches(program, query) && (!query.open || joinable(program));
  const matching = fitting.filter(fitsRest);
  const timely = found.filter((program) => inTime(program) && fitsRest(program));
  const inDays = (name: DayRangeName) => {
    const days = dayRange(name, asOf);
    return fitting.filter((one) => inTime(one) && touches(one, days) && (!query.open || joinable(one))).length;
  };
  const rows = matching
    .filter(inTime)
    .map((program) => ({ program, at: sortKey(program, query.sort, asOf) }))
    .map(({ program, at: [group, key] }) => ({ program, group, key, town: program.town, id: program.id }))
    .sort(compare);
  const rest = cursor ? rows.filter((row) => compare(row, cursor) > 0) : rows;
  const shown = rest.slice(0, query.limit);
  const last = shown.at(-1);
  const facet = (name: FacetName) =>
    countFacet(
      timely.filter((program) => fitsFacets(program, query, name)),
      name,
    ).slice(0, facetLimit);
  return {
    programs: shown.map((row) => toItem(row.program)),
    total: rows.length,
    ...(last && rest.length > shown.length ? { next: writeCursor({ ...last, asOf }) } : {}),
    asOf: new Date(asOf).toISOString(),
    facets: {
      kind: facet('kind'),
      theme: facet('theme'),
      mode: facet('mode'),
      area: facet('area'),
      town: facet('town'),
      effort: facet('effort'),
      pay: facet('pay'),
    },
    open: fitting.filter((program) => inTime(program) && touches(program, query) && joinable(program)).length,
    days: {
      today: inDays('today'),
      weekend: inDays('weekend'),
      month: inDays('month'),
      nextMonth: inDays('nextMonth'),
    },
    past: matching.filter((program) => isPast(program, asOf)).length,
  };
}

type Position = Omit<Cursor, 'asOf'>;

function compare(a: Position, b: Position): number {
  return a.group - b.group || a.key - b.key || compareText(a.town, b.town) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
