/** What of a family moves the estimate, beside the salary. */
export interface Household {
  /** The donor takes the spouse deduction: the spouse has no income. */
  spouse: boolean;
  /** Children of 16 to 18 without income (高校生). */
  highSchool: number;
  /** Children of 19 to 22 without income (大学生). */
  university: number;
}

/**
 * The families of 総務省's table of limits. Who lives alone and whose spouse earns (共働き) are one, because neither takes
 * a spouse deduction. Children of 15 and under move no cell of that table.
 */
export const households = {
  single_or_dual: { spouse: false, highSchool: 0, university: 0 },
  couple: { spouse: true, highSchool: 0, university: 0 },
  dual_hs: { spouse: false, highSchool: 1, university: 0 },
  dual_univ: { spouse: false, highSchool: 0, university: 1 },
  couple_hs: { spouse: true, highSchool: 1, university: 0 },
  couple_univ: { spouse: true, highSchool: 0, university: 1 },
  dual_univ_hs: { spouse: false, highSchool: 1, university: 1 },
  couple_univ_hs: { spouse: true, highSchool: 1, university: 1 },
} as const satisfies Record<string, Household>;
export type Family = keyof typeof households;

/** Every family the estimate knows, in the order of the table. */
export const families = /* @__PURE__ */ Object.keys(households) as Family[];

/**
 * The family a word names, written with `_` or `-`, large or small; `single` and `dual` alone are both
 * `single_or_dual`. Undefined for any other.
 */
export function readFamily(word: string): Family | undefined {
  const plain = word.normalize('NFKC').trim().toLowerCase().replaceAll('-', '_');
  if (plain === 'single' || plain === 'dual') return 'single_or_dual';
  return families.find((family) => family === plain);
}
