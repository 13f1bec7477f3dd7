import { isMunicipalityCode } from './municipality-code.ts';
import { townLimit } from './routes.ts';
import type { Faults } from './schema/read.ts';

/**
 * Reads the towns a question names: at least one, at most `townLimit`, repeats counted once. Errors name the
 * placeholder `codes`.
 */
export function readTownCodes(codes: readonly string[]): { codes: string[] } | { errors: Faults } {
  const distinct = [...new Set(codes)];
  const reason = !distinct.length
    ? 'missing'
    : distinct.length > townLimit
      ? 'too_big'
      : distinct.every(isMunicipalityCode)
        ? undefined
        : 'invalid_format';
  return reason ? { errors: [{ name: 'codes', reason }] } : { codes: distinct };
}
