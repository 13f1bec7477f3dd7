import type { ApplicationState, LocalText } from '@kankei/core';
import type { Language } from './words.ts';

/** What an applicant's own page says. Japanese is the type: a hole in another language fails the build. */
const ja = {
  title: 'お申し込みの内容',
  states: {
    pending: {
      label: '返事を待っています',
      text: '申し込みを受け付けました。受け入れる側で確かめて、メールでお返事します。',
    },
    asked: { label: 'お尋ねがあります', text: '受け入れる側からお尋ねがあります。下の欄でお返事ください。' },
    waiting: { label: 'キャンセル待ち', text: '空きが出たら、順番にメールでお知らせします。' },
    accepted: { label: '参加が決まりました', text: 'お待ちしています。' },
    declined: { label: '今回はお受けできませんでした', text: 'お申し込みをありがとうございました。' },
    withdrawn: {
      label: '取り消しました',
      text: 'この申し込みは取り消されています。もう一度申し込むときは、募集のページからどうぞ。',
    },
  } satisfies Record<ApplicationState, { label: string; text: string }>,
  position: (position: number) => `いま、${position}番目です。`,
  off: {
    cancelled: 'この募集は中止になりました。',
    postponed: 'この募集は延期になりました。新しい日程をお待ちください。',
    over: 'この募集は終わりました。',
  },
  done: {
    details: '変更を保存しました。',
    reply: 'お返事を送りました。',
    late: '保存できませんでした。申し込みの状態が変わっています。',
  },
  wrote: '受け入れる側からのことば',
  replied: 'あなたのお返事',
  reply: 'お返事',
  replyPress: '返事を送る',
  join: '参加のしかた',
  joinText: '参加が決まった方だけにお見せしています。ほかの人に渡さないでください。',
  joinLink: '参加用のリンクを開く',
  facts: '募集の内容',
  when: '日時',
  unknownWhen: '日時は主催者にご確認ください',
  place: '場所',
  online: 'オンライン',
  meetingPlace: '集合場所',
  party: '人数',
  people: (count: number) => `${count}人`,
  program: '募集のページを見る',
  details: '申し込んだ内容',
  detailsOpen: '申し込んだ内容を見る・直す',
  detailsText: '直したいところだけを変えて、下のボタンを押してください。',
  detailsGrow: '人数を増やすと、受け入れる側でもう一度確かめます。',
  email: (email: string) =>
    `お知らせは ${email} にお送りしています。メールアドレスを変えるには、取り消してから、もう一度お申し込みください。`,
  save: '変更を保存する',
  withdraw: '申し込みの取り消し',
  withdrawText: '来られなくなったときは、お早めに取り消してください。待っている方に順番が回ります。',
  withdrawLink: '取り消しの手続きへ',
  withdrawTitle: '申し込みを取り消しますか',
  withdrawLead: (title: string) => `「${title}」への申し込みを取り消します。お席は、待っている方に回ります。`,
  withdrawPress: '申し込みを取り消す',
  withdrawBack: '取り消さないで戻る',
  kept: 'お預かりしているもの',
  keptText: (day: string, version: string) =>
    `${day}に、個人情報の取り扱い（${version}版）に同意いただきました。お預かりしているのは、上の内容と、申し込みの状態だけです。募集の日から決まった期間が過ぎると、消します。`,
  goneTitle: 'このリンクは使えません',
  goneText:
    'リンクが途中で切れているか、お預かりする期間が過ぎて、申し込みの内容が消えています。メールのリンクを、初めから終わりまでそのまま開いてください。',
  error: 'エラー：',
};

export type ApplicationWords = typeof ja;

const en: ApplicationWords = {
  title: 'Your application',
  states: {
    pending: {
      label: 'Waiting for an answer',
      text: 'We have your application. The hosts will look at it and write to you.',
    },
    asked: {
      label: 'There is a question for you',
      text: 'The hosts would like to ask you something. Please answer below.',
    },
    waiting: {
      label: 'On the waiting list',
      text: 'As soon as there is room, we write to those who wait, one after the other.',
    },
    accepted: { label: 'You can come', text: 'We look forward to meeting you.' },
    declined: { label: 'Not this time', text: 'Thank you for your application.' },
    withdrawn: {
      label: 'Withdrawn',
      text: 'This application has been withdrawn. To apply again, please go to the page of the program.',
    },
  },
  position: (position) => `You are number ${position} at the moment.`,
  off: {
    cancelled: 'This has been cancelled.',
    postponed: 'This has been postponed. Please wait for the new date.',
    over: 'This is over.',
  },
  done: {
    details: 'Your changes have been saved.',
    reply: 'Your answer has been sent.',
    late: 'Nothing was saved, because your application stands differently now.',
  },
  wrote: 'The hosts write',
  replied: 'Your answer',
  reply: 'Your answer',
  replyPress: 'Send the answer',
  join: 'How to join',
  joinText: 'This is shown to participants only. Please do not pass it on.',
  joinLink: 'Open the link to join',
  facts: 'What you applied for',
  when: 'When',
  unknownWhen: 'Please ask the organisers',
  place: 'Where',
  online: 'Online',
  meetingPlace: 'Meeting place',
  party: 'People',
  people: (count) => String(count),
  program: 'See the program',
  details: 'What you wrote',
  detailsOpen: 'See and change what you wrote',
  detailsText: 'Change what you would like to correct, then press the button below.',
  detailsGrow: 'If more people come, the hosts look at it once more.',
  email: (email) => `We write to ${email}. To change the address, please withdraw and apply again.`,
  save: 'Save changes',
  withdraw: 'Withdrawing',
  withdrawText: 'If you can no longer come, please withdraw soon, so that somebody who waits can.',
  withdrawLink: 'I would like to withdraw',
  withdrawTitle: 'Would you like to withdraw?',
  withdrawLead: (title) => `You are about to withdraw from “${title}”. Your place goes to somebody who waits.`,
  withdrawPress: 'Withdraw the application',
  withdrawBack: 'Do not withdraw, go back',
  kept: 'What we keep',
  keptText: (day, version) =>
    `On ${day} you agreed to “How we use your data” (version ${version}). We keep what is shown above and how the application stands, and nothing else. It is deleted some time after the day of the program.`,
  goneTitle: 'This link cannot be used',
  goneText:
    'It may have been cut off, or the application has been deleted because its time was over. Please open the link in the mail in full, from beginning to end.',
  error: 'Error: ',
};

export const applicationPageWords: Record<Language, ApplicationWords> = { ja, en };

/** What the usual questions of an application are called, where the town has no words of its own. */
export const applicationLabels: Record<string, LocalText> = {
  tel: { ja: '電話番号', en: 'Phone' },
  people: { ja: '参加する人数', en: 'How many of you' },
  members: { ja: 'いっしょに来る方', en: 'Who comes with you' },
  message: { ja: '伝えておきたいこと', en: 'Anything we should know' },
};

export const membersHelp: LocalText = {
  ja: 'おふたり以上のときに、ほかの方のお名前と年齢を書いてください。',
  en: 'If you are two or more, please give the names and ages of the others.',
};
