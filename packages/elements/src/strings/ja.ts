import { dayAt, type Effort, type PayType, type ProgramKind, type ProgramMode, type ProgramState } from '@kankei/core';
import type { RestStrings } from './ja-rest.ts';

// Written by hand, as `Intl` writes them: to load what `Intl` knows of a language takes a browser longer than the cards.
const number = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
const weekdays = '日月火水木金土';

const count = (n: number) => `${number(n)}件`;

/**
 * The words of a list, in Japanese: all that the first cards need and nothing else. The type of this object is what
 * every other language must fill.
 */
export const ja = {
  /** BCP 47 tag of these words. */
  language: 'ja',

  kinds: {
    help: 'お手伝い',
    event: 'イベント',
    tour: 'ツアー・体験',
    'work-stay': '働きながら滞在',
    'side-job': '副業・兼業',
    course: '講座',
    school: '地域留学',
    online: 'オンライン交流',
    letter: 'お便り',
    ownership: 'オーナー制度',
    festival: '祭り',
  } satisfies Record<ProgramKind, string>,
  modes: {
    onsite: '現地',
    online: 'オンライン',
    mixed: '現地とオンライン',
    unknown: '場所は主催者に確認',
  } satisfies Record<ProgramMode, string>,
  states: {
    open: '募集中',
    few: '残りわずか',
    full: '満員',
    closed: '受付終了',
    cancelled: '中止',
    postponed: '延期',
    over: '終了',
  } satisfies Record<ProgramState, string>,
  efforts: {
    light: '軽作業',
    medium: '少し体力がいる作業',
    hard: '力仕事',
  } satisfies Record<Effort, string>,
  pays: {
    volunteer: 'ボランティア',
    thanks: 'お礼あり',
    wage: '報酬あり',
  } satisfies Record<PayType, string>,

  // Dates: instants are ms since 1970, shown as days in Tokyo; times come as `HH:MM`.
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
  running: '開催中',
  endsToday: 'きょうまで',
  endsTomorrow: 'あすまで',
  moreDates: (n: number) => `ほか${number(n)}回`,
  dateUnknown: '日程は要確認',
  japanTime: '日時はすべて日本時間です。',

  // Money, numbers of people, ages
  number,
  count,
  yen: (n: number) => `${number(n)}円`,
  free: '無料',
  feeUnknown: '料金は要確認',
  feeInDetail: '料金の説明あり',
  placesLeft: (n: number) => `残り${number(n)}人`,
  capacity: (n: number) => `定員${number(n)}人`,
  thanksFor: (thanks: string) => `${thanks}のお礼`,
  orOnline: (place: string) => `${place}またはオンライン`,
  /** Between facts that stand in one line. */
  dot: '・',

  // The listing
  searchLabel: 'キーワードで探す',
  searchPlaceholder: '例：農業、祭り',
  search: '探す',
  kindCount: count,
  kindsLabel: '種類で絞り込む',
  moreFilters: 'くわしく絞り込む',
  chosen: (n: number) => `${number(n)}つ選択中`,
  clear: '絞り込みを外す',
  shown: (shown: number, total: number) => `${count(total)}のうち${count(shown)}を表示`,
  found: (n: number) => `条件に合うもの ${count(n)}`,
  pastFound: (n: number) => `過去の募集 ${count(n)}`,
  more: 'もっと見る',
  moreFailed: '続きを読み込めませんでした。もう一度お試しください。',
  showPast: (n: number) => `過去の募集を見る（${count(n)}）`,
  showUpcoming: 'これからの募集に戻る',
  loading: '読み込んでいます',
  nothingUpcoming: 'いま募集しているものはありません。',
  nothingPast: '過去の募集はありません。',
  nothingFound: '条件に合うものが見つかりませんでした。言葉を短くするか、絞り込みを外してみてください。',
  malformed: '内容の一部を読み取れませんでした。くわしくは主催者にお尋ねください。',
  untitled: '名前のない募集',

  // Failures
  retry: 'もう一度読み込む',
  offline: 'インターネットにつながっていません。つながったら、もう一度お試しください。',
  /** Also what is said where no better word can be fetched, so it must be at hand. */
  network: 'いま情報を読み込めませんでした。通信の状態を確かめて、もう一度お試しください。',

  /** Every other word, fetched when something is shown that needs it. Rejects when it cannot be fetched. */
  rest: async (): Promise<RestStrings> => (await import('./ja-rest.ts')).jaRest,
};

export type Strings = typeof ja;
export type AllStrings = Strings & RestStrings;
