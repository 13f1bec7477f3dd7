import type { FanclubFieldName } from '@kankei/core';
import { jaUsual } from './ja-usual.ts';

const { number } = jaUsual;

const labels = {
  name: 'お名前',
  kana: 'ふりがな',
  email: 'メールアドレス',
  birthYear: '生まれた年',
} satisfies Partial<Record<FanclubFieldName, string>>;

/** The questions that have their words here. */
export type FirstAsked = keyof typeof labels;

/** What a form says where it is first seen, in Japanese: with its first group, about the person. */
export const jaFormFirst = {
  language: 'ja',
  required: '※必須',
  optional: '※任意',
  choose: '選んでください',
  minutes: (n: number) => `入力は約${number(n)}分です。`,
  sharedComputer: '共用のパソコンを使っています（入力の途中を、このパソコンに残しません）',
  labels: labels as Record<string, string>,
  helps: {
    name: '本名でも、ふだん使っている名前でもかまいません。',
    kana: 'カタカナでも入力できます。',
    email: '確認のメールをお送りします。例：hana@example.jp',
    birthYear: '例：1980、昭和55',
  } as Record<string, string>,
  groups: { you: 'あなたについて' } as Record<string, string>,
  part: (heading: string, part: number, parts: number) => `${heading}（${part}／${parts}）`,
  upTo: (characters: number) => `${number(characters)}文字まで。`,
  join: (memberTitle: string | undefined) => (memberTitle ? `${memberTitle}になる` : '会員登録'),
  benefits: (memberTitle: string | undefined) => `${memberTitle ?? '会員'}になると`,
  benefitPlace: (place: string) => `（${place}）`,
};
