import type { BaseStrings } from './base.ts';
import type { RestStrings } from './ja-rest.ts';

export type { AllStrings, Strings } from './ja.ts';

/** These words and all others of their language. Rejects when they cannot be fetched. */
export async function loadAllStrings<Some extends BaseStrings>(strings: Some): Promise<Some & RestStrings> {
  return { ...strings, ...(await strings.rest()) };
}
