import type { DayRangeName, OrganizerType, ProblemCode, ProgramState } from '@kankei/core';
import { dateFormat } from './date-format.ts';
import { jaUsual } from './ja-usual.ts';

const count = (n: number) => `${jaUsual.number(n)}件`;

const yearMonth = dateFormat('ja', { year: 'numeric', month: 'long' });
const weekday = dateFormat('ja', { weekday: 'short' });

const clock = dateFormat('ja', { hour: 'numeric', minute: '2-digit' });

/** What is said only after a visitor has done something or something has failed, in Japanese. */
export const jaRest = {
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
  people: (n: number) => `${jaUsual.number(n)}人`,
  /** How many places there are in all, beside how many are left. */
  placesInAll: (n: number) => `${jaUsual.number(n)}人`,
  /** The last day to apply, under that label. */
  deadline: (day: string) => `${day}まで`,
  minimumAge: (age: number) => `${age}歳から`,
  maximumAge: (age: number) => `${age}歳まで`,
  ageRange: (from: number, to: number) => `${from}歳から${to}歳まで`,

  // The ways to show programs; months are instants in them
  views: {
    label: '表示のしかた',
    names: { cards: 'カード', list: '一覧', calendar: 'カレンダー' },
    month: (instant: number) => yearMonth.format(instant),
    weekday: (instant: number) => weekday.format(instant),
    undated: '日程が決まっていないもの',
    previous: '前の月',
    next: '次の月',
    thisMonth: '今月',
    monthCount: (month: string, n: number) => `${month}：${count(n)}`,
    emptyMonth: (month: string) => `${month}の募集はありません。`,
    goTo: (month: string) => `次に予定がある${month}を見る`,
    undatedCount: (n: number) => `日程が決まっていない募集が、ほかに${count(n)}あります。`,
    long: 'この月に続いているもの',
    begins: 'この日から',
    continued: 'つづき',
    ends: 'この日まで',
    moreOfDay: (n: number) => `＋${count(n)}`,
    fewer: 'たたむ',
    /** Where a month has more than can be shown. */
    cut: (shown: number, total: number) =>
      `この月は${count(total)}あるため、${count(shown)}を表示しています。ほかは、条件で絞り込むとご覧になれます。`,
  },

  // Filters beyond words and kinds
  filters: {
    when: '時期',
    anytime: 'いつでも',
    days: { today: 'きょう', weekend: '今週末', month: '今月', nextMonth: '来月' } satisfies Record<
      DayRangeName,
      string
    >,
    from: 'この日から',
    to: 'この日まで',
    online: 'オンラインで参加できるものだけ',
    status: '募集の状況',
    open: 'いま申し込めるものだけ',
    /** The name of what is chosen as a whole. */
    chosen: '選んだ条件',
    words: (words: string) => `「${words}」`,
    remove: (label: string) => `${label}を外す`,
    /** How many values more there are to choose from. */
    others: (n: number) => `もっと見る（あと${jaUsual.number(n)}）`,
  },

  // The detail
  back: '一覧に戻る',
  apply: '申し込みページへ',
  addToCalendar: 'カレンダーに追加',
  addToGoogle: 'Googleカレンダーに追加',
  map: 'Googleマップで見る',
  source: 'もとのページを見る',
  contactPage: '問い合わせページ',
  askOnPage: '問い合わせページで申し込む・尋ねる',
  askByMail: 'メールで申し込む・尋ねる',
  askByPhone: '電話で申し込む・尋ねる',
  subscribe: '募集をまとめてカレンダーで受け取る',
  share: 'この募集を知らせる',
  shared: {
    copied: 'この募集のアドレスをコピーしました。',
    refused: 'コピーできませんでした。ブラウザーのアドレス欄からコピーしてください。',
  },
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
    kana: 'よみがな',
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
  slow: '読み込みに時間がかかっています。このままお待ちいただくか、もう一度お試しください。',
  /** Where only the card’s part of a program can be shown. */
  someOfProgram: 'いまは、一覧にある内容だけを表示しています。',
  /** What stands where the rest of a list did not come, and when it was so. */
  shownSoFar: (n: number, instant: number) => `ここまでの${count(n)}は${clock.format(instant)}の情報です。`,
  /** When what is shown was so. */
  stale: (instant: number) => `${clock.format(instant)}の情報を表示しています。`,
  staleNarrowed: '選んだ条件は、まだ反映していません。',
  noTown:
    'どの市区町村の募集を表示するかが書かれていません。サイトの担当の方は、town に市区町村コード（6けた）を書いてください。',
  problems: {
    'invalid-parameter':
      '設定の値に使えないものがあるため、表示できません。サイトの担当の方は、タグに書いた値を確かめてください。',
    'invalid-body': '送った内容に使えないものがありました。内容を確かめて、もう一度お試しください。',
    'town-not-found':
      'この市区町村の情報が見つかりません。サイトの担当の方は、town に書いた市区町村コードを確かめてください。',
    'program-not-found': 'この募集は見つかりませんでした。掲載が終わったのかもしれません。一覧からお探しください。',
    'fanclub-not-found':
      'この町の会員登録は、いま受け付けていません。ウェブ担当の方へ：町のファンクラブの設定をお確かめください。',
    'furusato-not-found':
      'この町のふるさと納税の案内は、まだありません。ウェブ担当の方へ：町のふるさと納税の設定をお確かめください。',
    'not-taken': 'この町では、いまここからの受け付けをしていません。お手数ですが、町の窓口にお問い合わせください。',
    'recruitment-closed': 'この募集は、受け付けを終わりました。ほかの募集もご覧ください。',
    'not-found':
      '募集の情報が置き場所に見つかりません。サイトの担当の方は、endpoint または src のアドレスを確かめてください。',
    'link-expired':
      'このリンクは、もう使えません。お手数ですが、もう一度同じメールアドレスで登録すると、新しいリンクをメールでお送りします。',
    'key-reused': '送信の途中で内容が変わったようです。お手数ですが、もう一度送信してください。',
    'proof-failed': '送信の準備に時間がかかったため、受け付けられませんでした。もう一度送信してください。',
    'method-not-allowed': 'いま情報を表示できません。サイトの担当の方は、endpoint のアドレスを確かめてください。',
    'origin-not-allowed': 'このサイトからは送信できません。サイトの担当の方は、サーバーの設定を確かめてください。',
    'too-large': '情報が大きすぎるため、読み込めませんでした。サイトの担当の方は、ファイルの大きさを確かめてください。',
    'too-many-requests': '短い間に何度も読み込まれました。1分ほど待ってから、もう一度お試しください。',
    unavailable: 'ただいま混み合っているか、点検中です。少し待ってから、もう一度お試しください。',
    internal: 'こちらの不具合で、いま情報を表示できません。時間をおいて、もう一度お試しください。',
    timeout: '返事が届くまでに時間がかかっています。少し待ってから、もう一度お試しください。',
    'bad-answer': '届いた情報を読み取れませんでした。時間をおいて、もう一度お試しください。',
    'bad-file':
      '募集のファイルを読み取れませんでした。サイトの担当の方は、ファイルの置き場所と形式を確かめてください。',
  } satisfies Record<Exclude<ProblemCode, 'network'>, string>,
};

export type RestStrings = typeof jaRest;
