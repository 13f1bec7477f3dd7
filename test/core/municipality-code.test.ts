import { checkDigit, isMunicipalityCode, municipalityCode, readMunicipalityCode } from '@kankei/core';
import { findMunicipality } from '@kankei/core/municipalities';
import { describe, expect, it } from 'vitest';
import fc from '../fixtures/fast-check.ts';
import { shared } from '../fixtures/shared.ts';

// The vectors of 総務省's rule: 札幌市, 千代田区, 飛騨市, 大阪府, 北海道; remainder 0 and 1 among them.
const known = ['011002', '131016', '212172', '270008', '010006', '221309', '999997'];
const five = fc.integer({ min: 0, max: 99_999 }).map((number) => String(number).padStart(5, '0'));

describe('the check digit', () => {
  it('is that of the published codes', () => {
    for (const code of known) expect(checkDigit(code.slice(0, 5))).toBe(code[5]);
  });

  it('tells every single wrong digit, save that the remainders 0 and 10 share the check digit 1', () => {
    const slips = (code: string) =>
      [...code.slice(0, 5)].flatMap((digit, index) =>
        [...'0123456789']
          .filter((other) => other !== digit)
          .map((other) => code.slice(0, index) + other + code.slice(index + 1)),
      );
    fc.assert(
      fc.property(five, (digits) => {
        const code = digits + checkDigit(digits);
        const unseen = slips(code).filter(isMunicipalityCode);
        if (code[5] !== '1') expect(unseen).toEqual([]);
      }),
    );
  });

  it('is one digit for any five, and one of ten sixth digits fits', () => {
    fc.assert(
      fc.property(five, (digits) => {
        expect([...'0123456789'].filter((last) => isMunicipalityCode(digits + last))).toEqual([checkDigit(digits)]);
      }),
    );
  });

  it.skipIf(!shared('facts/municipal-code.json'))('agrees with the vectors of ../shared/facts', () => {
    const { vectors } = JSON.parse(shared('facts/municipal-code.json')!) as { vectors: Record<string, string> };
    for (const [code, name] of Object.entries(vectors)) {
      expect(isMunicipalityCode(code)).toBe(true);
      expect(findMunicipality(code)?.name).toBe(name);
    }
  });

  it.skipIf(!shared('data/codes/localgovjp/localgovjp.json'))('agrees with every code of ../shared/data/codes', () => {
    const rows = JSON.parse(shared('data/codes/localgovjp/localgovjp.json')!) as { lgcode: string }[];
    expect(rows.length).toBe(1916);
    for (const { lgcode } of rows) expect(isMunicipalityCode(lgcode), lgcode).toBe(true);
  });
});

describe('a code', () => {
  it('is refused with a wrong digit, another length or other characters', () => {
    for (const code of ['', '212173', '21217', '2121720', '２１２１７２', ' 212172', '212172\n', '21217a', '-12172'])
      expect(municipalityCode.safeParse(code).success, code).toBe(false);
    expect(municipalityCode.parse('212172')).toBe('212172');
  });
});

describe('what spreadsheets make of codes', () => {
  const exists = (code: string) => findMunicipality(code) !== undefined;

  it('is mended: width, white space, the lost zero, the missing check digit', () => {
    expect(readMunicipalityCode(' ２１２１７２ ')).toBe('212172');
    expect(readMunicipalityCode('92011')).toBe('092011');
    expect(readMunicipalityCode('10006')).toBe('010006');
    expect(readMunicipalityCode('13101')).toBe('131016');
    expect(readMunicipalityCode('1100')).toBe('011002');
    // 001406 has a right check digit too, but no prefecture is 00.
    expect(readMunicipalityCode('1406')).toBe('014061');
  });

  it('is refused when it can be none', () => {
    for (const text of ['', '212173', '123', '1234567', '飛騨市', '21-217', '1e5', '0x1100', '212172 ほか'])
      expect(readMunicipalityCode(text), text).toBeUndefined();
  });

  it('never gives anything but a right code, and gives a right code back as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{3,7}$/)), (text) => {
        const code = readMunicipalityCode(text);
        if (code !== undefined) expect(isMunicipalityCode(code)).toBe(true);
        if (isMunicipalityCode(text)) expect(code).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('restores the lost zero of every code that can lose one', async () => {
    for (const code of await codes()) if (code.startsWith('0')) expect(readMunicipalityCode(code.slice(1))).toBe(code);
  });

  it('restores the check digit of all but 15 codes when it may ask the list', async () => {
    const wrong = (await codes()).filter((code) => readMunicipalityCode(code.slice(0, 5), exists) !== code);
    expect(wrong).toHaveLength(15);
    expect(wrong).toContain('122033');
    expect(readMunicipalityCode('12203', exists)).toBe('012203');
  });
});

async function codes(): Promise<string[]> {
  const { searchMunicipalities } = await import('@kankei/core/municipalities');
  return [...new Set([...'0123456789'].flatMap((digit) => searchMunicipalities(digit).map(({ code }) => code)))];
}
