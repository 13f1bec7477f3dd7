import * as z from 'zod/mini';
import { text } from './text.ts';

/** A BCP 47 tag, e.g. `ja`, `pt-BR`. */
export const languageTag = z.string().check(z.maxLength(35), z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));

/** A town's own words: plain, for every language, or language by language: `{ "ja": "会員", "en": "Member" }`. */
/* @__NO_SIDE_EFFECTS__ */
export const localText = (max: number) =>
  z.union([
    text(max),
    z.record(languageTag, text(max)).check(z.refine((texts) => Object.keys(texts).length > 0, 'empty')),
  ]);
export type LocalText = string | Record<string, string>;
