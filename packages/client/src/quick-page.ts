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
const person = maybe(shape({ name: text, introduction: maybeText }));
const texts = list(text);
const counts = list(shape({ value: (value) => typeof value === 'string', count }));

const item = shape({
  id: matches(/^[\w-]{1,100}$/),
  town: matches(/^\d{6}$/),
  kind: oneOf(programKinds),
  title: text,
  titleKana: maybeText,
  summary: maybeText,
  themes: texts,
  mode: oneOf(programModes),
  sessions: list(shape({ startDate: day, startTime: clockTime, endDate: maybe(day), endTime: clockTime })),
  dateNote: maybeText,
  deadline: maybe(shape({ date: day, time: clockTime })),
  place: maybe(
    shape({
      name: maybeText,
      address: maybeText,
      area: maybeText,
      latitude: maybeNumber,
      longitude: maybeNumber,
      access: maybeText,
      parking: maybeText,
    }),
  ),
  capacity: maybeCount,
  placesLeft: maybeCount,
  minimum: maybeCount,
  fee: maybeCount,
  pay: maybe(oneOf(payTypes)),
  thanks: maybeText,
  skills: texts,
  effort: maybe(oneOf(efforts)),
  minimumAge: maybeCount,
  maximumAge: maybeCount,
  languages: list(matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
  host: person,
  organizer: maybe(shape({ name: text, type: maybe(oneOf(organizerTypes)) })),
  image: maybe(shape({ url: webUrl, alt: maybeText, licence: maybeText, credit: maybeText })),
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
  facets: shape({ kind: counts, theme: counts, mode: counts, area: counts, town: counts, effort: counts, pay: counts }),
  open: count,
  days: shape({ today: count, weekend: count, month: count, nextMonth: count }),
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
