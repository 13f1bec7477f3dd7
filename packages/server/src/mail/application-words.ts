import type { Language } from '../pages/words.ts';
import type { Said } from './words.ts';

/** What mails about applications say; `title` is the program's. */
interface Words {
  received: (title: string) => Said;
  waiting: (title: string, position: number) => Said;
  movedUp: (title: string) => Said;
  again: (title: string) => Said;
  accepted: (title: string, hasLink: boolean) => Said;
  declined: (title: string) => Said;
  asked: (title: string) => Said;
  withdrawn: (title: string) => Said;
  cancelled: (title: string) => Said;
  postponed: (title: string) => Said;
  /** After the day. */
  after: (title: string) => Said;
  /** To the host. */
  hostApplied: (title: string) => Said;
  hostReplied: (title: string) => Said;
  hostWithdrawn: (title: string) => Said;
  hostAfter: (title: string) => Said;
  /** Before what staff or the host wrote. */
  wrote: string;
  when: string;
  party: string;
  people: (count: number) => string;
}

const ja: Words = {
  received: (title) => ({
    subject: `「${title}」への申し込みを受け付けました`,
    before: [
      `「${title}」へのお申し込みをありがとうございます。`,
      '受け入れる側で確かめて、あらためてメールでお返事します。まだ決まりではありませんので、お返事をお待ちください。',
    ],
    press: '申し込みの内容を開く',
    after: [
      '内容の変更や取り消しも、このページからできます。このページはあなた専用です。ほかの人に渡さないでください。',
      '心当たりがなければ、お手数ですが、このページで申し込みを取り消してください。',
    ],
  }),
  waiting: (title, position) => ({
    subject: `「${title}」のキャンセル待ちに入りました`,
    before: [
      `「${title}」へのお申し込みをありがとうございます。`,
      `ご希望の人数が入れる空きがいまはないため、キャンセル待ちで受け付けました。順番は${position}番目です。`,
      '空きが出たら、順番にメールでお知らせします。',
    ],
    press: '申し込みの内容を開く',
    after: [
      '内容の変更や取り消しも、このページからできます。このページはあなた専用です。ほかの人に渡さないでください。',
      '心当たりがなければ、お手数ですが、このページで申し込みを取り消してください。',
    ],
  }),
  movedUp: (title) => ({
    subject: `「${title}」に空きが出ました`,
    before: [
      `「${title}」に空きが出たので、キャンセル待ちから、お申し込みに進みました。`,
      '受け入れる側で確かめて、あらためてメールでお返事します。',
    ],
    press: '申し込みの内容を開く',
    after: ['ご都合が悪くなったときは、お早めに、このページで取り消してください。次の方に順番が回ります。'],
  }),
  again: (title) => ({
    subject: `「${title}」には、すでにお申し込みいただいています`,
    before: [
      `このメールアドレスでは、「${title}」にすでにお申し込みいただいています。`,
      'いまの状況と、お申し込みの内容は、下のページで見られます。',
    ],
    press: '申し込みの内容を開く',
    after: [
      'このページはあなた専用です。ほかの人に渡さないでください。',
      '心当たりがなければ、何もしなくて大丈夫です。申し込みの内容は変わっていません。',
    ],
  }),
  accepted: (title, hasLink) => ({
    subject: `「${title}」に参加いただけます`,
    before: [`「${title}」に参加いただけることになりました。お会いできるのを楽しみにしています。`],
    press: hasLink ? '参加用のリンクを見る' : '申し込みの内容を開く',
    after: [
      ...(hasLink ? ['参加用のリンクは、このページにあります。ほかの人に渡さないでください。'] : []),
      '来られなくなったときは、お早めに、このページで取り消してください。',
    ],
  }),
  declined: (title) => ({
    subject: `「${title}」への申し込みについて`,
    before: [
      `「${title}」へのお申し込みをありがとうございました。`,
      '申し訳ありませんが、今回はお受けすることができませんでした。',
    ],
    press: 'ほかの募集を見る',
    after: ['ほかにも参加できることがあります。またお申し込みをお待ちしています。'],
  }),
  asked: (title) => ({
    subject: `「${title}」への申し込みについて、お尋ねがあります`,
    before: [`「${title}」へのお申し込みについて、受け入れる側からお尋ねがあります。`],
    press: '返事を書く',
    after: ['お返事を待つあいだも、お席は取ってあります。'],
  }),
  withdrawn: (title) => ({
    subject: `「${title}」への申し込みを取り消しました`,
    before: [`「${title}」への申し込みを取り消しました。`, 'また都合の合うときに、いつでもお申し込みください。'],
    press: 'ほかの募集を見る',
    after: [],
  }),
  cancelled: (title) => ({
    subject: `「${title}」は中止になりました`,
    before: [
      `お申し込みいただいた「${title}」は、中止になりました。`,
      '楽しみにしていただいていたところ、申し訳ありません。',
    ],
    press: 'ほかの募集を見る',
    after: [],
  }),
  postponed: (title) => ({
    subject: `「${title}」は延期になりました`,
    before: [
      `お申し込みいただいた「${title}」は、延期になりました。`,
      '新しい日にちは、募集のページでお知らせします。お申し込みは、そのまま残っています。',
    ],
    press: '申し込みの内容を開く',
    after: ['ご都合が合わなくなったときは、このページで取り消してください。'],
  }),
  after: (title) => ({
    subject: `「${title}」は、いかがでしたか`,
    before: [`「${title}」へのご参加を、ありがとうございました。`, 'いかがでしたか。ふたつだけ、お聞かせください。'],
    press: '答える',
    after: ['答えは、町の担当者だけが見ます。またお会いできるのを楽しみにしています。'],
  }),
  hostApplied: (title) => ({
    subject: `「${title}」に申し込みがありました`,
    before: [`「${title}」に申し込みがありました。`, '下のページで、内容を確かめてお返事をお願いします。'],
    press: '申し込みを見る',
    after: ['このページはあなた専用です。このメールやリンクを、ほかの人に渡さないでください。'],
  }),
  hostReplied: (title) => ({
    subject: `「${title}」のお尋ねに返事がありました`,
    before: [`「${title}」に申し込んだ方から、お尋ねへの返事がありました。`],
    press: '返事を見る',
    after: [],
  }),
  hostWithdrawn: (title) => ({
    subject: `「${title}」の申し込みが取り消されました`,
    before: [`「${title}」の申し込みが、ひとつ取り消されました。`],
    press: '申し込みを見る',
    after: [],
  }),
  hostAfter: (title) => ({
    subject: `「${title}」は、いかがでしたか`,
    before: [`「${title}」の受け入れを、ありがとうございました。`, 'いかがでしたか。ふたつだけ、お聞かせください。'],
    press: '答える',
    after: ['答えは、町の担当者だけが見ます。'],
  }),
  wrote: '受け入れる側からのことば：',
  when: '日時',
  party: '人数',
  people: (count) => `${count}人`,
};

