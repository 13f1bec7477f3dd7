import type { EnquiryFieldName, Moving } from '@kankei/core';
import type { OwnRestWords } from './form.ts';

/** What is asked of who would like a coordinator to write back, in Japanese: the type of every other language. */
export const jaEnquiry = {
  language: 'ja',
  title: '町の担当者に相談する',
  intro: '質問への答えを町の担当者に見せると、合いそうなことを考えて、メールでお返事します。',
  labels: {
    moving: '移住についてのお考え',
    message: '聞いてみたいこと、伝えたいこと',
  } satisfies Omit<Record<EnquiryFieldName, string>, 'name' | 'email'> as Record<string, string>,
  helps: {
    email: '返事をお送りします。例：hana@example.jp',
    moving: '移住のつもりがなくても、だいじょうぶです。',
  } as Record<string, string>,
  groups: { message: 'ご相談', consent: '個人情報' } as Record<string, string>,
  options: {
    moving: {
      move: '移住したい',
      unsure: 'まだ決めていない',
      ties: '移住はせずに、関わりたい',
    } satisfies Record<Moving, string>,
  } as Record<string, Record<string, string>>,

  town: 'どの町に相談しますか',
  townHelp: 'お名前、連絡先、答えは、選んだ町だけに見せます。',
  profile: '町に見せる、質問への答え',
  profileHelp: '見せたくないものは、チェックをはずしてください。',
  nothing: '（何も見せません）',
  toSuggestions: '合いそうなものに戻る',

  /** What a look over it, a mail and the end say in place of what they say of a signup. */
  rest: {
    reviewLead: 'まだ送っていません。次のとおりに送ります。内容を確かめて、下のボタンを押してください。',
    send: 'この内容で相談する',
    noticeChanged: '個人情報の取り扱いの案内が新しくなりました。ページを読み込み直して、内容をお確かめください。',
    again: 'もう一度相談する',
    delivered: 'ご相談を受け付けました',
    deliveredLead: 'ありがとうございます。このあとは、町からの連絡をお待ちください。',
    mailTitle: 'メールで相談する',
    mailSubject: () => 'ご相談',
  } satisfies OwnRestWords as OwnRestWords,
  /** After the last of several towns was asked. */
  anotherTown: 'ほかの町にも相談する',
  somebody: '町の担当者',
  lead: 'ありがとうございます。このあとは、次のように進みます。',
  steps: (email: string, who: string) => [
    `${email} に、お預かりした内容をお送りしました。取り下げるときは、メールのリンクからできます。`,
    `${who}が読んで、メールでお返事します。`,
  ],
};

export type EnquiryStrings = typeof jaEnquiry;
