/**
 * Folds text so that what a person types finds what somebody else wrote: width, case, kana kind, wave dashes,
 * hyphens and white space no longer matter. ｶﾅ, カナ and かな are the same; ～ and 〜 are the same; 鶴ヶ島 and 鶴ケ島 too,
 * since place names are written either way.
 */
export function fold(text: string): string {
  return text
    .replace(/[ヵゕ]/g, 'カ')
    .replace(/[ヶゖ]/g, 'ケ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[〜∼～]/g, '~')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a search, folded, without repeats. */
export function searchWords(text: string): string[] {
  return [...new Set(fold(text).split(' ').filter(Boolean))];
}
