import { estimateLimit as fromBarrel } from '@kankei/core';
import {
  donationYear,
  estimateLimit,
  families,
  type LimitEstimate,
  limitLineCodes,
  limitRules,
  limitYears,
  readFamily,
  readYen,
  salaryLimit,
} from '@kankei/core/furusato';
import { describe, expect, it } from 'vitest';
import fc from '../fixtures/fast-check.ts';
import { shared } from '../fixtures/shared.ts';

function estimate(salary: number, family = 'single_or_dual', year = 2026): LimitEstimate {
  const result = estimateLimit({ salary, family, year });
  if (result.limit === undefined) throw new Error(JSON.stringify(result.refusal));
  return result;
}
const limit = (...question: Parameters<typeof estimate>) => estimate(...question).limit;

/** The yen of a line; 0 where it is not in the sum. */
function yenOf({ lines }: LimitEstimate, code: string): number {
  const line = lines.find((one) => one.code === code);
  return line && 'yen' in line ? line.yen : 0;
}

/** The rows of a CSV without quotes. */
const rows = (csv: string | undefined) =>
  (csv ?? '')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));

const cells = rows(shared('facts/furusato-limit-cells.csv'));
const superseded = rows(shared('facts/furusato-limit-superseded.csv'));

describe.skipIf(!cells.length)('published limits (needs ../shared)', () => {
  it.each(limitYears)('are met in every cell by the rules of %i', (year) => {
    expect(cells.length).toBeGreaterThanOrEqual(30);
    const ours = cells.map(([man, family]) => [man, family, limit(Number(man) * 10_000, family, year)]);
    expect(ours).toEqual(cells.map(([man, family, , yen]) => [man, family, Number(yen)]));
  });

  it('of rules that are gone are not met', () => {
    expect(superseded.length).toBeGreaterThanOrEqual(12);
    for (const [man, family, published, , , now] of superseded) {
      const ours = limit(Number(man) * 10_000, family);
      expect(ours, `${man} ${family}`).toBe(Number(now));
      expect(ours, `${man} ${family}`).not.toBe(Number(published));
    }
  });
});

const family = fc.constantFrom(...families);
const year = fc.constantFrom(...limitYears);
const salary = fc.oneof(
  fc.integer({ min: 0, max: 30_000_000 }),
  fc.integer({ min: 0, max: salaryLimit }),
  // Around every step of the rules.
  fc
    .tuple(
      fc.constantFrom(650e3, 740e3, 19e5, 22e5, 36e5, 66e5, 85e5, 9e6, 1e7, 18e6, 2595e4, 2645e4, 2695e4, 1e8),
      fc.integer({ min: -9_000, max: 9_000 }),
    )
    .map(([step, by]) => step + by),
);

