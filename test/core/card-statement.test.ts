import {
  type CardClaims,
  checkDigit,
  dayAt,
  encodeClaims,
  fromBase64url,
  isStatementCurrent,
  largestMemberNumber,
  readStatement,
  sealStatement,
  toBase64url,
} from '@kankei/core';
import { describe, expect, it } from 'vitest';
import fc from '../fixtures/fast-check.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const word = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...letters), { minLength, maxLength }).map((all) => all.join(''));

const claims: fc.Arbitrary<CardClaims> = fc
  .record({
    five: fc.integer({ min: 1000, max: 99_999 }).map((number) => String(number).padStart(5, '0')),
    number: fc.integer({ min: 1, max: largestMemberNumber }),
    tier: fc.option(word(1, 40), { nil: undefined }),
    day: fc.integer({ min: 1, max: 0xffff }),
    keyId: word(8, 8),
  })
  .map(({ five, number, tier, day, keyId }) => ({
    town: five + checkDigit(five),
    number,
    ...(tier === undefined ? {} : { tier }),
    validUntil: new Date(day * 86_400_000).toISOString().slice(0, 10),
    keyId,
  }));
const signature = fc.uint8Array({ minLength: 64, maxLength: 64 });

const example: CardClaims = {
  town: '999997',
  number: 12_345,
  tier: 'supporter',
  validUntil: '2027-11-21',
  keyId: 'a1B2-_c3',
};

describe('base64url', () => {
  it('is what Node writes, and is read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(text)).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it('has one text for each run of bytes: every text that is read is written again', () => {
    fc.assert(
      fc.property(fc.oneof(word(0, 40), fc.string({ unit: 'binary', maxLength: 20 })), (text) => {
        const bytes = fromBase64url(text);
        if (bytes) expect(toBase64url(bytes)).toBe(text);
        else expect(Buffer.from(text, 'base64url').toString('base64url') === text && text !== '').toBe(false);
      }),
    );
  });
});

describe('a card statement', () => {
  it('says what was put into it, byte for byte', () => {
    fc.assert(
      fc.property(claims, signature, (stated, signed) => {
        const bytes = encodeClaims(stated);
        const read = readStatement(sealStatement(bytes, signed));
        expect(read).toEqual({ ...stated, signed: bytes, signature: new Uint8Array(signed) });
      }),
    );
  });

  it('is short: 123 characters with a tier of nine letters', () => {
    expect(sealStatement(encodeClaims(example), new Uint8Array(64))).toHaveLength(123);
    const { tier: _, ...untiered } = example;
    expect(sealStatement(encodeClaims(untiered), new Uint8Array(64))).toHaveLength(111);
  });

  it('is none any more when one character is another, wherever and whichever', () => {
    fc.assert(
      fc.property(
        claims,
        signature,
        fc.nat(),
        fc.constantFrom(...letters, '=', ' ', '+', '/', 'あ', '\n'),
        (...all) => {
          const [stated, signed, place, other] = all;
          const text = sealStatement(encodeClaims(stated), signed);
          const at = place % text.length;
          if (text[at] === other) return;
          expect(readStatement(text.slice(0, at) + other + text.slice(at + 1))).toBeUndefined();
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is none when any one character of it is changed, lost or doubled', () => {
    const text = sealStatement(encodeClaims(example), new Uint8Array(64).fill(7));
    for (let at = 0; at < text.length; at++) {
      expect(readStatement(text.slice(0, at) + text.slice(at + 1))).toBeUndefined();
      expect(readStatement(text.slice(0, at) + text[at] + text.slice(at))).toBeUndefined();
      for (const other of letters)
        if (other !== text[at]) expect(readStatement(text.slice(0, at) + other + text.slice(at + 1))).toBeUndefined();
    }
  });

  it('is read from no other text, and nothing throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), word(0, 200)), (text) => {
        expect(readStatement(text)).toBeUndefined();
      }),
    );
  });

  it('cannot state what does not fit, and names it', () => {
    const wrong: [Partial<CardClaims>, RegExp][] = [
      [{ town: '999998' }, /town/],
      [{ town: '' }, /town/],
      [{ number: 0 }, /number/],
      [{ number: 1.5 }, /number/],
      [{ number: largestMemberNumber + 1 }, /number/],
      [{ validUntil: '2027-02-29' }, /validUntil/],
      [{ validUntil: '2149-06-07' }, /validUntil/],
      [{ validUntil: '1970-01-01' }, /validUntil/],
      [{ validUntil: '2027-1-1' }, /validUntil/],
      [{ keyId: 'short' }, /keyId/],
      [{ keyId: 'a1B2-_c3d' }, /keyId/],
      [{ tier: 'サポーター' }, /tier/],
      [{ tier: 'x'.repeat(41) }, /tier/],
    ];
    for (const [more, name] of wrong) expect(() => encodeClaims({ ...example, ...more })).toThrow(name);
    expect(() => sealStatement(encodeClaims(example), new Uint8Array(63))).toThrow(/signature/);
  });

  it('is good to the end of its last day in Tokyo', () => {
    const at = (text: string) => isStatementCurrent(example, Date.parse(text));
    expect(at('2027-11-21T23:59:59+09:00')).toBe(true);
    expect(at('2027-11-22T00:00:00+09:00')).toBe(false);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
        expect(isStatementCurrent({ validUntil: dayAt(now) }, now)).toBe(true);
        expect(isStatementCurrent({ validUntil: dayAt(now - 86_400_000) }, now)).toBe(false);
      }),
    );
  });
});
