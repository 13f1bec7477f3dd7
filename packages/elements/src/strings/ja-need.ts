import type { NeedFieldName } from '@kankei/core';
import type { OwnRestWords } from './form.ts';
import { jaUsual } from './ja-usual.ts';

const { number } = jaUsual;

/** What residents are asked who need help, in Japanese: the type of every other language. */
export const jaNeed = {
  language: 'ja',
  title: 'お手伝いを頼む',
  intro:
    '町の外には、手伝いに行きたい人がいます。頼みたいことを、教えてください。町の担当者が確かめてから募集します。決まっていないところは、空けておいてかまいません。',
  minutes: (n: number) => `入力は約${number(n)}分です。電話で聞いた方が、代わりに入力してもかまいません。`,
  labels: {
    what: '手伝ってほしいこと',
    when: 'いつごろ',
    date: '日にち（決まっていれば）',
    people: '来てほしい人数',
    who: 'どんな人に来てほしいか',
    effort: '体への負担',
    bring: '持ってきてほしいもの',
    thanks: 'お礼',
    place: '場所',
    reach: '連絡の方法',
    tel: '電話番号',
  } satisfies Omit<Record<NeedFieldName, string>, 'name' | 'email'> as Record<string, string>,
  helps: {
    what: '例：柿の収穫と箱づめ。高い所の枝は、家の者が切ります。',
    when: '例：11月の土曜か日曜、朝9時からお昼まで',
    who: '例：はじめての人でもよい。子ども連れもどうぞ。',
    effort: '正直に書くと、合う人が来やすくなります。',
    bring: '例：軍手、長ぐつ、飲みもの',
    thanks: '例：お昼ごはんと、とれたての柿',
    place: '例：谷地区の家の裏の畑（バス停から歩いて5分）',
    reach: '町の担当者から、ご連絡します。',
    tel: '例：0577-73-2111',
    email: '受け取った内容をお送りします。例：hana@example.jp',
  } as Record<string, string>,
  groups: {
    what: '何をしてほしいですか',
    when: 'いつ、どこでですか',
    who: '何人くらい、どんな人に',
    bring: '持ちもの',
    thanks: 'お礼にできること',
    you: 'ご連絡先',
    consent: '個人情報',
  } as Record<string, string>,
  options: {
    effort: { light: '軽い作業', medium: '少し体力がいる作業', hard: '力仕事' },
    reach: { tel: '電話', email: 'メール' },
  } as Record<string, Record<string, string>>,

  progress: (step: number, steps: number) => `質問 ${number(step)}／${number(steps)}`,
  next: '次へ',
  back: '前へ',
  town: 'どの町に頼みますか',
  /** Where nothing is taken in. */
  closed: 'いまは、ここからお手伝いを頼めません。',

  /** What a look over it, a mail and the end say in place of what they say of a signup. */
  rest: {
    reviewLead: 'まだ送っていません。内容を確かめて、下のボタンを押してください。',
    send: 'この内容で頼む',
    noticeChanged: '個人情報の取り扱いの案内が新しくなりました。ページを読み込み直して、内容をお確かめください。',
    again: 'ほかのことも頼む',
    delivered: 'ご相談を受け付けました',
    deliveredLead: 'ありがとうございます。このあとは、町からの連絡をお待ちください。',
    mailTitle: 'メールで頼む',
    mailSubject: () => 'お手伝いの相談',
  } satisfies OwnRestWords as OwnRestWords,
  lead: 'ありがとうございます。このあとは、次のように進みます。',
  mailed: (email: string) =>
    `${email} に、受け取った内容をお送りしました。ちがうところは、メールのリンクから直せます。`,
  called: (tel: string) => `町の担当者が、${tel} にお電話します。`,
  steps: ['町の担当者が確かめて、募集の形に整えます。お尋ねすることがあります。', '募集を公開し、手伝う人を待ちます。'],
};

export type NeedStrings = typeof jaNeed;
