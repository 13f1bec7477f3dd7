/**
 * Folds text so that what a person types finds what somebody else wrote: width, case, kana kind, wave dashes,
 * hyphens and white space no longer matter. ｶﾅ, カナ and かな are the same; ～ and 〜 are the same; 鶴ヶ島 and 鶴ケ島 too,
 * since place names are written either way.
 */
export function fold(text: string): string {
  // Whole lists are folded while somebody types: what most texts do not hold is asked first.
  if (plainly.test(text)) return toHiraganaIn(text.toLowerCase()).replace(/ {2,}/g, ' ').trim();
  const one = /[ヵゕヶゖ]/.test(text) ? text.replace(/[ヵゕ]/g, 'カ').replace(/[ヶゖ]/g, 'ケ') : text;
  const plain = toHiraganaIn(one.normalize('NFKC').toLowerCase());
  const dashed = /[〜∼～‐‑‒–—―−]/.test(plain) ? plain.replace(/[〜∼～]/g, '~').replace(/[‐‑‒–—―−]/g, '-') : plain;
  return dashed.replace(/\s+/g, ' ').trim();
}

/** What NFKC leaves as it is, without dashes, small ヵ and ヶ, and white space but spaces. */
const plainly = /^[ -~、。々-》ぁ-ゔァ-ヴ・ー一-\u9fff]*$/;

const toHiraganaIn = (text: string) => text.replace(/[ァ-ヶ]+/g, toHiragana);

function toHiragana(run: string): string {
  let hiragana = '';
  for (let at = 0; at < run.length; at++) hiragana += String.fromCharCode(run.charCodeAt(at) - 0x60);
  return hiragana;
}

/** The words of a search, folded, without repeats. */
export function searchWords(text: string): string[] {
  return [...new Set(fold(text).split(' ').filter(Boolean))];
}
