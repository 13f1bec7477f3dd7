import type { Effort, PayType, ProgramKind, ProgramMode, ProgramState } from '@kankei/core';
import { jaUsual } from './ja-usual.ts';

const { number } = jaUsual;
const count = (n: number) => `${number(n)}件`;

/** The Japanese words that the first cards need, and nothing else. */
export const jaFirst = {
  ...jaUsual,

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
  running: '開催中',
  endsToday: 'きょうまで',
  endsTomorrow: 'あすまで',
  moreDates: (n: number) => `ほか${number(n)}回`,
  dateUnknown: '日程は要確認',
  japanTime: '日時はすべて日本時間です。',

  // Money, numbers of people, ages
  count,
  free: '無料',
  feeUnknown: '料金は要確認',
  feeInDetail: '料金の説明あり',
  placesLeft: (n: number) => `残り${number(n)}人`,
  capacity: (n: number) => `定員${number(n)}人`,
  thanksFor: (thanks: string) => `${thanks}のお礼`,
  orOnline: (place: string) => `${place}またはオンライン`,

  // The listing
  searchLabel: 'キーワードで探す',
  searchPlaceholder: '例：農業、祭り',
  search: '探す',
  kindCount: count,
  kindsLabel: '種類で絞り込む',
  moreFilters: 'くわしく絞り込む',
  shown: (shown: number, total: number) => `${count(total)}のうち${count(shown)}を表示`,
  more: 'もっと見る',
  showPast: (n: number) => `過去の募集を見る（${count(n)}）`,
  malformed: '内容の一部を読み取れませんでした。くわしくは主催者にお尋ねください。',
  untitled: '名前のない募集',
};
