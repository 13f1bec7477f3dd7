import { calendarRoute, fillRoute, programCalendarRoute, rssRoute } from '@kankei/core';
import type { BackendLinks } from './backend.ts';

/** The absolute address of a path of the contract under a base address, which may have a path of its own. */
export function under(base: URL, path: string): URL {
  return new URL(`${base.origin}${base.pathname.replace(/\/+$/, '')}${path}`);
}

/** The addresses an HTTP backend offers; no request is made. */
export function httpLinks(base: URL): BackendLinks {
  return {
    programCalendar: (code, id) => under(base, fillRoute(programCalendarRoute, { code, id })).href,
    calendar: (towns) => under(base, fillRoute(calendarRoute, { codes: towns.join() })).href,
    rss: (towns) => under(base, fillRoute(rssRoute, { codes: towns.join() })).href,
  };
}
