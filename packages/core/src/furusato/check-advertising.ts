import type { Furusato } from '../schema/furusato.ts';
import type { LocalText } from '../schema/local-text.ts';
import { type AdvertisingFinding, findForbiddenAdvertising } from './find-forbidden-advertising.ts';

/** A text of a town's that says what advertising may not. */
export interface FlaggedText {
  /** Where it stands: `projects.0.title.ja`. */
  name: string;
  text: string;
  findings: AdvertisingFinding[];
}

/** The places of a profile that people read. */
const textKeys = new Set(['title', 'intro', 'text', 'done', 'button', 'name', 'alt', 'credit']);

/** Every text of a profile that advertising rules do not allow, in the profile's order. For who writes it. */
export function flaggedTexts(profile: Furusato): FlaggedText[] {
  return flaggedWithin(profile, '');
}

function flaggedWithin(value: unknown, place: string): FlaggedText[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = place ? `${place}.${key}` : key;
    return textKeys.has(key) ? flaggedIn(inner as LocalText, name) : flaggedWithin(inner, name);
  });
}

function flaggedIn(words: LocalText, name: string): FlaggedText[] {
  if (typeof words === 'object')
    return Object.entries(words).flatMap(([language, text]) => flaggedIn(text, `${name}.${language}`));
  const findings = findForbiddenAdvertising(words);
  return findings.length ? [{ name, text: words, findings }] : [];
}

/**
 * The profile as the public may see it: without flagged texts. The widget's own words take their place; a use or project
 * whose title is flagged is left out whole. A text flagged in one language goes in all.
 */
export function withoutFlagged(profile: Furusato): Furusato {
  const left = pruned(profile) as Furusato;
  const titled = ({ title }: { title?: LocalText }) => title !== undefined;
  return { ...left, uses: left.uses.filter(titled), projects: left.projects.filter(titled) };
}

function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    if (!textKeys.has(key)) return [[key, pruned(inner)] as const];
    return flaggedIn(inner as LocalText, key).length ? [] : [[key, inner] as const];
  });
  return Object.fromEntries(kept);
}
