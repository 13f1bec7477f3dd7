import { adjustmentOfIncome, employmentIncome, percentOf } from './employment-income.ts';
import { type Family, households, readFamily } from './families.ts';
import {
  type LimitRule,
  type LimitYear,
  limitYears,
  ownShare,
  residentPercent,
  specialPercent,
  surtaxed,
  yearRules,
} from './limit-rules.ts';
import {
  adjustmentCreditOf,
  incomeTaxPercent,
  personalDeductions,
  socialInsuranceOf,
  taxFreeLineOf,
} from './resident-levy.ts';

/** What makes another sum of it; there are no rules here for any. The place to ask is the tax office of the residence. */
export const unestimated = ['housing-loan', 'medical-expenses', 'pension', 'self-employed', 'other-income'] as const;
export type Unestimated = (typeof unestimated)[number];

/** All that the estimate leaves out; of what is not in `unestimated` too, the sum says nothing. */
export const leftOut = [
  ...unestimated,
  /** Life and earthquake insurance, iDeCo and other deductions. */
  'other-deductions',
  'spouse-with-income',
  /** Parents, grown-up children, people with a disability. */
  'other-dependants',
  /** Above a salary of 8,500,000 yen they take a little off. */
  'children-under-16',
  /** Prefectures and cities whose rate is not 10 %. */
  'local-rate',
  /** The levy is lowered for incomes a little above the tax-free line. */
  'near-tax-free-line',
] as const;
export type LeftOut = (typeof leftOut)[number];

/** The largest salary that is reckoned with, in yen. */
export const salaryLimit = 1_000_000_000;

/** Above this salary one has to file a tax return, and the one-stop exception is not for who files. */
const returnAbove = 20_000_000;

export interface LimitQuestion {
  /** A year's salary before anything is taken off, in whole yen. */
  salary: number;
  /** A name of `families`, or what `readFamily` makes one of. */
  family: string;
  /** The year of the donation, which is the year the salary is earned in. */
  year: number;
  /** What of `unestimated` is the case. */
  circumstances?: readonly string[] | undefined;
}

/** Why there is no estimate. The sentences live elsewhere. */
export type LimitRefusal =
  | { field: 'salary'; code: 'not-whole-yen' | 'too-small' | 'too-big' }
  | { field: 'family'; code: 'unknown' }
  | { field: 'year'; code: 'no-rules' }
  | { field: 'circumstances'; code: 'no-rules'; circumstances: string[] };

export const limitLineCodes = [
  'salary',
  'employment-deduction',
  'income-adjustment',
  'total-income',
  'social-insurance',
  'basic-deduction',
  'spouse-deduction',
  'dependant-deduction',
  'taxable',
  'levy-before-credit',
  'adjustment-credit',
  'levy',
  'special-part-most',
  'special-part-capped',
  'special-part-rate',
  'donation-above-own-share',
  'own-share',
  'limit',
] as const;
export type LimitLineCode = (typeof limitLineCodes)[number];

/**
 * A line of the sum: what it is, the rule it follows, and its amount in yen, negative for what is taken off. The one
 * line that is a rate, 90 % less the income tax with its surtax, says it in hundred-thousandths.
 */
export type LimitLine = { code: LimitLineCode; rule: LimitRule } & ({ yen: number } | { per100000: number });

export interface LimitEstimate {
  /** Yen, in whole thousands; 0 where there is no levy that a donation could come off. */
  limit: number;
  salary: number;
  family: Family;
  year: LimitYear;
  lines: LimitLine[];
  leavesOut: readonly LeftOut[];
  /** True above a salary of 20,000,000 yen: a tax return is due, so the one-stop exception is not for this donor. */
  mustFile: boolean;
}

/** The rule year of a donation: that of its day `YYYY-MM-DD`. */
export function donationYear(day: string): number {
  return Number(day.slice(0, 4));
}

/**
 * Estimates up to which sum of a year's donations all but 2,000 yen comes off one's taxes (控除上限額の目安):
 *
 *     limit = levy × 20 % ÷ (90 % − income tax rate × 1.021) + 2,000, below 1,000 dropped
 *
 * where the levy is the resident tax's income levy, and from 2027 its 20 % are at most 1,930,000 yen. It equals 総務省's
 * published table, whose assumptions it shares: a salary alone, social insurance as a share of it, no other deduction.
 * Below the ceilings of 40 % and 30 % of one's income, which the 20 % always reach first.
 *
 * Everything is whole yen. An answer without `limit` names in `refusal` what there are no rules for.
 */
