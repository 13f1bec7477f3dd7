import {
  type FanclubFieldName,
  type HeardFrom,
  type Interest,
  type MemberLanguage,
  overseas,
  prefectureNames,
  type Tie,
} from '@kankei/core';
import { type FirstAsked, jaFormFirst } from './ja-form-first.ts';

/** What a form says before anything was filled in, in Japanese: the type of every other language. */
export const jaForm = {
  ...jaFormFirst,
  labels: {
    ...jaFormFirst.labels,
    ...({
      postal: '郵便番号',
      prefecture: '都道府県',
      municipality: '市区町村',
      tie: 'この町とのご縁',
      interests: 'やってみたいこと',
      languages: 'お知らせを読みたいことば',
      heard: '何で知りましたか',
      tier: '会員の種類',
      newsletter: '町からのお知らせをメールで受け取る',
      privacy: '上の個人情報の取り扱いに同意する',
    } satisfies Record<Exclude<FanclubFieldName, FirstAsked> | 'tier' | 'newsletter' | 'privacy', string>),
  } as Record<string, string>,
  helps: {
    ...jaFormFirst.helps,
    postal: '入れると、都道府県と市区町村が自動で入ります。例：509-4221',
    tie: 'あてはまるものを、いくつでも選べます。',
    interests: 'いくつでも選べます。',
    languages: 'いくつでも選べます。',
    newsletter: 'いつでもやめられます。',
  } as Record<string, string>,
  groups: {
    ...jaFormFirst.groups,
    home: 'お住まい',
    tie: '町とのつながり',
    tier: '',
    questions: '町からの質問',
    consent: 'お知らせと個人情報',
  } as Record<string, string>,
  options: {
    tie: {
      born: '生まれた・育った',
      family: '家族や親せきがいる',
      studied: '学校に通った',
      worked: '働いた',
      travelled: '旅行などで行った',
      donated: 'ふるさと納税などで寄付した',
      none: 'まだない（これから）',
    } satisfies Record<Tie, string>,
    interests: {
      help: 'お手伝い',
      event: 'イベント',
      tour: '体験・ツアー',
      'work-stay': '働きながら滞在',
      'side-job': '副業・仕事',
      course: '講座・学び',
      online: 'オンラインの交流',
      letter: '手紙や町のたより',
      ownership: 'オーナー制度',
      donation: 'ふるさと納税',
      moving: '移住・二地域居住',
    } satisfies Record<Interest, string>,
    languages: {
      ja: '日本語',
      en: 'English',
      zh: '中文',
      ko: '한국어',
      other: 'そのほか',
    } satisfies Record<MemberLanguage, string>,
    heard: {
      website: '町のホームページ',
      social: 'SNS',
      search: 'インターネットの検索',
      event: 'イベント・窓口',
      friend: '友人・家族',
      member: '会員の紹介・名刺',
      donation: 'ふるさと納税',
      media: 'テレビ・新聞・雑誌',
      other: 'そのほか',
    } satisfies Record<HeardFrom, string>,
  } as Record<string, Record<string, string>>,
  /** What prefectures are called, by their Japanese names. */
  prefectures: Object.fromEntries([...prefectureNames.map((name) => [name, name]), [overseas, '日本国外']]) as Record<
    string,
    string
  >,
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
