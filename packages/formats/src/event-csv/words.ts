import type { Effort, OrganizerType, PayType, ProgramKind, ProgramMode, ProgramStatus } from '@kankei/core';
import { foldName } from './layout.ts';

/** The words of our extra columns. A file may also write the identifiers of the contract. */
export const kindWords: Record<ProgramKind, string> = {
  help: 'お手伝い',
  event: 'イベント',
  tour: 'ツアー',
  'work-stay': '働きながら滞在',
  'side-job': '副業・兼業',
  course: '講座',
  school: '地域留学',
  online: 'オンライン交流',
  letter: '手紙',
  ownership: 'オーナー',
  festival: '祭り',
};
export const modeWords: Record<ProgramMode, string> = {
  onsite: '現地',
  online: 'オンライン',
  mixed: '現地とオンライン',
  unknown: '不明',
};
export const statusWords: Record<ProgramStatus, string> = {
  scheduled: '予定どおり',
  full: '満員',
  closed: '受付終了',
  cancelled: '中止',
  postponed: '延期',
};
export const payWords: Record<PayType, string> = {
  volunteer: 'なし',
  thanks: 'お礼あり',
  wage: '賃金あり',
};
export const effortWords: Record<Effort, string> = { light: '軽い', medium: 'ふつう', hard: 'きつい' };
export const organizerWords: Record<OrganizerType, string> = {
  council: '自治体',
  npo: 'NPO',
  community: '地域の団体',
  cooperator: '地域おこし協力隊',
  company: '会社',
  school: '学校',
  person: '個人',
  other: 'その他',
};

/** The identifier a cell means, by its word or by itself. */
export function readWord<Key extends string>(words: Record<Key, string>, text: string): Key | undefined {
  const folded = foldName(text);
  return (Object.keys(words) as Key[]).find((key) => key === folded || foldName(words[key]) === folded);
}

const languageNames: Record<string, string> = {
  ja: 'JA JP JPN 日本語 やさしい日本語',
  en: 'EN ENG 英語 English',
  zh: 'ZH CN CHN CHI ZHO 中国語 中文',
  'zh-Hans': '中国語(簡体字) 中国語(簡体) 簡体字 簡体中文',
  'zh-Hant': '中国語(繁体字) 中国語(繁体) 繁体字 繁體中文',
  ko: 'KO KR KOR 韓国語 韓国・朝鮮語 ハングル',
  pt: 'PT POR ポルトガル語',
  es: 'ES SPA スペイン語',
  vi: 'VI VIE ベトナム語',
  fil: 'FIL タガログ語 フィリピノ語 フィリピン語',
  th: 'TH THA タイ語',
  id: 'ID IND インドネシア語',
  ne: 'NE NEP ネパール語',
  fr: 'FR FRA フランス語',
  de: 'DE DEU ドイツ語',
  ru: 'RU RUS ロシア語',
};
const languages = new Map(
  Object.entries(languageNames).flatMap(([tag, names]) => names.split(' ').map((name) => [name, tag] as const)),
);

/** The BCP 47 tag of a language by tag, by the capitals of the standard data set (`JA;EN`) or by Japanese name. */
export function readLanguage(text: string): string | undefined {
  if (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)) return text;
  return languages.get(text) ?? languages.get(text.normalize('NFKC').replace(/\s/g, ''));
}

const yes = /^(?:有り?|あり|可|○|◯|はい|する|実施|1|true|yes|web|オンライン(?:開催)?)$/i;
const no = /^(?:無し?|なし|不可|×|✕|いいえ|しない|0|false|no)$/i;

/** 有/無 in the many ways it is written. */
export function readYesNo(text: string): boolean | undefined {
  const whole = text.normalize('NFKC').trim();
  return yes.test(whole) || (no.test(whole) ? false : undefined);
}

/** A whole cell that says there is nothing to say. */
export function isNothing(text: string): boolean {
  return /^(?:特に)?(?:な(?:し|い)|無し?|ありません)。?$/.test(text.trim());
}

const onlineWord =
  /^(?:オンライン(?!会議室|ルーム|スタジオ)|zoom|web(?:上|会議|開催)?|ウェブ|youtube|ライブ配信|リモート)/i;

const anyOnline = /オンライン(?!会議室|ルーム|スタジオ)|zoom|web|ウェブ|youtube|ライブ配信|リモート/i;

/** Where a venue's name says it takes place: `Zoom` is online, `市民会館／オンライン` both. */
export function venueMode(name: string): ProgramMode {
  const folded = name.normalize('NFKC');
  if (!anyOnline.test(folded)) return 'onsite';
  const parts = folded.split(/[\s/、,・&+]+/).filter((part) => part && !/^[※(]/.test(part));
  const online = parts.filter((part) => onlineWord.test(part)).length;
  // オンライン somewhere inside of a name says something, but not what.
  return online === 0 ? 'unknown' : online === parts.length ? 'online' : 'mixed';
}
