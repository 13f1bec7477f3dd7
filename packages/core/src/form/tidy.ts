import { prefectureNames } from './prefectures.ts';

// What a person meant, whatever keyboard it was typed with: widths, hyphens, kana of either kind. Nothing here refuses.

/** Controls, lone surrogates, and marks that only turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming the control characters is the point
const invisible = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/gu;
const hyphens = /[\p{Pd}−ーｰ─━⁃]/gu;

/**
 * Letters and their accents as one character, half-width katakana full. Nothing else is composed: NFC would turn the
 * 神 of somebody's name (U+FA19) into another.
 */
function compose(text: string): string {
  return text
    .replace(/[\uff61-\uff9f]+/g, (run) => run.normalize('NFKC'))
    .replace(/[^\p{M}]\p{M}+/gu, (run) => run.normalize('NFC'));
}

/** Text of several lines: no invisible characters, line breaks as `\n`, no space around. */
export function tidyLines(text: string): string {
  return compose(
    text
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replace(/\t/g, ' ')
      .replace(invisible, ''),
  )
    .replace(/[^\S\n]+$/gm, '')
    .trim();
}

/** Text of one line: runs of white space, a full-width space too, become one space. */
export function tidyText(text: string): string {
  return tidyLines(text).replace(/\s+/g, ' ');
}

/** A reading in full-width katakana; what is no kana stays. */
export function tidyKana(text: string): string {
  return tidyText(text)
    .replace(/[ぁ-ゖゝゞ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/(?<=[ァ-ヺー])[‐‑‒–—―−－ｰ─━-]/g, 'ー')
    .replace(/[･·]/g, '・');
}

/** Half-width, without any white space and what is copied along unseen: marks of direction, soft hyphens. */
function narrow(text: string): string {
  return tidyText(text)
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '');
}

/** An address with its domain in small letters; ＠ and 。 are what an input method makes of @ and a dot. */
export function tidyEmail(text: string): string {
  const plain = narrow(text).replaceAll('。', '.');
  const at = plain.lastIndexOf('@');
  return at < 0 ? plain : plain.slice(0, at) + plain.slice(at).toLowerCase();
}

/** A telephone number in half-width, its groups joined by hyphens however they were set apart. */
export function tidyTel(text: string): string {
  return narrow(
    tidyText(text)
      .replace(hyphens, '-')
      .replace(/(?<=[\d０-９])\s+(?=[\d０-９])/g, '-'),
  )
    .replace(/[()[\]./]/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
}

/** `123-4567`; what has not seven digits stays as it was typed, in half-width. */
export function tidyPostal(text: string): string {
  const plain = narrow(text.replace(hyphens, '-'));
  const [, first, last] = /^〒?(\d{3})-?(\d{4})$/.exec(plain) ?? [];
  return first ? `${first}-${last}` : plain;
}

/** A prefecture's full name, also where 県, 府 or 都 was left out. */
export function tidyPrefecture(text: string): string {
  const plain = tidyText(text);
  return prefectureNames.find((name) => name === plain || (plain && name.replace(/[都府県]$/, '') === plain)) ?? plain;
}

/** Digits of any width; commas between thousands, and a unit after, go. */
export function tidyNumber(text: string): string {
  return narrow(text.replace(hyphens, '-')).replace(/(?<=\d),(?=\d{3})/g, '');
}

/** `YYYY-MM-DD` from `2026/1/5`, `2026年1月5日` and their kin; else what was typed. */
export function tidyDate(text: string): string {
  const plain = narrow(text.replace(hyphens, '-'));
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : plain;
}

/**
 * The year before the first of an era, by its name and its letter. 令和 began in 2019, 平成 in 1989, 昭和 in 1926, 大正 in
 * 1912, 明治 in 1868.
 */
const eras: Record<string, number> = {
  ...{ 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911, 明治: 1867 },
  ...{ R: 2018, H: 1988, S: 1925, T: 1911, M: 1867 },
};

/** A year of the common calendar from `1980`, `1980年`, `昭和55年`, `S55`; else what was typed. */
export function tidyYear(text: string): string {
  const plain = tidyNumber(text).replace(/年(生まれ|生)?$/, '');
  const [, era = '', number = ''] = /^(令和|平成|昭和|大正|明治|[RHSTM])\.?(\d{1,2}|元)$/i.exec(plain) ?? [];
  const before = eras[era.toUpperCase()];
  return before === undefined ? plain : String(before + (number === '元' ? 1 : Number(number)));
}
