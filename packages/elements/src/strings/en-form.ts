import { overseas } from '@kankei/core';
import type { FormStrings } from './ja-form.ts';

const number = new Intl.NumberFormat('en');

/** The 47 prefectures in the order of their codes, as their own sites write them in English. */
const prefectures =
  '北海道 Hokkaido, 青森県 Aomori, 岩手県 Iwate, 宮城県 Miyagi, 秋田県 Akita, 山形県 Yamagata, 福島県 Fukushima, 茨城県 Ibaraki, 栃木県 Tochigi, 群馬県 Gunma, 埼玉県 Saitama, 千葉県 Chiba, 東京都 Tokyo, 神奈川県 Kanagawa, 新潟県 Niigata, 富山県 Toyama, 石川県 Ishikawa, 福井県 Fukui, 山梨県 Yamanashi, 長野県 Nagano, 岐阜県 Gifu, 静岡県 Shizuoka, 愛知県 Aichi, 三重県 Mie, 滋賀県 Shiga, 京都府 Kyoto, 大阪府 Osaka, 兵庫県 Hyogo, 奈良県 Nara, 和歌山県 Wakayama, 鳥取県 Tottori, 島根県 Shimane, 岡山県 Okayama, 広島県 Hiroshima, 山口県 Yamaguchi, 徳島県 Tokushima, 香川県 Kagawa, 愛媛県 Ehime, 高知県 Kochi, 福岡県 Fukuoka, 佐賀県 Saga, 長崎県 Nagasaki, 熊本県 Kumamoto, 大分県 Oita, 宮崎県 Miyazaki, 鹿児島県 Kagoshima, 沖縄県 Okinawa'
    .split(', ')
    .map((pair) => pair.split(' '));

export const enForm = {
  language: 'en',
  required: '(required)',
  optional: '(optional)',
  choose: 'Please choose',
  minutes: (n) => `This takes about ${number.format(n)} ${n === 1 ? 'minute' : 'minutes'}.`,
  sharedComputer: 'I am using a shared computer (do not keep what I type on it)',
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
    privacy: 'I agree to how my data is used, as described above',
  },
  helps: {
    name: 'Your full name, or the name you usually go by.',
    kana: 'Only if your name is written in Japanese characters.',
    email: 'We will send you an e-mail to confirm. Example: hana@example.jp',
    postal: 'In Japan: fills in prefecture and city for you. Example: 509-4221',
    birthYear: 'Example: 1980',
    tie: 'Choose as many as you like.',
    interests: 'Choose as many as you like.',
    languages: 'Choose as many as you like.',
    newsletter: 'You can stop at any time.',
  },
  groups: {
    you: 'About you',
    home: 'Where you live',
    tie: 'You and the town',
    tier: '',
    questions: 'Questions from the town',
    consent: 'News and privacy',
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
  part: (heading, part, parts) => `${heading} (${part} of ${parts})`,
  upTo: (n) => `Up to ${number.format(n)} ${n === 1 ? 'character' : 'characters'}.`,
  prefectures: Object.fromEntries([...prefectures, [overseas, 'Outside Japan']]),
  review: 'Check what I entered',

  join: (memberTitle) => (memberTitle ? `Become a ${memberTitle}` : 'Join'),
  benefits: (memberTitle) => (memberTitle ? `As a ${memberTitle}` : 'As a member'),
  benefitPlace: (place) => ` (${place})`,
  notice: {
    title: 'How we use your data',
    collector: 'Who collects it',
    purpose: 'What for',
    items: 'What we ask, and why',
    contractor: 'Handled by',
    storedAt: 'Kept at',
    retention: 'Kept for',
    leaving: 'How to leave',
    contact: 'Whom to ask',
    link: 'Read the whole privacy policy',
  },
  leaves: ' (opens another site)',
  openForm: 'Open the application form',
  formElsewhere: 'Applications are taken by a form on another site that the town uses.',
} satisfies FormStrings;
