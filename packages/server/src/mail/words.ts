import type { Language } from '../pages/words.ts';

/** A mail's own words: its subject and what is said before and after what can be pressed. */
interface Words {
  confirm: (title: string, until: string) => Said;
  welcome: (title: string, memberTitle?: string) => Said;
  already: (title: string) => Said;
  goodbye: (title: string, town: string, number: string) => Said;
  address: (title: string, until: string) => Said;
  moved: (title: string) => Said;
  stillThere: (title: string, day: string) => Said;
  dear: (name: string) => string;
  number: string;
  /** The sender's name where the title does not name the town. */
  sender: (title: string, town: string) => string;
  phone: (phone: string, extension?: string) => string;
  email: (email: string) => string;
  /** Whether an answer to the mail reaches somebody. */
  answered: string;
  unanswered: string;
  unsubscribe: string;
  /** In the mail that asks to confirm a signup. */
  withdraw: string;
}

interface Said {
  subject: string;
  before: string[];
  /** On what is pressed; none where there is nothing to press. */
  press?: string;
  after: string[];
}

const ja: Words = {
  confirm: (title, until) => ({
    subject: `【${title}】メールアドレスの確認をお願いします`,
    before: [
      `${title}へのお申し込みをありがとうございます。`,
      '下のページを開いて、ボタンを押してください。登録が終わり、会員番号をお知らせします。',
    ],
    press: '登録を確かめる',
    after: [
      `このページは${until}まで使えます。過ぎたときは、お手数ですが、もう一度お申し込みください。`,
      '心当たりがなければ、何もしなくて大丈夫です。登録はされません。お預かりした内容は、期限が過ぎると消えます。',
    ],
  }),
  welcome: (title, memberTitle) => ({
    subject: `【${title}】登録が終わりました`,
    before: [
      `${title}に登録しました。ご登録をありがとうございます。`,
      ...(memberTitle ? [`きょうから「${memberTitle}」のひとりです。`] : []),
    ],
    press: '会員証を開く',
    after: [
      '登録した内容の確認と変更、お知らせメールの設定、退会も、このページからできます。',
      'このページはあなた専用です。このメールやリンクを、ほかの人に渡さないでください。',
    ],
  }),
  already: (title) => ({
    subject: `【${title}】会員証のページのお知らせ`,
    before: [
      'お申し込みをありがとうございます。このメールアドレスは、すでに登録されています。',
      '会員証と登録した内容は、下のページで見られます。',
    ],
    press: '会員証を開く',
    after: [
      'このページはあなた専用です。このメールやリンクを、ほかの人に渡さないでください。',
      'お申し込みに心当たりがなければ、何もしなくて大丈夫です。登録の内容は変わっていません。',
    ],
  }),
  goodbye: (title, town, number) => ({
    subject: `【${title}】退会の手続きが終わりました`,
    before: [
      `${title}の退会の手続きが終わりました。お預かりしていた情報は消しました。`,
      `会員番号${number}番を、ほかの方にお渡しすることはありません。`,
      `これまでありがとうございました。また${town}に関わりたくなったら、いつでもお申し込みください。`,
    ],
    after: [],
  }),
  address: (title, until) => ({
    subject: `【${title}】新しいメールアドレスの確認をお願いします`,
    before: [
      `${title}に登録しているメールアドレスを、このアドレスに変えるお申し込みがありました。`,
      '下のページを開いて、ボタンを押してください。それまでは、前のアドレスのままです。',
    ],
    press: 'メールアドレスを確かめる',
    after: [
      `このページは${until}まで使えます。`,
      '心当たりがなければ、何もしなくて大丈夫です。アドレスは変わりません。',
    ],
  }),
  moved: (title) => ({
    subject: `【${title}】メールアドレスを変えました`,
    before: [
      'これからのお知らせは、このアドレスにお送りします。',
      '会員証のページも新しくなりました。前のメールのリンクは、もう使えません。',
    ],
    press: '会員証を開く',
    after: ['このページはあなた専用です。このメールやリンクを、ほかの人に渡さないでください。'],
  }),
  stillThere: (title, day) => ({
    subject: `【${title}】登録を続けるかどうかの確認`,
    before: [
      `${title}に登録いただいてから、しばらくたちました。`,
      `登録を続けるには、${day}までに下のページを開き、「会員を続ける」を押してください。`,
    ],
    press: '会員のページを開く',
    after: [`押されなければ、${day}を過ぎたあとに退会となり、お預かりしている情報を消します。`],
  }),
  dear: (name) => `${name} 様`,
  number: '会員番号',
  sender: (title, town) => `${title}（${town}）`,
  phone: (phone, extension) => `電話 ${phone}${extension ? `（内線 ${extension}）` : ''}`,
  email: (email) => `メール ${email}`,
  answered: 'このメールは自動で送っています。返信は担当者に届きます。',
  unanswered: 'このメールは自動で送っています。返信いただいても届きません。',
  unsubscribe: 'お知らせメールを止める',
  withdraw: '申し込みを取り消す',
};

