import { rowFor } from './employment-income.ts';
import type { Household } from './families.ts';
import {
  adjustmentCredit,
  basicDeductions,
  basicGap,
  dependantDeductions,
  incomeTaxRates,
  socialInsurance,
  spouseDeductions,
  taxFreeLine,
} from './limit-rules.ts';

/** What either tax takes off for the people of a household. */
export interface PersonalDeductions {
  /** Off the resident tax's base, in yen. */
  basic: number;
  spouse: number;
  dependants: number;
  /** By how much the income tax takes off more (人的控除額の差), as the resident tax reckons with it. */
  gap: number;
}

/** The deductions for people at a total income (合計所得金額). */
export function personalDeductions(totalIncome: number, household: Household): PersonalDeductions {
  const spouse = household.spouse ? rowFor(spouseDeductions, totalIncome) : { income: 0, resident: 0 };
  const { highSchool, university } = dependantDeductions;
  const of = (tax: 'income' | 'resident') =>
    household.highSchool * highSchool[tax] + household.university * university[tax];
  return {
    basic: rowFor(basicDeductions, totalIncome).resident,
    spouse: spouse.resident,
    dependants: of('resident'),
    gap: basicGap + spouse.income - spouse.resident + of('income') - of('resident'),
  };
}

/** What is taken to be paid for social insurance, fractions of a yen counted as one. */
export function socialInsuranceOf(salary: number): number {
  const { percent, plus } = socialInsurance.find(({ below }) => salary < below)!;
  return Math.ceil((salary * percent) / 100) + plus;
}

/** What makes the levy up for the gap (調整控除). */
export function adjustmentCreditOf(taxable: number, gap: number, totalIncome: number): number {
  const { percent, above, least, none } = adjustmentCredit;
  if (totalIncome > none) return 0;
  const base = taxable <= above ? Math.min(gap, taxable) : Math.max(least, gap - (taxable - above));
  return (base * percent) / 100;
}

/** The total income up to which there is no levy at all (所得割の非課税限度額). */
export function taxFreeLineOf({ spouse, highSchool, university }: Household): number {
  const others = Number(spouse) + highSchool + university;
  const { head, plus, plusWithDependants } = taxFreeLine;
  return head * (1 + others) + plus + (others ? plusWithDependants : 0);
}

/**
 * The income tax's rate in percent as the special part reckons with it: by the resident tax's base less the gap, not by
 * what the income tax itself is reckoned from; none where the gap is larger.
 */
export function incomeTaxPercent(taxable: number, gap: number): number {
  return taxable < gap ? 0 : rowFor(incomeTaxRates, taxable - gap).percent;
}
