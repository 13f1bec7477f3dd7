import * as z from 'zod/mini';
import { answers } from './field.ts';
import { languageTag } from './local-text.ts';
import { municipalityCode } from './municipality-code.ts';
import { day, instant, matching, text, upTo, whole } from './text.ts';

/** Names the place a signup came from, e.g. `harvest-page`: no person. */
export const sourceName = matching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/);

/** What stands for a member who introduces others; says nothing of who it is. */
export const introducerCode = matching(/^[A-Za-z0-9_-]{6,40}$/);

/** What a person sends to join. */
export const signup = z.object({
  answers,
  /** What mails are written in. */
  language: languageTag,
  /** The `version` of the privacy notice that stood beside the button. */
  noticeVersion: matching(/^[A-Za-z0-9._-]{1,40}$/),
  introducer: z.optional(introducerCode),
  source: z.optional(sourceName),
  /** The solved proof of work. */
  proof: z.optional(upTo(4000)),
  /** How long (ms) the form was open. */
  elapsed: z.optional(whole(0, 1e9)),
  /** A field no person sees: what is in it was put there by a machine. */
  website: z.optional(upTo(2000)),
});
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
