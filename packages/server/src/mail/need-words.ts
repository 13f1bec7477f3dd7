import type { Language } from '../pages/words.ts';
import type { Said } from './words.ts';

/** What mails about needs say; `title` is the program's. */
interface Words {
  received: Said;
  published: (title: string) => Said;
  cancelled: (title: string) => Said;
  declined: Said;
  /** Before what staff wrote. */
  wrote: string;
  /** In place of a text that is not repeated in a mail. */
  elsewhere: string;
}

const ja: Words = {
  received: {
    subject: 'お手伝いのご相談を受け付けました',
    before: [
      'お手伝いのご相談をありがとうございます。下のページを開いて、内容を確かめ、ボタンを押してください。押していただくと、町の担当者が募集の形に整えます。',
      '次のように受け取りました。',
    ],
    press: '内容を確かめる・直す',
    after: [
      'ちがうところは、募集が公開されるまで、このページでいつでも直せます。取り下げることもできます。このページはあなた専用です。ほかの人に渡さないでください。',
      '心当たりがなければ、何もしなくて大丈夫です。公開はされず、ほかのお知らせもお送りしません。',
    ],
  },
  published: (title) => ({
    subject: `「${title}」の募集を公開しました`,
    before: [
      `いただいたご相談が、「${title}」という募集になりました。`,
      '申し込みがあると、お返事のページのリンクをメールでお知らせします。',
    ],
    press: '募集のようすを見る',
    after: ['日時や人数を変えたいときは、町の担当者にご連絡ください。'],
  }),
  cancelled: (title) => ({
    subject: `「${title}」の募集を中止にしました`,
    before: [`「${title}」の募集を、中止にしました。`],
    press: '募集のようすを見る',
    after: ['心当たりがないときは、町の担当者にお尋ねください。'],
  }),
  declined: {
    subject: 'お手伝いのご相談について',
    before: [
      'お手伝いのご相談をありがとうございました。',
      '申し訳ありませんが、今回は募集にすることができませんでした。',
    ],
    press: 'ご相談の内容を見る',
    after: ['事情が変わったときは、またいつでもご相談ください。'],
  },
  wrote: '担当者からのことば：',
  elsewhere: '（ページでご確認ください）',
};

const en: Words = {
  received: {
    subject: 'We have your request for help',
    before: [
      'Thank you for telling us where help is needed. Please open the page below, check what we understood and press the button. The town’s coordinator will then prepare a listing.',
      'This is what we understood:',
    ],
    press: 'Check and correct it',
    after: [
      'Until the listing is published you can correct anything on this page, or withdraw your request. The page is yours alone; please do not pass the link on.',
      'If you did not send this, you need not do anything. Nothing will be published, and no further mail will be sent.',
    ],
  },
  published: (title) => ({
    subject: `“${title}” is now listed`,
    before: [
      `Your request has become the listing “${title}”.`,
      'When somebody applies, you will get a mail with a link to a page where you can answer.',
    ],
    press: 'See how it stands',
    after: ['To change the date or the number of people, please get in touch with the town’s coordinator.'],
  }),
  cancelled: (title) => ({
    subject: `“${title}” has been cancelled`,
    before: [`The listing “${title}” has been cancelled.`],
    press: 'See how it stands',
    after: ['If you did not expect this, please ask the town’s coordinator.'],
  }),
  declined: {
    subject: 'About your request for help',
    before: ['Thank you for telling us where help is needed.', 'We are sorry that we cannot list it this time.'],
    press: 'See your request',
    after: ['If things change, you are welcome to ask us again.'],
  },
  wrote: 'The coordinator writes:',
  elsewhere: '(please see the page)',
};

export const needMailWords: Record<Language, Words> = { ja, en };
