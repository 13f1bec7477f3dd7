import { toInstant } from '@kankei/core';
import { dateFormat } from './date-format.ts';

const eraYear = dateFormat('ja-u-ca-japanese', { year: 'numeric' });

/** Japanese words with the years of the era, e.g. 令和8年 for 2026年, also in what functions among them say. */
export function withEraYears<Words>(words: Words): Words {
  return inEra(words) as Words;
}

function inEra(words: unknown): unknown {
  if (typeof words === 'string')
    return words.replace(/(?<!\d)(\d{4})年/g, (_, year: string) => eraYear.format(toInstant(`${year}-12-31`)));
  if (typeof words === 'function') return (...given: unknown[]) => inEra(words(...given));
  if (typeof words !== 'object' || words === null) return words;
  if (Array.isArray(words)) return words.map(inEra);
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, inEra(value)]));
}
