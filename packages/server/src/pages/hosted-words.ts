import type { WidgetName } from '../hosted/widgets.ts';
import type { Language } from './words.ts';

/** What hosted pages say beside the widget's own words. Japanese is the type: a hole in another language fails the build. */
const ja = {
  /** The title of a page, by its widget. */
  titles: {
    'program-list': (towns: string) => `${towns}で参加できること`,
    'matching-form': (towns: string) => `${towns}で、あなたに合うものを探す`,
    'furusato-link': (towns: string) => `${towns}へのふるさと納税`,
    'fanclub-signup': (towns: string) => `${towns}のファンクラブに入る`,
    'member-card': (towns: string) => `${towns}の会員証`,
    'card-check': (towns: string) => `${towns}の会員証の確認`,
  } satisfies Record<WidgetName, (towns: string) => string>,
  /** For search engines and previews, where the town says nothing itself. */
  descriptions: {
    'program-list': (towns: string) =>
      `${towns}の行事やお手伝いの一覧です。日程、場所、料金、申し込み方をご覧いただけます。`,
    'matching-form': (towns: string) =>
      `いくつかの質問に答えると、${towns}の募集から、あなたに合いそうなものが見つかります。`,
    'furusato-link': (towns: string) => `${towns}へのふるさと納税の使い道と、寄付の申し込み先です。`,
    'fanclub-signup': (towns: string) =>
      `遠くに住んでいても、${towns}とつながれるファンクラブです。会員になる方法をご案内します。`,
    'member-card': (towns: string) => `${towns}のファンクラブの会員証を表示します。`,
    'card-check': (towns: string) => `${towns}のファンクラブの会員証が本物かどうかを、お店や窓口で確かめられます。`,
  } satisfies Record<WidgetName, (towns: string) => string>,
  between: '・',
  brackets: (text: string) => `（${text}）`,

  // The list
  total: (n: string) => `${n}あります。`,
  shownFirst: (shown: string, total: string) => `${total}のうち、はじめの${shown}です。`,
  shownNext: (shown: string, total: string) => `${total}のうち、続きの${shown}です。`,
  next: '次のページ',
  first: '最初のページに戻る',
  pages: 'ページの移動',
  allKinds: 'すべての種類',
  allPrograms: 'ほかの募集も見る',
  applyNeedsScript:
    '申し込みの入力欄は、ブラウザーのJavaScriptで動きます。出てこないときは、設定で有効にするか、下の問い合わせ先へご連絡ください。',
  gone: 'この募集は見つかりませんでした。掲載が終わったのかもしれません。',

  // The fan club
  members: (memberTitle: string | undefined) => `${memberTitle || '会員'}になると`,
  tiers: '会員の種類',
  howToJoin: '入り方',
  needsScript:
    '申し込みの入力欄は、ブラウザーのJavaScriptで動きます。入力欄が出てこないときは、ブラウザーの設定でJavaScriptを有効にするか、下の問い合わせ先へご連絡ください。',
  byMail: 'メールで申し込む',
  byForm: '申し込みは、町が使っている別のサイトのフォームで受け付けています。',
  openForm: '申し込みフォームを開く',
  notice: {
    title: '個人情報の取り扱い',
    collector: '集める人',
    purpose: '使いみち',
    items: '項目と理由',
    contractor: '委託先',
    storedAt: '保管する場所',
    retention: '保管する期間',
    leaving: 'やめるとき',
    contact: '問い合わせ先',
    link: '個人情報の取り扱いについて、くわしく見る',
  },
  afterJoining: '入会のあと',

  // Finding what suits
  matchingLead:
    '質問に答えて探す画面は、ブラウザーのJavaScriptで動きます。画面が出てこないときは、一覧からお探しいただくか、町にご相談ください。',
  newsletter: 'お知らせを受け取る',
  coordinator: 'ご案内する人',

  // Cards
  cardLead: '会員証は、会員になったときにメールでお送りしたリンクから表示できます。',
  cardScript: '会員証の表示には、ブラウザーのJavaScriptを使います。表示されないときは、設定で有効にしてください。',
  cardHelp: 'リンクの書かれたメールが見つからないときは、町にお問い合わせください。',
  checkLead: 'スマートフォンのカメラで会員証のQRコードを読み取ると、本物かどうかの結果が出ます。',
  checkScript: '確認には、ブラウザーのJavaScriptを使います。結果が出ないときは、設定で有効にしてください。',
  checkPrivacy: '読み取った内容は、この端末の中だけで確かめます。どこにも送りません。',

  // Whom to ask
  ask: 'お問い合わせ',
  askTown: '町のホームページ',
  phone: '電話',
  email: 'メール',

  // Around the widget
  madeUp: (town: string) => `${town}は、見本のための架空の町です。`,
  others: (town: string) => `${town}のほかの案内`,
  names: {
    'program-list': '参加できること',
    'matching-form': 'あなたに合うものを探す',
    'furusato-link': 'ふるさと納税',
    'fanclub-signup': 'ファンクラブ',
    'member-card': '会員証',
    'card-check': '会員証の確認',
  } satisfies Record<WidgetName, string>,
  feeds: '予定を受け取る',
  calendar: 'カレンダーに登録する',
  rss: 'RSS',
  csv: 'オープンデータ（CSV）',

  // The page of all, and pages of what is not there
  indexTitle: '町ごとの案内ページ',
  indexLead: '部品ひとつで1ページです。このアドレスは、そのままリンクとしてお使いいただけます。',
  noTowns: '町がまだ登録されていません。',
  goneTitle: 'ページが見つかりません',
  goneWidget: 'このアドレスの案内ページはありません。アドレスをお確かめください。',
  townTitle: '町が見つかりません',
  townMissing: 'どの町のページかが、アドレスに書かれていません。',
  townUnknown: 'アドレスに書かれた番号の町は、ここに登録されていません。',
  townHelp: 'サイトの担当の方は、town に市区町村コード（6桁）を書いてください。',
  nothingTitle: (town: string) => `${town}の案内は、ここにはありません`,
  noFanclub: 'この町の会員登録は、いまここでは受け付けていません。',
  noFurusato: 'この町のふるさと納税の案内は、まだありません。',
  badTitle: 'このページは表示できません',
  badText: (names: string) => `アドレスに書かれた設定（${names}）の値を読み取れませんでした。`,
  badHelp: 'サイトの担当の方は、この設定の値をお確かめください。',
  withoutIt: '設定を外して表示する',
  choose: '次のページをご覧ください',
};

