import {
  dayRange,
  dayRangeNames,
  type FacetName,
  type Facets,
  facetLimit,
  type ProgramPage,
  type ProgramQuery,
} from '@kankei/core';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { filters, fitsOwnFacets, fitsTheme, inTime, isOpen, named, selectLive, touches } from './program-filters.ts';

export type Counts = Pick<ProgramPage, 'total' | 'facets' | 'open' | 'days' | 'past'>;

/** The facets that stand in the program's own row. */
const ownFacets = ['kind', 'mode', 'area', 'town', 'effort', 'pay'] as const;
type OwnFacet = (typeof ownFacets)[number];

/** How many of the programs that pass the filters share their own facets, being open, being over, and a chosen theme. */
interface Cell extends Record<OwnFacet, string | null> {
  open: number;
  past: number;
  themed: number;
  count: number;
}

/**
 * Counts what a listing shows beside its rows. One pass groups everything the facets tell apart; each figure is a sum
 * over those few groups, with or without a facet's own choice. Themes, of which a program has several, are counted
 * by themselves.
 */
export async function countPrograms(
  db: Database,
  towns: readonly string[],
  query: ProgramQuery,
  asOf: number,
): Promise<Counts> {
  const cells = await selectCells(db, towns, query, asOf);
  const fits = (cell: Cell, skip?: FacetName) =>
    (skip === 'theme' || cell.themed === 1) &&
    ownFacets.every((name) => {
      const wanted: readonly (string | null)[] | undefined = query[name];
      return !wanted || name === skip || wanted.includes(cell[name]);
    });
  const isTimely = ({ past }: Cell) => query.past === 'include' || (past === 1) === (query.past === 'only');
  const isWanted = ({ open }: Cell) => !query.open || open === 1;
  const sum = (some: Cell[]) => some.reduce((total, { count }) => total + count, 0);
  const facet = (name: OwnFacet) =>
    rank(
      cells
        .filter((cell) => isTimely(cell) && isWanted(cell) && fits(cell, name))
        .map((cell) => [cell[name], cell.count]),
    );
  const timely = cells.filter((cell) => isTimely(cell) && fits(cell));
  return {
    total: sum(timely.filter(isWanted)),
    facets: {
      kind: facet('kind'),
      theme: await countThemes(db, towns, query, asOf),
      mode: facet('mode'),
      area: facet('area'),
      town: facet('town'),
      effort: facet('effort'),
      pay: facet('pay'),
    },
    open: sum(timely.filter(({ open }) => open === 1)),
    days: await countDays(db, towns, query, asOf),
    past: sum(cells.filter((cell) => cell.past === 1 && isWanted(cell) && fits(cell))),
  };
}

function selectCells(db: Database, towns: readonly string[], query: ProgramQuery, asOf: number): Promise<Cell[]> {
  return selectLive(db, towns)
    .where((eb) => eb.and([...named(eb, query), ...touches(eb, query)]))
    .select((eb) => [
      ...ownFacets.map((name) => `program.${name}` as const),
      sql<number>`case when ${eb.and(isOpen(eb, asOf))} then 1 else 0 end`.as('open'),
      sql<number>`case when program.over_at <= ${asOf} then 1 else 0 end`.as('past'),
      sql<number>`case when ${eb.and(fitsTheme(eb, query))} then 1 else 0 end`.as('themed'),
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy([
      ...ownFacets.map((name) => `program.${name}` as const),
      sql.ref('open'),
      sql.ref('past'),
      sql.ref('themed'),
    ])
    .execute();
}

/** How many each stretch of days would leave, in one pass over the programs that are near enough to be in any. */
async function countDays(
  db: Database,
  towns: readonly string[],
  query: ProgramQuery,
  asOf: number,
): Promise<Counts['days']> {
  const whole = { from: dayRange('today', asOf).from, to: dayRange('nextMonth', asOf).to };
  return selectLive(db, towns)
    .where((eb) =>
      eb.and([
        ...filters(eb, { ...query, ...whole }, asOf),
        ...inTime(eb, query, asOf),
        ...fitsOwnFacets(eb, query),
        ...fitsTheme(eb, query),
      ]),
    )
    .select((eb) =>
      dayRangeNames.map((name) =>
        eb.fn
          .countAll<number>()
          .filterWhere(eb.and(touches(eb, dayRange(name, asOf))))
          .as(name),
      ),
    )
    .executeTakeFirstOrThrow();
}

async function countThemes(
  db: Database,
  towns: readonly string[],
  query: ProgramQuery,
  asOf: number,
): Promise<Facets['theme']> {
  const rows = await selectLive(db, towns)
    .innerJoin('program_theme', (join) =>
      join.onRef('program_theme.town', '=', 'program.town').onRef('program_theme.program', '=', 'program.id'),
    )
    .where((eb) => eb.and([...filters(eb, query, asOf), ...inTime(eb, query, asOf), ...fitsOwnFacets(eb, query)]))
    .select((eb) => ['program_theme.theme', eb.fn.countAll<number>().as('count')])
    .groupBy('program_theme.theme')
    .execute();
  return rank(rows.map(({ theme, count }) => [theme, count]));
}

/** Sums counts by value, the most frequent first; a missing value is not a value. */
function rank(pairs: [value: string | null, count: number][]): Facets[FacetName] {
  const counts = new Map<string, number>();
  for (const [value, count] of pairs) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, facetLimit);
}