const en: Words = {
  confirm: (title, until) => ({
    subject: `Please confirm your email address – ${title}`,
    before: [
      `Thank you for joining ${title}.`,
      'Open the page below and press the button there. You will then be a member and see your member number.',
    ],
    press: 'Confirm your membership',
    after: [
      `The page can be used until ${until}, Japan time. After that, please fill in the form once more.`,
      'If you did not ask for this, you need not do anything. You will not become a member, and what was entered is deleted when the page expires.',
    ],
  }),
  welcome: (title, memberTitle) => ({
    subject: `You are now a member – ${title}`,
    before: [`Welcome to ${title}.`, ...(memberTitle ? [`From today you are one of the “${memberTitle}”.`] : [])],
    press: 'Open your member card',
    after: [
      'On the same page you can see and correct what we keep about you, choose whether to receive news, and leave.',
      'The page is yours alone: please do not pass on this email or the link.',
    ],
  }),
  already: (title) => ({
    subject: `Your member card – ${title}`,
    before: [
      'Thank you. This email address already belongs to a member.',
      'Your member card and what we keep about you are on the page below.',
    ],
    press: 'Open your member card',
    after: [
      'The page is yours alone: please do not pass on this email or the link.',
      'If you did not ask for this, you need not do anything. Nothing has been changed.',
    ],
  }),
  goodbye: (title, _town, number) => ({
    subject: `You have left ${title}`,
    before: [
      `You have left ${title}. What we kept about you has been deleted.`,
      `Your member number, ${number}, will not be given to anybody else.`,
      `Thank you for being with us. Whenever you would like to join again, you are welcome.`,
    ],
    after: [],
  }),
  address: (title, until) => ({
    subject: `Please confirm your new email address – ${title}`,
    before: [
      `Somebody asked us to use this address for a member of ${title}.`,
      'Open the page below and press the button there. Until then the former address stays.',
    ],
    press: 'Confirm this address',
    after: [
      `The page can be used until ${until}, Japan time.`,
      'If you did not ask for this, you need not do anything. The address will not be changed.',
    ],
  }),
  moved: (title) => ({
    subject: `Your email address has been changed – ${title}`,
    before: [
      'From now on we write to this address.',
      'Your member card has a new page. The links in our earlier emails no longer work.',
    ],
    press: 'Open your member card',
    after: ['The page is yours alone: please do not pass on this email or the link.'],
  }),
  stillThere: (title, day) => ({
    subject: `Would you like to stay a member? – ${title}`,
    before: [
      `You joined ${title} some time ago.`,
      `To stay a member, please open the page below by ${day} and press “Stay a member”.`,
    ],
    press: 'Open your member page',
    after: [`If you do not press it, your membership ends after ${day} and what we keep about you is deleted.`],
  }),
  dear: (name) => `Dear ${name},`,
  number: 'Member number',
  sender: (title, town) => `${title} (${town})`,
  phone: (phone, extension) => `Phone ${phone}${extension ? ` (ext. ${extension})` : ''}`,
  email: (email) => `Email ${email}`,
  answered: 'This email was sent automatically. Your reply reaches the people in charge.',
  unanswered: 'This email was sent automatically. Replies to it are not read.',
  unsubscribe: 'Stop receiving news',
  withdraw: 'Withdraw this signup',
};

export const mailWords: Record<Language, Words> = { ja, en };
export type { Said, Words as MailWords };