export type HostedWords = typeof ja;

const en: HostedWords = {
  titles: {
    'program-list': (towns) => `What you can join in ${towns}`,
    'matching-form': (towns) => `Find what suits you in ${towns}`,
    'furusato-link': (towns) => `Donate to ${towns} (furusato nozei)`,
    'fanclub-signup': (towns) => `Join the fan club of ${towns}`,
    'member-card': (towns) => `Member card of ${towns}`,
    'card-check': (towns) => `Check a member card of ${towns}`,
  },
  descriptions: {
    'program-list': (towns) => `Events and ways to help in ${towns}: dates, places, costs and how to apply.`,
    'matching-form': (towns) => `Answer a few questions and find what suits you in ${towns}.`,
    'furusato-link': (towns) => `What donations to ${towns} are used for, and where to donate.`,
    'fanclub-signup': (towns) =>
      `A fan club for everyone who likes ${towns}, however far away. How to become a member.`,
    'member-card': (towns) => `Shows your card of the fan club of ${towns}.`,
    'card-check': (towns) => `For shops and counters: find out whether a member card of ${towns} is genuine.`,
  },
  between: ' / ',
  brackets: (text) => ` (${text})`,
  total: (n) => `${n} in all.`,
  shownFirst: (shown, total) => `The first ${shown}, of ${total} in all.`,
  shownNext: (shown, total) => `${shown} more, of ${total} in all.`,
  next: 'Next page',
  first: 'Back to the first page',
  pages: 'Pages',
  allKinds: 'All kinds',
  allPrograms: 'See other programs',
  applyNeedsScript:
    'The form to apply needs JavaScript. If it does not appear, please enable it in your browser, or write to the contact below.',
  gone: 'This program could not be found. It may have been taken down.',
  members: (memberTitle) => `What ${memberTitle || 'members'} get`,
  tiers: 'Kinds of membership',
  howToJoin: 'How to join',
  needsScript:
    'The form to join needs JavaScript. If no form appears, please enable JavaScript in your browser, or write to the contact below.',
  byMail: 'Apply by e-mail',
  byForm: 'Applications are taken by a form on another site that the town uses.',
  openForm: 'Open the application form',
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
  afterJoining: 'What comes next',
  matchingLead: 'The questions need JavaScript. If they do not appear, please look through the list, or ask the town.',
  newsletter: 'Get news',
  coordinator: 'Who helps you',
  cardLead: 'Your member card opens from the link in the e-mail you got when you became a member.',
  cardScript: 'Showing the card needs JavaScript. If nothing appears, please enable it in your browser.',
  cardHelp: 'If you cannot find that e-mail, please ask the town.',
  checkLead: 'Scan the QR code on the card with your phone camera to see whether it is genuine.',
  checkScript: 'The check needs JavaScript. If no result appears, please enable it in your browser.',
  checkPrivacy: 'The card is checked on this device only. Nothing is sent anywhere.',
  ask: 'Contact',
  askTown: 'Website of the town',
  phone: 'Phone',
  email: 'E-mail',
  madeUp: (town) => `${town} is a made-up town, here as a sample.`,
  others: (town) => `More of ${town}`,
  names: {
    'program-list': 'What you can join',
    'matching-form': 'Find what suits you',
    'furusato-link': 'Furusato nozei (donations)',
    'fanclub-signup': 'Fan club',
    'member-card': 'Member card',
    'card-check': 'Check a member card',
  },
  feeds: 'Keep up to date',
  calendar: 'Subscribe in your calendar',
  rss: 'RSS',
  csv: 'Open data (CSV)',
  indexTitle: 'Pages of each town',
  indexLead: 'One page for each widget. Use these addresses as links as they are.',
  noTowns: 'No town has been added yet.',
  goneTitle: 'Page not found',
  goneWidget: 'There is no such page here. Please check the address.',
  townTitle: 'Town not found',
  townMissing: 'The address does not say which town this is about.',
  townUnknown: 'The town in the address is not known here.',
  townHelp: 'Webmaster: please put a six-digit municipality code into town.',
  nothingTitle: (town) => `There is nothing of the kind for ${town} here`,
  noFanclub: 'This town is not taking new members here at the moment.',
  noFurusato: 'There is nothing about furusato nozei of this town here yet.',
  badTitle: 'This page cannot be shown',
  badText: (names) => `The value of a setting in the address (${names}) could not be read.`,
  badHelp: 'Webmaster: please check the value of this setting.',
  withoutIt: 'Show the page without the setting',
  choose: 'Please have a look at these pages',
};

export const hostedWords: Record<Language, HostedWords> = { ja, en };

/**
 * The language of a hosted page: the one its address asks for, else the first of the browser's that we speak. As in the
 * widgets, Japanese where nobody says anything, and English for a language that we do not speak.
 */
export function hostedLanguage(lang: string | undefined, acceptLanguage = ''): Language {
  if (lang) return /^ja\b/i.test(lang) ? 'ja' : 'en';
  const liked = acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/\s*;\s*q=/);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ tag, quality }) => /^[a-z]/.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const known = liked.find(({ tag }) => /^(ja|en)\b/.test(tag))?.tag;
  return (known ?? (liked.length ? 'en' : 'ja')).startsWith('ja') ? 'ja' : 'en';
}
