import { type CardStrings, jaCard } from './ja-card.ts';

export type { CardStrings, Verdict } from './ja-card.ts';
export { jaCard };

/** The words of cards in the language of these strings; a language we do not speak gets English. */
export async function loadCardStrings(language: string): Promise<CardStrings> {
  return language === 'ja' ? jaCard : (await import('./en-card.ts')).enCard;
}
