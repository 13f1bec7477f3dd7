import { dateFormat } from './date-format.ts';
import { jaUsual } from './ja-usual.ts';

const clock = dateFormat('ja', { hour: 'numeric', minute: '2-digit' });

/** What a form says once it is sent, or is to be sent by mail, in Japanese. */
export const jaFormSent = {
  kept: '入力した内容は残っています。',
  wait: (minutes: number) =>
    `短い時間に何度も送信されたため、いまは受け付けられません。あと${jaUsual.number(minutes)}分ほど待って、もう一度お試しください。`,
  noticeChanged: '登録の案内が新しくなりました。ページを読み込み直して、内容をお確かめください。',

  sentTitle: 'メールを確かめてください',
  sentLead: (email: string) => `${email} に確認のメールをお送りしました。登録は、まだ終わっていません。`,
  sentSteps: (before: number) => [
    'メールを開いて、中のボタンを押してください。',
    '開いたページのボタンを押すと、登録が終わり、会員番号が決まります。',
    `${jaUsual.dateTime(jaUsual.date(before, false), clock.format(before))}までに押されなかったときは、入力された内容を消します。`,
  ],
  sentMissing:
    'メールが届かないときは、迷惑メールのフォルダーと、メールアドレスの間違いをお確かめください。間違えたときは、もう一度登録できます。すでに会員の方は、前に届いたメールのリンクから、会員のページを開けます。',
  afterwards: '登録が終わったら',
  again: 'もう一度登録する',
  delivered: '申し込みを受け付けました',
  deliveredLead: 'ありがとうございます。このあとは、町からの連絡をお待ちください。',
  askUs: (contact: string) => `わからないときのお問い合わせ先：${contact}`,

  mailTitle: 'メールで申し込む',
  mailLead: '下のボタンを押すと、入力した内容の入ったメールができます。内容を確かめて、そのまま送信してください。',
  mailOpen: 'メールを作る',
  mailCopy: 'メールの画面が開かないときは、下の内容を写して、次のあて先へ送ってください。',
  mailTo: (address: string) => `あて先：${address}`,
  mailLine: (question: string, answer: string) => `${question}：${answer}`,
  mailSubject: (title: string) => `${title}への申し込み`,
};

export type FormSentStrings = typeof jaFormSent;
