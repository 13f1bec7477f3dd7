import { lastEnd, type Program, programState, type Session, sessionSpan } from '@kankei/core';
import { programUid } from './plain-text.ts';

export interface JsonLdOptions {
  /** The instant (ms since 1970) the answer holds for: whether places are left. */
  now: number;
  /** The absolute address of the program's page; without it the program's own `url`. */
  url?: string | undefined;
}

/** A node of JSON-LD; absent properties are absent, never null. */
export type JsonLd = { [name: string]: unknown };

/**
 * Describes a program as a schema.org Event, for search engines. Undefined without a date, which an Event must have.
 * What is not known is left out rather than guessed, the place and the price too.
 *
 * Several sessions become one Event over the whole time with a `subEvent` for each: validators and search engines
 * accept both as Events, and the page stays about one thing.
 */
export function toJsonLd(program: Program, options: JsonLdOptions): JsonLd | undefined {
  const event = toEvent(program, options);
  return event && { '@context': 'https://schema.org', ...event };
}

export interface JsonLdListOptions {
  now: number;
  url?: ((program: Program) => string | undefined) | undefined;
}

/** Several programs as one JSON-LD document; those without dates are left out. */
export function toJsonLdList(programs: Iterable<Program>, options: JsonLdListOptions): JsonLd {
  const { now, url } = options;
  const events = [...programs].flatMap((program) => toEvent(program, { now, url: url?.(program) }) ?? []);
  return { '@context': 'https://schema.org', '@graph': events };
}

/** JSON that can stand inside a `<script>` element: nothing in it can close the element or open a comment. */
export function serializeJsonLd(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const term = (name: string) => `https://schema.org/${name}`;

const eventStatuses: Partial<Record<Program['status'], string>> = {
  cancelled: term('EventCancelled'),
  postponed: term('EventPostponed'),
};

const attendanceModes: Record<Program['mode'], string | undefined> = {
  onsite: term('OfflineEventAttendanceMode'),
  online: term('OnlineEventAttendanceMode'),
  mixed: term('MixedEventAttendanceMode'),
  unknown: undefined,
};

function toEvent(program: Program, options: JsonLdOptions): JsonLd | undefined {
  const dates = wholeTime(program);
  if (!dates) return undefined;
  const url = webAddress(options.url ?? program.url);
  const shared = {
    '@type': 'Event',
    name: program.title,
    eventStatus: eventStatuses[program.status] ?? term('EventScheduled'),
    eventAttendanceMode: attendanceModes[program.mode],
    location: locations(program, url),
  };
  const { sessions, description, summary, themes, languages, fee, capacity, placesLeft } = program;
  return known({
    ...shared,
    ...dates,
    identifier: programUid(program),
    url,
    description: description ?? summary,
    image: image(program),
    keywords: themes.length ? themes : undefined,
    inLanguage: languages.length ? languages : undefined,
    organizer: organizer(program),
    isAccessibleForFree: fee === undefined ? undefined : fee === 0,
    offers: offer(program, options.now, url),
    maximumAttendeeCapacity: capacity,
    remainingAttendeeCapacity: placesLeft,
    typicalAgeRange: ageRange(program),
    subEvent:
      sessions.length > 1 ? sessions.map((session) => known({ ...shared, ...sessionTime(session) })) : undefined,
  });
}

/** The object without its undefined values. */
function known(node: JsonLd): JsonLd {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));
}

/** From the first start to the last end; undefined without sessions. */
function wholeTime({ sessions }: Program): { startDate: string; endDate: string | undefined } | undefined {
  const first = [...sessions].sort((a, b) => sessionSpan(a).start - sessionSpan(b).start)[0];
  const last = sessions.find((session) => sessionSpan(session).end === lastEnd({ sessions }));
  if (!first || !last) return undefined;
  const end = sessionTime(last);
  // A last session whose end is not known still says on which day it is.
  return {
    startDate: sessionTime(first).startDate,
    endDate: end.endDate ?? (sessions.length > 1 ? last.startDate : undefined),
  };
}

/** Days stay days and times carry their zone. An end before its start is a slip of the pen and left out. */
function sessionTime({ startDate, startTime, endDate, endTime }: Session): {
  startDate: string;
  endDate: string | undefined;
} {
  const last = endDate ?? startDate;
  if (!startTime) return { startDate, endDate: last < startDate ? undefined : last };
  const start = zoned(startDate, startTime);
  if (endTime) return { startDate: start, endDate: zoned(last, endTime) > start ? zoned(last, endTime) : undefined };
  return { startDate: start, endDate: last > startDate ? last : undefined };
}

function zoned(date: string, time: string): string {
  return `${date}T${time}:00+09:00`;
}

function locations(program: Program, url: string | undefined): JsonLd | JsonLd[] | undefined {
  const online = program.mode === 'online' || program.mode === 'mixed';
  // A VirtualLocation is nothing without an address to go to.
  const address = webAddress(program.apply?.url) ?? url;
  const virtual = online && address ? { '@type': 'VirtualLocation', url: address } : undefined;
  const all = [program.mode === 'online' ? undefined : place(program), virtual].filter((one) => one !== undefined);
  return all.length > 1 ? all : all[0];
}

/** The place as far as it is known; a program's meeting place stands in for one that is not. */
function place({ place, meetingPlace }: Program): JsonLd | undefined {
  const { name, address, area, latitude, longitude } = place ?? {};
  const where = known({
    name: name ?? (address || area ? undefined : meetingPlace),
    address:
      address || area ? known({ '@type': 'PostalAddress', addressLocality: area, streetAddress: address }) : undefined,
    geo:
      latitude === undefined || longitude === undefined
        ? undefined
        : { '@type': 'GeoCoordinates', latitude, longitude },
  });
  return Object.keys(where).length ? { '@type': 'Place', ...where } : undefined;
}

/** Only where the price is known: an Offer without one would pass for free. */
function offer(program: Program, now: number, url: string | undefined): JsonLd | undefined {
  const { fee, deadline, apply } = program;
  if (fee === undefined) return undefined;
  return known({
    '@type': 'Offer',
    price: fee,
    priceCurrency: 'JPY',
    url: webAddress(apply?.url) ?? url,
    availability: availabilities[programState(program, now)],
    validThrough: deadline?.time ? zoned(deadline.date, deadline.time) : deadline?.date,
  });
}

/** What is closed, over or called off is not on offer, and schema.org has no word for that beside `validThrough`. */
const availabilities: Partial<Record<ReturnType<typeof programState>, string>> = {
  open: term('InStock'),
  few: term('LimitedAvailability'),
  full: term('SoldOut'),
};

function organizer({ organizer, contact }: Program): JsonLd | undefined {
  if (!organizer) return undefined;
  const type = organizer.type === 'person' ? 'Person' : 'Organization';
  return known({ '@type': type, name: organizer.name, url: webAddress(contact?.url) });
}

function image({ image }: Program): JsonLd | undefined {
  if (!image) return undefined;
  return known({ '@type': 'ImageObject', url: webAddress(image.url), caption: image.alt, creditText: image.credit });
}

/** `6-12`, `18-` or `-15`, as schema.org writes it; undefined when no age binds. */
function ageRange({ minimumAge, maximumAge }: Program): string | undefined {
  if (minimumAge === undefined && maximumAge === undefined) return undefined;
  return `${minimumAge ?? ''}-${maximumAge ?? ''}`;
}

/** An address in ASCII, as JSON-LD readers expect it. */
function webAddress(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).href;
}
