import { type Facets, facetLimit, type ProgramPage } from '@kankei/core';
import { rank, type Tally } from './program-listing.ts';

/** What a listing shows beside its rows. */
export type Counts = Pick<ProgramPage, 'total' | 'facets' | 'open' | 'days' | 'past'>;

/** Adds up what was counted in each town. */
export function addUp(tallies: readonly Tally[]): Counts {
  const sum = (count: (tally: Tally) => number) => tallies.reduce((all, tally) => all + count(tally), 0);
  const facet = (name: keyof Facets) => merge(tallies.map(({ facets }) => facets[name]));
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

/** The most frequent values, with the sums of their counts. */
function merge(some: readonly Facets[keyof Facets][]): Facets[keyof Facets] {
  const [only, second] = some;
  if (only && !second) return only.slice(0, facetLimit);
  const sums = new Map<string, number>();
  for (const { value, count } of some.flat()) sums.set(value, (sums.get(value) ?? 0) + count);
  return rank([...sums].map(([value, count]) => ({ value, count }))).slice(0, facetLimit);
}
