import type { Answer, Field } from '../schema/field.ts';
import { isDay } from '../times.ts';
import { type FieldKind, lengthLimits } from './field-kinds.ts';
import { overseas, prefectureNames } from './prefectures.ts';
import {
  tidyDate,
  tidyEmail,
  tidyKana,
  tidyLines,
  tidyNumber,
  tidyPostal,
  tidyPrefecture,
  tidyTel,
  tidyText,
  tidyYear,
} from './tidy.ts';

/** What can be wrong with an answer. The sentences live with the elements. */
export const fieldFaultCodes = [
  'required',
  /** It is no answer of this kind at all, e.g. a list where a text belongs. */
  'unreadable',
  /** There is no such field in the form. */
  'unknown',
  'too-short',
  'too-long',
  'kana',
  'email-without-at',
  'email-without-domain',
  'email',
  'tel',
  'postal',
  'prefecture',
  'date',
  'too-early',
  'too-late',
  'year',
  'number',
  'too-small',
  'too-big',
  'not-an-option',
  'too-few',
  'too-many',
] as const;
export type FieldFaultCode = (typeof fieldFaultCodes)[number];

/** An answer as it is kept, or what is wrong with it; `undefined` is no answer. */
export type Checked = { value: Answer | undefined } | { code: FieldFaultCode };

/** How a kind's text is tidied; also while a person still fills in the form. */
const tidiers: Record<FieldKind, (text: string) => string> = {
  text: tidyText,
  kana: tidyKana,
  email: tidyEmail,
  tel: tidyTel,
  postal: tidyPostal,
  prefecture: tidyPrefecture,
  municipality: tidyText,
  date: tidyDate,
  'birth-year': tidyYear,
  number: tidyNumber,
  choice: (text) => text,
  choices: (text) => text,
  consent: (text) => text,
  'long-text': tidyLines,
};

/** What was meant by what was typed, in the form it is kept in. */
export function tidyAnswer(kind: FieldKind, text: string): string {
  return tidiers[kind](text);
}

/**
 * Reads one answer. `today` is the day `YYYY-MM-DD` in Tokyo, which bounds a year of birth. A field that is not shown
 * is not for this function: see `checkForm`.
 */
export function checkField(field: Field, input: Answer | undefined, today: string): Checked {
  const { kind, required } = field;
  const checked =
    kind === 'consent'
      ? readConsent(input)
      : kind === 'choices'
        ? readChoices(field, input)
        : readText(field, input, today);
  return required && 'value' in checked && checked.value === undefined ? { code: 'required' } : checked;
}

/** Browsers send a ticked box as `on`; anything but a clear yes is no. */
function readConsent(input: Answer | undefined): Checked {
  if (Array.isArray(input) || typeof input === 'number') return { code: 'unreadable' };
  return { value: input === true || input === 'true' || input === 'on' || input === 'yes' ? true : undefined };
}

function readChoices(field: Field, input: Answer | undefined): Checked {
  if (typeof input === 'boolean' || typeof input === 'number') return { code: 'unreadable' };
  const given = typeof input === 'string' ? (input ? [input] : []) : (input ?? []);
  const chosen = [...new Set(given)];
  const offered = (field.options ?? []).map(({ value }) => value);
  if (chosen.some((value) => !offered.includes(value))) return { code: 'not-an-option' };
  if (chosen.length > (field.maxLength ?? Number.POSITIVE_INFINITY)) return { code: 'too-many' };
  if (!chosen.length) return { value: undefined };
  if (chosen.length < (field.minLength ?? 0)) return { code: 'too-few' };
  return { value: offered.filter((value) => chosen.includes(value)) };
}

function readText(field: Field, input: Answer | undefined, today: string): Checked {
  if (Array.isArray(input) || typeof input === 'boolean') return { code: 'unreadable' };
  const text = tidyAnswer(field.kind, String(input ?? ''));
  if (!text) return { value: undefined };
  const { kind } = field;
  if (kind === 'choice')
    return field.options?.some(({ value }) => value === text) ? { value: text } : { code: 'not-an-option' };
  if (kind === 'number' || kind === 'birth-year') return readNumber(field, text, today);
  // Counted as people count: 𠮷 is one character.
  const length = [...text].length;
  if (length > (field.maxLength ?? lengthLimits[kind])) return { code: 'too-long' };
  if (length < (field.minLength ?? 0)) return { code: 'too-short' };
  const code = faults[kind]?.(text, field);
  return code ? { code } : { value: text };
}

const faults: Partial<Record<FieldKind, (text: string, field: Field) => FieldFaultCode | undefined>> = {
  // A reading may be in Latin letters: kana is not asked of people who have none.
  kana: (text) => (/^[\p{Script=Katakana}\p{Script=Latin}ー・ '’.-]+$/u.test(text) ? undefined : 'kana'),
  email: emailFault,
  tel: (text) => (/^(0\d{9,10}|\+[1-9]\d{6,14})$/.test(text.replaceAll('-', '')) ? undefined : 'tel'),
  postal: (text) => (/^\d{3}-\d{4}$/.test(text) ? undefined : 'postal'),
  prefecture: (text) => (text === overseas || prefectureNames.includes(text) ? undefined : 'prefecture'),
  date: (text, { from, to }) => {
    if (!isDay(text)) return 'date';
    return from && text < from ? 'too-early' : to && text > to ? 'too-late' : undefined;
  },
};

/** The earliest year of birth of anybody alive, with room. */
const firstYear = 1900;

function readNumber({ kind, min, max }: Field, text: string, today: string): Checked {
  const isYear = kind === 'birth-year';
  if (!/^-?\d{1,15}$/.test(text)) return { code: isYear ? 'year' : 'number' };
  const number = Number(text);
  const least = min ?? (isYear ? firstYear : Number.NEGATIVE_INFINITY);
  const most = Math.min(max ?? Number.POSITIVE_INFINITY, isYear ? Number(today.slice(0, 4)) : Number.POSITIVE_INFINITY);
  if (number < least) return { code: isYear ? 'year' : 'too-small' };
  if (number > most) return { code: isYear ? 'year' : 'too-big' };
  return { value: number + 0 };
}

/** The same addresses a browser's own e-mail field takes (WHATWG HTML), some with dots where RFC 5322 has none. */
const localPart = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/;
const label = '[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?';
const domain = new RegExp(`^(${label}\\.)+${label}$`, 'u');

function emailFault(text: string): FieldFaultCode | undefined {
  const at = text.lastIndexOf('@');
  if (at < 0) return 'email-without-at';
  if (!text.slice(at + 1).includes('.')) return 'email-without-domain';
  return localPart.test(text.slice(0, at)) && domain.test(text.slice(at + 1)) ? undefined : 'email';
}
