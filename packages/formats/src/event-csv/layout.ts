import type { EventCsvLayout } from './types.ts';

/**
 * What each column is called in the three layouts and in the extra columns of ours, the first that says something
 * wins. Sources: 推奨データセット「イベント一覧」, 自治体標準オープンデータセット「イベント一覧」, デジタル庁 ベース・レジストリ
 * g1-000304 and 行政基本情報データ連携モデル「イベント」; 区, カテゴリー, 更新日 and 公開日 are additions seen in the field.
 */
export const columns = {
  programId: ['プログラムID'],
  townCode: ['都道府県コード又は市区町村コード', '全国地方公共団体コード'],
  no: ['NO', 'ID'],
  townName: ['市区町村名', '地方公共団体名'],
  kind: ['プログラム種別'],
  title: ['イベント名', '名称'],
  titleKana: ['イベント名_カナ', '名称(カナ)', 'イベント名(カナ)'],
  titleEnglish: ['イベント名_英語', '名称(英字)', 'イベント名(英字)'],
  nickname: ['イベント通称', '名称(通称)'],
  subtitle: ['サブタイトル'],
  themes: ['テーマ'],
  eventType: ['イベント種類'],
  category: ['カテゴリー'],
  keywords: ['キーワード'],
  tags: ['タグ'],
  status: ['状態'],
  mode: ['開催形態'],
  startDate: ['開始日'],
  endDate: ['終了日'],
  startTime: ['開始時間', '開始時刻'],
  endTime: ['終了時間', '終了時刻'],
  dateNote: ['開始日時特記事項', '日時備考'],
  pattern: ['開催パターン'],
  duration: ['所要時間'],
  summary: ['概要'],
  description: ['説明'],
  fee: ['料金(基本)', '料金'],
  feeNote: ['料金(詳細)', '料金備考'],
  feeType: ['料金種別'],
  payment: ['決済種別'],
  contactName: ['連絡先名称'],
  contactPhone: ['連絡先電話番号'],
  contactExtension: ['連絡先内線番号'],
  contactEmail: ['連絡先メールアドレス'],
  contactUrl: ['連絡先URL'],
  organizer: ['主催者', '主催団体'],
  organizerType: ['主催者種別'],
  placeName: ['場所名称'],
  meetingPlace: ['集合(受付)場所', '集合場所'],
  address: ['住所', '所在地_連結表記'],
  postalCode: ['郵便番号'],
  prefecture: ['所在地_都道府県', '住所都道府県'],
  city: ['所在地_市区町村', '住所市区町村'],
  district: ['所在地_町字', '住所町名'],
  block: ['所在地_番地以下', '住所丁目以下'],
  building: ['方書', '建物名等(方書)', '建物名等'],
  ward: ['区'],
  area: ['地域'],
  latitude: ['緯度'],
  longitude: ['経度'],
  access: ['アクセス方法'],
  parking: ['駐車場情報'],
  parkingFee: ['駐車場料金'],
  bicycles: ['駐輪場情報'],
  web: ['Web開催'],
  webUrl: ['Web開催URL'],
  webTools: ['ツール・環境'],
  capacity: ['定員'],
  capacityNote: ['定員備考'],
  placesLeft: ['残り人数'],
  minimum: ['最少催行人数'],
  pay: ['謝礼種別'],
  payNote: ['謝礼備考'],
  thanks: ['お礼'],
  bring: ['持ち物'],
  skills: ['必要な技能'],
  effort: ['体力'],
  effortNote: ['体力備考'],
  conditions: ['対象者'],
  conditionsNote: ['対象者備考'],
  minimumAge: ['対象年齢_下限'],
  maximumAge: ['対象年齢_上限'],
  languages: ['外国語対応'],
  hostName: ['受け入れる人'],
  hostIntroduction: ['受け入れる人_紹介'],
  coordinatorName: ['担当者'],
  coordinatorIntroduction: ['担当者_紹介'],
  deadlineDate: ['参加申込終了日', '申込期限日'],
  deadlineTime: ['参加申込終了時間', '申込期限時刻'],
  applyMethod: ['参加申込方法', '申込方法'],
  applyFromDate: ['申込開始日'],
  applyFromTime: ['申込開始時刻'],
  applyUrl: ['申込URL'],
  url: ['URL', '詳細URL'],
  contentUrl: ['コンテンツURL'],
  imageUrl: ['画像', '画像URL'],
  imageAlt: ['画像_説明'],
  imageLicence: ['画像_ライセンス'],
  imageCredit: ['画像_提供者'],
  note: ['備考'],
  updatedAt: ['更新日時'],
  updated: ['更新日', '公開日', '掲載開始日'],
  // What a visitor may want to know and a program has no field of its own for; it goes into the note with its name.
  subEvent: ['サブイベント'],
  industry: ['対象となる産業'],
  stage: ['ステージ'],
  coOrganizers: ['共催団体'],
  related: ['関連組織', 'その他関係団体'],
  languagesNote: ['外国語対応備考'],
  weather: ['開催条件'],
  nursing: ['授乳室'],
  changing: ['おむつ替えコーナー'],
  food: ['飲食可否'],
  strollers: ['ベビーカー貸出'],
  strollersAllowed: ['ベビーカー利用'],
} as const satisfies Record<string, readonly string[]>;
export type Field = keyof typeof columns;

/** A name as people vary it: width, spaces, kinds of brackets and a byte order mark do not matter. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[[{〔【〈《「『]/g, '(')
    .replace(/[\]}〕】〉》」』]/g, ')')
    .replace(/[\s\u200b\ufeff]/g, '')
    .toLowerCase();
}

const known = new Map<string, { field: Field; rank: number }>(
  Object.entries(columns).flatMap(([field, names]) =>
    names.map((name, rank) => [foldName(name), { field: field as Field, rank }] as const),
  ),
);

/** A header that was recognised. */
export interface Header {
  layout: EventCsvLayout;
  /** The names as the file writes them. */
  names: string[];
  /** Where each field stands, the column to prefer first. */
  places: Partial<Record<Field, number[]>>;
}

/** Fewer known columns than this are no event list, but some table that shares a word or two with it. */
const leastColumns = 5;

/** Finds the columns by name. Undefined when this is the header of none of the layouts. */
export function readHeader(cells: readonly string[]): Header | undefined {
  const all = cells.map((cell) => cell.replace(/^\ufeff/, '').trim());
  // Commas behind the last name are no columns.
  const names = all.slice(0, all.findLastIndex((name) => name !== '') + 1);
  const found = names
    .map((name, place) => ({ place, ...known.get(foldName(name)) }))
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const places: Header['places'] = {};
  for (const { field, place } of found) if (field) places[field] = [...(places[field] ?? []), place];
  if (!places.title || !places.startDate || Object.keys(places).length < leastColumns) return undefined;
  const folded = new Set(names.map(foldName));
  const has = (name: string) => folded.has(foldName(name));
  const standard = has('全国地方公共団体コード') || has('コンテンツURL');
  return { layout: standard ? 'standard' : has('イベント名') ? 'recommended' : 'base-registry', names, places };
}

/** The columns without which a file is not read, in words, and which of them a header lacks. */
export function missingColumns(names: readonly string[]): string[] {
  const folded = new Set(names.map(foldName));
  const needed = { 'イベント名（または名称）': columns.title, 開始日: columns.startDate };
  return Object.entries(needed).flatMap(([label, any]) =>
    any.some((name) => folded.has(foldName(name))) ? [] : [label],
  );
}
