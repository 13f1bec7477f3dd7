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

// A reader of what the first cards show, in a fraction of the bytes the contract's schemas take. It is laxer than they
// are about lengths and strict about kinds of values, so that every template gets what it can show.

type Check = (value: unknown) => boolean;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shape =
  (checks: Record<string, Check>): Check =>
  (value) =>
    isObject(value) && Object.keys(checks).every((name) => checks[name]!(value[name]));

const text = matches(/./s);
const maybeText = maybe(text);
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const maybeCount = maybe(count);
const maybeNumber = maybe(Number.isFinite);
const clockTime = maybe(matches(/^([01]\d|2[0-3]):[0-5]\d$/));
/** A day that exists: engines take the 30th of February for a day of March, or for none. */
const day: Check = (value) =>
  matches(/^\d{4}-\d\d-\d\d$/)(value) && new Date(value as string).toJSON()?.slice(0, 10) === value;
const instant: Check = (value) => text(value) && !Number.isNaN(Date.parse(value as string));
const webUrl: Check = (value) => {
  try {
    return /^https?:$/.test(new URL(value as string).protocol);
  } catch {
    return false;
  }
};
const texts = list(text);
const counts = list(shape({ value: (value) => typeof value === 'string', count }));

/** One check for all these names. */
const all = (names: string, check: Check): Record<string, Check> =>
  Object.fromEntries(names.split(' ').map((name) => [name, check]));

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
