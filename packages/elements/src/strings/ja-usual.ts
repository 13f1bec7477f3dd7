import { dayAt } from '@kankei/core';
import type { RestStrings } from './ja-rest.ts';

// Written by hand, as `Intl` writes them: to load what `Intl` knows of a language takes a browser longer than the cards.
const number = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
const weekdays = '日月火水木金土';

/** How every tag writes numbers and dates in Japanese, also before its own code has come. */
export const jaUsual = {
  /** BCP 47 tag of these words. */
  language: 'ja',

  // Instants are ms since 1970, shown as days in Tokyo; times come as `HH:MM`.
  date: (instant: number, withYear: boolean): string => {
    const date = dayAt(instant);
    const [year, month, day] = date.split('-').map(Number);
    return `${withYear ? `${year}年` : ''}${month}月${day}日（${weekdays[new Date(date).getUTCDay()]}）`;
  },
  dateTime: (date: string, time: string) => `${date}${time}`,
  span: (from: string, to: string) => `${from}〜${to}`,
  from: (time: string) => `${time}から`,
  until: (time: string) => `${time}まで`,
  today: 'きょう',
  tomorrow: 'あす',
  inDays: (days: number) => `あと${number(days)}日`,

  number,
  yen: (n: number) => `${number(n)}円`,
  /** Between facts that stand in one line. */
  dot: '・',

  /** Every other word, fetched when something is shown that needs it. Rejects when it cannot be fetched. */
  rest: async (): Promise<RestStrings> => (await import('./ja-rest.ts')).jaRest,
};

export type UsualStrings = typeof jaUsual;
