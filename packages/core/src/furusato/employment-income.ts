import type { Household } from './families.ts';
import { employmentDeductions, incomeAdjustment, type LimitYear, salaryTable, yearRules } from './limit-rules.ts';

/** The row of a table that a value falls in; the last one has no end. */
export function rowFor<Row extends { upTo: number }>(rows: readonly Row[], value: number): Row {
  return rows.find(({ upTo }) => value <= upTo)!;
}

/** So many percent of a whole amount of yen, fractions of a yen dropped. */
export function percentOf(yen: number, percent: number): number {
  return Math.floor((yen * percent) / 100);
}

/**
 * What is left of a salary once the year's deduction for employees is taken off (給与所得). Salaries below 6,600,000 yen
 * count in steps of 4,000, as the law's table has them.
 */
export function employmentIncome(salary: number, year: LimitYear): number {
  const { yen, upTo } = yearRules[year].leastDeduction;
  if (salary <= upTo) return Math.max(0, salary - yen);
  const counted = salary < salaryTable.below ? salary - (salary % salaryTable.step) : salary;
  const { percent, plus } = rowFor(employmentDeductions, counted);
  return percentOf(counted, 100 - percent) - plus;
}

/** What is taken off besides for who has a dependant under 23 (所得金額調整控除), fractions of a yen counted as one. */
export function adjustmentOfIncome(salary: number, { highSchool, university }: Household): number {
  const { above, upTo, percent } = incomeAdjustment;
  if (!highSchool && !university) return 0;
  return Math.ceil((Math.max(0, Math.min(salary, upTo) - above) * percent) / 100);
}
