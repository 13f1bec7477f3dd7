import {
  efforts,
  isMunicipalityCode,
  organizerTypes,
  type Program,
  payTypes,
  programIdPattern,
  programKinds,
  programModes,
  programStatuses,
  unprintable,
} from '@kankei/core';
import { isObject } from './is-object.ts';
import { all, type Check, clockTime, matches, oneOf, day as realDay, webUrl as realUrl } from './quick-shape.ts';

// What programs usually look like, so that a whole file of them is read before the contract's schemas have come, in a
// fraction of the time they take. What passes here the schemas would leave as it is; what does not, they decide.

const text =
  (max: number): Check =>
  (value) =>
    typeof value === 'string' && value !== '' && value.length <= max && !unprintable.test(value);
const from =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;
const whole = (least: number, most: number): Check => {
  const between = from(least, most);
  return (value) => Number.isSafeInteger(value) && between(value);
};
const list =
  (check: Check, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check);

/** An object with no other keys than these; those in `needed` are there. */
function only(checks: Record<string, Check>, needed: readonly string[] = []): Check {
  const known = new Map(Object.entries(checks));
  return (value) =>
    isObject(value) &&
    needed.every((name) => Object.hasOwn(value, name)) &&
    Object.keys(value).every((name) => known.get(name)?.(value[name]));
}

/** Every month has these; the others are looked up. */
const plainDay = matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/);
const day: Check = (value) => plainDay(value) || realDay(value);
const webUrl: Check = (value) => matches(/^https?:\/\/[!-~]{1,1990}$/)(value) && realUrl(value);
const email = (value: unknown) => text(254)(value) && matches(/^\w+([.-]\w+)*@([a-z\d]+[.-])+[a-z]{2,}$/i)(value);
const time = matches(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/);
const instant: Check = (value) => time(value) && day((value as string).slice(0, 10));
const town: Check = (value) => typeof value === 'string' && isMunicipalityCode(value);
const person = only({ name: text(100), introduction: text(2000) }, ['name']);

const usual = only(
  {
    id: matches(programIdPattern),
    town,
    kind: oneOf(programKinds),
    ...all('title titleKana meetingPlace', text(500)),
    ...all('summary payNote thanks effortNote', text(1000)),
    ...all('bring capacityNote', text(2000)),
    ...all('dateNote feeNote conditions', text(3000)),
    description: text(30000),
    note: text(10000),
    themes: list(text(50), 30),
    skills: list(text(100), 30),
    mode: oneOf(programModes),
    sessions: list(
      only({ ...all('startDate endDate', day), ...all('startTime endTime', clockTime) }, ['startDate']),
      1000,
    ),
    deadline: only({ date: day, time: clockTime }, ['date']),
    place: only({
      name: text(300),
      address: text(500),
      area: text(100),
      latitude: from(-90, 90),
      longitude: from(-180, 180),
      access: text(3000),
      parking: text(1000),
    }),
    ...all('capacity placesLeft', whole(0, 10_000_000)),
    minimum: whole(1, 10_000_000),
    fee: whole(0, 100_000_000),
    pay: oneOf(payTypes),
    effort: oneOf(efforts),
    ...all('minimumAge maximumAge', whole(0, 120)),
    languages: list(matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), 30),
    ...all('host coordinator', person),
    organizer: only({ name: text(1000), type: oneOf(organizerTypes) }, ['name']),
    contact: only({ name: text(1000), phone: text(300), extension: text(100), email, url: webUrl }),
    apply: only({ method: text(5000), url: webUrl }),
    image: only({ url: webUrl, ...all('alt licence credit', text(300)) }, ['url']),
    status: oneOf(programStatuses),
    url: webUrl,
    updatedAt: instant,
  },
  ['id', 'kind', 'title'],
);

/** What is taken where a program says nothing. */
const unsaid = { themes: [], mode: 'unknown', sessions: [], skills: [], languages: [], status: 'scheduled' };

/**
 * A program as the schemas would read it, of `owner` unless it names its town; undefined where only they can tell.
 */
export function usualProgram(value: unknown, owner: string): Program | undefined {
  const given = isObject(value) && { ...unsaid, town: owner, ...value };
  return given && usual(given) ? (given as unknown as Program) : undefined;
}
