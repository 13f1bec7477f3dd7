import { onOrAfter, plus } from './calendar.ts';
import type { Demo, Draft } from './demo.ts';
import { coordinator, people } from './people.ts';
import { places } from './places.ts';
import { by } from './town.ts';

/** Help that field, orchard and snow ask for once a year. */
export const helpOfTheSeason = ({ at, picture, form, page }: Demo): Draft[] => [
  {
    id: 'waterway',
    kind: 'help',
    title: '江ざらい 田んぼに水が来る前の、水路の泥上げ',
    titleKana: 'エザライ タンボニミズガクルマエノ スイロノドロアゲ',
    summary: '棚原の田に水を引く四キロの水路。一年でいちばん人手のいる一日です。',
    description:
      '冬のあいだに積もった落ち葉と泥を、スコップで上げていきます。水門を開けると、上げたばかりの水路を水が走ってきます。この音を聞きに毎年来る人もいます。\n\n' +
      '終わったあとは集会所で山菜の天ぷら。泥だらけのまま、どうぞ。',
    themes: ['農業', '自然'],
    mode: 'onsite',
    ...at.yearly('4月の第2土曜ごろ', (year) => {
      const day = onOrAfter('sat', `${year}-04-08`);
      return {
        sessions: [{ startDate: day, startTime: '08:00', endTime: '14:00' }],
        deadline: { date: plus(day, -5) },
        placesLeft: 22,
      };
    }),
    place: places.tanahara,
    meetingPlace: '棚原集会所。むすび野駅7時20分発の臨時バスがあります。',
    capacity: 60,
    fee: 0,
    pay: 'thanks',
    thanks: '山菜の天ぷらの昼ごはんと、秋に届く新米2キロ',
    bring: '長靴、軍手、着がえ、タオル。スコップはあります。',
    skills: ['とくになし'],
    effort: 'hard',
    effortNote: '水を含んだ泥は重く、半日続きます。翌日は腕が上がらないと思ってください。',
    minimumAge: 13,
    languages: ['ja', 'en'],
    host: people.gen,
    coordinator,
    ...by.tanahara,
    apply: form(),
    image: picture('paddies'),
    url: page,
    updatedAt: at.edited(7),
  },
  {
    id: 'rice-planting',
    kind: 'help',
    title: '百枚田の手植え 一枚ずつ、声をそろえて',
    titleKana: 'ヒャクマイダノテウエ イチマイズツ コエヲソロエテ',
    summary: '機械の入らない小さな田を、縄を張って手で植えます。はだしが気持ちのよい季節です。',
    description:
      'いちばん小さな田は畳二枚分。苗はひと株三本、深さは指の第二関節まで。源さんが一度だけ説明します。\n\n' +
      '田植え歌を覚えている人が、あと四人になりました。今年も一緒に歌ってもらえたらうれしいです。',
    themes: ['農業', '子ども'],
    mode: 'onsite',
    ...at.yearly('5月の第3土曜と日曜', (year) => {
      const day = onOrAfter('sat', `${year}-05-15`);
      return {
        sessions: [
          { startDate: day, startTime: '09:00', endTime: '15:00' },
          { startDate: plus(day, 1), startTime: '09:00', endTime: '12:00' },
        ],
        deadline: { date: plus(day, -8) },
        placesLeft: 31,
      };
    }),
    place: places.tanahara,
    capacity: 50,
    fee: 500,
    feeNote: '保険と昼ごはんの代金です。小学生以下は無料。',
    pay: 'thanks',
    thanks: '秋に、植えた田の新米1キロ',
    bring: '半ズボン、着がえ、帽子、飲み物。田んぼ用の靴下は貸します。',
    effort: 'medium',
    effortNote: '腰をかがめて2時間。畦で苗を配る係もあります。',
    conditions: 'どなたでも。小学生以下は保護者と一緒に。',
    host: people.gen,
    ...by.tanahara,
    apply: form(),
    image: picture('paddies'),
    updatedAt: at.edited(11),
  },
  {
    id: 'apple-thinning',
    kind: 'help',
    title: 'りんごの実すぐり 残す一つを選ぶ仕事',
    titleKana: 'リンゴノミスグリ ノコスヒトツヲエラブシゴト',
    summary: '五つの実から、いちばん良い一つを残します。平日の数日だけ、賃金つきのお手伝いです。',
    themes: ['農業'],
    mode: 'onsite',
    ...at.yearly('6月の上旬から中旬', (year) => ({
      sessions: [
        { startDate: `${year}-06-04`, startTime: '08:30', endTime: '16:30' },
        { startDate: `${year}-06-09`, startTime: '08:30', endTime: '16:30' },
        { startDate: `${year}-06-12`, startTime: '08:30', endTime: '16:30' },
        { startDate: `${year}-06-16`, startTime: '08:30', endTime: '16:30' },
      ],
      deadline: { date: `${year}-05-25`, time: '12:00' },
      placesLeft: 5,
    })),
    place: places.orchard,
    capacity: 8,
    fee: 0,
    pay: 'wage',
    payNote: '時給1,200円。一日からお願いできます。駅からの送迎つき。',
    thanks: '前の年のりんごジュース',
    bring: '帽子、長袖、飲み物、昼ごはん',
    effort: 'medium',
    effortNote: '腕を上げたままの作業です。脚立に乗れる方は大歓迎。',
    minimumAge: 16,
    host: people.satomi,
    ...by.orchard,
    apply: form(),
    image: picture('apples'),
    updatedAt: at.edited(13),
  },
  {
    id: 'rice-harvest',
    kind: 'help',
    title: '棚田の稲刈りと、はざ掛け',
    titleKana: 'タナダノイネカリト ハザカケ',
    summary: '鎌で刈り、わらで束ね、はざに掛けるまで。春に植えた人も、はじめての人も。',
    description:
      '刈った稲は、丸太を組んだ「はざ」に掛けて二週間、日と風で干します。棚田じゅうにはざが並ぶ景色は、この時だけのものです。\n\n' +
      '束ね方は三回やると手が覚えます。覚えられなくても、隣の人が直してくれます。',
    themes: ['農業', '食'],
    mode: 'onsite',
    ...at.yearly('9月の下旬', (year) => {
      const day = onOrAfter('sat', `${year}-09-21`);
      return {
        sessions: [{ startDate: day, startTime: '09:00', endTime: '15:30' }],
        deadline: { date: plus(day, -7) },
        dateNote: '雨の場合は翌日の日曜に行います。',
        placesLeft: 3,
      };
    }),
    place: places.tanahara,
    meetingPlace: '棚原集会所',
    capacity: 40,
    minimum: 10,
    fee: 0,
    pay: 'thanks',
    thanks: '塩むすびと豚汁、干し上がった新米2キロ',
    bring: '長袖、長ズボン、長靴、軍手、帽子',
    skills: ['とくになし'],
    effort: 'medium',
    effortNote: '中腰で刈る時間は合わせて2時間ほど。束を運ぶ、数えるなどの係もあります。',
    conditions: '鎌を使うのは小学4年生から。',
    languages: ['ja', 'en'],
    host: people.gen,
    coordinator,
    ...by.tanahara,
    apply: form(),
    image: picture('terraces'),
    updatedAt: at.edited(14),
  },
  {
    id: 'daikon-harvest',
    kind: 'help',
    title: '上野の大根抜きと、たくあんの仕込み',
    titleKana: 'カミノノダイコンヌキト タクアンノシコミ',
    summary: '雪の前に、三千本の大根を抜いて、洗って、軒に干します。きみさんの漬物小屋で漬け方まで。',
    description:
      '上野の畑は、霧が大根を甘くすると言われます。抜いた大根はその場で葉を結び、二本ずつ軒先に掛けます。\n\n' +
      '午後は、先に干してあった大根をたるに漬けます。塩の量は、きみさんの手ばかりです。メモより、手で覚えてください。',
    themes: ['農業', '食', '手しごと'],
    mode: 'onsite',
    ...at.yearly('11月の第4土曜', (year) => {
      const day = onOrAfter('sat', `${year}-11-22`);
      return {
        sessions: [{ startDate: day, startTime: '09:30', endTime: '15:00' }],
        deadline: { date: plus(day, -2) },
        placesLeft: 4,
      };
    }),
    place: places.kamino,
    meetingPlace: 'むすび野駅前（9時10分に迎えの車が出ます）',
    capacity: 12,
    minimum: 3,
    fee: 0,
    pay: 'thanks',
    thanks: '大根3本と、次の春に届くたくあん1本',
    bring: '長靴、軍手、防寒着、飲み物',
    skills: ['とくになし'],
    effort: 'medium',
    effortNote: '中腰の作業が続きます。洗い場は水が冷たいので、ゴム手袋を貸します。',
    conditions: '小学生以上。小学生は保護者と一緒に。',
    minimumAge: 6,
    host: people.kimi,
    coordinator,
    ...by.kamino,
    apply: form(),
    image: picture('table'),
    updatedAt: at.edited(3),
  },
  {
    id: 'snow-shovel',
    kind: 'help',
    title: '奥平の雪かき 屋根の下の道をあける',
    titleKana: 'オクダイラノユキカキ ヤネノシタノミチヲアケル',
    summary: '九軒をまわって、玄関から道までをあけます。屋根には上りません。夜は大平さんの家で鍋。',
    description:
      '奥平の雪は二メートルを超えます。屋根の雪は業者が下ろしますが、下ろした雪で玄関や窓がふさがります。それを二人ひと組で掘り、流雪溝まで運びます。\n\n' +
      '雪かきには型があります。腰を守る型を、最初に勇さんが教えます。',
    themes: ['雪', '暮らし'],
    mode: 'onsite',
    ...at.yearly('1月下旬から2月の土曜', (year) => {
      const day = onOrAfter('sat', `${year}-01-22`);
      return {
        sessions: [0, 14, 28].map((later) => ({
          startDate: plus(day, later),
          startTime: '10:00',
          endDate: plus(day, later + 1),
          endTime: '11:30',
        })),
        deadline: { date: plus(day, -6) },
        dateNote: '各回1泊2日。どれか一回でもかまいません。雪の少ない年は、雪遊びの会になります。',
        placesLeft: 9,
      };
    }),
    place: places.okudaira,
    meetingPlace: 'むすび野駅9時。冬用タイヤの車でお迎えします。',
    capacity: 20,
    fee: 2000,
    feeNote: '旧分校の泊まり代と夕食・朝食を含みます。',
    pay: 'thanks',
    thanks: '鍋の夕ごはんと、九軒それぞれの漬物',
    bring: '防水の上着とズボン、長靴、厚手の手袋、着がえ。かんじきとスコップは貸します。',
    effort: 'hard',
    effortNote: '水気の多い重い雪です。30分掘って10分休みます。腰に不安のある方は汁作りの係へ。',
    conditions: '18歳以上で、健康に不安のない方。',
    minimumAge: 18,
    host: people.isamu,
    coordinator,
    ...by.okudaira,
    apply: form(),
    image: picture('snow'),
    note: '傷害保険に加入します（参加費に含みます）。',
    updatedAt: at.edited(6),
  },
];
