import { fold, searchWords } from './fold.ts';
import { municipalityLines } from './municipalities.generated.ts';
import { checkDigit } from './municipality-code.ts';

export { municipalitiesAsOf } from './municipalities.generated.ts';

/** `ward` is a ward (区) of a designated city, a part of it; `special-ward` one of Tokyo's 23, a municipality of its own. */
export const municipalityKinds = ['prefecture', 'city', 'special-ward', 'ward', 'town', 'village'] as const;
export type MunicipalityKind = (typeof municipalityKinds)[number];

/** A prefecture or municipality. Names are not unique (府中市 is in 東京都 and 広島県): show the prefecture with them. */
export interface Municipality {
  /** Six digits, the last a check digit. */
  readonly code: string;
  /** `飛騨市`; of a ward with its city, `浜松市中央区`. */
  readonly name: string;
  /** The reading in full-width katakana. */
  readonly kana: string;
  /** The prefecture's name; of a prefecture its own. */
  readonly prefecture: string;
  readonly kind: MunicipalityKind;
}

/** Every prefecture, city, ward, town and village, by code. Read at first use: 71 KB that most pages never need. */
let list: ReadonlyMap<string, Municipality> | undefined;

function municipalities(): ReadonlyMap<string, Municipality> {
  list ??= readLines();
  return list;
}

function readLines(): Map<string, Municipality> {
  const all = new Map<string, Municipality>();
  let prefecture = '';
  for (const line of municipalityLines.split('\n')) {
    const [five = '', name = '', kana = ''] = line.split(' ');
    // Lines are sorted by code, and a prefecture's comes before those of its municipalities.
    if (five.endsWith('000')) prefecture = name;
    const code = five + checkDigit(five);
    all.set(code, { code, name, kana, prefecture, kind: kindOf(five, name) });
  }
  return all;
}

function kindOf(five: string, name: string): MunicipalityKind {
  if (five.endsWith('000')) return 'prefecture';
  if (name.endsWith('区')) return name.includes('市') ? 'ward' : 'special-ward';
  return name.endsWith('市') ? 'city' : name.endsWith('町') ? 'town' : 'village';
}

/** The prefecture that a code lies in, of a prefecture itself. */
function prefectureOf(code: string): Municipality | undefined {
  const five = `${code.slice(0, 2)}000`;
  return findMunicipality(five + checkDigit(five));
}

/** The municipality or prefecture of a six-digit code; undefined for none. */
export function findMunicipality(code: string): Municipality | undefined {
  return municipalities().get(code);
}

/** Everything in a prefecture, given its six-digit code, in order of code and without itself; empty for none. */
export function municipalitiesOf(prefectureCode: string): Municipality[] {
  const prefecture = findMunicipality(prefectureCode);
  if (prefecture?.kind !== 'prefecture') return [];
  return [...municipalities().values()].filter(
    (one) => one.prefecture === prefecture.name && one.kind !== 'prefecture',
  );
}

/** What a search looks at, folded: the place's own texts, and those that begin with its prefecture. */
interface Searchable {
  one: Municipality;
  own: string[];
  around: string[];
}

/** Folded at the first search and kept: a person types letter by letter. */
let searchables: Searchable[] | undefined;

function searchable(one: Municipality): Searchable {
  const home = prefectureOf(one.code);
  return {
    one,
    own: [one.code, fold(one.name), fold(one.kana)],
    around: [fold(one.prefecture + one.name), fold((home?.kana ?? '') + one.kana)],
  };
}

/**
 * Finds municipalities and prefectures by any part of name, reading, prefecture or code, written in any width and kana;
 * of several words all must occur (`岐阜 ひだ`). Those that begin with a word come first, then in order of code.
 */
export function searchMunicipalities(text: string): Municipality[] {
  const words = searchWords(text);
  if (!words.length) return [];
  searchables ??= [...municipalities().values()].map(searchable);
  return searchables
    .filter(({ own, around }) => words.every((word) => [...own, ...around].some((text) => text.includes(word))))
    .map(({ one, own }) => ({ one, begins: words.some((word) => own.some((text) => text.startsWith(word))) }))
    .sort((a, b) => Number(b.begins) - Number(a.begins))
    .map(({ one }) => one);
}
