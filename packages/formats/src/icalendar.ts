import { dayAt, dayLength, type Program, type Session, toInstant } from '@kankei/core';
import { detailText, headline, placeLine, programUid } from './plain-text.ts';

export interface ICalendarOptions {
  /** The instant (ms since 1970) of writing: DTSTAMP of programs that do not say when they changed. */
  now: number;
  /** What the calendar is called where people subscribe to it. */
  name?: string | undefined;
  /** The absolute address of a program's page; without it, or where it answers nothing, the program's own `url`. */
  url?: ((program: Program) => string | undefined) | undefined;
}

/**
 * Writes programs as an iCalendar file (RFC 5545): one VEVENT for each session, in Asia/Tokyo. Programs without
 * readable dates are left out, a calendar has no place for them. The VTIMEZONE is always there, so that a calendar
 * without programs has the one component the grammar asks for.
 *
 * There is no METHOD: this is a published file, not a message between calendars (RFC 5546), and with it Outlook
 * would open a second calendar instead of adding the event.
 */
export function toICalendar(programs: Iterable<Program>, options: ICalendarOptions): string {
  const name = options.name ? escapeText(options.name) : undefined;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kankei//kankei//JA',
    'CALSCALE:GREGORIAN',
    // NAME is RFC 7986; the older X-WR-CALNAME is what most calendars read.
    ...(name ? [`NAME:${name}`, `X-WR-CALNAME:${name}`] : []),
    ...tokyo,
  ];
  for (const program of programs) for (const event of programEvents(program, options)) lines.push(...event);
  lines.push('END:VCALENDAR');
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** Japan has kept +09:00 without summer time since 1951. */
const tokyo = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Tokyo',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const statuses: Partial<Record<Program['status'], string>> = { cancelled: 'CANCELLED', postponed: 'TENTATIVE' };

function programEvents(program: Program, options: ICalendarOptions): string[][] {
  const { place, contact, updatedAt, themes } = program;
  const changed = updatedAt === undefined ? undefined : utc(Date.parse(updatedAt));
  const url = options.url?.(program) ?? program.url;
  const facts = [
    // Without METHOD, DTSTAMP is when the information was last revised (RFC 5545 3.8.7.2).
    `DTSTAMP:${changed ?? utc(options.now)}`,
    ...(changed ? [`LAST-MODIFIED:${changed}`] : []),
    `SUMMARY:${escapeText(headline(program))}`,
    ...textLine('DESCRIPTION', detailText(program)),
    ...textLine('LOCATION', placeLine(program)),
    ...(place?.latitude === undefined || place.longitude === undefined
      ? []
      : [`GEO:${place.latitude.toFixed(6)};${place.longitude.toFixed(6)}`]),
    ...textLine('CONTACT', [contact?.name, contact?.phone].filter(Boolean).join(' ')),
    ...(themes.length ? [`CATEGORIES:${themes.map(escapeText).join(',')}`] : []),
    // A URI is not text: no backslashes in it, and nothing but ASCII.
    ...(url ? [`URL:${new URL(url).href}`] : []),
    `STATUS:${statuses[program.status] ?? 'CONFIRMED'}`,
  ];
  const uid = uids(program);
  return program.sessions.map((session) => [
    'BEGIN:VEVENT',
    `UID:${uid(session)}`,
    ...times(session),
    ...facts,
    'END:VEVENT',
  ]);
}

/**
 * Names a program's sessions. The first carries the program's own name, so that a single date which moves stays the
 * same entry for whoever has it in a calendar; further ones carry their start, so that a date added or taken away
 * leaves the others as they are. Neither the order in the file nor the clock matters.
 */
function uids({ id, town }: Program): (session: Session) => string {
  const taken = new Map<string, number>();
  return (session) => {
    const start = `${basic(session.startDate)}${session.startTime ? `T${session.startTime.replace(':', '')}` : ''}`;
    const name = taken.size ? `${id}.${start}` : id;
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return programUid({ id: count > 1 ? `${name}.${count}` : name, town });
  };
}

/**
 * DTSTART and DTEND of a session. Whole days end on the day after the last, exclusive, and do not block a calendar.
 * A start without an end gets no DTEND: a guessed length would look like a fact. Only where it runs over several days
 * does it end with the last of them, else the calendar would show the first day alone.
 */
function times({ startDate, startTime, endDate = startDate, endTime }: Session): string[] {
  if (!startTime) {
    const after = dayAfter(endDate < startDate ? startDate : endDate);
    return [
      `DTSTART;VALUE=DATE:${basic(startDate)}`,
      ...(after ? [`DTEND;VALUE=DATE:${basic(after)}`] : []),
      'TRANSP:TRANSPARENT',
    ];
  }
  const start = `${startDate}T${startTime}`;
  const end = endTime ? `${endDate}T${endTime}` : endDate > startDate ? `${dayAfter(endDate) ?? endDate}T00:00` : '';
  return [
    `DTSTART;TZID=Asia/Tokyo:${basic(start)}00`,
    ...(end > start ? [`DTEND;TZID=Asia/Tokyo:${basic(end)}00`] : []),
  ];
}

/** The next day; undefined after 9999-12-31, which iCalendar cannot write. */
function dayAfter(date: string): string | undefined {
  return date < '9999-12-31' ? dayAt(toInstant(date) + dayLength) : undefined;
}

/** ISO 8601 without its hyphens and colons, as iCalendar writes it. */
function basic(iso: string): string {
  return iso.replace(/[-:]/g, '');
}

function utc(instant: number): string {
  return `${basic(new Date(instant).toISOString().slice(0, 19))}Z`;
}

function textLine(name: string, value: string): string[] {
  return value ? [`${name}:${escapeText(value)}`] : [];
}

function escapeText(value: string): string {
  return value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n|\r/g, '\\n');
}

/** Folds a line to at most 75 octets of UTF-8 each, never inside a character (RFC 5545 3.1). */
function foldLine(line: string): string {
  const pieces: string[] = [];
  let start = 0;
  let octets = 0;
  for (let index = 0; index < line.length; ) {
    const code = line.codePointAt(index)!;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > 75) {
      pieces.push(line.slice(start, index));
      start = index;
      // The space that marks the next line as a continuation is one of its octets.
      octets = 1;
    }
    octets += size;
    index += code < 0x10000 ? 1 : 2;
  }
  pieces.push(line.slice(start));
  return pieces.join('\r\n ');
}
