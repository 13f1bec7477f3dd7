import type { Language } from './words.ts';

const ja = {
  title: '送ったメール',
  lead: 'このサーバーが送ったメールです。メールサーバーが設定されていないので、どこにも届かず、ここに並びます。',
  where: (folder: string) => `ファイルは ${folder} にあります。このページは、このコンピューターからだけ見られます。`,
  how: 'KANKEI_SMTP_URL を設定すると、メールが実際に送られ、このページはなくなります。',
  empty: 'まだ、メールはありません。',
  emptyHelp: 'ファンクラブに申し込むと、確認のメールがここに届きます。',
  sample: '見本のページへ',
  reload: '新しいメールを見る',
  list: '新しい順',
  from: '差出人',
  to: '宛先',
  at: '日時',
  back: '一覧へ戻る',
  unknown: 'メールが見つかりません',
  unknownText: 'ファイルが消されたか、アドレスが途中で切れています。',
};

const en: typeof ja = {
  title: 'Sent e-mails',
  lead: 'These are the e-mails this server has sent. There is no mail server yet, so they go nowhere and are kept here.',
  where: (folder) => `The files are in ${folder}. Only this computer can see this page.`,
  how: 'Once KANKEI_SMTP_URL is set, e-mails are really sent and this page is gone.',
  empty: 'There are no e-mails yet.',
  emptyHelp: 'Sign up for the fan club, and the e-mail that asks you to confirm appears here.',
  sample: 'Go to the sample page',
  reload: 'Look for new e-mails',
  list: 'Newest first',
  from: 'From',
  to: 'To',
  at: 'Date',
  back: 'Back to all e-mails',
  unknown: 'E-mail not found',
  unknownText: 'The file has been removed, or the address was cut short.',
};

export const outboxWords: Record<Language, typeof ja> = { ja, en };
