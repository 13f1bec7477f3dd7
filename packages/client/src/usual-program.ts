import {
  efforts,
  organizerTypes,
  type Program,
  payTypes,
  programIdPattern,
  programKinds,
  programModes,
  programStatuses,
} from '@kankei/core';
import { isObject } from './is-object.ts';
import { all, type Check, clockTime, matches, oneOf } from './quick-shape.ts';
import { code, contact, day, from, list, only, text, webUrl, whole } from './usual-shape.ts';

const time = matches(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/);
const instant: Check = (value) => time(value) && day((value as string).slice(0, 10));
const person = only({ name: text(100), introduction: text(2000) }, ['name']);

const usual = only(
  {
    id: matches(programIdPattern),
    town: code,
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
    contact,
    apply: only({ method: text(5000), url: webUrl }),
    image: only({ url: webUrl, ...all('alt licence credit', text(300)) }, ['url']),
    status: oneOf(programStatuses),
    url: webUrl,
    updatedAt: instant,
  },
  ['id', 'kind', 'title'],
);

/** What is taken where a program says nothing. */
const unsaid: object = { themes: [], mode: 'unknown', sessions: [], skills: [], languages: [], status: 'scheduled' };
const alwaysSaid = ['town', ...Object.keys(unsaid)];

/**
 * A program as the schemas would read it, of `owner` unless it names its town; undefined where only they can tell.
 */
export function usualProgram(value: unknown, owner: string): Program | undefined {
  if (!isObject(value) || !usual(value)) return undefined;
  // As it stands where it can be: to copy all programs of a file takes a third of the time of their checks.
  const isWhole = alwaysSaid.every((name) => Object.hasOwn(value, name));
  return (isWhole ? value : { ...unsaid, town: owner, ...value }) as unknown as Program;
}
