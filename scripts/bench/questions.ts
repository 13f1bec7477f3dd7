import { areas, kinds, themes, things } from './programs.ts';

/** What visitors ask first: the list as it opens, each filter, the orders, words, dates. */
export const commonQueries = [
  '',
  'kind=help',
  'kind=event&kind=festival',
  'theme=農業',
  'pay=thanks',
  'mode=online',
  'open=true',
  'from=2026-11-28&to=2026-11-29',
  'from=2026-12-01&to=2026-12-31',
  'past=only',
  'sort=deadline',
  'sort=new',
  'q=大根',
  'q=収穫 手伝う',
  'q=そば&kind=course',
];

const day = 86_400_000;
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const weekends = Array.from({ length: 8 }, (_, week) => Date.UTC(2026, 10, 28) + week * 7 * day);
const months = Array.from({ length: 8 }, (_, month) => [Date.UTC(2026, 11 + month, 1), Date.UTC(2026, 12 + month, 0)]);

/** Every value a visitor can choose of the filters, filter by filter. */
const choices = [
  kinds.map((kind) => `kind=${kind}`),
  themes.map((theme) => `theme=${theme}`),
  ['pay=volunteer', 'pay=thanks'],
  ['open=true', 'sort=new', 'sort=deadline', 'mode=online'],
  [
    ...weekends.map((saturday) => `from=${dayOf(saturday)}&to=${dayOf(saturday + day)}`),
    ...months.map(([first, last]) => `from=${dayOf(first!)}&to=${dayOf(last!)}`),
  ],
  [...things, '収穫', '講座', 'まつり', '体験教室', '手入れ'].map((word) => `q=${word}`),
];

/** Each choice alone and every two together, no question twice. */
export const manyQueries = [
  '',
  ...choices.flat(),
  ...choices.flatMap((some, index) =>
    choices.slice(index + 1).flatMap((others) => some.flatMap((one) => others.map((other) => `${one}&${other}`))),
  ),
];

const efforts = ['light', 'medium', 'hard'];
const otherWords = ['雪の前', '畑いっ', '手ぶら', '夜まで', '地元の'];
/** Tuesdays and Wednesdays. */
const otherDays = weekends.map((saturday) => `from=${dayOf(saturday + 3 * day)}&to=${dayOf(saturday + 4 * day)}`);

/**
 * Questions that share no word and no listing with the others, but are of every sort there is: for the compiler, before
 * anything is measured.
 */
export const warmingQueries = efforts.flatMap((effort) =>
  [
    ...areas.flatMap((area) =>
      kinds.flatMap((kind) => ['soon', 'new', 'deadline'].map((sort) => `area=${area}&kind=${kind}&sort=${sort}`)),
    ),
    ...otherWords.flatMap((word) => [...otherDays, ...choices[0]!, ...choices[1]!].map((one) => `q=${word}&${one}`)),
    ...otherDays.flatMap((days) => [...choices[0]!, ...choices[1]!].map((one) => `${days}&${one}`)),
  ].map((query) => `${query}&effort=${effort}`),
);
