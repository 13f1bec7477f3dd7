import { dayAt, dayRange, dayRangeNames, toInstant } from '@kankei/core';
import type { Chosen } from './chosen.ts';
import type { FullView } from './view.ts';

/** One thing that is chosen: its words, and the change that takes it away. */
export interface Chip {
  label: string;
  without: Chosen;
}

/** Everything that is chosen, in the order of the filters. */
export function chipsOf(chosen: Chosen, { s, now, townName }: FullView): Chip[] {
  const list = (
    name: 'kind' | 'theme' | 'town' | 'area' | 'effort' | 'pay',
    label: (value: string) => string,
  ): Chip[] => {
    const values: readonly string[] = chosen[name] ?? [];
    return values.map((value) => ({
      label: label(value),
      without: { [name]: values.filter((one) => one !== value) },
    }));
  };
  const same = (value: string) => value;
  return [
    ...(chosen.q ? [{ label: s.filters.words(chosen.q), without: { q: undefined } }] : []),
    ...list('kind', (kind) => s.kinds[kind as 'help']),
    ...list('theme', same),
    ...list('town', (code) => townName(code) ?? code),
    ...list('area', same),
    ...(chosen.mode?.length ? [{ label: s.filters.online, without: { mode: undefined } }] : []),
    ...days(chosen, s, now),
    ...list('effort', (effort) => s.efforts[effort as 'light']),
    ...list('pay', (pay) => s.pays[pay as 'wage']),
    ...(chosen.open ? [{ label: s.filters.open, without: { open: undefined } }] : []),
  ];
}

/** Days by their name where they have one, else as dates. */
function days({ from, to }: Chosen, s: FullView['s'], now: number): Chip[] {
  if (!from && !to) return [];
  const named = dayRangeNames.find((name) => {
    const range = dayRange(name, now);
    return range.from === from && range.to === to;
  });
  const date = (day: string) => s.date(toInstant(day), day.slice(0, 4) !== dayAt(now).slice(0, 4));
  const label = named
    ? s.filters.days[named]
    : from && to
      ? from === to
        ? date(from)
        : s.span(date(from), date(to))
      : from
        ? s.from(date(from))
        : s.until(date(to!));
  return [{ label, without: { from: undefined, to: undefined } }];
}
