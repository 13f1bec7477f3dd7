import * as z from 'zod/mini';
import { isMunicipalityCode } from '../municipality-code.ts';

/** A six-digit municipality code with a right check digit, e.g. `212172` (飛騨市). */
export const municipalityCode = /* @__PURE__ */ z
  .string()
  .check(z.regex(/^\d{6}$/), z.refine(isMunicipalityCode, 'check-digit'));
