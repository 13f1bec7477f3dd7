import type { Language } from './words.ts';

export const numberJa = numberIn('ja');
export const numberEn = numberIn('en');

/**
 * Writes numbers in a language. The format is made when the first number is written: with it come 7 MB of what Node
 * knows of languages, and a server whose town uses none of its pages does without.
 */
function numberIn(language: Language): (n: number) => string {
  let made: Intl.NumberFormat | undefined;
  return (n) => {
    made ??= new Intl.NumberFormat(language);
    return made.format(n);
  };
}
