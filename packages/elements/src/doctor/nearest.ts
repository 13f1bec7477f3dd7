/** How many letters must be put in, left out, exchanged or swapped with the next to make one word of the other. */
export function editDistance(one: string, other: string): number {
  let older: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const differs = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + differs);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j]!, older[j - 2]! + 1);
    }
    older = last;
    last = row;
  }
  return last[other.length]!;
}

/** Hyphens and capitals are what is most often lost: they do not count. */
const plain = (word: string) => word.toLowerCase().replace(/[-_]/g, '');

/**
 * The word that was meant: the nearest, where at most a third of its letters differ; undefined where none is near. Of
 * words that are as near, the first.
 */
export function nearest(written: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const away = editDistance(plain(written), plain(word));
    if (away < least && away <= Math.max(1, Math.floor(word.length / 3))) [best, least] = [word, away];
  }
  return best;
}
