import { type Field, type FieldFaultCode, timeZone, toInstant } from '@kankei/core';
import { numberEn, numberJa } from './numbers.ts';
import type { Language } from './words.ts';

/** A fault in a sentence: what is wrong with the field of this label, and how to mend it. */
type Fault = (label: string, field: Field) => string;

/**
 * The words of forms on our pages. Labels, options and faults say what the elements say; a test holds the two together.
 */
export interface FormWords {
  required: string;
  optional: string;
  choose: string;
  labels: Record<string, string>;
  helps: Record<string, string>;
  options: Record<string, Record<string, string>>;
  prefecture: (name: string) => string;
  overseas: string;
  faults: Record<FieldFaultCode, Fault>;
  summary: (count: number) => string;
  /** A field that counts only where another has one of these answers. */
  onlyWhen: (label: string, answers: string) => string;
  between: string;
  /** An option, and what it means. */
  meaning: (option: string, detail: string) => string;
  yes: string;
}

const choosing = new Set(['choice', 'choices', 'prefecture', 'date']);
const dayIn = (language: Language, month: 'long' | 'short') => {
  let made: Intl.DateTimeFormat | undefined;
  return (text = '') => {
    if (!text) return '';
    made ??= new Intl.DateTimeFormat(language, { timeZone, year: 'numeric', month, day: 'numeric' });
    return made.format(toInstant(text));
  };
};

const dayJa = dayIn('ja', 'long');

const ja: FormWords = {
  required: '※必須',
  optional: '※任意',
  choose: '選んでください',
  labels: {
    name: 'お名前',
    kana: 'ふりがな',
    email: 'メールアドレス',
    postal: '郵便番号',
    prefecture: '都道府県',
    municipality: '市区町村',
    birthYear: '生まれた年',
    tie: 'この町とのご縁',
    interests: 'やってみたいこと',
    languages: 'お知らせを読みたいことば',
    heard: '何で知りましたか',
    tier: '会員の種類',
    newsletter: '町からのお知らせをメールで受け取る',
  },
  helps: {
    name: '本名でも、ふだん使っている名前でもかまいません。',
    kana: 'カタカナでも入力できます。',
    email: '変えるときは、新しいアドレスに確認のメールをお送りします。',
    postal: '例：509-4221',
    birthYear: '例：1980、昭和55',
    tie: 'あてはまるものを、いくつでも選べます。',
    interests: 'いくつでも選べます。',
    languages: 'いくつでも選べます。',
  },
  options: {
    tie: {
      born: '生まれた・育った',
      family: '家族や親せきがいる',
      studied: '学校に通った',
      worked: '働いた',
      travelled: '旅行などで行った',
      donated: 'ふるさと納税などで寄付した',
      none: 'まだない（これから）',
    },
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
    },
    languages: {
      ja: '日本語',
      en: 'English',
      zh: '中文',
      ko: '한국어',
      other: 'そのほか',
    },
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
    },
  },
  prefecture: (name: string) => name,
  overseas: '日本国外',
  faults: {
    required: (label, { kind }) =>
      kind === 'consent'
        ? `続けるには「${label}」にチェックを入れてください。`
        : `${label}を${choosing.has(kind) ? '選んで' : '入力して'}ください。`,
    unreadable: (label) => `${label}を読み取れませんでした。もう一度入力してください。`,
    unknown: (label) => `${label}は、いまのフォームにありません。ページを読み込み直してください。`,
    'too-short': (label, { minLength = 0 }) => `${label}は${numberJa(minLength)}文字以上で入力してください。`,
    'too-long': (label, { maxLength }) =>
      maxLength
        ? `${label}は${numberJa(maxLength)}文字までで入力してください。`
        : `${label}が長すぎます。短くしてください。`,
    kana: (label) => `${label}は、ひらがなかカタカナで入力してください。例：やまだ はなこ`,
    'email-without-at': (label) => `${label}に @ がありません。例：hana@example.jp`,
    'email-without-domain': (label) => `${label}の @ の後ろが途中までのようです。例：hana@example.jp`,
    email: (label) => `${label}に使えない文字があるか、形が違います。例：hana@example.jp`,
    tel: (label) => `${label}は、市外局番から数字で入力してください。例：0577-73-2111`,
    postal: (label) => `${label}は、7けたの数字で入力してください。例：509-4221`,
    prefecture: (label) => `${label}を選んでください。`,
    date: (label) => `${label}は、正しい年月日で入力してください。例：2026-04-01`,
    'too-early': (label, { from }) => `${label}は、${dayJa(from)}かそれより後の日にしてください。`,
    'too-late': (label, { to }) => `${label}は、${dayJa(to)}かそれより前の日にしてください。`,
    year: (label) => `${label}は、西暦か和暦の年で入力してください。例：1980、昭和55`,
    number: (label) => `${label}は、数字で入力してください。`,
    'too-small': (label, { min = 0 }) => `${label}は、${numberJa(min)}以上にしてください。`,
    'too-big': (label, { max = 0 }) => `${label}は、${numberJa(max)}以下にしてください。`,
    'not-an-option': (label) => `${label}を、並んでいる中から選んでください。`,
    'too-few': (label, { minLength = 0 }) => `${label}は、${numberJa(minLength)}つ以上選んでください。`,
    'too-many': (label, { maxLength = 0 }) => `${label}は、${numberJa(maxLength)}つまで選べます。`,
  },
  summary: (n: number) => `${numberJa(n)}か所を直してください`,
  between: '、',
  meaning: (option, detail) => `${option}：${detail}`,
  yes: 'はい',
  onlyWhen: (label, answers) => `「${label}」が「${answers}」の方だけお答えください。`,
};