const en: Words = {
  received: (title) => ({
    subject: `We have received your application for “${title}”`,
    before: [
      `Thank you for applying for “${title}”.`,
      'The hosts will look at it and write to you. Nothing is settled yet, so please wait for their answer.',
    ],
    press: 'Open your application',
    after: [
      'On this page you can also change or withdraw it. The page is yours alone: please do not pass it on.',
      'If you did not apply, please withdraw the application on this page.',
    ],
  }),
  waiting: (title, position) => ({
    subject: `You are on the waiting list for “${title}”`,
    before: [
      `Thank you for applying for “${title}”.`,
      `There are not enough free places for all of you at the moment, so you are on the waiting list, as number ${position}.`,
      'As soon as there is room, we write to those who wait, one after the other.',
    ],
    press: 'Open your application',
    after: [
      'On this page you can also change or withdraw it. The page is yours alone: please do not pass it on.',
      'If you did not apply, please withdraw the application on this page.',
    ],
  }),
  movedUp: (title) => ({
    subject: `There is room for you: “${title}”`,
    before: [
      `There is room in “${title}” now, and you have moved up from the waiting list.`,
      'The hosts will look at your application and write to you.',
    ],
    press: 'Open your application',
    after: ['If you can no longer come, please withdraw on this page soon, so that the next person can.'],
  }),
  again: (title) => ({
    subject: `You have already applied for “${title}”`,
    before: [
      `There is already an application for “${title}” from this email address.`,
      'You can see how it stands, and what you wrote, on the page below.',
    ],
    press: 'Open your application',
    after: [
      'The page is yours alone: please do not pass it on.',
      'If you did not apply again, you need not do anything. Nothing has been changed.',
    ],
  }),
  accepted: (title, hasLink) => ({
    subject: `You can come to “${title}”`,
    before: [`You can take part in “${title}”. We look forward to meeting you.`],
    press: hasLink ? 'See the link to join' : 'Open your application',
    after: [
      ...(hasLink ? ['The link to join is on this page. Please do not pass it on.'] : []),
      'If you can no longer come, please withdraw on this page as soon as you can.',
    ],
  }),
  declined: (title) => ({
    subject: `About your application for “${title}”`,
    before: [`Thank you for applying for “${title}”.`, 'We are sorry that we cannot take you this time.'],
    press: 'See what else you can join',
    after: ['There are other things to join, and we would be glad to hear from you again.'],
  }),
  asked: (title) => ({
    subject: `A question about your application for “${title}”`,
    before: [`The hosts of “${title}” would like to ask you something about your application.`],
    press: 'Write an answer',
    after: ['Your place is kept while they wait for your answer.'],
  }),
  withdrawn: (title) => ({
    subject: `You have withdrawn from “${title}”`,
    before: [`Your application for “${title}” has been withdrawn.`, 'You are welcome to apply again at any time.'],
    press: 'See what else you can join',
    after: [],
  }),
  cancelled: (title) => ({
    subject: `“${title}” has been cancelled`,
    before: [`“${title}”, for which you applied, has been cancelled.`, 'We are sorry that it will not take place.'],
    press: 'See what else you can join',
    after: [],
  }),
  postponed: (title) => ({
    subject: `“${title}” has been postponed`,
    before: [
      `“${title}”, for which you applied, has been postponed.`,
      'The new date will stand on the page of the program. Your application stays as it is.',
    ],
    press: 'Open your application',
    after: ['If you can no longer come, please withdraw on this page.'],
  }),
  after: (title) => ({
    subject: `How was “${title}”?`,
    before: [`Thank you for coming to “${title}”.`, 'How was it? We have two questions for you.'],
    press: 'Answer',
    after: ['Only the staff of the town see what you answer. We would be glad to see you again.'],
  }),
  hostApplied: (title) => ({
    subject: `An application for “${title}”`,
    before: [`Somebody applied for “${title}”.`, 'Please look at it on the page below and answer.'],
    press: 'See the application',
    after: ['The page is yours alone: please do not pass on this mail or the link.'],
  }),
  hostReplied: (title) => ({
    subject: `An answer to your question: “${title}”`,
    before: [`Somebody who applied for “${title}” has answered your question.`],
    press: 'See the answer',
    after: [],
  }),
  hostWithdrawn: (title) => ({
    subject: `An application for “${title}” was withdrawn`,
    before: [`One application for “${title}” was withdrawn.`],
    press: 'See the applications',
    after: [],
  }),
  hostAfter: (title) => ({
    subject: `How was “${title}”?`,
    before: [`Thank you for having people at “${title}”.`, 'How was it? We have two questions for you.'],
    press: 'Answer',
    after: ['Only the staff of the town see what you answer.'],
  }),
  wrote: 'The hosts write:',
  when: 'When',
  party: 'People',
  people: (count) => String(count),
};

export const applicationWords: Record<Language, Words> = { ja, en };
export type { Words as ApplicationMailWords };
