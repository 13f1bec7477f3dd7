import type { Language } from './words.ts';

/** What a member's own page says. Japanese is the type: a hole in another language fails the build. */
const ja = {
  title: '会員のページ',
  card: '会員証',
  cardLater:
    '会員証を表示するには、JavaScript を使えるようにしてください。会員番号は、このままでもお使いいただけます。',
  number: '会員番号',
  name: 'お名前',
  since: '登録した日',
  tier: '会員の種類',
  done: {
    details: '変更を保存しました。',
    moving: (email: string) =>
      `変更を保存しました。新しいメールアドレス（${email}）に確認のメールをお送りしました。メールのリンクを開いてボタンを押すと、アドレスが変わります。`,
    'newsletter-on': 'お知らせのメールをお送りします。',
    'newsletter-off': 'お知らせのメールを止めました。',
    stay: 'ありがとうございます。これからも、どうぞよろしくお願いします。',
  },
  stay: 'このまま会員を続けますか',
  stayText: 'しばらくご連絡がなかったので、お尋ねしています。続ける方は、下のボタンを押してください。',
  stayPress: '会員を続ける',
  pending: (email: string) =>
    `${email} は、確認を待っています。届いたメールのリンクを開いてボタンを押すと、アドレスが変わります。`,
  nameCards: '名刺',
  nameCardsText:
    '町を紹介するための名刺です。A4の用紙に10枚ずつ並んだPDFができます。QRコードは町の申し込みページにつながり、あなたの紹介として数えます（どなたが読み取ったかはわかりません）。',
  nameCardsName: '名刺に載せる名前',
  nameCardsPress: '名刺のPDFを作る',
  introduced: (count: number) => `これまでに、あなたの紹介で${count.toLocaleString('ja')}人が会員になりました。`,
  details: '登録した内容',
  detailsOpen: '登録した内容を見る・直す',
  detailsText: '直したいところだけを変えて、下のボタンを押してください。',
  cardName: '会員証に載せる名前',
  cardNameHelp: 'ニックネームでもかまいません。空けておくと、お名前を載せます。',
  cardNameLong: '会員証に載せる名前は、40文字までで入力してください。',
  save: '変更を保存する',
  wait: (minutes: number) =>
    `メールアドレスが何度も変えられたので、まだ保存していません。${minutes}分ほどたってから、もう一度お試しください。`,
  newsletter: 'お知らせのメール',
  newsletterOn: '町からのお知らせを、メールで受け取っています。',
  newsletterOff: '町からのお知らせは、受け取っていません。',
  newsletterStart: '受け取る',
  newsletterStop: '受け取るのをやめる',
  kept: 'お預かりしているもの',
  keptText: (day: string, version: string) =>
    `${day}に、個人情報の取り扱い（${version}版）に同意いただきました。お預かりしているのは、上の内容と会員番号、メールのことば、手続きをされた日時、紹介した方の人数だけです。`,
  source: (source: string) => `お申し込みのページ：${source}`,
  leave: '退会',
  leaveText: '退会すると、お預かりしている内容をすべて消します。',
  leaveLink: '退会の手続きへ',
  leaveTitle: '退会しますか',
  leaveLead: (number: number) =>
    `お預かりしている内容をすべて消し、会員番号${number}番を使えなくします。元に戻すことはできません。`,
  leavePress: '退会して、すべて消す',
  leaveBack: '退会しないで戻る',
  leftTitle: '退会しました',
  leftText: 'お預かりしていた内容を消しました。これまでありがとうございました。確認のメールを一通だけお送りします。',
  goneTitle: 'このリンクは使えません',
  goneText:
    'リンクが途中で切れているか、新しいリンクに変わっているか、退会されています。いちばん新しいメールのリンクを開いてください。メールが見つからないときは、同じメールアドレスでもう一度お申し込みいただくと、会員のページのリンクをお送りします。',
  error: 'エラー：',
};

export type MemberWords = typeof ja;

const en: MemberWords = {
  title: 'Your member page',
  card: 'Member card',
  cardLater: 'To see your member card, please allow JavaScript. Your member number is good as it is.',
  number: 'Member number',
  name: 'Name',
  since: 'Member since',
  tier: 'Membership',
  done: {
    details: 'Your changes have been saved.',
    moving: (email) =>
      `Your changes have been saved. We have sent an e-mail to your new address (${email}). Open the link in it and press the button to change the address.`,
    'newsletter-on': 'We will send you news by e-mail.',
    'newsletter-off': 'We will send you no more news.',
    stay: 'Thank you. We are glad you stay.',
  },
  stay: 'Would you like to stay a member?',
  stayText: 'We have not heard from you for a while. If you would like to stay, please press the button.',
  stayPress: 'Stay a member',
  pending: (email) =>
    `${email} is waiting to be confirmed. Open the link in the e-mail we sent there and press the button.`,
  nameCards: 'Name cards',
  nameCardsText:
    'Cards to tell others about the town: a PDF with ten on a sheet of A4. The QR code leads to the town’s signup and counts as your introduction; nobody is told who scanned it.',
  nameCardsName: 'Name on the cards',
  nameCardsPress: 'Make the PDF',
  introduced: (count) =>
    `So far ${count.toLocaleString('en')} ${count === 1 ? 'person has' : 'people have'} joined through you.`,
  details: 'Your details',
  detailsOpen: 'See and change your details',
  detailsText: 'Change what you would like to correct, then press the button below.',
  cardName: 'Name on your member card',
  cardNameHelp: 'A nickname is fine. If this is empty, your name is shown.',
  cardNameLong: 'Name on your member card: please enter at most 40 characters.',
  save: 'Save changes',
  wait: (minutes) =>
    `The address was changed many times, so nothing has been saved yet. Please try again in about ${minutes} min.`,
  newsletter: 'News by e-mail',
  newsletterOn: 'You receive news from the town by e-mail.',
  newsletterOff: 'You do not receive news from the town.',
  newsletterStart: 'Receive news',
  newsletterStop: 'Stop receiving news',
  kept: 'What we keep',
  keptText: (day, version) =>
    `On ${day} you agreed to “How we use your data” (version ${version}). We keep what is shown above, your number, the language of our e-mails, when you joined, agreed and last changed something, and how many people you introduced; nothing else.`,
  source: (source) => `Page you signed up on: ${source}`,
  leave: 'Leaving',
  leaveText: 'If you leave, everything we keep about you is deleted.',
  leaveLink: 'I would like to leave',
  leaveTitle: 'Would you like to leave?',
  leaveLead: (number) =>
    `Everything we keep about you will be deleted, and member number ${number} can no longer be used. This cannot be undone.`,
  leavePress: 'Leave and delete everything',
  leaveBack: 'Stay and go back',
  leftTitle: 'You have left',
  leftText:
    'What we kept about you has been deleted. Thank you for having been with us. We will send you one last e-mail.',
  goneTitle: 'This link cannot be used',
  goneText:
    'It may have been cut off or replaced by a newer one, or you have left. Please open the link in our latest e-mail. If you cannot find one, sign up again with the same address and we will send you the link to your page.',
  error: 'Error: ',
};

export const memberWords: Record<Language, MemberWords> = { ja, en };
