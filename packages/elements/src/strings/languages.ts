import type { Strings } from './ja.ts';
import { jaUsual, type UsualStrings } from './ja-usual.ts';

/** Every language but Japanese is fetched when a page first asks for it. */
const loaders: Record<string, () => Promise<Strings>> = {
  en: async () => (await import('./en.ts')).en,
  era: async () => (await import('./ja-era.ts')).jaEra,
};

/**
 * What fetches the words for a BCP 47 tag; undefined for Japanese, and where nothing is said. A language we do not speak
 * gets English. `ja-u-ca-japanese` is Japanese with the years of the era.
 */
export function otherLanguage(language: string): (() => Promise<Strings>) | undefined {
  const primary = language.toLowerCase().split('-')[0];
  if (primary && primary !== 'ja') return loaders[primary] ?? loaders.en!;
  return language.endsWith('-u-ca-japanese') ? loaders.era! : undefined;
}

/** How numbers and dates are written in the language of a BCP 47 tag. Rejects when that cannot be fetched. */
export async function loadUsualStrings(language: string): Promise<UsualStrings> {
  return otherLanguage(language)?.() ?? jaUsual;
}
