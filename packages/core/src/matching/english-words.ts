import { fold } from '../fold.ts';

/**
 * What visitors write in English, each with what towns write of it in Japanese; a line begins with the English words. Nothing
 * that is part of many other words or of names of places.
 */
const lines = `
farm farmer agriculture: 農業 農園 農家 畑
field: 畑 田んぼ
rice paddy: 田んぼ 田植 稲刈 米づくり 棚田
terrace: 棚田
harvest pick picking: 収穫 稲刈 摘み
plant seedling: 田植 植樹 苗
vegetable: 野菜
fruit orchard: 果物 果樹 りんご みかん
apple: りんご
orange mandarin citrus: みかん
grape wine: ぶどう ワイン
peach: もも狩り 桃の
persimmon: 干し柿 柿の
tea: お茶 茶摘み
cook cooking kitchen: 料理
food meal: 料理 郷土食 食文化
sake brewery: 日本酒 酒蔵
miso: 味噌
pickle: 漬物
noodle soba: そば打ち
mochi: 餅
festival matsuri: 祭 まつり
dance: 踊り 盆踊
fireworks: 花火
drum taiko: 太鼓
hike hiking trek trekking climb mountain: 登山 山歩 ハイキング トレッキング 里山
forest wood: 森林 森の 森づくり 薪
firewood: 薪
tree: 植樹 森づくり
river: 川遊 渓流
fish fishing fisherman: 漁業 漁師 釣り
sea ocean beach coast: 海岸 海辺 浜辺
snow: 雪
ski: スキー
nature wildlife: 自然 生き物
animal: 動物 牧場
cow dairy ranch: 牧場 酪農
horse: 乗馬
bird: 野鳥
star stargazing: 星空
flower: 花壇 花畑 お花
garden gardening: 庭 花壇
camp camping: キャンプ
boat canoe kayak: 舟 カヌー カヤック
craft handicraft: 工芸 手仕事 手しごと ものづくり
pottery ceramic: 陶芸
carpentry carpenter woodwork: 大工 木工
paper washi: 和紙
dye indigo: 染め 藍染
weave weaving: 織り
bamboo: 竹細工 竹林
house home: 空き家 古民家 町家
renovation renovate repair restore: リノベ 修繕 改修
child children kid family: 子ども 子供 親子
school student: 学校 高校生
teach teacher: 教える 講師
learn workshop class course: 教室 講座 ワークショップ
english: 英語
language translate interpreter: 外国語 通訳 翻訳
culture tradition traditional: 文化 伝統
history castle museum: 歴史 博物館
temple: お寺 寺院
shrine: 神社
art: アート 美術
music concert: 音楽 演奏
photo photography camera: 写真 撮影
design: デザイン
computer web website: パソコン ウェブ ホームページ
online remote: オンライン
letter: 手紙
onsen spa: 温泉
bicycle bike cycling: 自転車 サイクリング
walk: 散策 散歩
train railway station: 鉄道 列車 駅
market: 朝市 マルシェ 市場
shop store: 商店
cafe coffee: カフェ
elderly senior: 高齢
volunteer: ボランティア
clean cleaning: 清掃 掃除
homestay farmstay: 民泊 農泊
move relocate live: 移住 定住
job earn wage: 時給 報酬 副業
meet people exchange friend: 交流`;

let table: Map<string, readonly string[]> | undefined;

function makeTable(): Map<string, readonly string[]> {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.split(': '));
  return new Map(
    rows.flatMap(([english = '', japanese = '']) =>
      english.split(' ').map((word): [string, readonly string[]] => [word, japanese.split(' ')]),
    ),
  );
}

/** A word without what English puts behind it: the word itself first, then what it may come from. */
function stemsOf(word: string): string[] {
  return [
    word,
    word.replace(/ies$/, 'y'),
    word.replace(/e?s$/, ''),
    word.replace(/s$/, ''),
    word.replace(/(ing|ed|er|ers)$/, ''),
    word.replace(/(ing|ed|er|ers)$/, 'e'),
  ];
}

/** What an English word is called in programs, which are written in Japanese; empty for what is not known. */
export function inJapanese(word: string): readonly string[] {
  table ??= makeTable();
  const folded = fold(word);
  for (const stem of stemsOf(folded)) {
    const found = table.get(stem);
    if (found) return found;
  }
  return [];
}
