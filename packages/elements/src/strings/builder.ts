import { type BuilderStrings, jaBuilder, type OptionWords } from './ja-builder.ts';

export type { BuilderStrings, OptionWords };
export { jaBuilder };

/** The words of the embed builder; a language we do not speak gets English. Rejects when they cannot be fetched. */
export async function loadBuilderStrings(language: string): Promise<BuilderStrings> {
  return language === 'ja' ? jaBuilder : (await import('./en-builder.ts')).enBuilder;
}
