import {
  calendarRoute,
  fanclubRoute,
  fillRoute,
  furusatoRoute,
  matchingRoute,
  type Params,
  programCalendarRoute,
  programsRoute,
  rssRoute,
} from './fill-route.ts';

/**
 * Every address of the contract. `{code}` is a municipality code, `{codes}` one or several with commas between,
 * `{id}` a program's id, `{prefix}` the first three digits of a postal code.
 */
export const routes = {
  town: '/v1/towns/{code}',
  programs: programsRoute,
  program: '/v1/towns/{code}/programs/{id}',
  programCalendar: programCalendarRoute,
  calendar: calendarRoute,
  rss: rssRoute,
  jsonLd: '/v1/towns/{codes}/programs.jsonld',
  csv: '/v1/towns/{codes}/programs.csv',
  fanclub: fanclubRoute,
  proof: '/v1/towns/{code}/proof',
  members: '/v1/towns/{code}/members',
  /** The one member whose token the request carries. */
  member: '/v1/towns/{code}/member',
  memberCard: '/v1/towns/{code}/member/card',
  cardKey: '/v1/towns/{code}/card-key',
  furusato: furusatoRoute,
  /** What a town asks and takes where supporters and residents find each other. */
  matching: matchingRoute,
  /** Suggestions for a profile; nothing is kept. */
  matches: '/v1/towns/{codes}/matches',
  needs: '/v1/towns/{code}/needs',
  enquiries: '/v1/towns/{code}/enquiries',
  recruitment: '/v1/towns/{code}/programs/{id}/recruitment',
  interests: '/v1/towns/{code}/programs/{id}/interests',
  applications: '/v1/towns/{code}/programs/{id}/applications',
  postal: '/v1/postal/{prefix}.json',
} as const;
export type RouteName = keyof typeof routes;

/** The most towns one question may name. */
export const townLimit = 20;

/** Fills a route's placeholders, escaped: `routePath('town', { code: '212172' })` is `/v1/towns/212172`. */
export function routePath<Name extends RouteName>(name: Name, params: Params<(typeof routes)[Name]>): string {
  return fillRoute(routes[name] as string, params);
}
