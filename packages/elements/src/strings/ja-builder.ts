import {
  type AdvertisingRule,
  type EmbedAdvice,
  type EmbedForm,
  type FieldFaultCode,
  type Interest,
  type ProgramKind,
  type sorts,
  type Tie,
  toBeWritten,
} from '@kankei/core';
import type { ChoiceFault, ScriptKind } from '../builder/choices.ts';
import { jaFirst } from './ja-first.ts';
import { jaForm } from './ja-form.ts';

type Own = Exclude<ChoiceFault, FieldFaultCode>;

/** The words of one option: what it is called, what helps to choose, what its values are called. */
export interface OptionWords {
  label: string;
  help?: string;
  values?: Readonly<Record<string, string>>;
}

const { number } = jaFirst;
const ratio = (n: number) => `${(Math.floor(n * 10) / 10).toFixed(1)}：1`;

/** What the embed builder says, in Japanese: the type of every other language. */
export const jaBuilder = {
  language: 'ja',
  other: { code: 'en', name: 'English' },
  title: '埋め込みを作る',
  lead: 'えらぶだけで、町のページに貼る数行ができます。プログラムの知識はいりません。えらんだ内容はこのページのアドレスに入るので、そのまま業者の方へ送ることもできます。',

  choose: 'えらぶ',
  chooseHelp: '町のほかは、そのままでもかまいません。',
  groups: {
    town: '町',
    widget: '載せるもの',
    // What unfolds them says so.
    options: '',
    source: '',
    look: '見た目と言葉',
    paste: '',
  } as Record<string, string>,
  labels: {
    known: '町をえらぶ',
    town: '市区町村コード',
    widget: '何を載せますか',
    background: 'ページの背景の色',
    words: 'リンクの言葉',
    height: '枠の高さ（ピクセル）',
    cms: 'お使いのCMS',
    pin: 'スクリプトの版',
  } as Record<string, string>,
  helps: {
    town: '6桁の数字です。検査数字のない5桁でもかまいません。一覧などに複数の町を載せるときは、カンマで区切ります。',
    background: '例：#ffffff。色の見やすさを確かめるために使い、埋め込みには入りません。',
    words: '部品を表示できないときに出るリンクの文字です。空のままなら、下の文になります。',
    height: '枠（iframe）で貼るときの高さです。スクリプトがあれば、中身に合わせて伸びます。',
    cms: '貼りつける画面で、どの書き方が残るかが変わります。',
    pin: '固定すると、更新は自動で届きません。新しくするときは、貼り直してください。',
  } as Record<string, string>,
  otherTown: 'ほかの町（コードを入れる）',
  widgets: {
    'program-list': { name: '募集の一覧', about: '行事・お手伝い・体験などの募集を並べます。' },
    'fanclub-signup': { name: 'ファンクラブの申し込み', about: '町のファンになる申し込みを受け付けます。' },
    'furusato-link': { name: 'ふるさと納税の案内', about: '寄付の使い道を伝え、寄付のページへ案内します。' },
    'matching-form': {
      name: '合うものを探す質問',
      about: '質問に答えた人へ、合う募集を理由とともに紹介します。町の人の困りごとを聞くこともできます。',
    },
    'member-card': { name: '会員証', about: '会員が、自分の会員証を表示します。' },
    'card-check': { name: '会員証の確認', about: 'お店が、会員証のQRコードを確かめます。' },
  } as Record<string, { name: string; about: string }>,
  /** The words of the link, for a town's name; empty where it is not known. */
  linkWords: {
    'program-list': (town: string) => `${town ? `${town}の` : ''}募集の一覧を見る`,
    'fanclub-signup': (town: string) => `${town ? `${town}の` : ''}ファンクラブに申し込む`,
    'furusato-link': (town: string) => `${town ? `${town}の` : ''}ふるさと納税を見る`,
    'matching-form': (town: string) => `${town ? `${town}で` : ''}自分に合うものを探す`,
    'member-card': (town: string) => `${town ? `${town}の` : ''}会員証を開く`,
    'card-check': (town: string) => `${town ? `${town}の` : ''}会員証を確かめる`,
  } as Record<string, (town: string) => string>,
  /** The same for residents who need help. */
  needWords: (town: string) => `${town ? `${town}に` : ''}手伝ってほしいことを伝える`,
  moreOptions: 'くわしい設定をひらく',
  sourceOptions: 'サーバーを使わない・別のサーバーを使うとき',

  options: {
    lang: {
      label: '表示する言葉',
      help: 'ふつうは、貼ったページの言葉に合わせます。',
      values: { page: 'ページに合わせる', ja: '日本語', en: 'English' },
    },
    accent: { label: 'ボタンとリンクの色', help: '例：#0017c1。空のままなら、サイトの色か、標準の紺色になります。' },
    src: {
      label: '町のサーバーに置いたファイル',
      help: 'kankei.json・CSV・JSON の置き場所です。https:// か / で始まるアドレスを入れてください。',
    },
    endpoint: {
      label: '別の kankei サーバー',
      help: 'ふつうは空のままにします。https:// で始まるアドレスを入れてください。',
    },
    'heading-level': {
      label: '見出しの段階',
      help: '貼る場所のすぐ上の見出しより1つ大きい数字にすると、読み上げソフトで順序が正しく伝わります。',
    },
    era: { label: '年を令和で表示する', help: '日本語で表示するときだけ働きます。' },
    program: {
      label: '載せる募集の番号',
      help: '決まった募集だけを載せるとき、番号をカンマで区切って入れます。検索と絞り込みは出ません。',
    },
    kind: {
      label: '募集の種類',
      help: 'えらんだ種類だけを載せます。えらばなければ、すべてです。',
      values: jaFirst.kinds satisfies Record<ProgramKind, string>,
    },
    theme: { label: 'テーマ', help: 'この言葉がテーマになっている募集だけを載せます。複数はカンマで区切ります。' },
    from: { label: 'この日から', help: 'この日か、その後にある募集だけを載せます。' },
    to: { label: 'この日まで', help: 'この日か、その前にある募集だけを載せます。' },
    past: {
      label: '終わった募集',
      values: { exclude: '載せない', include: '載せる', only: '終わったものだけ' },
    },
    view: { label: '最初の見せ方', values: { cards: 'カード', list: '一覧', calendar: 'カレンダー' } },
    views: {
      label: '見る人がえらべる見せ方',
      help: '1つだけにすると、切り替えは出ません。',
      values: { cards: 'カード', list: '一覧', calendar: 'カレンダー' },
    },
    limit: { label: '一度に載せる数', help: '1〜100。ファイルから載せるときは2,000まで。' },
    'no-jsonld': {
      label: '検索エンジン向けのデータ（JSON-LD）を出さない',
      help: 'ページに同じデータがすでにあるときに使います。',
    },
    sort: {
      label: '並べる順',
      values: { soon: '日が近い順', new: '新しい順', deadline: '締め切りが近い順' } satisfies Record<
        (typeof sorts)[number],
        string
      >,
    },
    sync: {
      label: '絞り込みをアドレスに残す名前',
      help: '英数字の名前を入れると、見る人がえらんだ絞り込みを、アドレスで人に送れます。例：list',
    },
    tie: { label: '最初からえらんでおく「ご縁」', values: jaForm.options.tie as Record<Tie, string> },
    interests: {
      label: '最初からえらんでおく「やってみたいこと」',
      values: jaForm.options.interests as Record<Interest, string>,
    },
    tier: { label: '最初からえらんでおく会員の種類', help: '会員の種類の id を入れます。' },
    source: {
      label: '申し込みの入り口の名前',
      help: 'どのページから申し込まれたかを数えられます。英数字と . _ - で。例：top-page',
    },
    compact: { label: '小さく見せる', help: '横の細い欄に置くとき。リンク1つと数字だけになります。' },
    'new-tab': { label: 'ほかのサイトへのリンクを新しいタブで開く' },
    estimate: { label: '控除上限額の目安を、最初から開いておく' },
    'one-stop': { label: 'ワンストップ特例の案内を、最初から開いておく' },
    side: {
      label: 'だれに聞きますか',
      values: { supporter: 'お手伝いしたい人', host: '手伝ってほしい町の人' },
    },
    layout: { label: '質問の出し方', values: { steps: '1画面ずつ', all: 'まとめて' } },
  } as Record<string, OptionWords>,

  faults: {
    'town-missing': '町のコードを入れてください。例：212172',
    town: 'このコードは、番号が違うようです。6桁目は検査数字です。もう一度お確かめください。',
    towns: '町が多すぎます。20までにしてください。',
    color: '色は、# と6桁の英数字で入れてください。例：#0017c1',
    address: 'https:// か / で始まるアドレスを入れてください。',
  } satisfies Record<Own, string> as Record<Own, string>,
  colorPicker: (label: string) => `${label}を色の見本からえらぶ`,
  contrast: {
    white: (n: number) => `白い文字をのせたとき ${ratio(n)}`,
    black: (n: number) => `黒い文字をのせたとき ${ratio(n)}`,
    background: (n: number) => `ページの背景の上で ${ratio(n)}`,
    enough: '十分',
    low: '足りません',
    warning:
      'この色は、文字が読みにくくなります。4.5：1以上になるよう、もっと濃い色（背景が暗いときは明るい色）にしてください。',
  },

  preview: '見た目を確かめる',
  phone: 'スマートフォンの幅',
  desktop: 'パソコンの幅',
  previewFrame: (widget: string) => `「${widget}」の見本`,
  previewMissing: '町をえらぶと、ここに見本が出ます。',
  openPreview: '見本を別のページで開く',

  paste: 'コピーして貼る',
  pasteHelp: '同じ部品を、4つの書き方で用意しました。どれか1つを、載せたい場所に貼ってください。',
  fixFirst: '「えらぶ」に、直すところがあります。直すと、ここに出ます。',
  forms: {
    element: { name: 'タグ', when: 'HTMLをそのまま貼れるページに。いちばん速く、見た目もなじみます。' },
    div: { name: 'div', when: '知らないタグを消してしまうCMSに。働きはタグと同じです。' },
    link: {
      name: 'リンク',
      when: 'リンクしか残らないCMSに。そのままでも専用のページが開き、サイトのどこかにスクリプトがあれば、その場で部品に変わります。',
    },
    frame: { name: '枠（iframe）', when: 'スクリプトを置けないページに。これだけで動きます。' },
  } satisfies Record<EmbedForm, { name: string; when: string }> as Record<EmbedForm, { name: string; when: string }>,
  linkStays:
    'リンクしか残らないCMSに。押すと専用のページが開きます。データの置き場所を指定したリンクは、安全のため、その場で部品に変わることはありません。',
  script: {
    name: 'スクリプトだけ',
    when: 'サイトの共通部分（ヘッダーなど）に、1回だけ入れるときに。ページごとに入れる必要はなくなります。',
  },
  address: {
    name: '専用ページのアドレス',
    when: 'リンクの画面に、アドレスだけを入れるCMSに。QRコードやチラシにも使えます。',
  },
  recommended: 'おすすめ',
  removed: 'このCMSでは消されます',
  systems: {
    unknown: 'わからない',
    html: 'HTMLをそのまま貼れる',
    wordpress: 'WordPress（投稿者・寄稿者）',
    dompurify: '新しい型のCMS（DOMPurify）',
    'sanitize-html': 'きびしいCMS（sanitize-html など、リンクだけ残る）',
    markdown: 'Markdown（HTMLは使えない）',
  } satisfies Record<EmbedAdvice['system'] | 'unknown', string> as Record<EmbedAdvice['system'] | 'unknown', string>,
  adviceUnknown: 'まず「タグ」を貼って公開前の画面で確かめ、消えるときは「div」「リンク」の順にお試しください。',
  advice: (forms: readonly string[]) => `残るのは、${forms.map((form) => `「${form}」`).join('')}です。`,
  scriptApart:
    'スクリプトはこの画面では消されます。サイトの共通部分に1回だけ入れるよう、サイトを管理する方に頼んでください。',
  copy: 'コピー',
  copyOf: (what: string) => `「${what}」をコピー`,
  copied: 'コピーしました。',
  copyFailed: '自動でコピーできませんでした。選択したので、そのままコピーしてください。',
  scripts: {
    newest: 'いつも新しい版（おすすめ）',
    pinned: '版を固定し、改ざんを検出する（integrity 付き）',
    single: '版を固定し、全部を1つのファイルにする（読み込みは重くなります）',
  } satisfies Record<ScriptKind, string> as Record<string, string>,
  pinMissing: '改ざんを検出する値（integrity.json）を読み込めませんでした。版の固定だけになります。',
  singleMissing: 'このサーバーには、1つにまとめたファイルがありません。分かれたままの版になります。',
  shareHelp: 'いまえらんだ内容は、このアドレスで人に送れます。',
  share: 'このページのアドレス',

  files: 'サーバーなしで載せる',
  filesHelp:
    'kankei のサーバーがなくても、町のウェブサーバーにファイルを置くだけで載せられます。下書きを保存し、足りないところを書いて、スクリプトと同じサーバーに置いてください。',
  filesNotFor: 'この部品には kankei のサーバーが必要です。会員証は、サーバーが本物であることを証明します。',
  download: 'kankei.json を保存する',
  toFill: 'まだ書くこと',
  toFillNothing: '書き足すところはありません。',
  toFillPrograms: '募集のCSVを、events.csv の名前で kankei.json と同じ場所に置いてください。',
  toFillMark: `「${toBeWritten}」とあるところを、町の言葉に書きかえてください。`,
  draft: {
    clubTitle: (town: string) => `${town}ファンクラブ`,
    collector: (town: string) => `${toBeWritten}${town} 担当課の名前`,
    purpose: `${toBeWritten}何に使うか。例：会員証の発行と、お知らせの送信`,
    items: `${toBeWritten}どの項目を、なぜ聞くか`,
    contractor: `${toBeWritten}扱いを任せている会社。なければ「ありません」`,
    storedAt: `${toBeWritten}保管する場所。例：町のサーバー（日本国内）`,
    retention: `${toBeWritten}いつまで保管するか`,
    leaving: `${toBeWritten}やめるときの連絡先や手順`,
    contact: `${toBeWritten}問い合わせ先の課と電話番号`,
    use: `${toBeWritten}寄付の使い道`,
  },

  check: '公開の前に文章を確かめる',
  checkHelp:
    'ふるさと納税の広告の決まり、個人情報の説明に抜けがないか、リンクが https かを調べます。内容はどこにも送りません。',
  checkJson: 'kankei.json の中身を貼る',
  checkPasted: '貼った内容を確かめる',
  checkTown: 'この町の登録内容を確かめる',
  checkTownHelp: 'ふるさと納税の案内に書けない言葉は、サーバーが先に外しています。外された文は、担当者の画面に出ます。',
  checking: '確かめています…',
  checkFailed: '町の登録内容を読み込めませんでした。町のコードと通信の状態を確かめて、もう一度お試しください。',
  notJson: 'JSON として読めません。かっこやカンマの抜けがないか、お確かめください。',
  fine: '直すところは見つかりませんでした。',
  found: (n: number) => `${number(n)}か所、見てください`,
  findings: {
    unreadable: (reason: string) => `読み取れません（${reason}）。書き方をお確かめください。`,
    advertising: (words: readonly string[], rule: AdvertisingRule) =>
      `${words.map((word) => `「${word}」`).join('')}は、ふるさと納税の案内に書けません。${
        rule === 'points'
          ? 'ポイントなどを強調する募集は、2025年10月から禁じられています。'
          : '返礼品などを強調する広告は禁じられています。'
      }このままでは表示されません。`,
    'to-be-written': '下書きのままです。町の言葉に書きかえてください。',
    'not-https': (address: string) =>
      `暗号化されていないリンクです（${address}）。https:// で始まるアドレスにしてください。`,
    'notice-missing': '個人情報の取り扱いの説明がありません。ないあいだは、申し込みや相談を受け付けません。',
    'notice-part': '個人情報の取り扱いの説明に、この項目がありません。書くと、申し込む人が安心できます。',
  },
};

export type BuilderStrings = typeof jaBuilder;
