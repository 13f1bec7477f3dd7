import type { ProjectState } from '@kankei/core';
import { numberEn, numberJa } from './numbers.ts';
import type { Language } from './words.ts';

/** What pages say of furusato nozei: the words of the widget, by the same names; a test holds the two together. */
const ja = {
  uses: '寄付の使い道',
  done: 'これまでの寄付でできたこと',
  details: 'くわしく見る',
  projects: '寄付を集めている取り組み',
  pastProjects: '寄付を集めた取り組み',
  states: {
    coming: '受付前',
    open: '受付中',
    reached: '目標達成・受付中',
    over: '受付終了',
  } satisfies Record<ProjectState, string>,
  overReached: '目標達成・受付終了',
  raised: '集まった寄付',
  goal: '目標',
  donors: '寄付した人',
  people: (n: number) => `${numberJa(n)}人`,
  percent: (n: number) => `目標の${numberJa(n)}%`,
  from: (day: string) => `${day}から受け付けます`,
  lastDay: (days: number, day: string) =>
    `${['きょうまで', 'あすまで'][days] ?? `あと${numberJa(days)}日`}（${day}まで）`,
  ended: (day: string) => `${day}に終わりました`,
  asOf: (day: string) => `${day}時点`,
  outcome: '寄付でできたこと',
  donate: '寄付の申し込み',
  button: '使い道を選んで寄付する',
  corporate: {
    title: '企業版ふるさと納税',
    points: (yen: string) => [
      `1回${yen}から寄付できます。`,
      '本社が別の市区町村にある会社が対象です。',
      '寄付の見返りに、経済的な利益を受けることはできません。',
    ],
    details: '企業版ふるさと納税をくわしく見る',
  },
};

export type HostedFurusatoWords = typeof ja;

const en: HostedFurusatoWords = {
  uses: 'What donations are used for',
  done: 'What earlier donations did',
  details: 'Read more',
  projects: 'Projects looking for support',
  pastProjects: 'Projects that were supported',
  states: { coming: 'Not open yet', open: 'Open', reached: 'Goal reached, still open', over: 'Closed' },
  overReached: 'Goal reached, closed',
  raised: 'Raised',
  goal: 'Goal',
  donors: 'Donors',
  people: (n) => numberEn(n),
  percent: (n) => `${numberEn(n)}% of the goal`,
  from: (day) => `Opens on ${day}`,
  lastDay: (days, day) =>
    `${['Last day today', 'Until tomorrow'][days] ?? `${numberEn(days)} days left`} (until ${day})`,
  ended: (day) => `Closed on ${day}`,
  asOf: (day) => `As of ${day}`,
  outcome: 'What came of it',
  donate: 'Where to donate',
  button: 'Choose a cause and donate',
  corporate: {
    title: 'Furusato nozei for companies',
    points: (yen) => [
      `From ${yen} a donation.`,
      'For companies with their head office in another municipality.',
      'The company may receive no economic benefit in return.',
    ],
    details: 'Read more about furusato nozei for companies',
  },
};

export const hostedFurusatoWords: Record<Language, HostedFurusatoWords> = { ja, en };
