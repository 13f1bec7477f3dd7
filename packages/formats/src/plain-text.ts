// Programs in lines of plain Japanese, for formats that have no field of their own for what a program says.
import { type Program, type Session, timeZone, toInstant } from '@kankei/core';

/** A name that no other program in the world has and that stays: UID of a calendar entry, guid of a feed's item. */
export function programUid({ id, town }: Pick<Program, 'id' | 'town'>): string {
  return `${id}@${town}.kankei`;
}

let days: Intl.DateTimeFormat | undefined;

/** Made when the first is written: a server that writes none does without the 8 MB that it takes. */
function daysOf(): Intl.DateTimeFormat {
  days ??= new Intl.DateTimeFormat('ja-JP', {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  });
  return days;
}

/** `2026年11月28日（土）`, with the wide brackets of Japanese text, which need no space after them. */
const dayText = (date: string) => daysOf().format(toInstant(date)).replace('(', '（').replace(')', '）');
const timeText = (time: string | undefined) => time?.replace(/^0/, '') ?? '';

/** `2026年11月28日（土）9:30〜12:00`; what is not known is left out. */
export function sessionText({ startDate, startTime, endDate, endTime }: Session): string {
  const start = dayText(startDate) + timeText(startTime);
  const last = endDate && endDate !== startDate ? dayText(endDate) : '';
  const end = last + timeText(endTime);
  return end ? `${start}〜${end}` : start;
}

/** The title, with what was called off said in it: many calendars and readers show nothing else. */
export function headline({ title, status }: Pick<Program, 'title' | 'status'>): string {
  if (status === 'cancelled' && !title.includes('中止')) return `【中止】${title}`;
  if (status === 'postponed' && !title.includes('延期')) return `【延期】${title}`;
  return title;
}

/** Where it takes place as far as it is known: name and address, else the area, else where people meet. */
export function placeLine({ place, meetingPlace, mode }: Pick<Program, 'place' | 'meetingPlace' | 'mode'>): string {
  const line = [place?.name, place?.address].filter(Boolean).join(' ') || place?.area || meetingPlace || '';
  return line || (mode === 'online' ? 'オンライン' : '');
}

function feeText({ fee, feeNote }: Program): string {
  const amount = fee === undefined ? '' : fee === 0 ? '無料' : `${fee.toLocaleString('ja-JP')}円`;
  return [amount, feeNote].filter(Boolean).join(' ');
}

function deadlineText({ deadline }: Program): string {
  return deadline ? sessionText({ startDate: deadline.date, startTime: deadline.time }) : '';
}

function contactText({ contact }: Program): string {
  const phone = [contact?.phone, contact?.extension && `（内線 ${contact.extension}）`].filter(Boolean).join('');
  return [contact?.name, phone, contact?.email, contact?.url].filter(Boolean).join(' ');
}

/** Summary and description, then what a participant must know, each with its label. Empty when nothing is known. */
export function detailText(program: Program): string {
  const { summary, description, place, apply } = program;
  const lead = summary && !description?.startsWith(summary) ? summary : '';
  const facts: [label: string, value: string | undefined][] = [
    ['日時について', program.dateNote],
    ['集合場所', program.meetingPlace],
    ['行き方', place?.access],
    ['駐車場', place?.parking],
    ['料金', feeText(program)],
    ['お礼', program.thanks],
    ['持ち物', program.bring],
    ['参加できる方', program.conditions],
    ['申し込みの締め切り', deadlineText(program)],
    ['申し込み', [apply?.method, apply?.url].filter(Boolean).join(' ')],
    ['お問い合わせ', contactText(program)],
  ];
  const lines = facts.flatMap(([label, value]) => (value ? [`${label}：${value}`] : []));
  return [lead, description, lines.join('\n')].filter(Boolean).join('\n\n');
}
