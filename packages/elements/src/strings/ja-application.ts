import { jaInterest } from './ja-interest.ts';
import { jaUsual } from './ja-usual.ts';

const { number } = jaUsual;

/** What an opened program offers to do and tells of those who did, in Japanese: the type of every other language. */
export const jaApplication = {
  ...jaInterest,
  language: 'ja',
  apply: '応募する',
  /** Where there is no place left. */
  wait: 'キャンセル待ちに応募する',
  elsewhere: '応募フォームを開く',
  leaves: '（別のサイトが開きます）',
  waitHelp: '空きが出たら、応募の早い順に、メールでお知らせします。',
  waiting: (n: number) => `いま${number(n)}組が待っています。`,
  interestedSoFar: (n: number) => `${number(n)}人が「気になる」と伝えています。`,
  /** Where it is not known whether one can apply. */
  unknown: 'ここから応募できるかどうかを、いま確かめられませんでした。',

  report: '当日のようす',
  took: (n: number) => `${number(n)}人が参加しました。`,
  thanks: '受け入れた方から',
};

export type ApplicationStrings = typeof jaApplication;
