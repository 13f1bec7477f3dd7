import { fold } from '../fold.ts';
import { type ProgramFacts, themeMark } from '../program-facts.ts';
import type { Program } from '../schema/program.ts';
import type { PayType, ProgramKind } from '../schema/vocabulary.ts';
import type { Company, MatchHope, MatchSkill, MatchTheme } from './answers.ts';

/** By what a program shows that it is about something. */
interface Written {
  /** Looked for in any text, with spaces between. Nothing that is part of many other words or of names of places. */
  words: string;
  /** Whole themes of a program: too short to be looked for elsewhere. */
  themes?: string;
  kinds?: readonly ProgramKind[];
  pays?: readonly PayType[];
}

const ofThemes: Record<MatchTheme, Written> = {
  farming: {
    words:
      '農業 農家 農園 農村 農作 農泊 就農 援農 収穫 田植 稲刈 田んぼ 棚田 畑 野菜 果樹 果物 りんご みかん ぶどう 米づくり 草刈 牧場 酪農',
    themes: '米 茶',
  },
  food: { words: '料理 食育 味噌 漬物 そば打ち 郷土食 食文化 グルメ 試食 酒蔵 日本酒 お茶会 餅 給食', themes: '食' },
  festival: { words: '祭 まつり 神輿 みこし 盆踊 花火 屋台 山車 神楽 獅子舞', kinds: ['festival'] },
  nature: {
    words:
      '自然 森林 森の 森づくり 里山 登山 山歩 ハイキング トレッキング 川遊 渓流 野鳥 生き物 昆虫 キャンプ 星空 植樹 環境',
    themes: '山 森 川 花',
  },
  sea: { words: '海岸 海辺 海水 漁業 漁師 漁港 魚 浜辺 牡蠣 わかめ 離島', themes: '海 漁' },
  snow: {
    words: '雪かき 雪下ろし 雪遊 雪まつり 雪国 雪あかり 雪見 除雪 スキー スノー かんじき かまくら',
    themes: '雪',
  },
  craft: { words: 'ものづくり 手しごと 手仕事 工芸 陶芸 木工 染め 織り 和紙 大工 しめ縄 クラフト 手芸 竹細工' },
  houses: { words: '空き家 空家 古民家 町家 町並 リノベ diy 大工 移住' },
  children: { words: '子ども 子供 こども 親子 学校 教育 学習支援 児童 絵本 保育 高校生', kinds: ['school'] },
  culture: {
    words: '文化 歴史 伝統 芸能 美術 アート 音楽 写真 展示 博物館 史跡 神社 お寺 寺院 方言 文学',
    themes: '本',
  },
  people: {
    words: '交流 お茶会 座談 語ら 集い つどい 見守り 高齢 福祉 仲間 ボランティア',
    kinds: ['letter', 'online'],
  },
  shops: { words: '商店 朝市 マルシェ 市場 特産 まちづくり 地域づくり 観光 販売 起業 副業', kinds: ['side-job'] },
  travel: { words: 'ツアー 旅 泊 農泊 民泊 温泉 散策 めぐり 巡り', kinds: ['tour'] },
};

const ofSkills: Record<MatchSkill, Written> = {
  'field-work': { words: '収穫 草刈 田植 稲刈 農作業 畑仕事 雪かき 雪下ろし 除雪 剪定 薪' },
  carpentry: { words: '大工 木工 修繕 改修 ペンキ 塗装 diy 建築 リノベ' },
  cooking: { words: '料理 調理 炊き出し 仕込み 漬物 味噌 パン 菓子' },
  machines: { words: '草刈機 チェーンソー 重機 トラクター 農機 軽トラ 除雪機' },
  driving: { words: '運転 送迎 配達 軽トラ' },
  photo: { words: '写真 撮影 カメラ 動画 映像 ドローン' },
  design: { words: 'デザイン イラスト チラシ ポスター 絵' },
  digital: { words: 'パソコン スマホ ウェブ ホームページ プログラミング sns データ' },
  languages: { words: '英語 中国語 韓国語 外国語 通訳 翻訳 日本語' },
  teaching: { words: '講師 教える 学習支援 家庭教師 指導 先生' },
  care: { words: '介護 看護 保育 見守り 福祉 医療 話し相手' },
  music: { words: '音楽 演奏 合唱 楽器 太鼓 笛 踊り ダンス' },
  sales: { words: '販売 接客 営業 出店 売り子 マルシェ' },
  writing: { words: '取材 記事 文章 執筆 編集 ライター 手紙 広報' },
};

