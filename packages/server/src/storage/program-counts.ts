import { type Facets, facetLimit, type ProgramPage } from '@kankei/core';
import type { Tally } from './program-listing.ts';

/** What a listing shows beside its rows. */
export type Counts = Pick<ProgramPage, 'total' | 'facets' | 'open' | 'days' | 'past'>;

/** Adds up what was counted in each town. */
export function addUp(tallies: readonly Tally[]): Counts {
  const sum = (count: (tally: Tally) => number) => tallies.reduce((all, tally) => all + count(tally), 0);
  const facet = (name: keyof Facets) => rank(tallies.map(({ facets }) => facets[name]));
  return {
    total: sum(({ total }) => total),
    facets: {
      kind: facet('kind'),
      theme: facet('theme'),
      mode: facet('mode'),
      area: facet('area'),
      town: facet('town'),
      effort: facet('effort'),
      pay: facet('pay'),
    },
    open: sum(({ open }) => open),
    days: {
      today: sum(({ days }) => days.today),
      weekend: sum(({ days }) => days.weekend),
      month: sum(({ days }) => days.month),
      nextMonth: sum(({ days }) => days.nextMonth),
    },
    past: sum(({ past }) => past),
  };
}

/** The most frequent value first. */
function rank(counts: readonly ReadonlyMap<string, number>[]): Facets[keyof Facets] {
  const sums = new Map<string, number>();
  for (const some of counts) for (const [value, count] of some) sums.set(value, (sums.get(value) ?? 0) + count);
  return [...sums]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, facetLimit);
}
