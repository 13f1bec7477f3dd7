import type { Field, FieldFaultCode } from '@kankei/core';
import { dateFormat } from './date-format.ts';

const number = new Intl.NumberFormat('ja');
const day = dateFormat('ja', { year: 'numeric', month: 'long', day: 'numeric' });
const dayOf = (text = '') => (text ? day.format(new Date(`${text}T00:00:00+09:00`)) : '');

/** A fault in a sentence: what is wrong with the field of this label, and how to mend it. */
type Fault = (label: string, field: Field) => string;

const choosing = new Set(['choice', 'choices', 'prefecture', 'date']);

/** What a form says once somebody fills it in, up to the last look, in Japanese. */
export const jaFormRest = {
  faults: {
    required: (label, { kind }) =>
      kind === 'consent'
        ? `続けるには「${label}」にチェックを入れてください。`
        : `${label}を${choosing.has(kind) ? '選んで' : '入力して'}ください。`,
    unreadable: (label) => `${label}を読み取れませんでした。もう一度入力してください。`,
    unknown: (label) => `${label}は、いまのフォームにありません。ページを読み込み直してください。`,
    'too-short': (label, { minLength = 0 }) => `${label}は${number.format(minLength)}文字以上で入力してください。`,
    'too-long': (label, { maxLength }) =>
      maxLength
        ? `${label}は${number.format(maxLength)}文字までで入力してください。`
        : `${label}が長すぎます。短くしてください。`,
    kana: (label) => `${label}は、ひらがなかカタカナで入力してください。例：やまだ はなこ`,
    'email-without-at': (label) => `${label}に @ がありません。例：hana@example.jp`,
    'email-without-domain': (label) => `${label}の @ の後ろが途中までのようです。例：hana@example.jp`,
    email: (label) => `${label}に使えない文字があるか、形が違います。例：hana@example.jp`,
    tel: (label) => `${label}は、市外局番から数字で入力してください。例：0577-73-2111`,
    postal: (label) => `${label}は、7けたの数字で入力してください。例：509-4221`,
    prefecture: (label) => `${label}を選んでください。`,
    date: (label) => `${label}は、正しい年月日で入力してください。例：2026-04-01`,
    'too-early': (label, { from }) => `${label}は、${dayOf(from)}かそれより後の日にしてください。`,
    'too-late': (label, { to }) => `${label}は、${dayOf(to)}かそれより前の日にしてください。`,
    year: (label) => `${label}は、西暦か和暦の年で入力してください。例：1980、昭和55`,
    number: (label) => `${label}は、数字で入力してください。`,
    'too-small': (label, { min = 0 }) => `${label}は、${number.format(min)}以上にしてください。`,
    'too-big': (label, { max = 0 }) => `${label}は、${number.format(max)}以下にしてください。`,
    'not-an-option': (label) => `${label}を、並んでいる中から選んでください。`,
    'too-few': (label, { minLength = 0 }) => `${label}は、${number.format(minLength)}つ以上選んでください。`,
    'too-many': (label, { maxLength = 0 }) => `${label}は、${number.format(maxLength)}つまで選べます。`,
  } satisfies Record<FieldFaultCode, Fault> as Record<FieldFaultCode, Fault>,
  summary: (n: number) => `${number.format(n)}か所を直してください`,
  addressFilled: (address: string, several: readonly string[]) =>
    several.length
      ? `「${address}」を入れました。市区町村は、${several.join('・')}のどれかを入力してください。`
      : `住所に「${address}」を入れました。違うときは直してください。`,
  kanaSuggested: '入力に合わせて候補を入れました。違うときは直してください。',
  restored: '前に入力した途中の内容を戻しました。',
  discard: '入力を消して、はじめからやり直す',
  leaveEmpty: 'この欄には何も入力しないでください。',

  reviewTitle: '入力内容の確認',
  reviewLead: 'まだ登録は終わっていません。内容を確かめて、下のボタンを押してください。',
  unanswered: '（入力なし）',
  yes: 'はい',
  no: 'いいえ',
  between: '、',
  privacyAsked: '個人情報の取り扱いに同意する',
  changeShort: '直す',
  change: (group: string) => `「${group}」を直す`,
  back: '入力に戻る',
  send: 'この内容で登録する',
  sending: '送信しています…',
  notSent: 'いま送信できませんでした。入力した内容は残っています。もう一度お試しください。',
};

export type FormRestStrings = typeof jaFormRest;
