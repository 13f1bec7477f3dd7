import { dayAt, dayLength, type Program, type Session, timeZone, toInstant } from '@kankei/core';

const compact = (day: string, time?: string) => day.replaceAll('-', '') + (time ? `T${time.replace(':', '')}00` : '');

/** First and last moment as Google Calendar writes them; the end of whole days is the day after the last. */
function dates({ startDate, startTime, endDate, endTime }: Session): string {
  const last = endDate && endDate > startDate ? endDate : startDate;
  if (!startTime) return `${compact(startDate)}/${compact(dayAt(toInstant(last) + dayLength))}`;
  const end =
    endTime && (last > startDate || endTime > startTime) ? compact(last, endTime) : compact(startDate, startTime);
  return `${compact(startDate, startTime)}/${end}`;
}

/** Opens Google Calendar with a session filled in: for backends that have no calendar file to offer. */
export function googleCalendarLink(program: Program, session: Session): string {
  const { title, summary, url, place, meetingPlace } = program;
  const link = new URL('https://calendar.google.com/calendar/render');
  const location = [place?.name ?? meetingPlace, place?.address].filter(Boolean).join(' ');
  const details = [summary, url].filter(Boolean).join('\n');
  const fields = { action: 'TEMPLATE', text: title, dates: dates(session), ctz: timeZone, details, location };
  for (const [name, value] of Object.entries(fields)) if (value) link.searchParams.set(name, value);
  return link.href;
}

/** A search on Google Maps: by address or name, which people can check, else by coordinates. */
export function mapLink({ place }: Pick<Program, 'place'>): string | undefined {
  const { name, address, latitude, longitude } = place ?? {};
  const query = address ?? (latitude !== undefined && longitude !== undefined ? `${latitude},${longitude}` : name);
  return query && `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(query)}`;
}
