import type { ProjectState } from '@kankei/core';
import { jaFurusatoFirst } from './ja-furusato-first.ts';
import { jaUsual } from './ja-usual.ts';

const { number } = jaUsual;

/** What a link to furusato nozei says at first sight, in Japanese: the type of every other language. */
export const jaFurusato = {
  ...jaFurusatoFirst,

  projects: '寄付を集めている取り組み',
  /** The same where none of them goes on any more. */
  pastProjects: '寄付を集めた取り組み',
  states: {
    coming: '受付前',
    open: '受付中',
    reached: '目標達成・受付中',
    over: '受付終了',
  } satisfies Record<ProjectState, string>,
  /** One that is over and has reached its goal. */
  overReached: '目標達成・受付終了',
  raised: '集まった寄付',
  goal: '目標',
  missing: '目標まで',
  donors: '寄付した人',
  people: (n: number) => `${number(n)}人`,
  percent: (n: number) => `目標の${number(n)}%`,
  from: (day: string) => `${day}から受け付けます`,
  /** How long it still takes, with its last day. */
  lastDay: (days: number, day: string) =>
    `${['きょうまで', 'あすまで'][days] ?? `あと${number(days)}日`}（${day}まで）`,
  ended: (day: string) => `${day}に終わりました`,
  /** The day figures are of. */
  asOf: (day: string) => `${day}時点`,
  outcome: '寄付でできたこと',
  donate: '寄付の申し込み',
  button: '使い道を選んで寄付する',
  others: 'ほかの申し込み先',
  useCount: (n: number) => `使い道${number(n)}件`,
  runningCount: (n: number) => `受付中の取り組み${number(n)}件`,
  raisedInAll: (yen: string) => `集まった寄付 計${yen}`,
};

/** What is said at first sight; other languages fill in the same. */
export type FurusatoStrings = typeof jaFurusato;
