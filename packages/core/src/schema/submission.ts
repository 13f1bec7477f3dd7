import * as z from 'zod/mini';
import { answers } from './field.ts';
import { languageTag } from './local-text.ts';
import { matching, upTo, whole } from './text.ts';

/** Names the place something was sent from, e.g. `harvest-page`: no person. */
export const sourceName = matching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/);

/** What comes with everything that is sent, to tell people from machines. */
export const sentBy = z.object({
  source: z.optional(sourceName),
  /** The solved proof of work. */
  proof: z.optional(upTo(4000)),
  /** How long (ms) the form was open. */
  elapsed: z.optional(whole(0, 1e9)),
  /** A field no person sees: what is in it was put there by a machine. */
  website: z.optional(upTo(2000)),
});

/** What a person sends with a form: a signup, an application, a need, an enquiry. */
export const submission = z.object({
  answers,
  /** What mails are written in. */
  language: languageTag,
  /** The `version` of the privacy notice that stood beside the button. */
  noticeVersion: matching(/^[A-Za-z0-9._-]{1,40}$/),
  ...sentBy.shape,
});
export type Submission = z.infer<typeof submission>;
