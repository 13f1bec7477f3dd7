import * as z from 'zod/mini';
import { fieldKinds, longestAnswer } from '../form/field-kinds.ts';
import { localText } from './local-text.ts';
import { day, listOf, matching, someOf, text, upTo, whole } from './text.ts';

/** Latin letters and digits, a small letter first: `heardFrom`. Safe as an id, a form name and a column. */
export const fieldName = matching(/^[a-z][A-Za-z0-9]{0,39}$/);

/** What is stored for an option; never shown. */
const optionValue = z.string().check(z.minLength(1), z.maxLength(100), z.regex(/^[^\p{Cc}\p{Cs}]+$/u));

export const fieldOption = z.object({
  value: optionValue,
  /** Absent only where the product has words of its own for the value. */
  label: z.optional(localText(200)),
  /** What stands under the label. */
  detail: z.optional(localText(500)),
});
export type FieldOption = z.infer<typeof fieldOption>;

/** Shown only while another field has one of these answers; a consent that is given answers `yes`. */
const condition = z.object({ field: fieldName, is: someOf(optionValue, 100) });

const length = whole(1, longestAnswer);

const written = z.object({
  name: fieldName,
  kind: z.enum(fieldKinds),
  /** Absent only where the product has words of its own for the name. */
  label: z.optional(localText(300)),
  help: z.optional(localText(1000)),
  required: z.optional(z.boolean()),
  /** An HTML autofill token, e.g. `address-level1`. */
  autocomplete: z.optional(z.string().check(z.regex(/^[a-z0-9-]+( [a-z0-9-]+)*$/), z.maxLength(100))),
  /** What `choice` and `choices` offer. */
  options: z.optional(someOf(fieldOption, 200)),
  /** Characters (code points) of a text; of `choices` the number that may be chosen. */
  minLength: z.optional(length),
  maxLength: z.optional(length),
  /** Bounds of `number` and `birth-year`. */
  min: z.optional(z.int()),
  max: z.optional(z.int()),
  /** Bounds of `date`, both included. */
  from: z.optional(day),
  to: z.optional(day),
  shownWhen: z.optional(condition),
  /** Several fields with the same group stand together under one heading. */
  group: z.optional(text(40)),
});

/** One question of a form. */
export const field = written.check(
  z.refine(({ kind, options }) => !!options === (kind === 'choice' || kind === 'choices'), {
    error: 'options-of-choices-only',
    path: ['options'],
  }),
  z.refine(({ options = [] }) => new Set(options.map(({ value }) => value)).size === options.length, {
    error: 'repeated',
    path: ['options'],
  }),
);
export type Field = z.infer<typeof field>;

/** What stands in a field: text, several choices, a consent, or a number once it has been read. */
export const answer = z.union([upTo(40_000), z.boolean(), z.number(), listOf(upTo(200), 200)]);
export type Answer = z.infer<typeof answer>;

/** Answers by the name of their field. */
export const answers = z.record(upTo(40), answer);
export type Answers = z.infer<typeof answers>;
