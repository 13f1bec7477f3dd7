/**
 * Every address of the contract. `{code}` is a municipality code, `{codes}` one or several with commas between,
 * `{id}` a program's id, `{prefix}` the first three digits of a postal code.
 */
export const routes = {
  town: '/v1/towns/{code}',
  programs: '/v1/towns/{codes}/programs',
  program: '/v1/towns/{code}/programs/{id}',
  programCalendar: '/v1/towns/{code}/programs/{id}.ics',
  calendar: '/v1/towns/{codes}/programs.ics',
  rss: '/v1/towns/{codes}/programs.rss',
  jsonLd: '/v1/towns/{codes}/programs.jsonld',
  csv: '/v1/towns/{codes}/programs.csv',
  fanclub: '/v1/towns/{code}/fanclub',
  proof: '/v1/towns/{code}/proof',
  members: '/v1/towns/{code}/members',
  /** The one member whose token the request carries. */
  member: '/v1/towns/{code}/member',
  memberCard: '/v1/towns/{code}/member/card',
  cardKey: '/v1/towns/{code}/card-key',
  postal: '/v1/postal/{prefix}.json',
} as const;
export type RouteName = keyof typeof routes;

/** The most towns one question may name. */
export const townLimit = 20;

type Params<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [Key in Name | keyof Params<Rest>]: string }
  : unknown;

/** Fills a route's placeholders, escaped: `routePath('town', { code: '212172' })` is `/v1/towns/212172`. */
export function routePath<Name extends RouteName>(name: Name, params: Params<(typeof routes)[Name]>): string {
  const values = params as Record<string, string>;
  return routes[name].replace(/\{(\w+)\}/g, (_, key: string) =>
    (values[key] ?? '').split(',').map(encodeURIComponent).join(','),
  );
}
