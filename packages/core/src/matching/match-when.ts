import type { MatchProfile } from '../schema/match.ts';
import type { Program, Session } from '../schema/program.ts';
import type { ProgramKind } from '../schema/vocabulary.ts';
import { dayAt, dayLength, type Span, startOfDay } from '../times.ts';
import { type Month, months, type StayLength, stayLengths, type Weekday, weekdays } from './answers.ts';
import { type Findings, saying } from './findings.ts';
import { isHoliday } from './holidays.ts';

/** Who goes to these stays from the first day to the last. To others one goes on any of their days. */
const stays: readonly ProgramKind[] = ['work-stay', 'tour', 'school'];

/** Within a year every weekday of every month comes once. */
const daysLookedAt = 366;

const hour = 3600_000;

/** A day in Tokyo. */
interface Day {
  date: string;
  weekday: Weekday;
  month: Month;
  isHoliday: boolean;
}

/** The days that came up; programs share them. */
const calendar = new Map<number, Day>();
const calendarLimit = 10_000;

/** The day that begins at an instant. */
function dayFrom(start: number): Day {
  const known = calendar.get(start);
  if (known) return known;
  const date = dayAt(start);
  const utc = new Date(`${date}T00:00:00Z`);
  const day = {
    date,
    weekday: weekdays[(utc.getUTCDay() + 6) % 7]!,
    month: months[utc.getUTCMonth()]!,
    isHoliday: isHoliday(date),
  };
  if (calendar.size >= calendarLimit) calendar.clear();
  calendar.set(start, day);
  return day;
}

/** The days of a span from an instant on. */
function daysOf({ end }: Span, from: number): Day[] {
  const days: Day[] = [];
  for (let day = startOfDay(from); day < end && days.length < daysLookedAt; day += dayLength) days.push(dayFrom(day));
  return days;
}

/** How long a session takes who comes; undefined where it does not say, or where one may come and go. */
function lengthOf({ start, end }: Span, { startTime, endTime }: Session, isStay: boolean): StayLength | undefined {
  const isTimed = startTime !== undefined && endTime !== undefined;
  if (isTimed && end - start <= 4 * hour) return 'hours';
  const nights = (startOfDay(end - 1) - startOfDay(start)) / dayLength;
  if (nights === 0) return isTimed ? 'day' : undefined;
  if (isStay) return nights <= 7 ? 'nights' : 'long';
  return isTimed && end - start <= 24 * hour ? 'day' : undefined;
}

/** Judges the time of one session. */
type SessionJudge = (days: Day[], length: StayLength | undefined, isStay: boolean, found: Findings) => Day[];

/** What stands for a day of the week on a national holiday: who has weekends has those. */
export const holiday = 'holiday';

/** The answer that a day meets; undefined where there is none. */
type Meets = (day: Day) => string | undefined;

const inMonths =
  (wanted: readonly Month[]): Meets =>
  ({ month }) =>
    wanted.includes(month) ? month : undefined;

function onWeekdays(wanted: readonly Weekday[]): Meets {
  const hasWeekends = wanted.includes('sat') || wanted.includes('sun');
  return ({ weekday, isHoliday }) =>
    wanted.includes(weekday) ? weekday : hasWeekends && isHoliday ? holiday : undefined;
}

/** Makes a judge that leaves the days on which a condition holds; all of them where it holds on none. */
function daysJudge<Value extends Weekday | Month>(
  name: 'weekday' | 'month',
  wanted: readonly Value[] | undefined,
  meeting: (wanted: readonly Value[]) => Meets,
): SessionJudge | undefined {
  if (!wanted?.length) return undefined;
  const meets = meeting(wanted);
  const met = new Map([...wanted, holiday].map((value) => [value as string, saying(name, value)]));
  const missed = saying(name, wanted.join(' '));
  const judge: SessionJudge = (days, _, isStay, { reasons, misfits }) => {
    const left = days.filter(meets);
    const isMet = isStay ? left.length === days.length : left.length > 0;
    if (isMet) reasons.push(met.get(meets(left[0]!)!)!(left[0]!.date));
    else misfits.push(missed(days[0]!.date));
    return isMet ? left : days;
  };
  return judge;
}

/** Who has a day has two hours as well: only what is longer than all that is wanted is too long. */
function lengthJudge(wanted: readonly StayLength[] | undefined): SessionJudge | undefined {
  if (!wanted?.length) return undefined;
  const longest = Math.max(...wanted.map((one) => stayLengths.indexOf(one)));
  const missed = saying('length', wanted.join(' '));
  return (days, length, _, { reasons, misfits }) => {
    if (length && wanted.includes(length)) reasons.push(saying('length', length)(length));
    else if (length && stayLengths.indexOf(length) > longest) misfits.push(missed(length));
    return days;
  };
}

/** Fewer unmet conditions, then more reasons; of equals the first stays. */
function isBetter(one: Findings, other: Findings): boolean {
  const fewer = other.misfits.length - one.misfits.length;
  return fewer > 0 || (fewer === 0 && one.reasons.length > other.reasons.length);
}

/**
 * Makes what finds the session that fits best into a person's time, and how, at an instant (ms since 1970); undefined
 * where the person does not say when. All that is asked is asked of one session: a Saturday in May and a Sunday in June
 * are no Saturday in June.
 */
export function whenMatcher(
  { weekdays, months, lengths }: MatchProfile,
  now: number,
): ((program: Program, spans: readonly Span[]) => Findings | undefined) | undefined {
  const judges = [
    daysJudge('month', months, inMonths),
    daysJudge('weekday', weekdays, onWeekdays),
    lengthJudge(lengths),
  ].filter((judge) => judge !== undefined);
  if (!judges.length) return undefined;
  return ({ kind, sessions }, spans) => {
    const isStay = stays.includes(kind);
    let best: Findings | undefined;
    for (const [index, span] of spans.entries()) {
      if (span.end <= now) continue;
      const found: Findings = { reasons: [], misfits: [] };
      const length = lengthOf(span, sessions[index]!, isStay);
      let days = daysOf(span, isStay ? span.start : Math.max(span.start, now));
      for (const judge of judges) days = judge(days, length, isStay, found);
      if (!best || isBetter(found, best)) best = found;
    }
    return best;
  };
}
