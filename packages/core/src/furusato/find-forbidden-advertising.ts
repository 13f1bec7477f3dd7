import {
  type AdvertisingReason,
  type AdvertisingRule,
  type AdvertisingTerm,
  advertisingRules,
  advertisingTerms,
  denied,
  usualCardPoints,
} from './advertising-terms.ts';
import { isSuspect, tight } from './suspect-advertising.ts';

/** A stretch of text that the rules do not allow in advertising. */
export interface AdvertisingFinding {
  /** As it stands in the text. */
  word: string;
  /** Where it begins, in UTF-16 units. */
  index: number;
  reason: AdvertisingReason;
  rule: AdvertisingRule;
  /** The day the rule began, `YYYY-MM-DD`. */
  since: string;
}

let terms: AdvertisingTerm[] | undefined;

/**
 * Finds what a text about furusato nozei may not say: words that stress return gifts, points, cashback or bargains,
 * however wide, in whatever kana and with whatever spaces they are written. What a sentence denies passes:
 * 「返礼品の送付は行っていません」. It helps who writes; it does not replace the reading of the rules.
 */
export function findForbiddenAdvertising(text: string): AdvertisingFinding[] {
  // Nearly every text has none.
  if (!isSuspect(text)) return [];
  terms ??= advertisingTerms();
  const whole = tight(text);
  const likely = terms.filter(({ pattern }) => whole.search(pattern) >= 0);
  if (!likely.length) return [];
  const { folded, starts, ends } = spread(text);
  const findings = likely.flatMap(({ pattern, reason, rule }) =>
    [...folded.matchAll(pattern)].flatMap(({ 0: match, index }) => {
      const end = index + match.length;
      if (denied.test(folded.slice(end)) || (rule === 'points' && usualCardPoints.test(sentence(folded, index, end))))
        return [];
      const from = starts[index]!;
      const word = text.slice(from, ends[end - 1]);
      return [{ word, index: from, reason, rule, since: advertisingRules[rule].since }];
    }),
  );
  return findings.sort((one, other) => one.index - other.index);
}

/** The text folded and tight, and for each character of that the place it came from. */
function spread(text: string) {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  // A kana and its voicing mark are folded together.
  for (const { 0: written, index } of text.matchAll(/.[\p{M}\p{Cf}ﾞﾟ]*/gsu)) {
    const plain = tight(written);
    folded += plain;
    for (let at = 0; at < plain.length; at++) {
      starts.push(index);
      ends.push(index + written.length);
    }
  }
  return { folded, starts, ends };
}

/** The whole sentence around a stretch of folded text. */
function sentence(folded: string, start: number, end: number): string {
  const before = folded
    .slice(0, start)
    .split(/[。!?]/)
    .at(-1)!;
  return before + folded.slice(start, end) + folded.slice(end).split(/[。!?]/, 1)[0]!;
}
