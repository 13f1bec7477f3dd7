import type { Person } from '@kankei/core';

/** Those who receive people, in their own voice. */
export const people = {
  kimi: {
    name: '佐和 きみ',
    introduction: '上野で畑を六十年。漬物のことなら何でも聞いてください。手は遅くてかまいません、口は動かしましょう。',
  },
  gen: {
    name: '久保田 源',
    introduction: '棚田の守り役です。百枚と言いますが、数えるたびに枚数が変わります。一緒に数えてみませんか。',
  },
  satomi: {
    name: '林 さとみ',
    introduction: '会社勤めを辞めて、父のりんご園を継ぎました。脚立の上からの眺めは、町でいちばんだと思います。',
  },
  nao: {
    name: '三橋 なお',
    introduction: '結川酒造の五代目です。飲めない方も歓迎します。蔵は、香りと音を楽しむところでもあります。',
  },
  isamu: {
    name: '大平 勇',
    introduction: '九軒だけの奥平で区長をしています。雪は多いが、鍋も多い。帰りには手ぶらで帰しません。',
  },
  tome: {
    name: '奥 とめ',
    introduction: '八十三になりました。字は小さいけれど、手紙は必ず読みます。返事は少し待ってくださいね。',
  },
  susumu: {
    name: '瀬川 進',
    introduction: '結川で舟をこいで五十年。川のご機嫌は、朝の音でわかります。',
  },
  chiyo: {
    name: '橋本 千代',
    introduction: '元は呉服屋です。店は閉めましたが、戸はいつも開いています。お茶だけでもどうぞ。',
  },
  toshio: {
    name: '丸山 俊夫',
    introduction: '三代続く味噌屋です。うちの味噌が辛いか甘いか、食べて決めてください。',
  },
  kana: {
    name: '井上 カナ',
    introduction: '協力隊の三年目、元はデザイン事務所勤めです。最初に覚えた方言は「ゆっくらと」でした。',
  },
  emma: {
    name: 'エマ・ウィルソン',
    introduction: '国際交流員です。英語でも日本語でもどうぞ。神社の石段は九十八段、途中で休みながら行きましょう。',
  },
  shino: {
    name: '和田 しの',
    introduction: '紙をすく水は、結川の伏流水です。失敗した一枚にも味があります。',
  },
  teppei: {
    name: '木下 鉄平',
    introduction: '山の木で器と薪を作ります。口数は少ないほうですが、怒っているわけではありません。',
  },
  yoko: {
    name: '熊谷 陽子',
    introduction: '役場を辞めて猟師になりました。畑を守ることと、山をいただくことの間で、毎日考えています。',
  },
  tadashi: {
    name: '佐々木 正',
    introduction: '駅員を四十年、いまは駅のそうじ係です。列車は二時間に一本、話す時間はたっぷりあります。',
  },
  akira: {
    name: '湯本 明',
    introduction: '湯の口の湯守です。朝いちばんの湯気を見ると、もう一日がんばれます。',
  },
  taku: {
    name: '野村 拓',
    introduction: 'むすび野高校の教員です。全校九十六人、全員の顔と好きなおにぎりの具を言えます。',
  },
  hiroko: {
    name: '西 ひろ子',
    introduction: '高校の寮で晩ごはんを作っています。おかわりは言われる前によそいます。',
  },
} as const satisfies Record<string, Person>;

/** The one at the town hall who introduces people to each other. */
export const coordinator: Person = {
  name: 'つながり係 野上 みどり',
  introduction: '「何ができるか分からない」から始めて大丈夫です。お話を聞いて、合いそうな人をご紹介します。',
};