describe('the estimate', () => {
  it('answers what the town’s page is held to', () => {
    expect(limit(5_000_000, 'single')).toBe(61_000);
    expect(limit(8_000_000, 'couple')).toBe(120_000);
    expect(fromBarrel).toBe(estimateLimit);
  });

  it('is made of whole yen, in whole thousands, never below nothing', () => {
    fc.assert(
      fc.property(salary, family, year, (...question) => {
        const { limit, lines } = estimate(...question);
        for (const line of lines) expect('yen' in line ? line.yen : line.per100000).toSatisfy(Number.isSafeInteger);
        expect(limit % 1000).toBe(0);
        expect(limit).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1500 },
    );
  });

  it('never asks more of the resident tax than 20 % of its levy, and is within a thousand yen of that', () => {
    fc.assert(
      fc.property(salary, family, year, (...question) => {
        const result = estimate(...question);
        const most = yenOf(result, 'special-part-capped') || yenOf(result, 'special-part-most');
        expect(most * 5).toBeLessThanOrEqual(yenOf(result, 'levy'));
        const rate = result.lines.find((line) => 'per100000' in line);
        if (!rate || !('per100000' in rate)) {
          expect(result.limit).toBe(0);
          return;
        }
        const special = (donation: number) => BigInt(donation - 2000) * BigInt(rate.per100000);
        expect(special(result.limit) <= BigInt(most) * 100_000n).toBe(true);
        expect(special(result.limit + 1000) > BigInt(most) * 100_000n).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('adds up, line by line', () => {
    fc.assert(
      fc.property(salary, family, year, (...question) => {
        const result = estimate(...question);
        const of = (...codes: string[]) => codes.reduce((sum, code) => sum + yenOf(result, code), 0);
        expect(of('salary', 'employment-deduction', 'income-adjustment')).toBe(of('total-income'));
        const left = of(
          'total-income',
          'social-insurance',
          'basic-deduction',
          'spouse-deduction',
          'dependant-deduction',
        );
        const taxable = result.lines.find(({ code }) => code === 'taxable')!;
        expect(of('taxable')).toBe(taxable.rule === 'tax-free-line' ? 0 : Math.max(0, Math.floor(left / 1000)) * 1000);
        expect(of('levy-before-credit', 'adjustment-credit')).toBe(of('levy'));
        expect(Math.floor(of('donation-above-own-share', 'own-share') / 1000) * 1000).toBe(of('limit'));
        expect(of('limit')).toBe(result.limit);
      }),
      { numRuns: 1000 },
    );
  });

  it('names a rule with its law on every line, in one order', () => {
    fc.assert(
      fc.property(salary, family, year, (...question) => {
        const { lines } = estimate(...question);
        for (const { rule } of lines) expect(limitRules[rule].law).not.toBe('');
        const order = lines.map(({ code }) => limitLineCodes.indexOf(code));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });
});

describe('a higher salary', () => {
  it('never lowers the limit, counted in the 4,000 yen of the law’s table of salaries', () => {
    for (const family of families)
      for (const year of limitYears) {
        let before = 0;
        for (let salary = 0; salary <= 30_000_000; salary += 4_000) {
          const now = limit(salary, family, year);
          if (now < before) expect.fail(`${family} ${year}: ${before} falls to ${now} at ${salary}`);
          before = now;
        }
      }
  });

  it('never lowers the limit above the table, to the yen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6_600_000, max: salaryLimit - 20_000 }),
        fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 20 })),
        family,
        year,
        (salary, more, ...rest) => {
          expect(limit(salary + more, ...rest)).toBeGreaterThanOrEqual(limit(salary, ...rest));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('lowers it within a step of the table, where the income stays and social insurance grows', () => {
    const [low, high] = [estimate(5_000_000, 'couple_hs'), estimate(5_003_999, 'couple_hs')];
    expect(yenOf(high, 'total-income')).toBe(yenOf(low, 'total-income'));
    expect(yenOf(high, 'social-insurance')).toBeLessThan(yenOf(low, 'social-insurance'));
    fc.assert(
      fc.property(
        fc.integer({ min: 2_200_001, max: 6_599_999 }),
        fc.integer({ min: 1, max: 3_999 }),
        family,
        (salary, more, family) => {
          if (limit(salary + more, family) >= limit(salary, family)) return;
          const step = (yen: number) => Math.floor(yen / 4_000);
          expect(step(salary + more)).toBe(step(salary));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['the rate of the income tax', 6_520_000, 6_600_000],
    ['the end of the spouse deduction', 11_900_000, 12_000_000],
    ['the end of the basic deduction', 26_900_000, 27_000_000],
  ])('raises it over %s', (_, below, above) => {
    expect(limit(above, 'couple')).toBeGreaterThan(limit(below, 'couple'));
  });
});

describe('the rule year', () => {
  it('is that of the day of the donation', () => {
    expect(donationYear('2026-12-31')).toBe(2026);
    expect(donationYear('2027-01-01')).toBe(2027);
  });

  it('takes 740,000 yen off a small salary from 2026, where it was 650,000', () => {
    const deduction = (year: number, salary: number) =>
      -yenOf(estimate(salary, 'single', year), 'employment-deduction');
    expect([deduction(2025, 1_900_000), deduction(2026, 1_900_000), deduction(2027, 1_900_000)]).toEqual([
      650_000, 740_000, 740_000,
    ]);
    expect(deduction(2026, 2_200_000)).toBe(740_000);
    expect(deduction(2025, 2_200_000)).toBe(740_000);
    expect(deduction(2025, 500_000)).toBe(500_000);
  });

  it('caps the special part at 1,930,000 yen from 2027, reached at a salary of a hundred million', () => {
    expect(limit(salaryLimit, 'single', 2027)).toBe(4_382_000);
    expect(limit(salaryLimit, 'single', 2026)).toBeGreaterThan(40_000_000);
    fc.assert(
      fc.property(salary, family, (salary, family) => {
        const result = estimate(salary, family, 2027);
        const capped = yenOf(result, 'special-part-capped');
        expect(capped === 0 || capped === 1_930_000).toBe(true);
        if (!capped) expect(result.limit).toBe(limit(salary, family, 2026));
      }),
    );
    expect(yenOf(estimate(99_000_000, 'single', 2027), 'special-part-capped')).toBe(0);
    expect(yenOf(estimate(101_000_000, 'single', 2027), 'special-part-capped')).toBe(1_930_000);
  });
});

describe('who pays no levy', () => {
  it.each([
    [0, 'single'],
    [1_000_000, 'single'],
    [1_850_000, 'couple'],
    [2_400_000, 'couple_univ_hs'],
  ])('has no limit: %i yen, %s', (salary, family) => {
    expect(limit(salary, family)).toBe(0);
  });

  it('is told of the tax-free line where that is why', () => {
    const { lines } = estimate(1_850_000, 'couple');
    expect(lines.find(({ code }) => code === 'taxable')).toMatchObject({ rule: 'tax-free-line', yen: 0 });
  });
});

describe('no estimate', () => {
  it.each<[string, object, object]>([
    ['for a fraction of a yen', { salary: 5_000_000.5 }, { field: 'salary', code: 'not-whole-yen' }],
    ['for no number', { salary: Number.NaN }, { field: 'salary', code: 'not-whole-yen' }],
    ['below nothing', { salary: -1 }, { field: 'salary', code: 'too-small' }],
    ['above a thousand million', { salary: salaryLimit + 1 }, { field: 'salary', code: 'too-big' }],
    ['for a family the table has not', { family: 'grandparents' }, { field: 'family', code: 'unknown' }],
    ['for a name every object has', { family: 'constructor' }, { field: 'family', code: 'unknown' }],
    ['before the rules', { year: 2024 }, { field: 'year', code: 'no-rules' }],
    ['after the rules', { year: 2028 }, { field: 'year', code: 'no-rules' }],
    [
      'with a housing loan',
      { circumstances: ['housing-loan'] },
      { field: 'circumstances', code: 'no-rules', circumstances: ['housing-loan'] },
    ],
  ])('%s', (_, changed, refusal) => {
    const asked = { salary: 5_000_000, family: 'single_or_dual', year: 2026, ...changed };
    expect(estimateLimit(asked)).toEqual({ refusal });
  });

  it('but a word of caution above twenty million, where a tax return is due', () => {
    expect(estimate(20_000_000).mustFile).toBe(false);
    expect(estimate(20_000_001).mustFile).toBe(true);
  });
});

describe('what people write', () => {
  it.each([
    ['5000000', 5_000_000],
    ['５，０００，０００', 5_000_000],
    ['5,000,000円', 5_000_000],
    ['¥5,000,000', 5_000_000],
    ['￥５００００００', 5_000_000],
    [' 500万円 ', 5_000_000],
    ['５００．５万', 5_005_000],
    ['0.0001万', 1],
    ['0', 0],
  ])('%s is an amount', (text, yen) => expect(readYen(text)).toBe(yen));

  it.each(['', '-5', '5.5', '五百万', '1e7', '5,00,000', '0.00001万', 'NaN', '9999999999999999', '500万500'])(
    '%s is none',
    (text) => expect(readYen(text)).toBeUndefined(),
  );

  it.each([
    ['single', 'single_or_dual'],
    ['dual', 'single_or_dual'],
    ['Couple-HS', 'couple_hs'],
    ['ｃｏｕｐｌｅ', 'couple'],
    ['toString', undefined],
    ['', undefined],
  ])('%s names a family, or none', (word, family) => expect(readFamily(word)).toBe(family));
});
