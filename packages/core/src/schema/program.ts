import * as z from 'zod/mini';
import { detailOnly } from '../detail-only.ts';
import { programIdPattern } from '../patterns.ts';
import { municipalityCode } from './municipality-code.ts';
import { clockTime, day, instant, listOf, matching, text, webUrl, whole } from './text.ts';
import { efforts, organizerTypes, payTypes, programKinds, programModes, programStatuses } from './vocabulary.ts';

export const programKind = z.enum(programKinds);
export const programMode = z.enum(programModes);
export const programStatus = z.enum(programStatuses);
export const payType = z.enum(payTypes);
export const effort = z.enum(efforts);
export const organizerType = z.enum(organizerTypes);

/**
 * One stretch of time, wall clock of Asia/Tokyo. Without `startTime` it lasts whole days;
 * without `endDate` it ends on the day it starts; `endTime` is the time on the last day.
 */
export const session = z.object({
  startDate: day,
  startTime: z.optional(clockTime),
  endDate: z.optional(day),
  endTime: z.optional(clockTime),
});
export type Session = z.infer<typeof session>;

export const place = z.object({
  name: z.optional(text(300)),
  address: z.optional(text(500)),
  /** The part of the map people filter by: municipality or ward, e.g. 浜松市中央区. */
  area: z.optional(text(100)),
  latitude: z.optional(z.number().check(z.minimum(-90), z.maximum(90))),
  longitude: z.optional(z.number().check(z.minimum(-180), z.maximum(180))),
  access: z.optional(text(3000)),
  parking: z.optional(text(1000)),
});
export type Place = z.infer<typeof place>;

/** Whom to ask. Telephone numbers stay as they were written. */
export const contact = z.object({
  name: z.optional(text(1000)),
  phone: z.optional(text(300)),
  extension: z.optional(text(100)),
  email: z.optional(z.email().check(z.maxLength(254))),
  url: z.optional(webUrl),
});
export type Contact = z.infer<typeof contact>;

/** A person of the place: the one who receives helpers (ヌシ), or the coordinator. */
export const person = z.object({
  name: text(100),
  introduction: z.optional(text(2000)),
});
export type Person = z.infer<typeof person>;

export const image = z.object({
  url: webUrl,
  /** What the picture shows, for those who do not see it. */
  alt: z.optional(text(300)),
  licence: z.optional(text(300)),
  credit: z.optional(text(300)),
});
export type Image = z.infer<typeof image>;

export const programId = matching(programIdPattern);

/**
 * Anything a person can take part in. A missing field is unknown: an absent `fee` is not free,
 * an absent `placesLeft` is not full, an absent place is not online.
 */
export const program = z.object({
  id: programId,
  town: municipalityCode,
  kind: programKind,
  title: text(500),
  titleKana: z.optional(text(500)),
  summary: z.optional(text(1000)),
  description: z.optional(text(30000)),
  /** Everyday words of the town's choice, e.g. 農業, 祭り. */
  themes: z._default(listOf(text(50), 30), []),
  mode: z._default(programMode, 'unknown'),
  /** Sorted by start; empty when no date could be read or none applies. */
  sessions: z._default(listOf(session, 1000), []),
  /** Dates in words: what could not be read as dates, or what the dates leave out. */
  dateNote: z.optional(text(3000)),
  deadline: z.optional(z.object({ date: day, time: z.optional(clockTime) })),
  place: z.optional(place),
  meetingPlace: z.optional(text(500)),
  /** Places in all, and where the number alone would mislead, the organiser's words. */
  capacity: z.optional(whole(0, 10000000)),
  capacityNote: z.optional(text(2000)),
  placesLeft: z.optional(whole(0, 10000000)),
  /** It takes place only with at least so many people. */
  minimum: z.optional(whole(1, 10000000)),
  /** Yen for one person; 0 is free, absent is unknown. */
  fee: z.optional(whole(0, 100000000)),
  feeNote: z.optional(text(3000)),
  pay: z.optional(payType),
  /** The wage or what else is paid, in words. */
  payNote: z.optional(text(1000)),
  thanks: z.optional(text(1000)),
  bring: z.optional(text(2000)),
  skills: z._default(listOf(text(100), 30), []),
  effort: z.optional(effort),
  effortNote: z.optional(text(1000)),
  /** Who may take part, in words; ages in years where they bind. */
  conditions: z.optional(text(3000)),
  minimumAge: z.optional(whole(0, 120)),
  maximumAge: z.optional(whole(0, 120)),
  /** Languages spoken there, as BCP 47 tags. */
  languages: z._default(listOf(matching(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), 30), []),
  host: z.optional(person),
  coordinator: z.optional(person),
  organizer: z.optional(z.object({ name: text(1000), type: z.optional(organizerType) })),
  contact: z.optional(contact),
  apply: z.optional(z.object({ method: z.optional(text(5000)), url: z.optional(webUrl) })),
  image: z.optional(image),
  status: z._default(programStatus, 'scheduled'),
  /** The page this comes from. */
  url: z.optional(webUrl),
  note: z.optional(text(10000)),
  updatedAt: z.optional(instant),
});
export type Program = z.infer<typeof program>;

/** The fields but these; `z.omit` does the same with five times the code. */
function without<Fields extends object, Name extends keyof Fields>(fields: Fields, names: readonly Name[]) {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name as Name))) as Omit<
    Fields,
    Name
  >;
}

/** What a card needs: a program without its long texts. */
export const programItem = z.object(without(program.shape, detailOnly));
export type ProgramItem = z.infer<typeof programItem>;
