import * as z from 'zod/mini';
import { localText } from './local-text.ts';
import { municipalityCode } from './municipality-code.ts';
import { programId } from './program.ts';
import { day, matching, someOf, whole } from './text.ts';

/**
 * What is noted of a person and a town: was interested, took part, took part to help, received or organised.
 */
export const ledgerEvents = ['interest', 'joined', 'helped', 'hosted'] as const;

/** A line of a person's ledger. The day is Tokyo's. */
export const ledgerEntry = z.object({
  event: z.enum(ledgerEvents),
  day,
  town: municipalityCode,
  program: z.optional(programId),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** `returned` is not noted, it follows: days of taking part, of any kind, after the first. */
export const stageEvents = [...ledgerEvents, 'returned'] as const;

/** A stage, and what brings a person there: any of these, so many times. */
export const stageRule = z.object({
  id: matching(/^[a-z][a-z0-9-]{0,39}$/),
  label: localText(60),
  /** For the person alone: what this is, and what could come next. */
  detail: z.optional(localText(500)),
  from: someOf(z.object({ event: z.enum(stageEvents), times: z._default(whole(1, 1000), 1) }), 10),
});
export type StageRule = z.infer<typeof stageRule>;

/** The stages of a town, the first first. */
export const stageRules = someOf(stageRule, 20).check(
  z.refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, { error: 'repeated' }),
);
export type StageRules = z.infer<typeof stageRules>;
