import { type Furusato, flaggedTexts, withoutFlagged } from '@kankei/core';

const told = new Set<string>();

/** The profile without what advertising rules do not allow; each such text is named once to the webmaster at the console. */
export function leaveOut(profile: Furusato): Furusato {
  for (const { name, text, findings } of flaggedTexts(profile)) {
    if (told.has(text)) continue;
    told.add(text);
    const rules = findings.map(({ word, rule, since }) => `「${word}」 (${rule}, since ${since})`);
    console.warn(`[kankei] <kankei-furusato-link>: ${name} is not shown: ${rules.join(', ')} – ${text}`);
  }
  return withoutFlagged(profile);
}
