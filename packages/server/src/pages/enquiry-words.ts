import type { Language } from './words.ts';

/** What the page of one who enquired says. Japanese is the type: a hole in another language fails the build. */
const ja = {
  title: 'ご相談',
  states: {
    open: { label: 'お返事を用意しています', text: (who: string) => `${who}が読んで、メールでお返事します。` },
    answered: { label: 'お返事しました', text: (who: string) => `${who}がお返事しました。` },
  },
  somebody: '町の担当者',
  reply: 'お返事',
  left: 'お預かりした内容',
  profile: '町に見せた、質問への答え',
  withdraw: '取り下げ',
  withdrawText: 'いつでも取り下げられます。お預かりした内容は、すべて消えます。',
  withdrawLink: '取り下げの手続きへ',
  withdrawTitle: 'ご相談を取り下げますか',
  withdrawLead: '取り下げると、お預かりした内容はすべて消えます。元には戻せません。',
  withdrawPress: 'ご相談を取り下げる',
  withdrawBack: '取り下げないで戻る',
  withdrawnTitle: '取り下げました',
  withdrawnText: 'お預かりしていた内容は、すべて消しました。またいつでもご相談ください。',
  kept: 'お預かりしているもの',
  keptText: (day: string, version: string) =>
    `${day}に、個人情報の取り扱い（${version}版）に同意いただきました。お預かりしているのは、上の内容だけです。決まった期間が過ぎると、消します。`,
  goneTitle: 'このリンクは使えません',
  goneText:
    'リンクが途中で切れているか、ご相談の内容がもう消えています。メールのリンクを、初めから終わりまでそのまま開いてください。',
};

export type EnquiryWords = typeof ja;

const en: EnquiryWords = {
  title: 'Your message',
  states: {
    open: { label: 'An answer is on its way', text: (who) => `${who} will read it and write back by email.` },
    answered: { label: 'Answered', text: (who) => `${who} has written back.` },
  },
  somebody: 'The town’s coordinator',
  reply: 'The answer',
  left: 'What you left',
  profile: 'Answers you showed the town',
  withdraw: 'Withdrawing',
  withdrawText: 'You can withdraw at any time. Everything you left is then deleted.',
  withdrawLink: 'I would like to withdraw',
  withdrawTitle: 'Would you like to withdraw your message?',
  withdrawLead: 'Everything you left is deleted. This cannot be undone.',
  withdrawPress: 'Withdraw the message',
  withdrawBack: 'Do not withdraw, go back',
  withdrawnTitle: 'Withdrawn',
  withdrawnText: 'Everything you left has been deleted. You are welcome to write again at any time.',
  kept: 'What we keep',
  keptText: (day, version) =>
    `On ${day} you agreed to “How we use your data” (version ${version}). We keep what is shown above and nothing else. It is deleted after a set time.`,
  goneTitle: 'This link cannot be used',
  goneText:
    'It may have been cut off, or the message has been deleted. Please open the link in the mail in full, from beginning to end.',
};

export const enquiryPageWords: Record<Language, EnquiryWords> = { ja, en };
