import * as z from 'zod/mini';
import {
  applicationFieldNames,
  consentNames,
  enquiryFieldNames,
  matchingFieldNames,
  needFieldNames,
} from '../matching/field-names.ts';
import { delivery, type Fanclub, privacyNotice, usualField } from './fanclub.ts';
import { field } from './field.ts';
import { localText } from './local-text.ts';
import { contact, person } from './program.ts';
import { stageRules } from './stage.ts';
import { day, listOf, webUrl, whole } from './text.ts';

/** A town's own questions: with words, and with names that none of the usual ones has. */
// @__NO_SIDE_EFFECTS__
function ownQuestions(usual: readonly string[]) {
  const taken = new Set([...usual, ...consentNames]);
  return listOf(field, 30).check(
    z.refine((questions) => questions.every(({ name }) => !taken.has(name)), 'name-taken'),
    z.refine((questions) => new Set(questions.map(({ name }) => name)).size === questions.length, 'repeated'),
    z.refine((questions) => questions.every(({ label }) => label), 'missing-label'),
  );
}

/** A form of usual questions, as a town wants it. */
// @__NO_SIDE_EFFECTS__
function formOf<const Names extends readonly [string, ...string[]]>(names: Names) {
  return z.object({
    title: z.optional(localText(100)),
    intro: z.optional(localText(3000)),
    /** The usual questions, in this order; all of them unless said. What a form cannot do without is always asked. */
    fields: z.optional(listOf(usualField(names), 30)),
    /** The town's own questions, after the usual ones. */
    questions: z.optional(ownQuestions(names)),
    /** What happens after it was sent. */
    next: z.optional(localText(1000)),
  });
}

/** Questions of one program, after those of the town. */
export const programQuestions = ownQuestions(applicationFieldNames);

/** What a town takes in: applications for programs, needs of residents, enquiries, and that one is interested. */
export const takings = ['application', 'need', 'enquiry', 'interest'] as const;
export type Taking = (typeof takings)[number];

/** All a town says and asks where people who want to help and people who need help find each other. */
export const matching = z.object({
  /** What supporters are asked. */
  supporter: z.optional(formOf(matchingFieldNames)),
  /** What residents are asked who need help (ヌシ). */
  need: z.optional(formOf(needFieldNames)),
  application: z.optional(formOf(applicationFieldNames)),
  enquiry: z.optional(formOf(enquiryFieldNames)),
  /** What the town takes in; all of it unless said; see `takesIn`. */
  takes: z.optional(listOf(z.enum(takings), takings.length)),
  /** Who writes back. */
  coordinator: z.optional(z.object({ ...person.shape, contact: z.optional(contact) })),
  /** Where to subscribe to letters or news; offered where no program suits. */
  newsletter: z.optional(webUrl),
  /**
   * What stands beside the buttons; the fan club's unless given (`matchingWith`), which only does where its purpose covers
   * this too.
   */
  notice: z.optional(privacyNotice),
  /** Where applications, needs and enquiries go if not to the backend itself. */
  delivery: z.optional(delivery),
  /** The stages of a relation; `defaultStages` unless given. */
  stages: z.optional(stageRules),
  /** Months after the day of a program after which applications are deleted, and needs and enquiries after they came. */
  retentionMonths: z.optional(whole(1, 240)),
  updated: z.optional(day),
});
export type Matching = z.infer<typeof matching>;

/**
 * What a town says, as everybody is told it: with the notice of its fan club where it gives none of its own. A town that
 * says nothing takes nothing in; programs are suggested all the same.
 */
export function matchingWith(written: Matching = { takes: [] }, club?: Pick<Fanclub, 'notice'>): Matching {
  const notice = written.notice ?? club?.notice;
  return notice ? { ...written, notice } : written;
}

/** True where the town takes this in: nothing that is personal without a notice. */
export function takesIn({ takes = [...takings], notice }: Pick<Matching, 'takes' | 'notice'>, what: Taking): boolean {
  return takes.includes(what) && (what === 'interest' || notice !== undefined);
}

/** As a town writes it. */
export type MatchingInput = z.input<typeof matching>;
