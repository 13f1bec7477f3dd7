import { expect, test } from 'vitest';
import { csvOf, read, readOne } from './event-csv-fixtures.ts';

test.each([
  ['【中止】星空の夜市', 'cancelled'],
  ['（中止）星空の夜市', 'cancelled'],
  ['星空の夜市（開催中止）', 'cancelled'],
  ['星空の夜市【中止となりました】', 'cancelled'],
  ['星空の夜市は中止になりました', 'cancelled'],
  ['「星空の夜市」中止のお知らせ', 'cancelled'],
  ['星空の夜市 開催中止', 'cancelled'],
  ['【取りやめ】星空の夜市', 'cancelled'],
  ['【延期】竹あかりの道', 'postponed'],
  ['竹あかりの道(延期になりました)', 'postponed'],
  ['竹あかりの道の延期について', 'postponed'],
  ['【満員御礼】味噌蔵めぐり', 'full'],
  ['しめ縄づくり【受付終了】', 'closed'],
  ['（募集終了）しめ縄づくり', 'closed'],
] as const)('sees in the title %s that it is %s', (title, status) => {
  expect(readOne({ イベント名: title })).toMatchObject({ program: { title, status }, codes: [] });
});

test.each([
  '星空の夜市（雨天中止）',
  '星空の夜市（荒天時は中止）',
  '【雨天延期】朝市',
  '星空の夜市 ※中止の場合は前日に連絡',
  '【延期分】竹あかりの道',
  '中止になった祭りを語る会',
  '農用地除外申出受付',
  '講座（10月25日参加受付開始）',
  '【募集中】しめ縄づくり',
  '締切間近！しめ縄づくり',
])('does not take %s for called off or closed', (title) => {
  expect(readOne({ イベント名: title })).toMatchObject({ program: { status: 'scheduled' }, codes: [] });
});

test('reports what is called off in part, without calling it off', () => {
  expect(readOne({ イベント名: '(一部中止)卓球倶楽部' })).toMatchObject({
    program: { status: 'scheduled' },
    problems: [{ column: 'イベント名', code: 'partly-cancelled' }],
  });
});

test.each([
  ['中止', 'cancelled'],
  ['EventCancelled', 'cancelled'],
  ['延期', 'postponed'],
  ['満員', 'full'],
  ['募集終了', 'closed'],
  ['開催予定', 'scheduled'],
  ['準備中', 'scheduled'],
] as const)('reads the column 状態: %s is %s', (written, status) => {
  expect(readOne({ 状態: written })).toMatchObject({ program: { status }, codes: [] });
});

test('believes the title where the column does not say that it is called off, and reports words it does not know', () => {
  expect(readOne({ イベント名: '【中止】夜市', 状態: '開催予定' }).program.status).toBe('cancelled');
  expect(readOne({ 状態: 'A' })).toMatchObject({
    program: { status: 'scheduled', note: '状態：A' },
    problems: [{ column: '状態', value: 'A', code: 'unknown-word' }],
  });
});

test.each([
  [{}, 'unknown'],
  [{ 場所名称: '公民館' }, 'onsite'],
  [{ 住所: '元城町1-1' }, 'onsite'],
  [{ 緯度: '35.1', 経度: '139.1' }, 'onsite'],
  [{ 場所名称: 'オンライン' }, 'online'],
  [{ 場所名称: 'Zoom（オンライン）' }, 'online'],
  [{ 場所名称: '市民会館　オンライン' }, 'mixed'],
  [{ 場所名称: '2階オンラインルーム' }, 'onsite'],
  [{ 場所名称: '駅前ビル（詳しくはオンラインで）' }, 'unknown'],
  [{ Web開催: '有' }, 'online'],
  [{ Web開催: '有', 場所名称: '公民館' }, 'mixed'],
  [{ Web開催: '無' }, 'onsite'],
  [{ Web開催URL: 'https://a.example/' }, 'online'],
  [{ 区: 'オンライン' }, 'online'],
] as const)('from %j concludes that it is %s', (cells, mode) => {
  expect(readOne(cells).program.mode).toBe(mode);
});

test('takes categories and keywords for themes, split where a list is meant', () => {
  const { program } = readOne({
    カテゴリー: '講座・教室',
    イベント種類: '健康・福祉、スポーツ',
    キーワード: '祭り；花火; 祭り',
    タグ: 'R&amp;D;夏',
  });
  expect(program.themes).toEqual(['講座・教室', '健康・福祉', 'スポーツ', 'R&D', '夏', '祭り', '花火']);
});

