import * as z from 'zod/mini';
import { programItem } from './program.ts';
import { instant } from './text.ts';

const counts = z.array(z.object({ value: z.string(), count: z.int() }));

/**
 * One page of a listing. `facets` count what each value would leave if it were chosen in place of the field's own
 * present choice, `open` and `days` what `open: true` and each `dayRange` would leave in place of what is asked now;
 * `past` counts what is over under the same filters. `asOf` is the instant the answer holds for.
 */
export const programPage = z.object({
  programs: z.array(programItem),
  total: z.int(),
  next: z.optional(z.string()),
  asOf: instant,
  facets: z.object({
    kind: counts,
    theme: counts,
    mode: counts,
    area: counts,
    town: counts,
    effort: counts,
    pay: counts,
  }),
  open: z.int(),
  days: z.object({ today: z.int(), weekend: z.int(), month: z.int(), nextMonth: z.int() }),
  past: z.int(),
});
export type ProgramPage = z.infer<typeof programPage>;

/** A page whose programs are still to be read one by one, so that a malformed one does not spoil the rest. */
export const unreadProgramPage = z.object({ ...programPage.shape, programs: z.array(z.unknown()) });

export type Facets = ProgramPage['facets'];
export type FacetName = keyof Facets;
