import {
  dayRange,
  dayRangeNames,
  type FacetName,
  type Facets,
  facetLimit,
  type ProgramPage,
  type ProgramQuery,
} from '@kankei/core';
import { type ExpressionBuilder, sql } from 'kysely';
import type { Database } from './database.ts';
import {
  type Condition,
  filters,
  fitsOwnFacets,
  fitsTheme,
  inTime,
  isOpen,
  named,
  selectLive,
  touches,
} from './program-filters.ts';

export type Counts = Pick<ProgramPage, 'total' | 'facets' | 'open' | 'days' | 'past'>;

/** The facets that stand in the program's own row. */
const ownFacets = ['kind', 'mode', 'area', 'town', 'effort', 'pay'] as const;
type OwnFacet = (typeof ownFacets)[number];

/** A program that passes the filters whose other values are not counted, with what the counts ask of it as 0 or 1. */
type Found = Record<OwnFacet, string | null> & { id: string } & Record<'open' | 'past' | 'themed', number>;
type Eb = ExpressionBuilder<{ found: Found }, 'found'>;

/** Counts what a listing shows beside its rows. */
export async function countPrograms(
  db: Database,
  towns: readonly string[],
  query: ProgramQuery,
  asOf: number,
): Promise<Counts> {
  const counts = await selectCounts(db, towns, query, asOf);
  const facet = (name: FacetName) => rank(counts.filter(({ of }) => of === name));
  const sum = (name: string) => counts.find(({ of }) => of === name)?.count ?? 0;
  return {
    total: sum('total'),
    facets: {
      kind: facet('kind'),
      theme: facet('theme'),
      mode: facet('mode'),
      area: facet('area'),
      town: facet('town'),
      effort: facet('effort'),
      pay: facet('pay'),
    },
    open: sum('open'),
    days: await countDays(db, towns, query, asOf),
    past: sum('past'),
  };
}

interface Count {
  /** A facet, or what the sum is of. */
  of: string;
  value: string | null;
  count: number;
}

/**
 * Finds the programs once, for looking for words is what takes long, and counts them over and over: each facet with
 * all choices but its own, then all of them together.
 */
function selectCounts(db: Database, towns: readonly string[], query: ProgramQuery, asOf: number): Promise<Count[]> {
  const found = db.withTables<{ found: Found }>();
  const isWanted = (eb: Eb) => (query.open ? [eb('found.open', '=', 1)] : []);
  const isTimely = (eb: Eb) => (query.past === 'include' ? [] : [eb('found.past', '=', Number(query.past === 'only'))]);
  const fits = (eb: Eb, skip?: OwnFacet) =>
    ownFacets.flatMap((name) => {
      const wanted: readonly string[] | undefined = query[name];
      return wanted && name !== skip ? [eb(`found.${name}`, 'in', wanted)] : [];
    });
  const isThemed = (eb: Eb) => eb('found.themed', '=', 1);

  const count = (of: string) => [sql<string>`${sql.lit(of)}`.as('of'), sql<number>`count(*)`.as('count')] as const;
  const facets = ownFacets.map((name) =>
    found
      .selectFrom('found')
      .where((eb) => eb.and([...isTimely(eb), ...isWanted(eb), isThemed(eb), ...fits(eb, name)]))
      .select([...count(name), `found.${name} as value`])
      .groupBy(`found.${name}`),
  );
  const themes = found
    .selectFrom('found')
    .innerJoin('program_theme', (join) =>
      join.onRef('program_theme.town', '=', 'found.town').onRef('program_theme.program', '=', 'found.id'),
    )
    .where((eb) => eb.and([...isTimely(eb as never), ...isWanted(eb as never), ...fits(eb as never)]))
    .select([...count('theme'), 'program_theme.theme as value'])
    .groupBy('program_theme.theme');
  const sum = (of: string, conditions: (eb: Eb) => Condition[]) =>
    found
      .selectFrom('found')
      .where((eb) => eb.and([...conditions(eb), isThemed(eb), ...fits(eb)]))
      .select([...count(of), sql<string | null>`null`.as('value')]);
  const counts = [
    sum('total', (eb) => [...isTimely(eb), ...isWanted(eb)]),
    sum('open', (eb) => [...isTimely(eb), eb('found.open', '=', 1)]),
    sum('past', (eb) => [eb('found.past', '=', 1), ...isWanted(eb)]),
    themes,
    ...facets,
  ].reduce((all, one) => all.unionAll(one));
  return found
    .with(
      (cte) => cte('found').materialized(),
      () => selectFound(db, towns, query, asOf),
    )
    .selectFrom(counts.as('counts'))
    .selectAll()
    .execute();
}

function selectFound(db: Database, towns: readonly string[], query: ProgramQuery, asOf: number) {
  return selectLive(db, towns)
    .where((eb) => eb.and([...named(eb, query), ...touches(eb, query)]))
    .select((eb) => [
      'program.id',
      ...ownFacets.map((name) => `program.${name}` as const),
      sql<number>`case when ${eb.and(isOpen(eb, asOf))} then 1 else 0 end`.as('open'),
      sql<number>`case when program.over_at <= ${asOf} then 1 else 0 end`.as('past'),
      sql<number>`case when ${eb.and(fitsTheme(eb, query))} then 1 else 0 end`.as('themed'),
    ]);
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

/** The most frequent value first; a missing value is not a value. */
function rank(counts: Count[]): Facets[FacetName] {
  return counts
    .flatMap(({ value, count }) => (value === null ? [] : [{ value, count }]))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, facetLimit);
}
