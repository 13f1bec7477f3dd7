import {
  type Answer,
  type Answers,
  checkForm,
  efforts,
  type Field,
  type FieldFault,
  isDay,
  type Program,
  payTypes,
  programKinds,
  program as programSchema,
  programStatuses,
  type Session,
  sessionSpan,
  tidyAnswer,
} from '@kankei/core';
import type { Needed } from './need-store.ts';

const offer = (values: readonly string[]) => values.map((value) => ({ value }));

/** What a coordinator answers to make a program of a need. */
const fields: readonly Field[] = [
  { name: 'title', kind: 'text', required: true, maxLength: 100 },
  { name: 'kind', kind: 'choice', required: true, options: offer(programKinds) },
  { name: 'summary', kind: 'text', maxLength: 300 },
  { name: 'description', kind: 'long-text', maxLength: 5000 },
  { name: 'dates', kind: 'long-text', maxLength: 3000 },
  { name: 'dateNote', kind: 'text', maxLength: 300 },
  { name: 'deadline', kind: 'date' },
  { name: 'mode', kind: 'choice', required: true, options: offer(['onsite', 'online', 'mixed']) },
  { name: 'placeName', kind: 'text', maxLength: 300 },
  { name: 'address', kind: 'text', maxLength: 300 },
  { name: 'meetingPlace', kind: 'text', maxLength: 300 },
  { name: 'capacity', kind: 'number', min: 1, max: 10_000 },
  { name: 'skills', kind: 'text', maxLength: 300 },
  { name: 'conditions', kind: 'text', maxLength: 500 },
  { name: 'minimumAge', kind: 'number', min: 0, max: 120 },
  { name: 'languages', kind: 'choices', options: offer(['ja', 'en', 'zh', 'ko', 'vi', 'pt']) },
  { name: 'effort', kind: 'choice', options: offer(efforts) },
  { name: 'bring', kind: 'text', maxLength: 500 },
  { name: 'pay', kind: 'choice', options: offer(payTypes) },
  { name: 'thanks', kind: 'text', maxLength: 500 },
  { name: 'fee', kind: 'number', min: 0, max: 1_000_000 },
  { name: 'themes', kind: 'text', maxLength: 300 },
  { name: 'host', kind: 'text', maxLength: 100 },
  { name: 'imageUrl', kind: 'text', maxLength: 2000 },
  { name: 'imageAlt', kind: 'text', maxLength: 300 },
  { name: 'imageCredit', kind: 'text', maxLength: 300 },
  { name: 'imageLicence', kind: 'text', maxLength: 300 },
];

const statusField: Field = { name: 'status', kind: 'choice', required: true, options: offer(programStatuses) };

/**
 * The questions of the desk's form: of a published program also whether it is on; of a draft the days are to come.
 * `today`: the day in Tokyo.
 */
export function programFields({ need }: Pick<Needed, 'need'>, today: string): Field[] {
  if (need.state === 'published') return [statusField, ...fields];
  return fields.map((field) => (field.name === 'dates' ? { ...field, from: today } : field));
}

/** What stands in the form: what a coordinator has answered so far, else what follows from what the host told. */
export function formAnswers({ need }: Needed): Answers {
  if (need.completed) return { status: 'scheduled', ...need.completed };
  const { what = '', when = '', date = '', people = '', who = '', effort = '', bring = '', thanks = '' } = need.answers;
  return {
    kind: 'help',
    mode: 'onsite',
    description: what,
    dates: date,
    dateNote: when,
    capacity: people,
    conditions: who,
    effort,
    bring,
    thanks,
    ...(thanks !== '' && { pay: 'thanks' }),
  };
}

/** The program that answers make, or what is wrong with them. */
export type Made = { program: Program; values: Answers } | { faults: FieldFault[] };

