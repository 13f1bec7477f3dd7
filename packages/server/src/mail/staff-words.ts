import type { Language } from '../pages/words.ts';
import type { StaffNewsTable } from '../storage/tables.ts';
import type { Said } from './words.ts';

type Kind = StaffNewsTable['kind'];
type Tell = (kind: Kind, count: number) => Said;

const thingsJa: Record<Kind, string> = { application: '申し込み', need: '困りごと', enquiry: '相談' };

const ja: Tell = (kind, count) => ({
  subject: `${thingsJa[kind]}が届きました（${count}件）`,
  before: [`新しい${thingsJa[kind]}が${count}件、届きました。担当者の画面で、内容を確かめてお返事してください。`],
  press: '担当者の画面を開く',
  after: [
    'どなたからのものかは、画面だけに出ます。続けて届いたときは、1時間にまとめて1通でお知らせします。',
    'このメールは、町の担当者の方にお送りしています。',
  ],
});

const thingsEn: Record<Kind, [one: string, many: string]> = {
  application: ['application', 'applications'],
  need: ['request for help', 'requests for help'],
  enquiry: ['enquiry', 'enquiries'],
};

const en: Tell = (kind, count) => {
  const things = `${count} new ${thingsEn[kind][count === 1 ? 0 : 1]}`;
  return {
    subject: things.charAt(0).toUpperCase() + things.slice(1),
    before: [`There ${count === 1 ? 'is' : 'are'} ${things}. Please look at the staff desk and answer.`],
    press: 'Open the staff desk',
    after: [
      'Who it is from stands at the desk alone. If more come in, you get one mail an hour for all of them.',
      'This mail goes to the town’s staff.',
    ],
  };
};

export const staffMailWords: Record<Language, Tell> = { ja, en };
