import * as z from 'zod/mini';
import { fanclubFieldNames, fixedFields } from '../fanclub-fields.ts';
import { field, fieldOption } from './field.ts';
import { localText } from './local-text.ts';
import { day, listOf, matching, someOf, text, webUrl, whole } from './text.ts';

/** Latin letters, digits and `-`: an id a town gives. */
const slug = matching(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** A kind of membership, e.g. ふつう会員 and サポーター会員. */
export const tier = z.object({ id: slug, label: localText(60), detail: z.optional(localText(500)) });
export type Tier = z.infer<typeof tier>;

/** What the card brings. */
export const benefit = z.object({
  title: localText(200),
  detail: z.optional(localText(1000)),
  /** The shop or place that gives it. */
  place: z.optional(localText(200)),
  url: z.optional(webUrl),
});
export type Benefit = z.infer<typeof benefit>;

/**
 * What the law and good manners want said beside the button: who collects, what for, who handles it and where it is
 * kept, for how long, how to leave, whom to ask.
 */
export const privacyNotice = z.object({
  /** Names this text: kept with every consent. Change it with every change of the words. */
  version: matching(/^[A-Za-z0-9._-]{1,40}$/),
  collector: localText(200),
  purpose: localText(1000),
  /** Which answers are asked, and why. */
  items: z.optional(localText(1000)),
  contractor: z.optional(localText(300)),
  storedAt: z.optional(localText(300)),
  retention: localText(500),
  leaving: localText(500),
  contact: localText(500),
  /** The whole policy. */
  url: z.optional(webUrl),
});
export type PrivacyNotice = z.infer<typeof privacyNotice>;

/** How a town wants one of the usual questions of a form asked. */
// @__NO_SIDE_EFFECTS__
export function usualField<const Name extends string>(names: readonly [Name, ...Name[]]) {
  return z.object({
    name: z.enum(names),
    required: z.optional(z.boolean()),
    label: z.optional(localText(300)),
    help: z.optional(localText(1000)),
    options: z.optional(someOf(fieldOption, 100)),
  });
}

/**
 * Where a signup goes if not to the backend itself: to an address of the town's, to a form the town already has (answers
 * that are not personal can be handed over in its address), or into a mail the person sends.
 */
export const delivery = z.union([
  z.object({ to: webUrl, format: z._default(z.enum(['json', 'form']), 'json') }),
  z.object({ form: webUrl, prefill: z.optional(z.record(z.string(), text(200))) }),
  z.object({ mail: z.email().check(z.maxLength(254)) }),
]);
export type Delivery = z.infer<typeof delivery>;

const color = matching(/^#[0-9a-f]{6}$/i);

/** How the cards look that a member hands out. */
export const nameCardDesign = z.object({
  background: z._default(color, '#ffffff'),
  ink: z._default(color, '#1a1a1a'),
  accent: z._default(color, '#0017c1'),
  /** The lines of the town beside the member's name. */
  lines: z._default(listOf(text(60), 4), []),
  /** A PNG or JPEG in the town's folder on the server. */
  image: z.optional(matching(/^[A-Za-z0-9_-]{1,60}\.(png|jpe?g)$/i)),
});
export type NameCardDesign = z.infer<typeof nameCardDesign>;

/** All a fan club says of itself and asks. */
export const fanclub = z
  .object({
    title: localText(100),
    intro: z.optional(localText(3000)),
    /** The town's own page with the signup: name cards lead there. The server's page of the town unless given. */
    page: z.optional(webUrl),
    /** What members are called: ふるさと市民, おむすびと. */
    memberTitle: z.optional(localText(40)),
    /** The usual questions, in this order; all of them unless said. E-mail and consent are always asked. */
    fields: z.optional(listOf(usualField(fanclubFieldNames), 30)),
    /** The town's own questions, after the usual ones. */
    questions: z._default(listOf(field, 30), []),
    tiers: z._default(listOf(tier, 20), []),
    benefits: z._default(listOf(benefit, 100), []),
    notice: privacyNotice,
    /** What happens after one has joined. */
    next: z.optional(localText(1000)),
    /** For how many months a card that is shown stays valid. */
    cardMonths: z._default(whole(1, 60), 12),
    /** Members who have not been heard of for so many months are deleted, after a mail that says so; never unless said. */
    retentionMonths: z.optional(whole(1, 240)),
    nameCard: z.optional(nameCardDesign),
    delivery: z.optional(delivery),
    updated: z.optional(day),
  })
  .check(
    z.refine(({ questions }) => questions.every(({ name }) => !fixedFields.has(name)), {
      error: 'name-taken',
      path: ['questions'],
    }),
    z.refine(({ questions }) => new Set(questions.map(({ name }) => name)).size === questions.length, {
      error: 'repeated',
      path: ['questions'],
    }),
    z.refine(({ questions }) => questions.every(({ label }) => label), { error: 'missing-label', path: ['questions'] }),
    z.refine(({ tiers }) => new Set(tiers.map(({ id }) => id)).size === tiers.length, {
      error: 'repeated',
      path: ['tiers'],
    }),
  );
export type Fanclub = z.infer<typeof fanclub>;
/** As a town writes it. */
export type FanclubInput = z.input<typeof fanclub>;
