import { type AllStrings, ja, type Strings } from './ja.ts';

export type { AllStrings, Strings } from './ja.ts';
export { ja };

/** Every language but Japanese is fetched when a page first asks for it. */
const loaders: Record<string, () => Promise<Strings>> = {
  en: async () => (await import('./en.ts')).en,
  era: async () => (await import('./ja-era.ts')).jaEra,
};

/**
 * The words of a list for a BCP 47 tag. Nothing said means Japanese; a language we do not speak gets English, which a
 * person who chose it reads more likely than Japanese. `ja-u-ca-japanese` is Japanese with the years of the era.
 * Rejects when the words cannot be fetched.
 */
export async function loadStrings(language: string): Promise<Strings> {
  const primary = language.toLowerCase().split('-')[0];
  if (primary && primary !== 'ja') return (loaders[primary] ?? loaders.en!)();
  return language.endsWith('-u-ca-japanese') ? loaders.era!() : ja;
}

/** The words of a list and all others of its language. Rejects when they cannot be fetched. */
export async function loadAllStrings(strings: Strings): Promise<AllStrings> {
  return { ...strings, ...(await strings.rest()) };
}
