import * as z from 'zod/mini';
import { cursorPattern } from '../patterns.ts';
import { queryDefaults } from '../query-parameters.ts';
import { municipalityCode } from './municipality-code.ts';
import { effort, payType, programId, programKind, programMode } from './program.ts';
import { day, someOf, text, whole } from './text.ts';
import { pasts, sorts } from './vocabulary.ts';

const choices = <T extends z.core.SomeType>(item: T) => z.optional(someOf(item, 50));

/**
 * What a listing asks. Values of one field widen (this kind or that one), fields narrow.
 * `id`: these programs only. `q`: words that must all occur. `town`: of the towns that are asked, only these. `from`, `to`: days; a program matches when one of its sessions touches them.
 * `place`: part of a place's name, address or area. `open`: only what one can still join.
 * `past`: what to do with programs that are over.
 */
export const programQuery = z.object({
  id: choices(programId),
  q: z.optional(text(200)),
  kind: choices(programKind),
  theme: choices(text(50)),
  mode: choices(programMode),
  area: choices(text(100)),
  town: choices(municipalityCode),
  effort: choices(effort),
  pay: choices(payType),
  place: z.optional(text(100)),
  from: z.optional(day),
  to: z.optional(day),
  open: z.optional(z.boolean()),
  past: z._default(z.enum(pasts), queryDefaults.past),
  sort: z._default(z.enum(sorts), queryDefaults.sort),
  limit: z._default(whole(1, 100), queryDefaults.limit),
  cursor: z.optional(z.string().check(z.maxLength(500), z.regex(cursorPattern))),
});
/** A query with every default filled in. */
export type ProgramQuery = z.infer<typeof programQuery>;
/** A query as a caller writes it: everything may be left out. */
export type ProgramQueryInput = z.input<typeof programQuery>;
