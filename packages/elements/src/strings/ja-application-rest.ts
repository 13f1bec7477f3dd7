import type { ApplicationFieldName } from '@kankei/core';
import type { OwnRestWords } from './form.ts';
import { jaUsual } from './ja-usual.ts';

const { number } = jaUsual;

/** What a form to apply for a program says, in Japanese, where it is not what every form says. */
export const jaApplicationRest = {
  title: 'この募集に応募する',
  waitTitle: 'キャンセル待ちに応募する',
  left: (n: number) => `いま、あと${number(n)}人の空きがあります。`,
  waitLead: 'いまは空きがありません。空きが出たら、応募の早い順に、メールでお知らせします。',
  toProgram: '募集の内容に戻る',

  labels: {
    tel: '電話番号',
    people: '参加する人数',
    members: 'いっしょに来る方',
    message: '伝えておきたいこと',
  } satisfies Partial<Record<ApplicationFieldName, string>> as Record<string, string>,
  helps: {
    email: '返事をお送りします。例：hana@example.jp',
    tel: '急ぎのお知らせのために使います。例：0577-73-2111',
    people: 'あなたも入れて数えてください。',
    members: 'ほかの方のお名前と年齢を書いてください。',
    message: '気になることや、配慮が必要なことがあれば書いてください。',
  } as Record<string, string>,
  groups: { company: 'だれと参加しますか', message: '', consent: '個人情報' } as Record<string, string>,

  /** What a look over it, a mail and the end say in place of what they say of a signup. */
  rest: {
    reviewLead: 'まだ応募は終わっていません。内容を確かめて、下のボタンを押してください。',
    send: 'この内容で応募する',
    noticeChanged: '個人情報の取り扱いの案内が新しくなりました。ページを読み込み直して、内容をお確かめください。',
    delivered: '応募を送りました',
    mailTitle: 'メールで応募する',
    mailSubject: (title: string) => `「${title}」への応募`,
  } satisfies OwnRestWords as OwnRestWords,
  /** Where more come than there are places left. */
  tooMany: (people: number, left: number) =>
    `${number(people)}人が入れる空きがない（残り${number(left)}人）ため、キャンセル待ちになります。`,

  taken: '応募を受け付けました',
  waits: 'キャンセル待ちで受け付けました',
  position: (n: number) => `順番は${number(n)}番目です。`,
  mailed: (email: string) => `${email} に、内容を書いたメールをお送りしました。`,
  takenSteps: [
    'メールを開いて、内容をお確かめください。変更や取り消しも、メールのリンクからできます。',
    '受け入れる側で確かめて、メールでお返事します。まだ決まりではありませんので、お返事をお待ちください。',
  ],
  waitsSteps: [
    'メールを開いて、内容をお確かめください。変更や取り消しも、メールのリンクからできます。',
    '空きが出たら、順番にメールでお知らせします。',
  ],
  missing:
    'メールが届かないときは、迷惑メールのフォルダーと、メールアドレスの間違いをお確かめください。間違えたときは、もう一度応募できます。',
};

export type ApplicationRestStrings = typeof jaApplicationRest;
