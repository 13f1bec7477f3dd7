import * as z from 'zod/mini';
import { memberLanguages, ties } from '../fanclub-fields.ts';
import { overseas, prefectureNames } from '../form/prefectures.ts';
import { companies, experiences, matchModes, months, stayLengths, weekdays } from '../matching/answers.ts';
import { misfitCodes, reasonCodes, unmetCodes } from '../matching/reason-codes.ts';
import { programItem } from './program.ts';
import { readItems } from './read.ts';
import { instant, listOf, text, upTo, whole } from './text.ts';
import { efforts } from './vocabulary.ts';

const several = <const Values extends readonly string[]>(values: Values) =>
  z.optional(listOf(z.enum(values), values.length));
const wishes = z.optional(listOf(text(50), 30));

/**
 * What a supporter says of what would suit, every part of it optional; the names are those of the fields that ask for
 * it, so that a form's checked answers can be read as a profile (`readMatchProfile`). It says nothing of who it is: of
 * a postal code no more than the municipality is in it.
 */
export const matchProfile = z.object({
  /** What draws the person: of `matchThemes`, or a town's own words, looked for as they are. */
  themes: wishes,
  /** Of `matchSkills`, or a town's own words; `none` alone is "nothing special". */
  skills: wishes,
  mode: z.optional(z.enum(matchModes)),
  weekdays: several(weekdays),
  months: several(months),
  lengths: several(stayLengths),
  /** Where the person comes from: 岐阜県, or `overseas`. */
  prefecture: z.optional(z.enum([...prefectureNames, overseas])),
  /** 飛騨市 */
  municipality: z.optional(text(100)),
  company: z.optional(z.enum(companies)),
  /** How many come, the person included. */
  people: z.optional(whole(1, 100)),
  /** Years; of the person, and of the youngest who comes along. */
  age: z.optional(whole(0, 120)),
  youngest: z.optional(whole(0, 120)),
  /** The hardest work that is welcome. */
  effort: z.optional(z.enum(efforts)),
  tie: several(ties),
  experience: z.optional(z.enum(experiences)),
  hopes: wishes,
  /** Languages the person speaks. */
  languages: several(memberLanguages),
  /** Whatever else, in the person's own words. */
  words: z.optional(upTo(1000)),
});
export type MatchProfile = z.infer<typeof matchProfile>;

/** What is asked of `matches`. */
export const matchQuestion = z.object({ profile: matchProfile, limit: z._default(whole(1, 100), 20) });
export type MatchQuestion = z.infer<typeof matchQuestion>;
/** As a caller writes it. */
export type MatchQuestionInput = z.input<typeof matchQuestion>;

/** A value on either side: one of ours, a day `YYYY-MM-DD`, a number, or words of the program or the person. */
const side = upTo(500);

/** Why a program suits, as a code with the fact it rests on: what the person said, and what was found in the program. */
export const reason = z.object({ code: z.enum(reasonCodes), asked: z.optional(side), found: side });
export type Reason = z.infer<typeof reason>;

/** What does not suit. What is `unmet` (see `unmetCodes`) puts a program behind all without. */
export const misfit = z.object({ code: z.enum(misfitCodes), asked: z.optional(side), found: side });
export type Misfit = z.infer<typeof misfit>;

export const suggestion = z.object({
  program: programItem,
  reasons: listOf(reason, 200),
  misfits: listOf(misfit, 50),
});
/** A program with why it is suggested. */
export type Suggestion = z.infer<typeof suggestion>;

/** A condition of the person's, and how many programs meet all the others. */
export const obstacle = z.object({ code: z.enum(unmetCodes), count: whole(1) });
export type Obstacle = z.infer<typeof obstacle>;

/** What suits a profile, the best first. */
export const matches = z.object({
  /** Programs with a reason and without an unmet condition. */
  suggestions: z.array(suggestion),
  /** How many there are of these in all. */
  total: whole(0),
  /** Where there is none: what comes nearest, with what is not met. */
  alternatives: z.array(suggestion),
  /** What to loosen, and how many programs that would bring; the most first. */
  obstacles: listOf(obstacle, unmetCodes.length),
  asOf: instant,
});
export type Matches = z.infer<typeof matches>;

/** Suggestions whose parts are still to be read one by one: a server may know reasons that a page does not know yet. */
const unread = z.array(
  z.object({ program: z.unknown(), reasons: z.array(z.unknown()), misfits: z.array(z.unknown()) }),
);
export const unreadMatches = z.object({
  ...matches.shape,
  suggestions: unread,
  alternatives: unread,
  obstacles: z.array(z.unknown()),
});
export type UnreadMatches = z.infer<typeof unreadMatches>;

/** Reads suggestions part by part: a reason that is not known is left out, and so is a program that cannot be read. */
export function readMatches({ suggestions, alternatives, obstacles, ...rest }: UnreadMatches): Matches {
  const read = (list: typeof suggestions): Suggestion[] =>
    list.flatMap(({ program, reasons, misfits }) => {
      const { data } = programItem.safeParse(program);
      if (!data) return [];
      return [
        {
          program: data,
          reasons: readItems(reason, reasons, '').items,
          misfits: readItems(misfit, misfits, '').items,
        },
      ];
    });
  return {
    ...rest,
    suggestions: read(suggestions),
    alternatives: read(alternatives),
    obstacles: readItems(obstacle, obstacles, '').items,
  };
}
