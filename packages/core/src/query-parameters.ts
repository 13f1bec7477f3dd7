import type { ProgramQueryInput } from './schema/query.ts';

/** What holds where a query says nothing. */
export const queryDefaults = { past: 'exclude', sort: 'soon', limit: 20 } as const;

/** Writes a query as URL parameters, lists as repeated names; defaults and undefined values are left out. */
export function toSearchParams(query: ProgramQueryInput): [name: string, value: string][] {
  const defaults: Record<string, unknown> = queryDefaults;
  return Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === defaults[name]
      ? []
      : [value].flat().map((one): [string, string] => [name, String(one)]),
  );
}