test('keeps notices that are no events, and says that they may be none', () => {
  expect(readOne({ イベント名: '博物館の休館', カテゴリー: 'おしらせ' })).toMatchObject({
    program: { title: '博物館の休館', kind: 'event', themes: ['おしらせ'] },
    problems: [{ column: 'カテゴリー', value: 'おしらせ', code: 'not-an-event' }],
  });
});

test.each([
  [{ 市区町村名: '浜松市', 区: '中央区', 場所名称: '城' }, '浜松市中央区'],
  [{ 市区町村名: '浜松市', 区: 'NEW_浜名区', 場所名称: '城' }, '浜松市浜名区'],
  [{ 市区町村名: '浜松市', 区: '', 住所: '浜松市天竜区二俣町20' }, '浜松市天竜区'],
  [{ 市区町村名: '浜松市', 住所: '元城町1-1' }, '浜松市'],
  [{ 市区町村名: '浜松市', 区: '市外', 住所: '湖西市新居町1' }, undefined],
  [{ 市区町村名: '浜松市', 住所: '湖西市新居町1' }, undefined],
  [{ 市区町村名: '浜松市', 住所: '東京都千代田区1' }, undefined],
  [{ 市区町村名: '浜松市' }, undefined],
  [{ 地方公共団体名: '愛知県岡崎市', 場所名称: '城' }, '岡崎市'],
  [{ 地方公共団体名: '大阪府', 場所名称: '城' }, undefined],
  [{ 所在地_市区町村: '岡崎市', 市区町村名: '豊田市' }, '岡崎市'],
])('from %j finds the area %s', (cells, area) => {
  expect(readOne(cells).program.place?.area).toBe(area);
});

test('reads all that the standard data set says, each into its own place', () => {
  const { program, codes } = readOne({
    全国地方公共団体コード: '23202',
    NO: '',
    ID: 'OK1',
    コンテンツURL: 'https://www.city.example/1.html',
    サブタイトル: '第50回',
    概要: '川辺の花火',
    イベント名_カナ: 'ハナビ',
    開催パターン: '毎年8月に開催',
    所要時間: '02:00',
    掲載開始日: '2026/06/19',
    主催者: '花火実行委員会',
    共催団体: '商店街',
    対象者: '小学生以上',
    対象者備考: '小学生は保護者と',
    場所名称: '川辺',
    '集合（受付）場所': '川辺の門',
    所在地_都道府県: '愛知県',
    所在地_市区町村: '岡崎市',
    所在地_町字: '岩津町',
    所在地_番地以下: '26-2',
    '建物名等(方書)': '3階',
    駐車場情報: '5台',
    駐車場料金: '有料',
    駐輪場情報: '10台',
    定員備考: '1組4名まで',
    外国語対応: 'JA;EN;中国語(繁体字)',
    外国語対応備考: '英語は案内板のみ',
    開催条件: '雨天中止',
    申込URL: 'https://www.city.example/apply',
    連絡先メールアドレス: 'hana@city.example.jp',
    授乳室: '有',
    画像: 'https://www.city.example/1.jpg',
    画像_ライセンス: 'CC BY 4.0',
    備考: '屋台あり',
  });
  expect(codes).toEqual([]);
  expect(program).toEqual({
    id: 'OK1',
    town: '232025',
    kind: 'event',
    title: '集まり',
    titleKana: 'ハナビ',
    summary: '第50回\n川辺の花火',
    themes: [],
    mode: 'onsite',
    sessions: [{ startDate: '2026-10-01' }],
    dateNote: '開催パターン：毎年8月に開催\n所要時間：02:00',
    place: {
      name: '川辺',
      address: '愛知県岡崎市岩津町26-2 3階',
      area: '岡崎市',
      parking: '5台\n駐車場料金：有料\n駐輪場：10台',
    },
    meetingPlace: '川辺の門',
    capacityNote: '1組4名まで',
    skills: [],
    conditions: '小学生以上\n小学生は保護者と',
    languages: ['ja', 'en', 'zh-Hant'],
    organizer: { name: '花火実行委員会' },
    contact: { email: 'hana@city.example.jp' },
    apply: { url: 'https://www.city.example/apply' },
    image: { url: 'https://www.city.example/1.jpg', licence: 'CC BY 4.0' },
    status: 'scheduled',
    url: 'https://www.city.example/1.html',
    note: '屋台あり\n共催団体：商店街\n外国語対応備考：英語は案内板のみ\n開催条件：雨天中止\n授乳室：有',
    updatedAt: '2026-06-19T00:00:00+09:00',
  });
});

