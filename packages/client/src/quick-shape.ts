import { isObject } from './is-object.ts';

// Checks of an answer's shape in a fraction of the bytes the contract's schemas take. They are laxer than those about
// lengths and strict about kinds of values, so that every template gets what it can show.

export type Check = (value: unknown) => boolean;

export const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
export const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
export const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
export const shape =
  (checks: Record<string, Check>): Check =>
  (value) =>
    isObject(value) && Object.keys(checks).every((name) => checks[name]!(value[name]));

export const text = matches(/./s);
export const maybeText = maybe(text);
export const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
export const maybeCount = maybe(count);
export const maybeNumber = maybe(Number.isFinite);
export const clockTime = maybe(matches(/^([01]\d|2[0-3]):[0-5]\d$/));
/** A day that exists: engines take the 30th of February for a day of March, or for none. */
export const day: Check = (value) =>
  matches(/^\d{4}-\d\d-\d\d$/)(value) && new Date(value as string).toJSON()?.slice(0, 10) === value;
export const instant: Check = (value) => text(value) && !Number.isNaN(Date.parse(value as string));
export const webUrl: Check = (value) => {
  try {
    return /^https?:$/.test(new URL(value as string).protocol);
  } catch {
    return false;
  }
};
export const texts = list(text);
/** A town's words, plain or by language. */
export const words: Check = (value) =>
  text(value) || (isObject(value) && list(text)(Object.values(value)) && !!Object.keys(value).length);
export const counts = list(shape({ value: (value) => typeof value === 'string', count }));

/** One check for all these names. */
export const all = (names: string, check: Check): Record<string, Check> =>
  Object.fromEntries(names.split(' ').map((name) => [name, check]));
