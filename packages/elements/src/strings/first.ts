import type { Strings } from './ja.ts';
import { jaFirst } from './ja-first.ts';
import { otherLanguage } from './languages.ts';

/**
 * The words of the first cards for a BCP 47 tag; in Japanese the others come with the code of the element. Rejects when
 * they cannot be fetched.
 */
export async function loadFirstStrings(language: string): Promise<Strings> {
  return otherLanguage(language)?.() ?? (jaFirst as Strings);
}
