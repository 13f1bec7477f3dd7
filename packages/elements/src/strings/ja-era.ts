import { dateFormat } from './date-format.ts';
import { ja, type Strings } from './ja.ts';
import type { RestStrings } from './ja-rest.ts';

const calendar = 'ja-u-ca-japanese';
const yearMonthDay = dateFormat(calendar, { year: 'numeric', month: 'long', day: 'numeric' });
const yearMonth = dateFormat(calendar, { year: 'numeric', month: 'long' });
const weekday = dateFormat(calendar, { weekday: 'short' });

/** Japanese whose years are those of the era, e.g. 令和8年. */
export const jaEra: Strings = {
  ...ja,
  date: (instant, withYear) =>
    withYear ? `${yearMonthDay.format(instant)}（${weekday.format(instant)}）` : ja.date(instant, false),
  rest: async (): Promise<RestStrings> => {
    const rest = await ja.rest();
    return { ...rest, views: { ...rest.views, month: (instant) => yearMonth.format(instant) } };
  },
};
