/** Why a program suits. In brackets what `asked` and `found` are. */
export const reasonCodes = [
  /** [a theme; the word, kind or pay it was found by] */
  'theme',
  /** [a skill; the word it was found by] */
  'skill',
  /** [a hope; the word, kind or pay it was found by] */
  'hope',
  /** [a word of the person's own; the same] */
  'word',
  /** [a weekday; the day] */
  'weekday',
  /** [a month; the day] */
  'month',
  /** [a length; the same] */
  'length',
  /** [a mode; the program's] */
  'mode',
  /** [the municipality; the same] */
  'same-municipality',
  /** [the prefecture; the same] */
  'same-prefecture',
  /** [the prefecture; one of `regions`] */
  'same-region',
  /** [alone, family, group; the word it was found by] */
  'company',
  /** [how many come; places left] */
  'places',
  /** [the youngest's age; from which age on one may take part] */
  'youngest',
  /** [the hardest that is welcome; the program's effort] */
  'effort',
  /** [a language; the same] */
  'language',
  /** Nothing heavy to begin with. [nothing; the program's effort, or its kind] */
  'light-first',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Conditions that are not met: no program with one stands above a program without. */
export const unmetCodes = [
  /** [the mode; the program's] */
  'mode',
  /** [the weekdays, with spaces between; the day] */
  'weekday',
  /** [the months, with spaces between; the day] */
  'month',
  /** [the lengths, with spaces between; the program's] */
  'length',
  /** [how many come; places left] */
  'places',
  /** [the age of one who comes; the least age] */
  'too-young',
  /** [the age of one who comes; the greatest age] */
  'too-old',
] as const;
export type UnmetCode = (typeof unmetCodes)[number];

/** What does not suit: unmet conditions, and what a person may put up with. */
export const misfitCodes = [
  ...unmetCodes,
  /** [the hardest that is welcome; the program's effort] */
  'effort',
  /** [the prefecture; the program's] */
  'far',
  /** [the languages, with spaces between; the program's] */
  'language',
] as const;
export type MisfitCode = (typeof misfitCodes)[number];

/** True where it is a condition that is not met. */
export function isUnmet({ code }: { code: MisfitCode }): boolean {
  return (unmetCodes as readonly string[]).includes(code);
}
