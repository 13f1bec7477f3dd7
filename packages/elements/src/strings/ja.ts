import type { Effort, OrganizerType, PayType, ProblemCode, ProgramKind, ProgramMode, ProgramState } from '@kankei/core';
import { dateFormat } from './date-format.ts';

const number = new Intl.NumberFormat('ja');
const monthDay = dateFormat('ja', { month: 'long', day: 'numeric' });
const yearMonthDay = dateFormat('ja', { year: 'numeric', month: 'long', day: 'numeric' });
const weekday = dateFormat('ja', { weekday: 'short' });

const count = (n: number) => `${number.format(n)}件`;

/** Every word the widgets say, in Japanese. The type of this object is what every other language must fill. */
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
  organizerTypes: {
    council: '役場',
    npo: 'NPO',
    community: '地域の団体',
    cooperator: '地域おこし協力隊',
    company: '会社',
    school: '学校',
    person: '個人',
    other: 'その他',
  } satisfies Record<OrganizerType, string>,

  // Dates: instants are ms since 1970, shown as days in Tokyo; times come as `HH:MM`.
  date: (instant: number, withYear: boolean) =>
    `${(withYear ? yearMonthDay : monthDay).format(instant)}（${weekday.format(instant)}）`,
  dateTime: (date: string, time: string) => `${date}${time}`,
  span: (from: string, to: string) => `${from}〜${to}`,
  from: (time: string) => `${time}から`,
  until: (time: string) => `${time}まで`,
  today: 'きょう',
  tomorrow: 'あす',
  inDays: (days: number) => `あと${number.format(days)}日`,
  running: '開催中',
  endsToday: 'きょうまで',
  endsTomorrow: 'あすまで',
  moreDates: (n: number) => `ほか${number.format(n)}回`,
  dateUnknown: '日程は要確認',
  japanTime: '日時はすべて日本時間です。',

  // Money, numbers of people, ages
  number: (n: number) => number.format(n),
  count,
  yen: (n: number) => `${number.format(n)}円`,
  free: '無料',
  feeUnknown: '料金は要確認',
  placesLeft: (n: number) => `残り${number.format(n)}人`,
  capacity: (n: number) => `定員${number.format(n)}人`,
  people: (n: number) => `${number.format(n)}人`,
  thanksFor: (thanks: string) => `${thanks}のお礼`,
  minimumAge: (age: number) => `${age}歳から`,
  maximumAge: (age: number) => `${age}歳まで`,
  ageRange: (from: number, to: number) => `${from}歳から${to}歳まで`,
  unknown: '要確認（主催者にお尋ねください）',
  orOnline: (place: string) => `${place}またはオンライン`,
  /** Between facts that stand in one line. */
  dot: '・',

  // The listing
  searchLabel: 'キーワードで探す',
  searchPlaceholder: '例：農業、祭り',
  search: '探す',
  kindCount: count,
  kindsLabel: '種類で絞り込む',
  chosen: (n: number) => `${number.format(n)}つ選択中`,
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

  // The detail
  back: '一覧に戻る',
  apply: '申し込みページへ',
  addToCalendar: 'カレンダーに追加',
  addToGoogle: 'Googleカレンダーに追加',
  map: 'Googleマップで見る',
  source: 'もとのページを見る',
  contactPage: '問い合わせページ',
  /** Said after a link that leaves the site. */
  leaves: '（別のサイトが開きます）',
  notOpen: {
    full: '満員になりました。',
    closed: '受付は終わりました。',
    cancelled: '中止になりました。',
    postponed: '延期になりました。新しい日程は主催者にお尋ねください。',
    over: 'この募集は終わりました。',
  } satisfies Record<Exclude<ProgramState, 'open' | 'few'>, string>,
  labels: {
    when: '日時',
    deadline: '申込の締切',
    where: '場所',
    address: '住所',
    access: '行き方',
    parking: '駐車場',
    meetingPlace: '集合場所',
    fee: '料金',
    pay: 'お礼・報酬',
    capacity: '定員',
    minimum: '開催に必要な人数',
    effort: '体への負担',
    bring: '持ち物',
    skills: 'あるとよい経験',
    conditions: '参加できる人',
    age: '年齢',
    languages: '通じる言葉',
    host: '受け入れる人',
    coordinator: '取り次ぐ人',
    organizer: '主催',
    applyMethod: '申込方法',
    contact: '問い合わせ先',
    themes: 'テーマ',
    note: '備考',
    image: '写真',
    updated: '更新日',
  },
  extension: (number: string) => `内線 ${number}`,

  // Failures
  retry: 'もう一度読み込む',
  offline: 'インターネットにつながっていません。つながったら、もう一度お試しください。',
  noTown:
    'どの市区町村の募集を表示するかが書かれていません。サイトの担当の方は、town に市区町村コード（6けた）を書いてください。',
  problems: {
    'invalid-parameter':
      '設定の値に使えないものがあるため、表示できません。サイトの担当の方は、タグに書いた値を確かめてください。',
    'invalid-body': '送った内容に使えないものがありました。内容を確かめて、もう一度お試しください。',
    'town-not-found':
      'この市区町村の情報が見つかりません。サイトの担当の方は、town に書いた市区町村コードを確かめてください。',
    'program-not-found': 'この募集は見つかりませんでした。掲載が終わったのかもしれません。一覧からお探しください。',
    'not-found':
      '募集の情報が置き場所に見つかりません。サイトの担当の方は、endpoint または src のアドレスを確かめてください。',
    'method-not-allowed': 'いま情報を表示できません。サイトの担当の方は、endpoint のアドレスを確かめてください。',
    'origin-not-allowed': 'このサイトからは送信できません。サイトの担当の方は、サーバーの設定を確かめてください。',
    'too-large': '情報が大きすぎるため、読み込めませんでした。サイトの担当の方は、ファイルの大きさを確かめてください。',
    'too-many-requests': '短い間に何度も読み込まれました。1分ほど待ってから、もう一度お試しください。',
    unavailable: 'ただいま混み合っているか、点検中です。少し待ってから、もう一度お試しください。',
    internal: 'こちらの不具合で、いま情報を表示できません。時間をおいて、もう一度お試しください。',
    network: 'いま情報を読み込めませんでした。通信の状態を確かめて、もう一度お試しください。',
    timeout: '返事が届くまでに時間がかかっています。少し待ってから、もう一度お試しください。',
    'bad-answer': '届いた情報を読み取れませんでした。時間をおいて、もう一度お試しください。',
    'bad-file': '募集のファイルを読み取れませんでした。サイトの担当の方は、ファイルの形式を確かめてください。',
  } satisfies Record<ProblemCode, string>,
};

export type Strings = typeof ja;
