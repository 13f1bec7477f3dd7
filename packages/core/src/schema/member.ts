import * as z from 'zod/mini';
import { answers } from './field.ts';
import { languageTag } from './local-text.ts';
import { municipalityCode } from './municipality-code.ts';
import { sourceName, submission } from './submission.ts';
import { day, instant, matching, text, upTo, whole } from './text.ts';

/** What stands for a member who introduces others; says nothing of who it is. */
export const introducerCode = matching(/^[A-Za-z0-9_-]{6,40}$/);

/** What a person sends to join. */
export const signup = z.object({ ...submission.shape, introducer: z.optional(introducerCode) });
export type Signup = z.infer<typeof signup>;

/** What a member sees of what is kept, and may correct. */
export const member = z.object({
  town: municipalityCode,
  /** Counted from 1 in every town; never given twice. */
  number: whole(1),
  answers,
  /** What stands on cards in place of the name. */
  cardName: z.optional(text(40)),
  language: languageTag,
  /** The day of confirmation, Tokyo. */
  since: day,
  consent: z.object({ version: z.string(), at: instant }),
  /** How many members came by this one's name cards. */
  introduced: whole(0),
  introducerCode,
  source: z.optional(sourceName),
  /** A new address that has not been confirmed yet. */
  pendingEmail: z.optional(upTo(254)),
});
export type Member = z.infer<typeof member>;

/** What a member changes: all answers of the form as they now are (`privacy` aside), or the name on cards, or both. */
export const memberChange = z.object({
  answers: z.optional(answers),
  /** Empty: the name itself again. */
  cardName: z.optional(upTo(400)),
});
export type MemberChange = z.infer<typeof memberChange>;
