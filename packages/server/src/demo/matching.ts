import { type Matching, matching } from '@kankei/core';
import { coordinator } from './people.ts';

/** What the made-up town asks where people find each other, as a town would write it. */
export const demoMatching: Matching = matching.parse({
  coordinator: {
    ...coordinator,
    contact: { name: 'むすび野町役場 つながり係', phone: '000-000-0000', extension: '214' },
  },
  application: {
    intro: {
      ja: 'お申し込みのあと、受け入れる人が確かめて、メールでお返事します。',
      en: 'After you apply, the people who receive you will look at it and write back by mail.',
    },
    questions: [
      {
        name: 'coming',
        kind: 'choice',
        label: { ja: 'どうやって来ますか', en: 'How will you come?' },
        options: [
          { value: 'train', label: { ja: 'むすび野線の列車', en: 'On the Musubino line' } },
          { value: 'car', label: { ja: '車', en: 'By car' } },
          { value: 'undecided', label: { ja: 'まだ決めていない、オンラインで参加', en: 'Not decided, or online' } },
        ],
      },
    ],
    next: {
      ja: '三日のうちにお返事します。お急ぎのときは、つながり係へお電話ください。',
      en: 'You will hear from us within three days. If it is urgent, please call the Tsunagari desk.',
    },
  },
  notice: {
    version: '2026-11-a',
    collector: { ja: 'むすび野町（つながり係）', en: 'Musubino Town (Tsunagari desk)' },
    purpose: {
      ja: 'お申し込みやご相談にお返事し、受け入れる人とおつなぎするためです。ほかのことには使いません。',
      en: 'To answer you and to introduce you to those who receive you. For nothing else.',
    },
    items: {
      ja: 'お名前と人数、いっしょに来る方、伝えておきたいことは、受け入れる人にも伝えます。メールアドレスと電話番号は、町だけが使います。',
      en: 'Your name, who comes along and what you tell us is passed on to those who receive you. Your email address and phone number are used by the town alone.',
    },
    storedAt: { ja: '日本にある町のサーバー', en: 'On the town’s own server in Japan' },
    retention: {
      ja: '募集の日から一年で、すべて消します。',
      en: 'Everything is deleted a year after the day of the program.',
    },
    leaving: {
      ja: 'お申し込みは、メールのリンクの先のページで、いつでも取り消せます。',
      en: 'You can withdraw at any time, on the page behind the link in our mail.',
    },
    contact: {
      ja: 'むすび野町役場 つながり係（野上）電話 000-000-0000（内線 214）',
      en: 'Midori Nogami, Tsunagari desk, Musubino town hall, phone 000-000-0000 (ext. 214)',
    },
  },
  retentionMonths: 12,
});

/** How the monthly hour of tea is joined; for those alone who were accepted. */
export const demoJoining = {
  program: 'tea-hour',
  join_url: 'https://meet.example.jp/musubino-tea',
  join_note: '湯のみを持って、はじまる五分前からどうぞ。カメラは切ったままでもかまいません。',
};
