/** Dates and times as people write them in tables. Only what is certain is read; the rest is for the caller to keep as text. */

/** A day with or without a time, wall clock of Asia/Tokyo. */
export interface Moment {
  date: string;
  time?: string;
}

/** What a date cell may hold: a moment, or a stretch of days, or a day that stands for "none" (9999-12-31). */
export type DateCell = { from: Moment; to?: Moment } | 'none';

/** The first year of each era; 令和元年 is 2019. */
const eras: Record<string, number> = {
  明治: 1868,
  M: 1868,
  大正: 1912,
  T: 1912,
  昭和: 1926,
  S: 1926,
  平成: 1989,
  H: 1989,
  令和: 2019,
  R: 2019,
};

/** Nothing longer is a date or a time and nothing else. */
const longest = 60;

/** One width, one hyphen, one wave dash, no weekdays: 2026年10月1日（木・祝） → 2026年10月1日. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[〜∼]/g, '~')
    .replace(/\([日月火水木金土曜祝休振替・,、]+\)/g, '')
    .replace(/[日月火水木金土]曜日?/g, '')
    .trim();
}

const packed = /^(\d{4})(\d{2})(\d{2})(?!\d)\s*(.*)$/s;
const separated =
  /^(?:(\d{4})|(明治|大正|昭和|平成|令和|[MTSHR])\s*\.?\s*(\d{1,2}|元))\s*([-/.年])\s*(\d{1,2})\s*([-/.月])\s*(\d{1,2})(?!\d)\s*(日?)\s*(.*)$/is;

/** Year, month and day, and what follows them. */
function splitDate(text: string): [year: number, month: number, day: number, rest: string] | undefined {
  const digits = packed.exec(text);
  if (digits) return [Number(digits[1]), Number(digits[2]), Number(digits[3]), digits[4]!];
  const match = separated.exec(text);
  if (!match || !consistent(match[4]!, match[6]!, match[8]!)) return undefined;
  const [, western, era, ofEra] = match;
  const year = era ? eras[era.toUpperCase()]! + (ofEra === '元' ? 1 : Number(ofEra)) - 1 : Number(western);
  return [year, Number(match[5]), Number(match[7]), match[9]!];
}

/** 2026年10月1日 or 2026-10-01, not a mixture that may mean something else. */
function consistent(first: string, second: string, last: string): boolean {
  return first === '年' ? second === '月' && last === '日' : first === second && last === '';
}

/** `YYYY-MM-DD` of a day that exists, years 1868 to 9999. */
function toDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return year >= 1868 && exists ? date.toISOString().slice(0, 10) : undefined;
}

function readMoment(text: string): Moment | undefined {
  const parts = splitDate(text);
  if (!parts) return undefined;
  const [year, month, day, rest] = parts;
  const date = toDate(year, month, day);
  if (!date || !rest) return date ? { date } : undefined;
  const clock = /^T?\s*(.*?)(?:\+09:?00)?$/s.exec(rest)?.[1] ?? '';
  const time = readClock(clock);
  return time && time !== '24:00' ? { date, time } : undefined;
}

/**
 * Reads `2026-10-01`, `2026/10/1`, `2026.10.1`, `20261001`, `2026年10月1日（木）`, 令和8年10月1日, R8.10.1, with or
 * without a time behind, and two of them with ～ between. Undefined for everything else: no year, no guess.
 */
export function readDate(text: string): DateCell | undefined {
  if (text.length > longest) return undefined;
  const [first, second, ...more] = plain(text).split(/\s*(?:~|から)\s*/);
  const from = readMoment(first ?? '');
  const to = second ? readMoment(second.replace(/\s*まで$/, '')) : undefined;
  if (!from || more.length || (second && !to)) return undefined;
  // The year 9999 stands for "never" in databases, and municipal files write it for "no deadline".
  if (from.date.startsWith('9999-')) return 'none';
  return to ? { from, to } : { from };
}

const clock = /^(午前|午後|AM|PM)?\s*(\d{1,2})(?::(\d{2})(?::\d{2}(?:\.\d+)?)?|時(?:(\d{1,2})分|(半))?)\s*(AM|PM)?$/i;

/** `HH:MM` from 00:00 to 24:00. Noon and midnight by the twelve-hour clock (午後12時) are ambiguous and not read. */
function readClock(text: string): string | undefined {
  if (text === '正午') return '12:00';
  const match = clock.exec(/^\d{4}$/.test(text) ? `${text.slice(0, 2)}:${text.slice(2)}` : text);
  if (!match || (match[1] && match[6])) return undefined;
  const half = (match[1] ?? match[6] ?? '').toUpperCase();
  const written = Number(match[2]);
  if (half && written > 11) return undefined;
  const hour = half === '午後' || half === 'PM' ? written + 12 : written;
  const minute = match[5] ? 30 : Number(match[3] ?? match[4] ?? 0);
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A time cell: when it begins and ends, as far as the cell says so; both absent for 終日. */
export interface Clocks {
  start?: string;
  end?: string;
}

/**
 * Reads `9:30`, `09:30:00`, `9時30分`, `午後1時半`, `PM 1:00`, `0930`, 正午, 終日 and stretches such as `10:00～12:00`,
 * `9時から` or `～17:00`. Undefined for everything else, such as `10時頃`.
 */
export function readClocks(text: string): Clocks | undefined {
  if (text.length > longest) return undefined;
  const whole = plain(text);
  if (/^(?:終日|一日中|24時間)$/.test(whole)) return {};
  const [first = '', second = '', ...more] = whole.replace(/\s*まで$/, '').split(/\s*(?:~|から|-)\s*/);
  if (more.length || !(first || second)) return undefined;
  const start = readClock(first);
  // 午後1時～3時 ends in the afternoon, too.
  const end = readClock(/^(?:午後|PM)/i.test(first) && /^\d{1,2}[:時]/.test(second) ? `午後${second}` : second);
  const later = end ?? readClock(second);
  if ((first && !start) || (second && !later)) return undefined;
  return { ...(start && { start }), ...(later && { end: later }) };
}
