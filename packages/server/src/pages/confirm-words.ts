import type { Language } from './words.ts';

/** What the pages say that a link from a mail leads to. */
const ja = {
  signup: (title: string) => ({
    title: '登録の確認',
    lead: `${title}への登録は、まだ終わっていません。下のボタンを押すと終わり、会員番号が決まります。`,
    press: '登録を終える',
    note: '心当たりがないときは、このページを閉じてください。登録はされません。',
  }),
  address: (title: string) => ({
    title: '新しいメールアドレスの確認',
    lead: `下のボタンを押すと、${title}からのメールが、これからこのアドレスに届きます。`,
    press: 'このアドレスにする',
    note: '心当たりがないときは、このページを閉じてください。アドレスは変わりません。',
  }),
  done: {
    signup: '登録が終わりました',
    address: 'メールアドレスを変えました',
    again: '確認は終わっています',
  },
  number: '会員番号',
  open: '会員のページを開く',
  mailed: '会員のページのリンクは、メールでもお送りしました。会員証も、登録した内容の変更も、そのページにあります。',
  inMail: '会員のページは、お送りしたメールのリンクから開けます。',
  next: 'これからのこと',
  expired: {
    signup: {
      title: 'リンクの期限が過ぎました',
      text: '登録は終わっていません。お手数ですが、もう一度お申し込みください。',
    },
    address: {
      title: 'リンクの期限が過ぎました',
      text: 'メールアドレスは、前のままです。変えるには、会員のページから、もう一度お手続きください。',
    },
  },
  again: 'もう一度申し込む',
  gone: {
    title: 'このリンクは、もう使えません',
    text: '同じメールアドレスでの登録がすでに終わっているか、申し込みが取り消されています。新しいメールが届いていれば、そのリンクを開いてください。',
  },
  unknown: {
    title: 'このリンクは開けません',
    text: 'リンクが途中で切れているか、古いものかもしれません。メールのリンクを、初めから終わりまでそのまま開いてください。',
  },
};

const en: typeof ja = {
  signup: (title) => ({
    title: 'Confirm your membership',
    lead: `You are not yet a member of ${title}. Press the button below to finish and get your member number.`,
    press: 'Become a member',
    note: 'If you did not ask for this, simply close the page. You will not become a member.',
  }),
  address: (title) => ({
    title: 'Confirm your new address',
    lead: `Press the button below, and e-mails from ${title} will come to this address from now on.`,
    press: 'Use this address',
    note: 'If you did not ask for this, simply close the page. The address will not be changed.',
  }),
  done: {
    signup: 'You are now a member',
    address: 'Your address has been changed',
    again: 'This has been confirmed',
  },
  number: 'Member number',
  open: 'Open your member page',
  mailed:
    'We have also sent you the link to your page by e-mail. Your member card is there, and you can change your details.',
  inMail: 'The link to your member page is in the e-mail we sent you.',
  next: 'What comes next',
  expired: {
    signup: {
      title: 'This link has expired',
      text: 'You are not a member yet. Please fill in the form once more.',
    },
    address: {
      title: 'This link has expired',
      text: 'Your address has not been changed. To change it, please go to your member page once more.',
    },
  },
  again: 'Sign up again',
  gone: {
    title: 'This link can no longer be used',
    text: 'Either this address has been confirmed with another link, or the signup was withdrawn. If you have a newer e-mail from us, please open the link in it.',
  },
  unknown: {
    title: 'This link does not work',
    text: 'It may have been cut off, or be very old. Please open the whole link in the e-mail.',
  },
};

export const confirmWords: Record<Language, typeof ja> = { ja, en };
