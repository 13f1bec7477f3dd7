/** One of these is in every text that has a term of `advertisingTerms`; a test holds it. Over tight text. */
const traces =
  /返礼|礼の?品|豪華|ぼりゅーむ|gift|reward|もらえ|貰え|げっと|当た|抽選|おまけ|無料で|ただで|お得|おとく|お徳|得する|買い?得|こすぱ|こすとぱ|還元|激安|格安|特価|破格|値打ち|ばーげん|せーる|割引|半額|損|bargain|bestvalue|greatdeal|実質|負担|同然|ぽいんと|まいる|points|miles|きゃっしゅ|cash|商品券|ぎふと|くーぽん|電子まねー/;

/**
 * Text in which width, case and the kind of kana no longer matter, without white space, ornaments and what is not seen.
 * `fold` does more than this, and would weigh as much again before the first paint.
 */
export function tight(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[\p{Cf}\s・★☆♡♥*]/gu, '');
}

/**
 * True for a text that may say what advertising for furusato nozei may not. Small enough to stand before the first paint:
 * what it passes needs no word list, whatever it suspects is for `findForbiddenAdvertising` to judge.
 */
export function isSuspect(text: string): boolean {
  return traces.test(tight(text));
}
