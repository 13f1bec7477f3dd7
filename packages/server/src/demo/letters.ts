import type { Demo, Draft } from './demo.ts';
import { coordinator, people } from './people.ts';
import { by } from './town.ts';

/** Letters that go by post, with or without an answer. */
export const letters = ({ at, picture, form, page }: Demo): Draft[] => [
  {
    id: 'kurashi-letter',
    kind: 'letter',
    title: '暮らしレター「橋のたもとから」',
    titleKana: 'クラシレター ハシノタモトカラ',
    summary: '年に4回、町の暮らしをつづった手紙が届きます。返事を書いてくださる方が、もう二百人います。',
    description:
      '橋のたもとに立つ人が毎号かわり、その人の一日をそのまま書きます。これまでに、豆腐屋、保育士、除雪車の運転手、高校生が書きました。\n\n' +
      '手紙には返信はがきが入っています。「読みました」の一言だけでも、書いた本人に必ず渡します。やめたいときは、はがきに丸をつけて送ってください。',
    themes: ['手紙', '暮らし'],
    mode: 'unknown',
    dateNote: '3月・6月・9月・12月にお送りします。お申し込みの次の号から届きます。',
    fee: 0,
    feeNote: '無料です。返信はがきの切手もいりません。',
    conditions: '日本国内にお住まいの方。どなたでも。',
    languages: ['ja'],
    coordinator,
    ...by.council,
    apply: form('申込フォームか、はがきに郵便番号・住所・名前を書いて、つながり係へ。'),
    image: picture('letter'),
    url: page,
    updatedAt: at.edited(4),
  },
  {
    id: 'okome-letter',
    kind: 'letter',
    title: 'お米レター 棚原の新米三百グラム',
    titleKana: 'オコメレター タナハラノシンマイ',
    summary: '精米したての新米二合と、源さんの手紙を郵便受けへ。今年の稲のことが、便せん三枚に書いてあります。',
    description:
      '棚原の百枚田で、手で植えて手で刈った米です。天日で干し、送る前の日に精米します。\n\n' +
      '一緒に入っている手紙は、守り役の久保田源さんが書きます。いつ水が足りなくなり、いつイノシシが来たか。炊く前に読むと、ごはんの味が変わると言われます。',
    themes: ['手紙', '農業', '食'],
    ...at.yearly('11月下旬の発送', (year) => ({
      sessions: [{ startDate: `${year}-11-25` }],
      deadline: { date: `${year}-11-22` },
      placesLeft: 18,
      dateNote: '発送の日です。郵便受けに入る大きさで、2日から4日で届きます。',
    })),
    capacity: 200,
    capacityNote: '200通まで。おひとり2通まで。',
    fee: 1000,
    feeNote: '送料込み。つながり係から届く払込票でお支払いください。',
    host: people.gen,
    ...by.tanahara,
    apply: form(),
    image: picture('terraces'),
    updatedAt: at.edited(9),
  },
  {
    id: 'postcard-okudaira',
    kind: 'letter',
    title: '奥平のとめさんへ、絵はがきを一枚',
    titleKana: 'オクダイラノトメサンヘ エハガキヲイチマイ',
    summary: '九軒の集落で、郵便屋さんを待つ人がいます。あなたの町の絵はがきを送ってください。',
    description:
      '奥平の九軒をまわる郵便は、一日に一度です。とめさんは、遠くの町の絵はがきを居間の壁に貼って、訪ねてくる人に見せています。いま、壁は三面目です。\n\n' +
      '書くことに困ったら、今朝食べたもの、窓から見えるもので十分です。返事は、とめさんの体の調子のよい日に書きます。',
    themes: ['手紙', '交流'],
    dateNote: 'いつでも。返事は届いてからひと月ほどかかります。',
    fee: 0,
    feeNote: '絵はがきと切手はご用意ください。',
    effort: 'light',
    effortNote: '書く時間は10分ほどです。',
    pay: 'volunteer',
    skills: ['とくになし'],
    host: people.tome,
    coordinator,
    ...by.okudaira,
    apply: form('申し込んだ方に、あて先をお知らせします。'),
    updatedAt: at.edited(15),
  },
  {
    id: 'class-newsletter',
    kind: 'letter',
    title: '六年生から届く「となりの席新聞」',
    titleKana: 'ロクネンセイカラトドク トナリノセキシンブン',
    summary: 'むすび野小学校の六年生十一人が作る新聞を、遠くの「となりの席」のあなたへ。感想が授業になります。',
    description:
      '六年生は十一人。教室には十二番目の席があり、そこに遠くの読者が座っていることになっています。\n\n' +
      '新聞は学期に一度。届いたら、短い感想を送ってください。子どもたちは地図に印をつけ、その町のことを調べます。',
    themes: ['手紙', '子ども', '記録・デザイン'],
    mode: 'unknown',
    dateNote: '学期ごとに1回、年3回',
    capacity: 40,
    placesLeft: 0,
    status: 'full',
    fee: 0,
    conditions: '一年間、感想を送り続けられる方。',
    ...by.education,
    apply: form('次の募集は新学期です。お知らせを希望する方は学びの係へ。'),
    note: '子どもの名前と写真は新聞に載りません。',
    updatedAt: at.edited(40),
  },
];