const ofHopes: Record<MatchHope, Written> = {
  meet: { words: '交流 出会い 集い つどい 座談 懇親 仲間', kinds: ['online'] },
  learn: { words: '講座 教室 学び 学ぶ 研修 セミナー ワークショップ 塾', kinds: ['course', 'school'] },
  move: { words: '体を動かす スポーツ 登山 山歩 歩く ウォーキング マラソン ハイキング 体操 雪かき 薪割 体力' },
  relax: { words: '温泉 浴場 のんびり 癒 ゆっくり 散策 星空 星を お茶会' },
  taste: { words: '食べ 試食 グルメ 味わ 料理 ごちそう 旬 おいしい 美味し' },
  memories: { words: '体験 思い出 夏休み 親子', kinds: ['tour', 'festival'] },
  earn: { words: '時給 日給 報酬 アルバイト', kinds: ['side-job', 'work-stay'], pays: ['wage'] },
  contribute: { words: 'お手伝い 手伝 ボランティア 助け 支援 人手 困って', kinds: ['help'] },
  live: { words: '移住 定住 お試し 二拠点 暮らし体験 空き家', kinds: ['work-stay', 'school'] },
};

const ofCompanies: Record<Company, Written> = {
  alone: { words: 'ひとり 一人 1人 おひとりさま' },
  family: { words: '親子 家族 ファミリー 子ども 子供 こども キッズ お子さ' },
  group: { words: '団体 グループ 仲間 チーム' },
};

const written = { themes: ofThemes, skills: ofSkills, hopes: ofHopes, company: ofCompanies };

/** A question whose answers are looked for in a program's own words. */
export type Wish = keyof typeof written;

const split = (words = '') => words.split(' ').filter(Boolean);

/** One of our words. */
export interface Clue {
  written: string;
  folded: string;
  /** The code of its second character; NaN where it has but one. */
  second: number;
  /** The answers it is a clue to, as `keyOf` names them. */
  keys: string[];
}

/** Our words under the code of their first character, folded; longer ones first. */
interface Index {
  byFirst: ReadonlyMap<number, readonly Clue[]>;
  /** 1 for every code that one begins with: most characters begin none, and this is the quickest to tell. */
  firsts: Uint8Array;
}

let index: Index | undefined;

function makeIndex(): Index {
  const clues = new Map<string, Clue>();
  for (const [wish, answers] of Object.entries(written))
    for (const [answer, { words, themes }] of Object.entries<Written>(answers)) {
      const whole = split(themes).map((word) => ({ written: word, folded: themeMark + fold(word) + themeMark }));
      for (const one of [...split(words).map((word) => ({ written: word, folded: fold(word) })), ...whole]) {
        const clue = clues.get(one.folded) ?? { ...one, second: one.folded.charCodeAt(1), keys: [] };
        clue.keys.push(keyOf(wish as Wish, answer));
        clues.set(one.folded, clue);
      }
    }
  const byFirst = new Map<number, Clue[]>();
  const firsts = new Uint8Array(0x10000);
  for (const clue of [...clues.values()].sort((a, b) => b.folded.length - a.folded.length)) {
    const first = clue.folded.charCodeAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), clue]);
    firsts[first] = 1;
  }
  return { byFirst, firsts };
}

const keyOf = (wish: Wish, answer: string) => `${wish} ${answer}`;

const none: readonly Clue[] = [];

/**
 * What is found in a program, in the order in which it is written: all our words at once, and once, since whoever answers one question more asks
 * again for all. To look for four hundred words one by one takes ten times as long.
 */
function cluesIn(facts: ProgramFacts): readonly Clue[] {
  facts.clues ??= findClues(facts.gist);
  return facts.clues;
}

function findClues(gist: string): readonly Clue[] {
  index ??= makeIndex();
  const { byFirst, firsts } = index;
  let found: Clue[] | undefined;
  for (let at = 0; at < gist.length; at++) {
    const code = gist.charCodeAt(at);
    if (!firsts[code]) continue;
    const next = gist.charCodeAt(at + 1);
    for (const clue of byFirst.get(code)!) {
      if (clue.second !== next && clue.folded.length > 1) continue;
      if (!gist.startsWith(clue.folded, at)) continue;
      if (!found) found = [clue];
      else if (!found.includes(clue)) found.push(clue);
    }
  }
  return found ?? none;
}

function writtenFor(key: string, clues: readonly Clue[]): string | undefined {
  for (const { keys, written } of clues) if (keys.includes(key)) return written;
  return undefined;
}

/**
 * Makes what tells by which clue a program fits an answer: a word in it, how it pays, or its kind; undefined where it
 * does not. A town's own answer, which is none of ours, is looked for as it is.
 */
export function clueTo(wish: Wish, answer: string): (program: Program, facts: ProgramFacts) => string | undefined {
  const table: Readonly<Record<string, Written>> = written[wish];
  const ours = Object.hasOwn(table, answer) ? table[answer] : undefined;
  if (!ours) {
    const word = fold(answer);
    return (_, { gist }) => (word && gist.includes(word) ? answer : undefined);
  }
  const { kinds = [], pays = [] } = ours;
  const key = keyOf(wish, answer);
  return ({ kind, pay }, facts) => {
    return (
      writtenFor(key, cluesIn(facts)) ?? (pay && pays.includes(pay) ? pay : kinds.includes(kind) ? kind : undefined)
    );
  };
}
