import { fold, searchWords } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';

describe('fold', () => {
  it.each([
    ['ｶﾅ', 'かな'],
    ['カナ', 'かな'],
    ['ｶﾞｷﾞｸﾞ ﾊﾟﾋﾟ', 'ガギグ　パピ'],
    ['ヴァイオリン', 'ゔぁいおりん'],
    ['ＡＢＣ　１２３', 'abc 123'],
    ['①㈱㌔', '1(株)キロ'],
    ['10:00～12:00', '10:00〜12:00'],
    ['1−2‐3–4—5', '1-2-3-4-5'],
    ['鶴ヶ島', '鶴ケ島'],
    ['ヶﾞ', 'げ'],
    ['が', 'が'],
    ['  むすび\n\t野　町 ', 'むすび 野 町'],
    ['コーヒー', 'ｺｰﾋｰ'],
  ])('makes %j and %j the same', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  it('keeps apart what is not the same', () => {
    const words = ['は', 'ば', 'ぱ', 'つ', 'っ', 'や', 'ゃ', '一', 'ー', '-', '口', 'ろ', '飛騨', '飛弾'];
    expect(new Set(words.map(fold)).size).toBe(words.length);
  });

  it('changes nothing when done again', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryText(), fc.string({ unit: 'grapheme' })), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('makes the same of a text whatever stands behind it', () => {
    // Plain text takes a shorter way: a wide space, which is no plain text, sends it the long way.
    const plain = fc.stringMatching(/^[ -~、。々「」ぁ-ゔァ-ヴ・ー一-龠]{0,40}$/);
    fc.assert(
      fc.property(fc.oneof(plain, arbitraryText()), (text) => {
        expect(fold(text)).toBe(fold(`${text}\u3000`));
      }),
      { numRuns: 1000 },
    );
  });

  it('finds a part of a text in the whole', () => {
    fc.assert(
      fc.property(
        arbitraryText(),
        fc.stringMatching(/^[ぁ-んァ-ヴ一-龠a-zA-Z0-9ａ-ｚｱ-ﾜ]{1,5}$/),
        arbitraryText(),
        (a, part, b) => {
          expect(fold(`${a}、${part}、${b}`)).toContain(fold(part));
        },
      ),
    );
  });
});

describe('searchWords', () => {
  it('gives each word once, folded', () => {
    expect(searchWords(' 収穫　ﾀﾞｲｺﾝ 収穫 だいこん ')).toEqual(['収穫', 'だいこん']);
  });

  it('gives none for nothing', () => {
    expect(searchWords('')).toEqual([]);
    expect(searchWords(' 　\n')).toEqual([]);
  });
});