const dayEn = dayIn('en', 'short');
const characters = (n: number) => `${numberEn(n)} ${n === 1 ? 'character' : 'characters'}`;

/** The 47 prefectures in the order of their codes, as their own sites write them in English. */
const prefectures =
  '北海道 Hokkaido 青森県 Aomori 岩手県 Iwate 宮城県 Miyagi 秋田県 Akita 山形県 Yamagata 福島県 Fukushima 茨城県 Ibaraki 栃木県 Tochigi 群馬県 Gunma 埼玉県 Saitama 千葉県 Chiba 東京都 Tokyo 神奈川県 Kanagawa 新潟県 Niigata 富山県 Toyama 石川県 Ishikawa 福井県 Fukui 山梨県 Yamanashi 長野県 Nagano 岐阜県 Gifu 静岡県 Shizuoka 愛知県 Aichi 三重県 Mie 滋賀県 Shiga 京都府 Kyoto 大阪府 Osaka 兵庫県 Hyogo 奈良県 Nara 和歌山県 Wakayama 鳥取県 Tottori 島根県 Shimane 岡山県 Okayama 広島県 Hiroshima 山口県 Yamaguchi 徳島県 Tokushima 香川県 Kagawa 愛媛県 Ehime 高知県 Kochi 福岡県 Fukuoka 佐賀県 Saga 長崎県 Nagasaki 熊本県 Kumamoto 大分県 Oita 宮崎県 Miyazaki 鹿児島県 Kagoshima 沖縄県 Okinawa'.split(
    ' ',
  );

