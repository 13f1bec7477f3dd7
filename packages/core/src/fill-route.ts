// What is asked before anything else, by itself: the embed carries no other address of the contract along.
export const programsRoute = '/v1/towns/{codes}/programs';
export const fanclubRoute = '/v1/towns/{code}/fanclub';
export const furusatoRoute = '/v1/towns/{code}/furusato';
export const matchingRoute = '/v1/towns/{code}/matching';
// What a list links.
export const programCalendarRoute = '/v1/towns/{code}/programs/{id}.ics';
export const calendarRoute = '/v1/towns/{codes}/programs.ics';
export const rssRoute = '/v1/towns/{codes}/programs.rss';

export type Params<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [Key in Name | keyof Params<Rest>]: string }
  : unknown;

/** Fills a route's placeholders, escaped: `{code}` with `{ code: '212172' }` is `212172`. */
export function fillRoute<Path extends string>(route: Path, params: Params<Path>): string {
  const values = params as Record<string, string>;
  return route.replace(/\{(\w+)\}/g, (_, key: string) =>
    (values[key] ?? '').split(',').map(encodeURIComponent).join(','),
  );
}
