import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { NameCardError } from './name-card-error.ts';

/** A font that is embedded with the letters that are used. */
export interface CardFont {
  name: string;
  bytes: Buffer;
  has(character: string): boolean;
  /** The width of a character in a size of 1. */
  widthOf(character: string): number;
}

/** A piece of a text and the font it is printed in. */
export interface Run {
  text: string;
  font: CardFont;
}

/** Opens a TrueType or OpenType font; throws when it is none. */
export function openFont(name: string, bytes: Uint8Array): CardFont {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const font = create(file) as Font;
  if (!('hasGlyphForCodePoint' in font)) throw new TypeError(`${name} holds several fonts, or none`);
  return {
    name,
    bytes: file,
    has: (character) => font.hasGlyphForCodePoint(character.codePointAt(0)!),
    widthOf: (character) => font.glyphForCodePoint(character.codePointAt(0)!).advanceWidth / font.unitsPerEm,
  };
}

const require = createRequire(import.meta.url);
let ours: CardFont[] | undefined;

/**
 * The fonts that come along, read when first needed: Kosugi Maru for Japanese (JIS levels one and two, 髙 﨑 and other
 * common variants), Roboto Slab for accented Latin, Greek, Cyrillic and Vietnamese. Both Apache-2.0.
 */
export function ownFonts(): readonly CardFont[] {
  ours ??= [
    ['Kosugi Maru', '@expo-google-fonts/kosugi-maru/400Regular/KosugiMaru_400Regular.ttf'] as const,
    ['Roboto Slab', '@expo-google-fonts/roboto-slab/400Regular/RobotoSlab_400Regular.ttf'] as const,
  ].map(([name, path]) => openFont(name, readFileSync(require.resolve(path))));
  return ours;
}

/**
 * Text as it is printed: letters composed with their accents, on one line, without control characters and without the
 * selectors of glyph variants, which fonts that have none of the variants ignore too. Nothing else is composed: NFC would
 * turn the 神 (U+FA19) of somebody's name into another.
 */
export function printable(text: string): string {
  return text
    .replace(/[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}\p{Cc}\p{Cf}]/gu, (character) => (/\s/u.test(character) ? ' ' : ''))
    .replace(/[^\p{M}]\p{M}+/gu, (run) => run.normalize('NFC'))
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * Takes a text apart by the first font that has a whole word, else by the first that has each character. Throws a
 * `NameCardError` (`unprintable`) that names the characters none of them has: nothing becomes a blank unsaid.
 */
export function toRuns(text: string, fonts: readonly CardFont[]): Run[] {
  const runs: Run[] = [];
  const missing = new Set<string>();
  const add = (text: string, font: CardFont | undefined) => {
    const last = runs.at(-1);
    if (!font) missing.add(text);
    else if (last?.font === font) last.text += text;
    else runs.push({ text, font });
  };
  for (const word of printable(text).split(/(?= )/)) {
    const letters = [...word];
    const whole = fonts.find((font) => letters.every((letter) => font.has(letter)));
    if (whole) add(word, whole);
    else
      for (const letter of letters)
        add(
          letter,
          fonts.find((font) => font.has(letter)),
        );
  }
  if (missing.size) throw new NameCardError('unprintable', [...missing]);
  return runs;
}