test('reads our own columns from a file somebody keeps by hand', () => {
  const { program, codes } = readOne({
    プログラム種別: 'お手伝い',
    謝礼種別: 'お礼あり',
    お礼: '大根',
    持ち物: '長靴、軍手',
    必要な技能: '運転免許、大工',
    体力: 'きつい',
    残り人数: '3人',
    対象年齢_下限: '18歳',
    受け入れる人: '佐和 きみ',
    主催者: '上野集落',
    主催者種別: '地域の団体',
  });
  expect(codes).toEqual([]);
  expect(program).toMatchObject({
    kind: 'help',
    pay: 'thanks',
    thanks: '大根',
    bring: '長靴、軍手',
    skills: ['運転免許', '大工'],
    effort: 'hard',
    placesLeft: 3,
    minimumAge: 18,
    host: { name: '佐和 きみ' },
    organizer: { name: '上野集落', type: 'community' },
  });
});

test('reports words and numbers that it does not know, leaves the field unknown and the words in the note', () => {
  const { program, problems } = readOne({ プログラム種別: '宴会', 体力: '★★', 残り人数: '少し', 対象年齢_下限: '200' });
  expect(program).toMatchObject({
    kind: 'event',
    note: 'プログラム種別：宴会\n残り人数：少し\n体力：★★\n対象年齢_下限：200',
  });
  expect(program).not.toHaveProperty('effort');
  expect(problems.map(({ column, value, code }) => [column, value, code])).toEqual([
    ['プログラム種別', '宴会', 'unknown-word'],
    ['残り人数', '少し', 'number'],
    ['体力', '★★', 'unknown-word'],
    ['対象年齢_下限', '200', 'number'],
  ]);
});

test('takes the venue of a base registry file from 集合場所, and drops remarks that repeat a date', () => {
  const csv = [
    'NO,都道府県コード又は市区町村コード,名称,開始日,終了日,開始時刻,日時備考,集合場所,住所都道府県,住所市区町村,住所町名,住所丁目以下,申込期限日,申込方法',
    '1,112127,展示,2022-01-26,2022-01-26,09:30,"長期\n開始日: 2022/1/26\n終了日: 2022/1/26\n開始時刻: 9:30",図書館,埼玉県,東松山市,,,2022-01-19,"電話\n申込期限日: 2022/1/19"',
    '2,112127,相談,2022-01-27,,,開始日: 2022/1/28,Zoom,埼玉県,東松山市,材木町,2-3,,',
  ].join('\r\n');
  const { layout, programs } = read(csv);
  expect(layout).toBe('base-registry');
  expect(programs).toMatchObject([
    {
      town: '112127',
      dateNote: '長期',
      place: { name: '図書館', area: '東松山市' },
      mode: 'onsite',
      apply: { method: '電話' },
    },
    { dateNote: '開始日: 2022/1/28', place: { name: 'Zoom', address: '埼玉県東松山市材木町2-3' }, mode: 'online' },
  ]);
  expect(programs[0]!.place).not.toHaveProperty('address');
});

test('finds columns by name whatever their order, width, spaces and brackets', () => {
  const csv =
    '\ufeff 開 始 日 ,料金（基本）,イベント名＿カナ,ｲﾍﾞﾝﾄ名,ＮＯ,集合〔受付〕場所\n2026-10-01,500,アキ,秋,7,門\n';
  expect(read(csv).programs).toMatchObject([
    { id: '7', title: '秋', titleKana: 'アキ', fee: 500, meetingPlace: '門', sessions: [{ startDate: '2026-10-01' }] },
  ]);
});

test('gives rows without a code to the town asked for, and mends codes that lost a digit', () => {
  const codes = ['', '212172', '21217', '１０００６', '999999'];
  const file = read(
    csvOf(...codes.map((code, index) => ({ NO: `${index}`, 都道府県コード又は市区町村コード: code }))),
    {
      town: '221309',
    },
  );
  expect(file.programs.map(({ town }) => town)).toEqual(['221309', '212172', '212172', '010006', '221309']);
  expect(file.problems).toMatchObject([
    { row: 5, column: '都道府県コード又は市区町村コード', value: '999999', code: 'town-code' },
  ]);
});
