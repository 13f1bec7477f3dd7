/**
 * What a hosted page in a frame and the page around it tell each other. Neither trusts the other: whatever comes is read
 * with these, and what is none of ours is passed over.
 */

/** The least and the most height (CSS px) a frame asks for and is given. */
export const leastHeight = 80;
export const mostHeight = 20_000;

/** The longest text of an event, in UTF-16 units: codes, ids, names of sources. */
const longestText = 500;

/** Every public event with its fields; `?` marks one that may be missing. Ids, codes and numbers only, nothing personal. */
export const publicEvents = {
  'kankei-application-complete': ['town', 'program', 'state?'],
  'kankei-enquiry-complete': ['town', 'source'],
  'kankei-error': ['code'],
  'kankei-furusato-invite': ['town'],
  'kankei-need-complete': ['town', 'source'],
  'kankei-program-list-load': ['total'],
  'kankei-program-open': ['town', 'program'],
  'kankei-signup-complete': ['town', 'source'],
} as const;
export type PublicEventType = keyof typeof publicEvents;

/** The fields of an event by name. */
export type EventFields = Record<string, string | number>;

/** To the page around: a hosted page listens, wants to be so high, or something has happened in it. */
export type FrameMessage =
  | { kankei: 'here' }
  | { kankei: 'height'; height: number }
  | { kankei: 'event'; type: PublicEventType; fields: EventFields };

/** To the frame: who is around it may be told, and what its place in the page is like. */
export interface Hello {
  kankei: 'hello';
  /** A BCP 47 tag, empty if the page says none. */
  lang: string;
  /** True where the ground is dark. */
  dark: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A height within bounds, in whole CSS px. */
export const boundHeight = (height: number): number => Math.min(Math.max(Math.ceil(height), leastHeight), mostHeight);

/** The fields an event of this type has in this object; undefined unless all it must have are there and none is odd. */
export function readFields(type: PublicEventType, from: unknown): EventFields | undefined {
  if (!isObject(from)) return undefined;
  const fields: EventFields = {};
  for (const said of publicEvents[type]) {
    const name = said.replace('?', '');
    const value = from[name];
    if (value === undefined && name !== said) continue;
    if (typeof value === 'string' ? value.length > longestText : !Number.isFinite(value)) return undefined;
    fields[name] = value as string | number;
  }
  return fields;
}

/** What a frame says, heights within bounds; undefined for what is none of ours. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  if (!isObject(data)) return undefined;
  const { kankei, height, type } = data;
  if (kankei === 'here') return { kankei };
  if (kankei === 'height')
    return Number.isFinite(height) ? { kankei, height: boundHeight(height as number) } : undefined;
  if (kankei !== 'event' || typeof type !== 'string' || !Object.hasOwn(publicEvents, type)) return undefined;
  const fields = readFields(type as PublicEventType, data.fields);
  return fields && { kankei, type: type as PublicEventType, fields };
}

/** What the page around says; undefined for what is none of ours. */
export function readHello(data: unknown): Hello | undefined {
  if (!isObject(data) || data.kankei !== 'hello') return undefined;
  const { lang, dark } = data;
  if (typeof lang !== 'string' || !/^[A-Za-z\d-]{0,35}$/.test(lang)) return undefined;
  return { kankei: 'hello', lang, dark: dark === true };
}
