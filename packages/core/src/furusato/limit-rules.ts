// The parameters of the estimate: amounts in yen, rates in whole percent. Where each comes from stands in `limitRules`.

/** Years of donation that there are rules for. What the law says of 2028 is not settled: the special addition ends. */
export const limitYears = [2025, 2026, 2027] as const;
export type LimitYear = (typeof limitYears)[number];

interface YearRules {
  /** The least that is taken off a salary, and up to which salary it is taken. */
  leastDeduction: { yen: number; upTo: number; rule: LimitRule };
  /** The most that the special part of the resident tax relief may be, beside the 20 %. */
  specialCap?: number;
}

/** 690,000 yen from 2026, and 50,000 more in 2026 and 2027; above the salaries named, the same rates as ever. */
const raised = { yen: 740_000, upTo: 2_200_000, rule: 'employment-deduction-2026' } as const;

/** What differs by the year of the donation. */
export const yearRules: Record<LimitYear, YearRules> = {
  2025: { leastDeduction: { yen: 650_000, upTo: 1_900_000, rule: 'employment-deduction-2025' } },
  2026: { leastDeduction: raised },
  2027: { leastDeduction: raised, specialCap: 1_930_000 },
};

/** Up to a salary, the percentage taken off and what is added to it. */
export const employmentDeductions = [
  { upTo: 3_600_000, percent: 30, plus: 80_000 },
  { upTo: 6_600_000, percent: 20, plus: 440_000 },
  { upTo: 8_500_000, percent: 10, plus: 1_100_000 },
  { upTo: Infinity, percent: 0, plus: 1_950_000 },
] as const;

/** Salaries below this are looked up in a table whose steps are 4,000 yen. */
export const salaryTable = { below: 6_600_000, step: 4_000 } as const;

/** With a dependant under 23, a tenth of the salary between these two is taken off besides. */
export const incomeAdjustment = { above: 8_500_000, upTo: 10_000_000, percent: 10 } as const;

/** What the simulation of 総務省 takes for social insurance: below a salary, a percentage and what is added. */
export const socialInsurance = [
  { below: 9_000_000, percent: 15, plus: 0 },
  { below: 18_000_000, percent: 3, plus: 1_080_000 },
  { below: Infinity, percent: 0, plus: 1_620_000 },
] as const;

/** By total income: what the resident tax takes off for everyone. */
export const basicDeductions = [
  { upTo: 24_000_000, resident: 430_000 },
  { upTo: 24_500_000, resident: 290_000 },
  { upTo: 25_000_000, resident: 150_000 },
  { upTo: Infinity, resident: 0 },
] as const;

/** By total income: what either tax takes off for a spouse without income. */
export const spouseDeductions = [
  { upTo: 9_000_000, income: 380_000, resident: 330_000 },
  { upTo: 9_500_000, income: 260_000, resident: 220_000 },
  { upTo: 10_000_000, income: 130_000, resident: 110_000 },
  { upTo: Infinity, income: 0, resident: 0 },
] as const;

/** What either tax takes off for a dependant. */
export const dependantDeductions = {
  highSchool: { income: 380_000, resident: 330_000 },
  university: { income: 630_000, resident: 450_000 },
} as const;

/**
 * The gap between the taxes' basic deductions as the resident tax reckons with it. The law names the amount, whatever
 * the income tax's deduction has become since.
 */
export const basicGap = 50_000;

/** How the levy is made up for the gap: `percent` of it, of at least `least` above a taxable income; none above a total. */
export const adjustmentCredit = { percent: 5, above: 2_000_000, least: 50_000, none: 25_000_000 } as const;

/** No levy up to so much income a head, and the two additions; the second only for who has dependants. */
export const taxFreeLine = { head: 350_000, plus: 100_000, plusWithDependants: 320_000 } as const;

/** The income levy, prefecture and municipality together. */
export const residentPercent = 10;

/** The special part is at most so much of the levy. */
export const specialPercent = 20;

/** What a donor bears in any case. */
export const ownShare = 2_000;

/** The rates of the income tax, by what is taxed. */
export const incomeTaxRates = [
  { upTo: 1_950_000, percent: 5 },
  { upTo: 3_300_000, percent: 10 },
  { upTo: 6_950_000, percent: 20 },
  { upTo: 9_000_000, percent: 23 },
  { upTo: 18_000_000, percent: 33 },
  { upTo: 40_000_000, percent: 40 },
  { upTo: Infinity, percent: 45 },
] as const;

/** The income tax with its surtax for reconstruction, in thousandths of itself. */
export const surtaxed = 1_021;

/** Where every rule of the sum can be read. */
export const limitRules = {
  /** What was asked. */
  salary: { law: '所得税法28条1項' },
  'employment-deduction-2025': {
    law: '所得税法28条3項、別表第五（令和7年分）',
    source: 'https://www.town.kumamoto-takamori.lg.jp/page/9485.html',
  },
  'employment-deduction-2026': {
    law: '所得税法28条3項、別表第五（令和8年分・令和9年分。最低額の特例を含む）',
    source: 'https://blogmoney.summerocean.com/tr26-basic-deduction',
  },
  'income-adjustment': { law: '租税特別措置法41条の3の11（所得金額調整控除）' },
  'social-insurance': {
    law: '総務省「ふるさと納税ポータルサイト」の計算例が置く仮定',
    source: 'https://github.com/ateam-dev/furusato-tax',
  },
  'basic-deduction': {
    law: '地方税法34条2項、314条の2第2項',
    source: 'https://www.town.kumamoto-takamori.lg.jp/page/9485.html',
  },
  'spouse-deduction': { law: '地方税法34条1項10号、314条の2第1項10号' },
  'dependant-deduction': { law: '地方税法34条1項11号、314条の2第1項11号' },
  taxable: { law: '地方税法20条の4の2第1項（1,000円未満切り捨て）' },
  'tax-free-line': {
    law: '地方税法附則3条の3第1項、第4項',
    source: 'https://town.haboro.lg.jp/kurashi/madoguchi/zeikin/hikazei.html',
  },
  'resident-rate': { law: '地方税法35条1項、314条の3第1項' },
  'adjustment-credit': {
    law: '地方税法37条、314条の6',
    source: 'https://www.city.kobe.lg.jp/a83576/kurashi/tax/shikenminze/syotoku/cyouseikoujyo.html',
  },
  'special-part-20-percent': { law: '地方税法37条の2第11項、314条の7第11項' },
  'special-part-cap-2027': {
    law: '令和8年の地方税法改正（令和9年の寄附から）',
    source: 'https://news.livedoor.com/topics/detail/30622338/',
  },
  'special-part-rate': { law: '地方税法37条の2第11項、314条の7第11項、附則5条の6' },
  'own-share': { law: '地方税法37条の2第1項、314条の7第1項；所得税法78条1項' },
  rounding: { law: '1,000円未満切り捨て（総務省の目安の表）' },
} as const satisfies Record<string, { law: string; source?: string }>;
export type LimitRule = keyof typeof limitRules;
