import * as z from 'zod/mini';
import { matchProfile } from './match.ts';
import { programQuestions } from './matching.ts';
import { sentBy, submission } from './submission.ts';
import { day, instant, text, whole } from './text.ts';

/** That one is interested in a program (気になる): no word of who it is. */
export const programInterest = sentBy;
export type ProgramInterest = z.infer<typeof programInterest>;

/** How many are interested, the sender included. */
export const interestCounted = z.object({ interested: whole(0) });
export type InterestCounted = z.infer<typeof interestCounted>;

/** What a person sends to take part in a program. The answers are those of `applicationFields`. */
export const application = submission;
export type Application = z.infer<typeof application>;

/** Where an application stands. `asked`: somebody asked back and waits for an answer. */
export const applicationStates = ['pending', 'asked', 'waiting', 'accepted', 'declined', 'withdrawn'] as const;
export const applicationState = z.enum(applicationStates);
export type ApplicationState = z.infer<typeof applicationState>;

/** True while an application keeps its places from others. */
export function holdsPlaces(state: ApplicationState): boolean {
  return state === 'pending' || state === 'asked' || state === 'accepted';
}

/** The same whether or not this person has applied before. */
export const applicationReceived = z.object({
  state: z.enum(['pending', 'waiting']),
  /** Of `waiting`: how many stand before it, and itself. */
  position: z.optional(whole(1)),
});
export type ApplicationReceived = z.infer<typeof applicationReceived>;

/** What a resident needs, in the words of who tells it. The answers are those of `needFields`. */
export const need = submission;
export type Need = z.infer<typeof need>;

/** A need is a draft until a coordinator has made it a program, or has declined it. */
export const needStates = ['draft', 'published', 'declined', 'withdrawn'] as const;
export const needState = z.enum(needStates);
export type NeedState = z.infer<typeof needState>;

/** A person's profile for a coordinator to write back to. The answers are those of `enquiryFields`. */
export const enquiry = z.object({
  ...submission.shape,
  /** As much of it as the person chose to show this town. */
  profile: z.optional(matchProfile),
});
export type Enquiry = z.infer<typeof enquiry>;

/** That a need or an enquiry has come; the same whoever sent it. */
export const received = z.object({
  /** An instant. */
  at: instant,
});
export type Received = z.infer<typeof received>;

/** What is told after the day. */
export const report = z.object({
  day,
  /** What was done. */
  done: text(3000),
  /** How many took part. */
  people: z.optional(whole(0, 100_000)),
  /** A word of thanks from the host. */
  thanks: z.optional(text(3000)),
});
export type Report = z.infer<typeof report>;

/** What can be done now to take part: apply, apply for the waiting list, or neither. */
export const recruitmentStates = ['open', 'waiting', 'closed'] as const;

/** Where a program's recruitment stands, and what it asks beyond the town's questions. */
export const recruitment = z.object({
  state: z.enum(recruitmentStates),
  /** Absent where nobody counts them. */
  placesLeft: z.optional(whole(0)),
  /** How many stand on the waiting list. */
  waiting: z.optional(whole(0)),
  /** How many said that they are interested. */
  interested: z.optional(whole(0)),
  /** How many may come with one application. */
  people: z._default(whole(1, 100), 10),
  questions: z._default(programQuestions, []),
  /** An instant after which nothing is taken, by the backend's clock. */
  until: z.optional(instant),
  report: z.optional(report),
  asOf: instant,
});
export type Recruitment = z.infer<typeof recruitment>;
