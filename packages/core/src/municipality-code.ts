/**
 * The check digit of a five-digit municipality code: 11 minus the remainder of 6a+5b+4c+3d+2e by 11, last digit.
 * Source: 総務省 全国地方公共団体コード; the rule holds for all 1,965 codes of the public list.
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
 *
 * Five digits may have lost either. They are taken for a lost zero where that makes a right check digit, which one in
 * ten codes without check digit does by chance (12203, 市川市, would be read as 012203, 士別市). `exists` settles all but
 * 15 of these: give `(code) => findMunicipality(code) !== undefined` where the list is at hand.
 */
export function readMunicipalityCode(text: string, exists: (code: string) => boolean = () => true): string | undefined {
  const digits = text.normalize('NFKC').trim();
  if (!/^\d{4,6}$/.test(digits)) return undefined;
  if (digits.length === 6) return isMunicipalityCode(digits) ? digits : undefined;
  const five = digits.padStart(5, '0');
  const candidates = [`0${five}`, five + checkDigit(five)];
  return candidates.find((code) => !code.startsWith('00') && isMunicipalityCode(code) && exists(code));
}
