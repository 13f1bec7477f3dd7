import type { NeedState } from '@kankei/core';
import type { Language } from './words.ts';

/** What a host's own page says. Japanese is the type: a hole in another language fails the build. */
const ja = {
  title: 'お手伝いのご相談',
  states: {
    draft: {
      label: '町の担当者が確かめています',
      text: '確かめて、募集の形に整えます。公開する前に、お尋ねすることがあります。',
    },
    published: {
      label: '募集を公開しています',
      text: '日時や人数を変えたいとき、取りやめたいときは、町の担当者にご連絡ください。',
    },
    declined: { label: '今回は募集にできませんでした', text: 'ご相談をありがとうございました。' },
    withdrawn: { label: '取り下げました', text: 'このご相談は取り下げられています。またいつでもご相談ください。' },
  } satisfies Record<NeedState, { label: string; text: string }>,
  unconfirmed: {
    label: 'まだ終わっていません',
    text: '受け取った内容を確かめて、「この内容で相談する」を押してください。',
  },
  confirm: 'この内容でよろしいですか',
  confirmText:
    'メールアドレスがご本人のものか、確かめさせてください。ボタンを押していただくまで、募集は公開されず、ほかのお知らせもお送りしません。直すところがあれば、下で直して保存しても、確かめたことになります。',
  confirmPress: 'この内容で相談する',
  done: {
    confirm: '確かめました。ありがとうございます。町の担当者が、募集の形に整えます。',
    details: '直した内容を保存しました。町の担当者にも伝わります。',
    late: '保存できませんでした。ご相談の状態が変わっています。',
  },
  programs: '公開している募集を見る',
  facts: '受け取った内容',
  details: '内容を直す',
  detailsOpen: '直すところを開く',
  detailsText: '直したいところだけを変えて、下のボタンを押してください。',
  save: '直した内容を保存する',
  withdraw: 'ご相談の取り下げ',
  withdrawText: '公開される前なら、いつでも取り下げられます。',
  withdrawLink: '取り下げの手続きへ',
  withdrawTitle: 'ご相談を取り下げますか',
  withdrawLead: '取り下げると、募集にはなりません。',
  withdrawPress: 'ご相談を取り下げる',
  withdrawBack: '取り下げないで戻る',
  kept: 'お預かりしているもの',
  keptText: (day: string, version: string) =>
    `${day}に、個人情報の取り扱い（${version}版）に同意いただきました。お預かりしているのは、上の内容と、ご相談の状態だけです。決まった期間が過ぎると、消します。`,
  goneTitle: 'このリンクは使えません',
  goneText:
    'リンクが途中で切れているか、お預かりする期間が過ぎて、ご相談の内容が消えています。メールのリンクを、初めから終わりまでそのまま開いてください。',
  error: 'エラー：',
};

export type NeedWords = typeof ja;

const en: NeedWords = {
  title: 'Your request for help',
  states: {
    draft: {
      label: 'The town’s coordinator is looking at it',
      text: 'It is being prepared for listing. You may be asked something before it is published.',
    },
    published: {
      label: 'It is listed',
      text: 'To change the date or the number of people, or to call it off, please get in touch with the town’s coordinator.',
    },
    declined: { label: 'It could not be listed this time', text: 'Thank you for asking.' },
    withdrawn: {
      label: 'Withdrawn',
      text: 'This request has been withdrawn. You are welcome to ask again at any time.',
    },
  },
  unconfirmed: {
    label: 'One more step',
    text: 'Please look at what we understood, then press “Yes, this is right”.',
  },
  confirm: 'Is this right?',
  confirmText:
    'Please let us know that this email address is yours. Until you press the button, nothing is published and no further mail is sent. If you correct something below and save it, that counts as well.',
  confirmPress: 'Yes, this is right',
  done: {
    confirm: 'Thank you. The town’s coordinator will now prepare the listing.',
    details: 'Your corrections have been saved. The town’s coordinator sees them too.',
    late: 'Nothing was saved, because your request stands differently now.',
  },
  programs: 'See what is listed',
  facts: 'What we understood',
  details: 'Correct it',
  detailsOpen: 'Open the form',
  detailsText: 'Change what you would like to correct, then press the button below.',
  save: 'Save corrections',
  withdraw: 'Withdrawing',
  withdrawText: 'You can withdraw your request at any time before it is published.',
  withdrawLink: 'I would like to withdraw',
  withdrawTitle: 'Would you like to withdraw your request?',
  withdrawLead: 'It will then not be listed.',
  withdrawPress: 'Withdraw the request',
  withdrawBack: 'Do not withdraw, go back',
  kept: 'What we keep',
  keptText: (day, version) =>
    `On ${day} you agreed to “How we use your data” (version ${version}). We keep what is shown above and how your request stands, and nothing else. It is deleted after a set time.`,
  goneTitle: 'This link cannot be used',
  goneText:
    'It may have been cut off, or the request has been deleted because its time was over. Please open the link in the mail in full, from beginning to end.',
  error: 'Error: ',
};

export const needPageWords: Record<Language, NeedWords> = { ja, en };
