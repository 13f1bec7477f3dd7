import { isMunicipalityCode, unprintable } from '@kankei/core';
import { isObject } from './is-object.ts';
import { type Check, matches, day as realDay, webUrl as realUrl } from './quick-shape.ts';

// What town halls usually write in their files, so that a whole file is read before the contract's schemas have come, in
// a fraction of the time they take. What passes here the schemas would leave as it is; what does not, they decide.

export const text =
  (max: number): Check =>
  (value) =>
    typeof value === 'string' && value !== '' && value.length <= max && !unprintable.test(value);
export const from =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;
export const whole = (least: number, most: number): Check => {
  const between = from(least, most);
  return (value) => Number.isSafeInteger(value) && between(value);
};
export const list =
  (check: Check, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check);

/** An object with no other keys than these; those in `needed` are there. */
export function only(checks: Record<string, Check>, needed: readonly string[] = []): Check {
  const known = new Map(Object.entries(checks));
  return (value) =>
    isObject(value) &&
    needed.every((name) => Object.hasOwn(value, name)) &&
    Object.keys(value).every((name) => known.get(name)?.(value[name]));
}

/** Every month has these; the others are looked up. */
const plainDay = matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/);
export const day: Check = (value) => plainDay(value) || realDay(value);
export const webUrl: Check = (value) => matches(/^https?:\/\/[!-~]{1,1990}$/)(value) && realUrl(value);
const email = (value: unknown) => text(254)(value) && matches(/^\w+([.-]\w+)*@([a-z\d]+[.-])+[a-z]{2,}$/i)(value);
export const code: Check = (value) => typeof value === 'string' && isMunicipalityCode(value);
export const contact = only({ name: text(1000), phone: text(300), extension: text(100), email, url: webUrl });
