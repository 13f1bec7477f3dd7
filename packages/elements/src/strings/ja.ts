import { jaBase } from './base.ts';
import { jaFirst } from './ja-first.ts';
import type { RestStrings } from './ja-rest.ts';

/**
 * The words of a list, in Japanese. The type of this object is what every other language must fill. It is the very
 * object that the first cards are drawn with, so that they need not be drawn again.
 */
export const ja = Object.assign(jaFirst, jaBase, {
  chosen: (n: number) => `${jaFirst.number(n)}つ選択中`,
  clear: '絞り込みを外す',
  found: (n: number) => `条件に合うもの ${jaFirst.count(n)}`,
  pastFound: (n: number) => `過去の募集 ${jaFirst.count(n)}`,
  moreFailed: '続きを読み込めませんでした。もう一度お試しください。',
  showUpcoming: 'これからの募集に戻る',
  nothingUpcoming: 'いま募集しているものはありません。',
  nothingPast: '過去の募集はありません。',
  nothingFound: '条件に合うものが見つかりませんでした。言葉を短くするか、絞り込みを外してみてください。',
});

export type Strings = typeof ja;
export type AllStrings = Strings & RestStrings;