const en: FormWords = {
  required: '(required)',
  optional: '(optional)',
  choose: 'Please choose',
  labels: {
    name: 'Name',
    kana: 'Reading in kana',
    email: 'E-mail address',
    postal: 'Postal code',
    prefecture: 'Prefecture or country',
    municipality: 'City, town or village',
    birthYear: 'Year of birth',
    tie: 'Your ties to this town',
    interests: 'What would you like to do?',
    languages: 'Languages you would like to read news in',
    heard: 'How did you hear about us?',
    tier: 'Membership',
    newsletter: 'Send me news from the town by e-mail',
  },
  helps: {
    name: 'Your full name, or the name you usually go by.',
    kana: 'Only if your name is written in Japanese characters.',
    email: 'If you change it, we will send an e-mail to the new address to confirm it.',
    postal: 'In Japan only. Example: 509-4221',
    birthYear: 'Example: 1980',
    tie: 'Choose as many as you like.',
    interests: 'Choose as many as you like.',
    languages: 'Choose as many as you like.',
  },
  options: {
    tie: {
      born: 'I was born or grew up there',
      family: 'I have family there',
      studied: 'I went to school there',
      worked: 'I worked there',
      travelled: 'I have visited',
      donated: 'I have donated (furusato nozei or other)',
      none: 'None yet',
    },
    interests: {
      help: 'Lending a hand',
      event: 'Events',
      tour: 'Tours and experiences',
      'work-stay': 'Working and staying',
      'side-job': 'Side jobs',
      course: 'Courses',
      online: 'Online meetups',
      letter: 'Letters and town news',
      ownership: 'Shared ownership',
      donation: 'Donating (furusato nozei)',
      moving: 'Moving there, or a second home',
    },
    languages: { ja: '日本語', en: 'English', zh: '中文', ko: '한국어', other: 'Other' },
    heard: {
      website: 'The town’s website',
      social: 'Social media',
      search: 'A web search',
      event: 'An event or the town hall',
      friend: 'Friends or family',
      member: 'A member or a member’s name card',
      donation: 'Furusato nozei',
      media: 'TV, newspapers or magazines',
      other: 'Other',
    },
  },
  prefecture: (name) => prefectures[prefectures.indexOf(name) + 1] ?? name,
  overseas: 'Outside Japan',
  faults: {
    required: (label, { kind }) =>
      kind === 'consent'
        ? `To go on, please tick “${label}”.`
        : `${label}: please ${choosing.has(kind) ? 'choose' : 'fill this in'}.`,
    unreadable: (label) => `${label}: this could not be read. Please enter it again.`,
    unknown: (label) => `${label} is no longer part of this form. Please reload the page.`,
    'too-short': (label, { minLength = 0 }) => `${label}: please enter at least ${characters(minLength)}.`,
    'too-long': (label, { maxLength }) =>
      maxLength
        ? `${label}: please enter at most ${characters(maxLength)}.`
        : `${label}: this is too long. Please shorten it.`,
    kana: (label) => `${label}: please use hiragana or katakana, or leave it empty.`,
    'email-without-at': (label) => `${label}: the @ is missing. Example: hana@example.jp`,
    'email-without-domain': (label) => `${label}: the part after @ seems incomplete. Example: hana@example.jp`,
    email: (label) => `${label}: something in it cannot be used. Example: hana@example.jp`,
    tel: (label) => `${label}: please enter it with its area or country code. Example: +81-577-73-2111`,
    postal: (label) => `${label}: please enter seven digits, or leave it empty if you live outside Japan.`,
    prefecture: (label) => `${label}: please choose one.`,
    date: (label) => `${label}: please enter a date that exists. Example: 2026-04-01`,
    'too-early': (label, { from }) => `${label}: please choose ${dayEn(from)} or a later day.`,
    'too-late': (label, { to }) => `${label}: please choose ${dayEn(to)} or an earlier day.`,
    year: (label) => `${label}: please enter a year. Example: 1980`,
    number: (label) => `${label}: please enter a number.`,
    'too-small': (label, { min = 0 }) => `${label}: please enter ${numberEn(min)} or more.`,
    'too-big': (label, { max = 0 }) => `${label}: please enter ${numberEn(max)} or less.`,
    'not-an-option': (label) => `${label}: please choose from the list.`,
    'too-few': (label, { minLength = 0 }) => `${label}: please choose at least ${numberEn(minLength)}.`,
    'too-many': (label, { maxLength = 0 }) => `${label}: please choose at most ${numberEn(maxLength)}.`,
  },
  summary: (n) => (n === 1 ? 'There is one thing to correct' : `There are ${numberEn(n)} things to correct`),
  between: ', ',
  meaning: (option, detail) => `${option}: ${detail}`,
  yes: 'Yes',
  onlyWhen: (label, answers) => `Only if “${label}” is “${answers}”.`,
};

export const formWords: Record<Language, FormWords> = { ja, en };