export function estimateLimit(question: LimitQuestion): LimitEstimate | { limit?: undefined; refusal: LimitRefusal } {
  const refusal = refuse(question);
  if (refusal) return { refusal };
  const { salary } = question;
  const year = question.year as LimitYear;
  const family = readFamily(question.family)!;
  const base = taxableLines(salary, year, family);
  const { levy, lines } = levyLines(base);
  const special = specialLines(levy, base, year);
  return {
    limit: special.limit,
    salary,
    family,
    year,
    lines: [...base.lines, ...lines, ...special.lines],
    leavesOut: leftOut,
    mustFile: salary > returnAbove,
  };
}

function refuse({ salary, family, year, circumstances = [] }: LimitQuestion): LimitRefusal | undefined {
  if (!Number.isSafeInteger(salary)) return { field: 'salary', code: 'not-whole-yen' };
  if (salary < 0) return { field: 'salary', code: 'too-small' };
  if (salary > salaryLimit) return { field: 'salary', code: 'too-big' };
  if (!readFamily(family)) return { field: 'family', code: 'unknown' };
  if (!limitYears.some((known) => known === year)) return { field: 'year', code: 'no-rules' };
  return circumstances.length
    ? { field: 'circumstances', code: 'no-rules', circumstances: [...circumstances] }
    : undefined;
}

const line = (code: LimitLineCode, rule: LimitRule, yen: number): LimitLine => ({ code, rule, yen });
/** A line of something taken off, left out where nothing is. */
const off = (code: LimitLineCode, rule: LimitRule, yen: number): LimitLine[] => (yen ? [line(code, rule, -yen)] : []);

interface Base {
  lines: LimitLine[];
  totalIncome: number;
  taxable: number;
  gap: number;
}

/** From the salary to what the resident tax is reckoned from. */
function taxableLines(salary: number, year: LimitYear, family: Family): Base {
  const household = households[family];
  const { rule } = yearRules[year].leastDeduction;
  const income = employmentIncome(salary, year);
  const adjustment = adjustmentOfIncome(salary, household);
  const totalIncome = income - adjustment;
  const insurance = socialInsuranceOf(salary);
  const { basic, spouse, dependants, gap } = personalDeductions(totalIncome, household);
  const left = Math.max(0, totalIncome - insurance - basic - spouse - dependants);
  const taxable = totalIncome <= taxFreeLineOf(household) ? 0 : left - (left % 1000);
  const lines = [
    line('salary', 'salary', salary),
    ...off('employment-deduction', rule, salary - income),
    ...off('income-adjustment', 'income-adjustment', adjustment),
    line('total-income', rule, totalIncome),
    ...off('social-insurance', 'social-insurance', insurance),
    ...off('basic-deduction', 'basic-deduction', basic),
    ...off('spouse-deduction', 'spouse-deduction', spouse),
    ...off('dependant-deduction', 'dependant-deduction', dependants),
    line('taxable', left && !taxable ? 'tax-free-line' : 'taxable', taxable),
  ];
  return { lines, totalIncome, taxable, gap };
}

/** From there to the income levy. */
function levyLines({ totalIncome, taxable, gap }: Base) {
  const before = percentOf(taxable, residentPercent);
  const credit = adjustmentCreditOf(taxable, gap, totalIncome);
  const lines = [
    line('levy-before-credit', 'resident-rate', before),
    ...off('adjustment-credit', 'adjustment-credit', credit),
    line('levy', 'resident-rate', before - credit),
  ];
  return { lines, levy: before - credit };
}

/** From the levy to the limit. */
function specialLines(levy: number, { taxable, gap }: Base, year: LimitYear) {
  const most = percentOf(levy, specialPercent);
  const { specialCap = Infinity } = yearRules[year];
  const special = Math.min(most, specialCap);
  const per100000 = 90_000 - incomeTaxPercent(taxable, gap) * surtaxed;
  const above = Math.floor((special * 100_000) / per100000);
  const limit = levy ? above + ownShare - ((above + ownShare) % 1000) : 0;
  const lines: LimitLine[] = [
    line('special-part-most', 'special-part-20-percent', most),
    ...(special < most ? [line('special-part-capped', 'special-part-cap-2027', special)] : []),
    ...(levy
      ? [
          { code: 'special-part-rate', rule: 'special-part-rate', per100000 } as const,
          line('donation-above-own-share', 'special-part-rate', above),
          line('own-share', 'own-share', ownShare),
        ]
      : []),
    line('limit', 'rounding', limit),
  ];
  return { lines, limit };
}
