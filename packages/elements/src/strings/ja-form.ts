import { jaFormFirst } from './ja-form-first.ts';

/** What a form says before anything was filled in, in Japanese: the type of every other language. */
export const jaForm = {
  ...jaFormFirst,
  review: '入力内容を確認する',
  notice: {
    title: '個人情報の取り扱い',
    collector: '集める人',
    purpose: '使いみち',
    items: '項目と理由',
    contractor: '委託先',
    storedAt: '保管する場所',
    retention: '保管する期間',
    leaving: 'やめるとき',
    contact: '問い合わせ先',
    link: '個人情報の取り扱いについて、くわしく見る',
  },
  leaves: '（別のサイトが開きます）',
  openForm: '申し込みフォームを開く',
  formElsewhere: '申し込みは、町が使っている別のサイトのフォームで受け付けています。',
};

/** The words of a form; other languages fill in the same. */
export type FormStrings = typeof jaForm;
