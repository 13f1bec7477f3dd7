import type { Language } from '../pages/words.ts';
import type { Said } from './words.ts';

/** What mails about enquiries say; `who` answers them. */
interface Words {
  received: (who: string) => Said;
  answered: (who: string) => Said;
  /** Who answers where the town names nobody. */
  somebody: string;
  /** In place of a text that is not repeated in a mail. */
  elsewhere: string;
}

const ja: Words = {
  received: (who) => ({
    subject: 'ご相談を受け付けました',
    before: [
      `ご相談をありがとうございます。${who}が読んで、このメールアドレスにお返事します。`,
      '次のようにお預かりしました。',
    ],
    press: 'お預かりした内容を見る・取り下げる',
    after: [
      '取り下げたいときは、このページでいつでも取り下げられます。取り下げると、お預かりした内容はすべて消えます。このページはあなた専用です。ほかの人に渡さないでください。',
      '心当たりがなければ、お手数ですが、このページで取り下げてください。',
    ],
  }),
  answered: (who) => ({
    subject: 'ご相談へのお返事',
    before: [`ご相談をありがとうございました。${who}からのお返事です。`],
    press: 'お預かりしている内容を見る・取り下げる',
    after: [],
  }),
  somebody: '町の担当者',
  elsewhere: '（ページでご確認ください）',
};

const en: Words = {
  received: (who) => ({
    subject: 'We have your message',
    before: [`Thank you for writing. ${who} will read it and write back to this address.`, 'This is what you left:'],
    press: 'See what you left, or withdraw it',
    after: [
      'You can withdraw it on this page at any time. Everything you left is then deleted. The page is yours alone; please do not pass the link on.',
      'If you did not send this, please withdraw it on that page.',
    ],
  }),
  answered: (who) => ({
    subject: 'An answer to your message',
    before: [`Thank you for writing. This is the answer of ${who}:`],
    press: 'See what you left, or withdraw it',
    after: [],
  }),
  somebody: 'the town’s coordinator',
  elsewhere: '(please see the page)',
};

export const enquiryMailWords: Record<Language, Words> = { ja, en };
