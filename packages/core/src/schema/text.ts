import * as z from 'zod/mini';
import { unprintable } from '../patterns.ts';

// What `check` gives, a build tool takes for something with effects, and keeps it where nobody uses it; the notes on
// these functions say that it has none.

/** A non-empty text of at most `max` characters (code points, as zod counts them) without control characters. */
// @__NO_SIDE_EFFECTS__
export function text(max: number) {
  return z.string().check(
    z.minLength(1),
    z.maxLength(max),
    z.refine((value) => !unprintable.test(value), 'control-character'),
  );
}

/** Any text of at most `max` characters, also none. */
// @__NO_SIDE_EFFECTS__
export function upTo(max: number) {
  return z.string().check(z.maxLength(max));
}

/** A text of this form. */
// @__NO_SIDE_EFFECTS__
export function matching(pattern: RegExp) {
  return z.string().check(z.regex(pattern));
}

/** A whole number in these bounds, both included. */
// @__NO_SIDE_EFFECTS__
export function whole(least: number, most?: number) {
  return z.int().check(z.minimum(least), ...(most === undefined ? [] : [z.maximum(most)]));
}

/** At most so many items. */
// @__NO_SIDE_EFFECTS__
export function listOf<Item extends z.core.SomeType>(item: Item, most: number) {
  return z.array(item).check(z.maxLength(most));
}

/** At least one item, at most so many. */
// @__NO_SIDE_EFFECTS__
export function someOf<Item extends z.core.SomeType>(item: Item, most: number) {
  return z.array(item).check(z.minLength(1), z.maxLength(most));
}

/** An absolute http or https address; every other scheme (javascript:, data:, …) is refused. */
export const webUrl = /* @__PURE__ */ z.url({ protocol: /^https?$/ }).check(
  z.maxLength(2000),
  z.refine((value) => !unprintable.test(value), 'control-character'),
);

/** A calendar day `YYYY-MM-DD` that exists. The zone is always Asia/Tokyo. */
export const day = z.iso.date();

/** A wall-clock time `HH:MM` (00:00 to 23:59), Asia/Tokyo. */
export const clockTime = matching(/^([01]\d|2[0-3]):[0-5]\d$/);

/** An instant with a zone, e.g. `2026-11-21T09:00:00+09:00`. */
export const instant = z.iso.datetime({ offset: true });
