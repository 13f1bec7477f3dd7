// What the questions of matching offer. A town may offer words of its own for themes, skills and hopes.

/** What draws a person; the everyday words behind each are in `clues.ts`. */
export const matchThemes = [
  'farming',
  'food',
  'festival',
  'nature',
  'sea',
  'snow',
  'craft',
  'houses',
  'children',
  'culture',
  'people',
  'shops',
  'travel',
] as const;
export type MatchTheme = (typeof matchThemes)[number];

/** What a person can do, or would like to. */
export const matchSkills = [
  'field-work',
  'carpentry',
  'cooking',
  'machines',
  'driving',
  'photo',
  'design',
  'digital',
  'languages',
  'teaching',
  'care',
  'music',
  'sales',
  'writing',
] as const;
export type MatchSkill = (typeof matchSkills)[number];

/** In place of a skill: nothing special, which is fine. */
export const noSkill = 'none';

/** What a person hopes for. */
export const matchHopes = [
  'meet',
  'learn',
  'move',
  'relax',
  'taste',
  'memories',
  'earn',
  'contribute',
  'live',
] as const;
export type MatchHope = (typeof matchHopes)[number];

/** There, from afar, or either. */
export const matchModes = ['onsite', 'online', 'both'] as const;
export type MatchMode = (typeof matchModes)[number];

/** Monday first; in the order of `weekdayAt`. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** 1 is January. Texts, since they are answers of a form. */
export const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;
export type Month = (typeof months)[number];

/** How long a person can stay: some hours (at most four), a day, some nights (at most a week), longer. */
export const stayLengths = ['hours', 'day', 'nights', 'long'] as const;
export type StayLength = (typeof stayLengths)[number];

export const companies = ['alone', 'family', 'group'] as const;
export type Company = (typeof companies)[number];

/** How often one has taken part in something like this before, anywhere. */
export const experiences = ['first', 'some', 'often'] as const;
export type Experience = (typeof experiences)[number];
