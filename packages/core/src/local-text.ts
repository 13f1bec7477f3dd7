import type { LocalText } from './schema/local-text.ts';

/** A town's own words in the language wanted, else in its main language, else in Japanese, else in any. */
export function inLanguage(text: LocalText, language: string): string {
  if (typeof text === 'string') return text;
  return text[language] ?? text[language.split('-')[0] ?? ''] ?? text.ja ?? Object.values(text)[0] ?? '';
}