/** Makes a program of a coordinator's answers. A draft is not published for days gone by. */
export function makeProgram(
  needed: Needed,
  answers: Answers,
  { id, today, now }: { id: string; today: string; now: number },
): Made {
  const { values, faults } = checkForm(programFields(needed, today), answers, today);
  const sessions = readSessions(String(values.dates ?? ''));
  if (!sessions) faults.push({ name: 'dates', code: 'date' });
  const isOver = sessions?.length && sessions.every((one) => sessionSpan(one).end <= now);
  if (isOver && needed.need.state !== 'published') faults.push({ name: 'dates', code: 'too-early' });
  if (values.imageUrl !== undefined && values.imageAlt === undefined)
    faults.push({ name: 'imageAlt', code: 'required' });
  if (faults.length) return { faults };
  const made = programSchema.safeParse(toProgram(needed, values, { id, sessions, now }));
  if (made.success) return { program: made.data, values };
  const names = [...new Set(made.error.issues.map(({ path }) => fieldOf[String(path[0])] ?? String(path[0])))];
  return { faults: names.map((name) => ({ name, code: 'unreadable' })) };
}

/** Where a part of a program is typed, if not in the field of its name. */
const fieldOf: Record<string, string> = { sessions: 'dates', place: 'placeName', image: 'imageUrl' };

function toProgram(
  { town, matching, need }: Needed,
  values: Answers,
  { id, sessions, now }: { id: string; sessions: Session[] | undefined; now: number },
): object {
  const { dates, placeName, address, themes, skills, host, deadline, ...rest } = values;
  const { imageUrl, imageAlt, imageCredit, imageLicence, ...same } = rest;
  const { name, introduction, contact = town.contact } = matching.coordinator ?? { name: undefined };
  return {
    ...same,
    id,
    town: need.town,
    sessions,
    themes: listIn(themes),
    skills: listIn(skills),
    ...(deadline !== undefined && { deadline: { date: deadline } }),
    ...((placeName ?? address) !== undefined && { place: { name: placeName, address } }),
    ...(host !== undefined && { host: { name: host } }),
    ...(imageUrl !== undefined && {
      image: { url: imageUrl, alt: imageAlt, credit: imageCredit, licence: imageLicence },
    }),
    ...(name !== undefined && { coordinator: { name, introduction } }),
    contact,
    updatedAt: new Date(now).toISOString(),
  };
}

/** What stands between commas of either kind. */
function listIn(answer: Answer | undefined): string[] {
  return String(answer ?? '')
    .split(/[、,，]/)
    .map((one) => one.trim())
    .filter(Boolean);
}

const clock = '(\\d{1,2}):(\\d{2})';
const line = new RegExp(`^(\\S+?)(?:~(\\S+?))?(?:\\s+${clock}(?:\\s*~\\s*${clock})?)?$`);

/**
 * Sessions from lines such as `2026-12-05 9:30-12:00`, `2026年12月5日〜2026年12月6日`, in order; undefined where a line is
 * none. A day alone lasts all of it.
 */
export function readSessions(text: string): Session[] | undefined {
  const lines = text
    .split('\n')
    .map((one) => one.normalize('NFKC').trim())
    .filter(Boolean);
  const sessions = lines.map(readSession);
  if (sessions.some((one) => one === undefined) || sessions.length > 1000) return undefined;
  return (sessions as Session[]).sort((a, b) => sessionSpan(a).start - sessionSpan(b).start);
}

function readSession(text: string): Session | undefined {
  // A hyphen also stands within days; between days and between times it is a tilde from here on.
  const plain = text.replace(/\s*[〜～~–—]\s*/g, '~').replace(/(:\d{2})\s*[-−]\s*(?=\d{1,2}:)/, '$1~');
  const [, first, last, hour, minute, endHour, endMinute] = line.exec(plain) ?? [];
  const [startDate, endDate] = [first, last].map((day) => day && tidyAnswer('date', day));
  const [startTime, endTime] = [timeOf(hour, minute), timeOf(endHour, endMinute)];
  if (!startDate || !isDay(startDate) || startTime === null || endTime === null) return undefined;
  if (endDate !== undefined && (!isDay(endDate) || endDate < startDate)) return undefined;
  if (startTime && endTime && (endDate ?? startDate) === startDate && endTime <= startTime) return undefined;
  return {
    startDate,
    ...(startTime && { startTime }),
    ...(endDate && endDate !== startDate && { endDate }),
    ...(endTime && { endTime }),
  };
}

/** `09:30`; null for what is no time of day. */
function timeOf(hour: string | undefined, minute: string | undefined): string | undefined | null {
  if (hour === undefined || minute === undefined) return undefined;
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}
