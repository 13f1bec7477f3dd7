import { jaMatching, type MatchingStrings } from './ja-matching.ts';

export type { MatchingStrings };
export { jaMatching };

/** What finds programs that suit a person says, in the language of these strings; a language we do not speak gets English. */
export async function loadMatchingStrings(language: string): Promise<MatchingStrings> {
  return language === 'ja' ? jaMatching : (await import('./en-matching.ts')).enMatching;
}
