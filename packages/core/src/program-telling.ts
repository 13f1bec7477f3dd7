import { isOpen, type ProgramState } from './program-state.ts';
import type { Program, ProgramItem, Session } from './schema/program.ts';
import type { Effort, PayType, ProgramKind, ProgramMode } from './schema/vocabulary.ts';
import { dayAt, dayLength, sessionSpan, startOfDay, toInstant } from './times.ts';

// What is told of a program in short, wherever it is told: what is said and what is left out. The words themselves come
// from whoever tells it, in the language it is told in.

/** The words for dates. Instants are ms since 1970, shown as days in Tokyo; times come as `HH:MM`. */
export interface DateWords {
  date(instant: number, withYear: boolean): string;
  dateTime(date: string, time: string): string;
  span(from: string, to: string): string;
  from(time: string): string;
  until(time: string): string;
  today: string;
  tomorrow: string;
  inDays(days: number): string;
  running: string;
  endsToday: string;
  endsTomorrow: string;
  moreDates(n: number): string;
  dateUnknown: string;
}

/** The words for all else that a card tells. */
export interface ProgramWords extends DateWords {
  kinds: Record<ProgramKind, string>;
  states: Record<ProgramState, string>;
  modes: Record<ProgramMode, string>;
  efforts: Record<Effort, string>;
  pays: Record<PayType, string>;
  /** Between facts that stand in one line. */
  dot: string;
  yen(n: number): string;
  free: string;
  feeUnknown: string;
  feeInDetail: string;
  orOnline(place: string): string;
  thanksFor(thanks: string): string;
}

type Dates = Pick<Program, 'kind' | 'sessions' | 'dateNote'>;

/** Dates in words: the date itself, how near it is, how many more there are. */
export interface When {
  text: string;
  near?: string | undefined;
  more?: string | undefined;
}

/** How far ahead “in n days” still helps. */
const nearDays = 30;

/** Kinds that need no date: no word about a missing one. */
const dateless: readonly string[] = ['letter', 'ownership', 'side-job'];

const clock = (time: string) => time.replace(/^0/, '');
const yearOf = (day: string) => day.slice(0, 4);

/** One session, e.g. 11月28日（土）9:30〜12:00; a year is said only where it is not the one before it, `now`'s first. */
export function sessionText({ startDate, startTime, endDate, endTime }: Session, now: number, s: DateWords): string {
  const at = (date: string, time?: string) => (time ? s.dateTime(date, time) : date);
  const first = s.date(toInstant(startDate), yearOf(startDate) !== yearOf(dayAt(now)));
  if (endDate && endDate > startDate) {
    const last = s.date(toInstant(endDate), yearOf(endDate) !== yearOf(startDate));
    return s.span(at(first, startTime && clock(startTime)), at(last, endTime && clock(endTime)));
  }
  if (startTime && endTime) return at(first, s.span(clock(startTime), clock(endTime)));
  if (startTime) return at(first, s.from(clock(startTime)));
  return at(first, endTime && s.until(clock(endTime)));
}

/** How near a session is, in whole days of Tokyo: きょう, あす, あと7日; for one that is on, how long it lasts. */
function nearness(session: Session, now: number, s: DateWords): string | undefined {
  const { start, end } = sessionSpan(session);
  const days = (instant: number) => (startOfDay(instant) - startOfDay(now)) / dayLength;
  if (end <= now) return undefined;
  const ahead = days(start);
  if (ahead < 0) return [s.endsToday, s.endsTomorrow][days(end - 1)] ?? s.running;
  if (ahead < 2) return ahead ? s.tomorrow : s.today;
  return ahead <= nearDays ? s.inDays(ahead) : undefined;
}

/**
 * When a program is, as a card says it: its next session, or the last one when all are over. Undefined where a date
 * is missing and would say nothing.
 */
export function whenOf(program: Dates, state: ProgramState, now: number, s: DateWords): When | undefined {
  const { sessions, dateNote, kind } = program;
  const coming = sessions.filter((session) => sessionSpan(session).end > now);
  const session = coming.reduce<Session | undefined>(earlier, undefined) ?? sessions.at(-1);
  if (!session) {
    const text = dateNote ?? (dateless.includes(kind) ? undefined : s.dateUnknown);
    return text ? { text } : undefined;
  }
  const others = (coming.length || sessions.length) - 1;
  return {
    text: sessionText(session, now, s),
    near: isOpen(state) ? nearness(session, now, s) : undefined,
    more: others ? s.moreDates(others) : undefined,
  };
}

function earlier(a: Session | undefined, b: Session): Session {
  return a && sessionSpan(a).start <= sessionSpan(b).start ? a : b;
}

/** True when a program is something to apply for: only then is it worth saying that it is open. */
export function takesApplications(program: ProgramItem & Partial<Pick<Program, 'apply'>>): boolean {
  const { kind, deadline, capacity, placesLeft, apply } = program;
  return Boolean(deadline ?? capacity ?? placesLeft ?? apply) || (kind !== 'event' && kind !== 'festival');
}

/** True where a person still wants to know what is missing: nobody asks the place of what does not take place. */
export function isAsked(state: ProgramState): boolean {
  return state !== 'cancelled' && state !== 'over';
}

/** Where it takes place, as a card says it. Undefined for what needs no place, and if unknown unless `asked`. */
export function whereOf(
  { mode, kind, place }: Pick<ProgramItem, 'mode' | 'kind' | 'place'>,
  s: ProgramWords,
  asked: boolean,
) {
  if (mode === 'online') return s.modes.online;
  const { name, area, address } = place ?? {};
  const known = [name ?? address, name?.includes(area ?? '') ? undefined : area].filter(Boolean).join(s.dot);
  if (mode === 'mixed') return known ? s.orOnline(known) : s.modes.mixed;
  return known || (asked && kind !== 'letter' ? s.modes.unknown : undefined);
}

/** The fee in words, the town's own where no number tells it; if unknown, said when `asked`, save where a person gives work and not money. */
export function feeOf(
  { fee, feeNote, pay }: Pick<ProgramItem, 'fee' | 'feeNote' | 'pay'>,
  s: ProgramWords,
  asked: boolean,
): string | undefined {
  if (fee !== undefined) return fee ? s.yen(fee) : s.free;
  // Words a card has no room for end in “…”: the opened program has them whole.
  if (feeNote) return feeNote.endsWith('…') ? s.feeInDetail : feeNote;
  return asked && !pay ? s.feeUnknown : undefined;
}

/** What one gives and gets: effort, thanks, wage. */
export function exchangeOf(
  program: { effort?: Effort | undefined; pay?: PayType | undefined; thanks?: string | undefined },
  s: ProgramWords,
) {
  const { effort, pay, thanks } = program;
  return [effort && s.efforts[effort], thanks ? s.thanksFor(thanks) : pay && s.pays[pay]].filter(
    (fact) => fact !== undefined,
  );
}
