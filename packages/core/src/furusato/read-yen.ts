import { tidyNumber } from '../form/tidy.ts';

/**
 * Whole yen from what a person typed: any width, commas, `円` or `¥`, also in units of ten thousand (`500万`, `500.5万円`).
 * Undefined for what is no such amount: a sign, a fraction of a yen, letters, nothing.
 */
export function readYen(text: string): number | undefined {
  const [, digits, fraction = '', unit] = /^[¥\\]?(\d{1,15})(?:\.(\d{1,4}))?(万)?円?$/.exec(tidyNumber(text)) ?? [];
  if (digits === undefined || (fraction && !unit)) return undefined;
  // The places after the point are moved as text, so that no binary fraction is ever made.
  const yen = Number(unit ? digits + fraction.padEnd(4, '0') : digits);
  return Number.isSafeInteger(yen) ? yen : undefined;
}
