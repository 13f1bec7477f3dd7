import * as z from 'zod/mini';
import { municipalityCode } from './municipality-code.ts';
import { matching } from './text.ts';

/**
 * The postal codes that begin with the same three digits, one item for each municipality. `areas` names the parts of it
 * by the last four digits of their code; an empty name is the municipality without saying which part.
 */
export const postalShard = z.array(
  z.object({
    municipalityCode,
    prefecture: z.string(),
    municipality: z.string(),
    areas: z.record(matching(/^\d{4}$/), z.array(z.string())),
  }),
);
export type PostalShard = z.infer<typeof postalShard>;
