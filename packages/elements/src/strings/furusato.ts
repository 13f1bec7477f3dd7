import { type FurusatoStrings, jaFurusato } from './ja-furusato.ts';
import type { FurusatoMoreStrings } from './ja-furusato-more.ts';
import type { FurusatoRestStrings } from './ja-furusato-rest.ts';

export type { FurusatoMoreStrings, FurusatoRestStrings, FurusatoStrings };
export { jaFurusato };

/** The first words and those of the parts a visitor opens. */
export type AllFurusatoStrings = FurusatoStrings & FurusatoRestStrings;

/** The words of a link to furusato nozei in the language of these strings; a language we do not speak gets English. */
export async function loadFurusatoStrings(language: string): Promise<FurusatoStrings> {
  return language === 'ja' ? jaFurusato : (await import('./en-furusato.ts')).enFurusato;
}

/** What stands below the first sight. Rejects when the words cannot be fetched. */
export async function loadFurusatoMore(language: string): Promise<FurusatoMoreStrings> {
  return language === 'ja'
    ? (await import('./ja-furusato-more.ts')).jaFurusatoMore
    : (await import('./en-furusato-more.ts')).enFurusatoMore;
}

/**
 * What the estimate and the help with the one-stop exception say; Japanese with the years of the era where `era` is true.
 * Rejects when the words cannot be fetched.
 */
export async function loadFurusatoRest(language: string, era: boolean): Promise<FurusatoRestStrings> {
  if (language !== 'ja') return (await import('./en-furusato-rest.ts')).enFurusatoRest;
  const { jaFurusatoRest } = await import('./ja-furusato-rest.ts');
  return era ? (await import('./era-years.ts')).withEraYears(jaFurusatoRest) : jaFurusatoRest;
}
