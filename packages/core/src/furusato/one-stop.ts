import { daysBetween } from './project-state.ts';

/**
 * The one-stop exception (ワンストップ特例), by which a donor need not file a tax return.
 * Source: 地方税法附則7条; https://www.city.ebino.lg.jp/soshiki/kikaku/16/7253.html
 */
export const oneStopRules = {
  /** Towns a year; several donations to one town count once. */
  mostTowns: 5,
  /** By when an application must have arrived in the year after, `MM-DD`. */
  deadline: '01-10',
  /** Above this salary in yen one has to file. */
  salaryMost: 20_000_000,
} as const;

/** What makes the exception void for all donations of the year. */
export const oneStopVoids = ['tax-return', 'too-many-towns', 'salary'] as const;
export type OneStopVoid = (typeof oneStopVoids)[number];

/** A donation as somebody notes it down; no more is needed, and it never leaves the browser. */
export interface NotedDonation {
  /** The town's code or name, compared as it is written. */
  town: string;
  /** Whether the application for this donation was sent. Every donation needs its own. */
  applied?: boolean;
}

export interface OneStopCircumstances {
  /** A tax return is filed, for whatever reason: medical expenses, a second income, the first year of a housing loan. */
  filesReturn?: boolean;
  /** Yen. */
  salary?: number;
}

export interface OneStopSummary {
  year: number;
  /** Different towns, and how many more there may be. */
  towns: number;
  townsLeft: number;
  /** Donations whose application was not sent. */
  toApply: number;
  /** The day `YYYY-MM-DD` by which applications, and notes of a new address or name, must have arrived. */
  deadline: string;
  /** Days after today up to the deadline: 0 on the day itself, negative when it is over. */
  daysLeft: number;
  /** What makes it void; then all donations go into the tax return. */
  voids: OneStopVoid[];
}

/** The year whose donations are in question on a day in Tokyo: up to the deadline in January still the one before. */
export function oneStopYear(today: string): number {
  const year = Number(today.slice(0, 4));
  return today.slice(5) <= oneStopRules.deadline ? year - 1 : year;
}

/** How a year's donations stand on a day `YYYY-MM-DD` in Tokyo. */
export function oneStopSummary(
  donations: readonly NotedDonation[],
  today: string,
  { filesReturn = false, salary = 0 }: OneStopCircumstances = {},
  year: number = oneStopYear(today),
): OneStopSummary {
  const { mostTowns, salaryMost } = oneStopRules;
  const towns = new Set(donations.map(({ town }) => town)).size;
  const deadline = `${year + 1}-${oneStopRules.deadline}`;
  const voids: [OneStopVoid, boolean][] = [
    ['tax-return', filesReturn],
    ['too-many-towns', towns > mostTowns],
    ['salary', salary > salaryMost],
  ];
  return {
    year,
    towns,
    townsLeft: Math.max(0, mostTowns - towns),
    toApply: donations.filter(({ applied }) => !applied).length,
    deadline,
    daysLeft: daysBetween(today, deadline),
    voids: voids.flatMap(([name, is]) => (is ? name : [])),
  };
}
