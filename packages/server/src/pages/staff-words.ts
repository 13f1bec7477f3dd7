import type { Language } from './words.ts';

/** What every page of the staff desk says. Japanese is the type: a hole in another language fails the build. */
const ja = {
  desk: '担当者の画面',
  menu: '担当者のメニュー',
  home: 'はじめに',
  homeLead: (town: string) => `${town}の募集や案内を、ここで整えます。`,
  waiting: (count: number) => `お返事待ち ${count}件`,
  signOut: 'ログアウト',
  signIn: {
    title: '担当者の画面にログイン',
    lead: '町の担当者が使う画面です。',
    key: '担当者用のキー',
    keyHelp: '市区町村コードで始まる、ひと続きの文字です。サーバーを管理している方から受け取ってください。',
    press: 'ログインする',
    note: 'ログインしているあいだだけ、Cookie をひとつ使います。ブラウザーを閉じるか、8時間使わないでいると、ログアウトします。',
    already: '先にログインしていた方は、こちらから続けられます',
    error: 'エラー：',
  },
  notices: {
    empty: '担当者用のキーを入力してください。',
    wrong: 'キーが違います。初めから終わりまで入っているか、新しいキーに変わっていないか、確かめてください。',
    ended: 'ログインの期限が切れました。もう一度ログインしてください。',
    'no-cookie': 'ログインできませんでした。ブラウザーの設定で、このサイトの Cookie を使えるようにしてください。',
    'signed-out': 'ログアウトしました。',
  },
  wait: (minutes: number) =>
    `ログインが何度も試されたので、いまは受け付けていません。${minutes}分ほどたってから、もう一度お試しください。`,
  carried: 'まだ保存していません。入力した内容は残っています。ログインすると、その内容を送れます。',
  resend: {
    title: 'まだ保存していません',
    text: 'ページを開いてから、ログインし直されています。送ってよければ、下のボタンを押してください。入力した内容は、そのまま残っています。',
    press: 'この内容で送る',
    back: '送らないで戻る',
  },
  missing: {
    title: 'ページが見つかりません',
    text: 'アドレスが違うか、もうなくなっています。',
    back: 'はじめに戻る',
  },
};

export type StaffWords = typeof ja;
export type SignInNotice = keyof StaffWords['notices'];

const en: StaffWords = {
  desk: 'Staff desk',
  menu: 'Staff menu',
  home: 'Start',
  homeLead: (town) => `Look after what ${town} offers and says.`,
  waiting: (count) => `${count} to answer`,
  signOut: 'Sign out',
  signIn: {
    title: 'Sign in to the staff desk',
    lead: 'These pages are for the town’s staff.',
    key: 'Staff key',
    keyHelp: 'One long word that begins with the municipality code. Whoever runs the server can give it to you.',
    press: 'Sign in',
    note: 'While you are signed in, one cookie is used. You are signed out when you close the browser, or after eight hours of doing nothing.',
    already: 'Signed in already? Continue here',
    error: 'Error: ',
  },
  notices: {
    empty: 'Please enter the staff key.',
    wrong: 'This key is not right. Check that all of it is there, and that there is no newer one.',
    ended: 'Your session has ended. Please sign in again.',
    'no-cookie': 'You could not be signed in. Please allow this site to use cookies in your browser’s settings.',
    'signed-out': 'You are signed out.',
  },
  wait: (minutes) =>
    `There were too many attempts to sign in. Please try again in ${minutes === 1 ? 'a minute' : `about ${minutes} minutes`}.`,
  carried: 'Nothing has been saved yet. What you typed is still here, and can be sent once you have signed in.',
  resend: {
    title: 'Not saved yet',
    text: 'You have signed in anew since you opened the page. What you typed is still here. If it may be sent, press the button below.',
    press: 'Send it',
    back: 'Go back without sending',
  },
  missing: {
    title: 'Page not found',
    text: 'The address is not right, or the page is gone.',
    back: 'Back to the start',
  },
};

export const staffWords: Record<Language, StaffWords> = { ja, en };
