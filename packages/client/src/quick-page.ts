import {
  efforts,
  organizerTypes,
  type ProgramItem,
  type ProgramPage,
  payTypes,
  programKinds,
  programModes,
  programStatuses,
} from '@kankei/core';
import { isObject } from './is-object.ts';
import {
  all,
  clockTime,
  count,
  counts,
  day,
  instant,
  list,
  matches,
  maybe,
  maybeCount,
  maybeNumber,
  maybeText,
  oneOf,
  shape,
  text,
  texts,
  webUrl,
} from './quick-shape.ts';

// A reader of what the first cards show, without the contract's schemas.

const item = shape({
  id: matches(/^[\w-]{1,100}$/),
  town: matches(/^\d{6}$/),
  kind: oneOf(programKinds),
  title: text,
  ...all('titleKana summary dateNote thanks', maybeText),
  ...all('themes skills', texts),
  ...all('capacity placesLeft minimum fee minimumAge maximumAge', maybeCount),
  mode: oneOf(programModes),
  sessions: list(shape({ startDate: day, startTime: clockTime, endDate: maybe(day), endTime: clockTime })),
  deadline: maybe(shape({ date: day, time: clockTime })),
  place: maybe(
    shape({ ...all('name address area access parking', maybeText), ...all('latitude longitude', maybeNumber) }),
  ),
  pay: maybe(oneOf(payTypes)),
  effort: maybe(oneOf(efforts)),
  languages: list(matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
  host: maybe(shape({ name: text, introduction: maybeText })),
  organizer: maybe(shape({ name: text, type: maybe(oneOf(organizerTypes)) })),
  image: maybe(shape({ url: webUrl, ...all('alt licence credit', maybeText) })),
  status: oneOf(programStatuses),
  url: maybe(webUrl),
  updatedAt: maybe(instant),
});

/** What is taken where a program says nothing. */
const unsaid = { themes: [], mode: 'unknown', sessions: [], skills: [], languages: [], status: 'scheduled' };

const page = shape({
  programs: Array.isArray,
  total: count,
  next: maybeText,
  asOf: instant,
  facets: shape(all('kind theme mode area town effort pay', counts)),
  open: count,
  days: shape(all('today weekend month nextMonth', count)),
  past: count,
});

/**
 * Reads a page of programs defensively; a program that cannot be read is left out. Undefined for what is no page, and
 * for one of which nothing can be read.
 */
export function readPage(answer: unknown): ProgramPage | undefined {
  if (!page(answer)) return undefined;
  const given = (answer as { programs: unknown[] }).programs;
  const programs = given
    .map((one): unknown => (isObject(one) ? { ...unsaid, ...one } : one))
    .filter((one): one is ProgramItem => item(one));
  if (given.length && !programs.length) return undefined;
  return { ...(answer as ProgramPage), programs };
}
