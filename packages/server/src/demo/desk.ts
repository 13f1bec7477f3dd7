import type { Answers, ApplicationState, MatchProfile } from '@kankei/core';
import { calendarAt } from './calendar.ts';

const hour = 3600_000;
const day = 24 * hour;

/** What stands alike in all that came in. */
interface CameIn {
  /** Begins with `demo-`, as no other id does. */
  id: string;
  answers: Answers;
  /** How long ago, in ms. */
  ago: number;
}

export interface DemoNeed extends CameIn {
  /** What the host has corrected since, as it was before. */
  corrected?: Answers;
}

export interface DemoApplication extends CameIn {
  program: string;
  state: ApplicationState;
  message?: string;
}

export interface DemoEnquiry extends CameIn {
  profile: MatchProfile;
  reply?: string;
}

/** What people who do not exist told the made-up town, dated as seen from `now`, so that its desk is not empty. */
export function demoDesk(now: number): {
  needs: DemoNeed[];
  applications: DemoApplication[];
  enquiries: DemoEnquiry[];
  /** How many are interested, by program. */
  interests: Record<string, number>;
} {
  const saturday = calendarAt(now).nth('sat', 3);
  return {
    needs: [
      {
        id: 'demo-need-barn',
        ago: 20 * hour,
        answers: {
          what: '納屋の片づけと、古い農具の運び出し。捨てるものと残すものを、いっしょに分けてもらえると助かります。',
          when: '土曜の午前がありがたいです。',
          date: saturday,
          people: 3,
          who: '重いものを、ふたりで持てる方',
          effort: 'medium',
          bring: '軍手、汚れてもよい服',
          thanks: '昼に、漬物とおにぎり。気に入った道具があれば持って帰ってください。',
          place: '上野の家',
          name: '佐和 きみ',
          reach: 'email',
          email: 'kimi@example.jp',
        },
        corrected: { people: 2 },
      },
      {
        id: 'demo-need-phone',
        ago: 3 * day,
        answers: {
          what: '孫に写真を送りたいので、スマホの使い方を教えてください。耳が遠いので、ゆっくりお願いします。',
          when: '平日の昼すぎなら、いつでも',
          people: 1,
          effort: 'light',
          thanks: '干し柿と、昔の話',
          place: '奥平',
          name: '奥 とめ',
          reach: 'tel',
          tel: '000-000-0150',
        },
      },
    ],
    applications: [
      {
        id: 'demo-application-1',
        program: 'fence-mending',
        state: 'accepted',
        ago: 4 * day,
        answers: { name: '見本 はるか', email: 'haruka@example.jp', people: 1, coming: 'train' },
      },
      {
        id: 'demo-application-2',
        program: 'fence-mending',
        state: 'pending',
        ago: 26 * hour,
        answers: {
          name: '見本 まもる',
          email: 'mamoru@example.jp',
          people: 2,
          members: '見本 あおい（14歳）',
          message: '山歩きは好きですが、柵を直すのははじめてです。',
          coming: 'car',
        },
      },
      {
        id: 'demo-application-3',
        program: 'fence-mending',
        state: 'asked',
        ago: 50 * hour,
        answers: { name: 'Mihon Alex', email: 'alex@example.jp', people: 1, coming: 'undecided' },
        message: '9時の集合に間に合う列車がありません。前の日からお泊まりになれますか。',
      },
      {
        id: 'demo-application-4',
        program: 'firewood',
        state: 'waiting',
        ago: 5 * hour,
        answers: { name: '見本 ひなた', email: 'hinata@example.jp', people: 1, coming: 'car' },
      },
    ],
    enquiries: [
      {
        id: 'demo-enquiry-1',
        ago: 2 * hour,
        answers: {
          name: '見本 ひかり',
          email: 'hikari@example.jp',
          moving: 'ties',
          message: '月に一度くらい通って、畑や古い家の手入れを手伝いたいです。はじめてでも行けるところはありますか。',
        },
        profile: {
          themes: ['farming', 'houses'],
          skills: ['none'],
          weekdays: ['sat', 'sun'],
          lengths: ['day', 'nights'],
          prefecture: '東京都',
          company: 'alone',
          effort: 'medium',
          experience: 'first',
          words: '土を触っていると落ち着きます。',
        },
      },
      {
        id: 'demo-enquiry-2',
        ago: 30 * hour,
        answers: {
          name: '見本 そら',
          email: 'sora@example.jp',
          moving: 'unsure',
          message: '子どもが小学校に上がる前に、家族で何日か暮らしてみたいと思っています。',
        },
        profile: { company: 'family', people: 4, youngest: 4, hopes: ['live'], lengths: ['nights', 'long'] },
      },
      {
        id: 'demo-enquiry-3',
        ago: 6 * day,
        answers: {
          name: '見本 いぶき',
          email: 'ibuki@example.jp',
          moving: 'move',
          message: '空き家を見に行けるのはいつですか。',
        },
        profile: {},
        reply:
          'お問い合わせをありがとうございます。空き家は、毎週火曜と土曜の午後にご案内しています。\n\nご都合のよい日を、このメールにお返事ください。駅までお迎えにあがります。',
      },
    ],
    interests: { 'fence-mending': 3, 'photo-scan': 4, 'machiya-repair': 5, 'star-night': 7, 'tea-hour': 2 },
  };
}
