import * as z from 'zod/mini';
import { unprintable } from '../patterns.ts';

/** A non-empty text of at most `max` characters (code points, as zod counts them) without control characters. */
export const text = (max: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(max),
    z.refine((value) => !unprintable.test(value), 'control-character'),
  );

/** An absolute http or https address; every other scheme (javascript:, data:, …) is refused. */
export const webUrl = z.url({ protocol: /^https?$/ }).check(
  z.maxLength(2000),
  z.refine((value) => !unprintable.test(value), 'control-character'),
);

/** A calendar day `YYYY-MM-DD` that exists. The zone is always Asia/Tokyo. */
export const day = z.iso.date();

/** A wall-clock time `HH:MM` (00:00 to 23:59), Asia/Tokyo. */
export const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** An instant with a zone, e.g. `2026-11-21T09:00:00+09:00`. */
export const instant = z.iso.datetime({ offset: true });
