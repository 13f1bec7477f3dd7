import { toInstant } from '@kankei/core';
import { dateFormat } from './date-format.ts';
import { jaUsual } from './ja-usual.ts';

const { number } = jaUsual;

/** What a link to furusato nozei says below the first sight, in Japanese: the type of every other language. */
export const jaFurusatoMore = {
  language: 'ja',
  /** A month `YYYY-MM`. */
  month: (month: string, era: boolean) =>
    dateFormat(era ? 'ja-u-ca-japanese' : 'ja', { year: 'numeric', month: 'long' }).format(toInstant(`${month}-01`)),
  tools: '寄付の前に',
  estimate: '控除上限額の目安を計算する',
  oneStop: 'ワンストップ特例の手助け',
  toolFailed: '読み込めませんでした。通信の状態を確かめて、もう一度押してください。',

  corporate: {
    title: '企業版ふるさと納税',
    points: (yen: string) => [
      `1回${yen}から寄付できます。`,
      '本社が別の市区町村にある会社が対象です。',
      '寄付の見返りに、経済的な利益を受けることはできません。',
    ],
    details: '企業版ふるさと納税をくわしく見る',
    contact: '問い合わせ先',
    phone: '電話',
    extension: (number: string) => `（内線 ${number}）`,
    email: 'メール',
    page: '問い合わせページ',
  },

  invitation: {
    title: '寄付のあとも、つながる',
    text: 'ファンクラブに入ると、行事やお手伝いのお知らせが届きます。',
    join: 'ファンクラブに入る',
  },

  registration: {
    title: 'ふるさと住民登録制度（国の制度）',
    planned: (month: string) =>
      `住んでいるところのほかに、関わりのある市区町村に登録する、国の新しい制度です。${month}に始まる予定です。`,
    /** Once that month has come. */
    begun: (month: string) =>
      `住んでいるところのほかに、関わりのある市区町村に登録する、国の制度です。${month}に始まる予定とされていました。いまの状況は、国の案内でお確かめください。`,
    tiers: {
      basic: {
        name: 'ベーシック登録',
        text: () => '関心のある方なら、どなたでも登録できます。たびたび訪れる方、特産品を買う方、寄付をした方など。',
      },
      premium: {
        name: 'プレミアム登録',
        text: (activities: number, municipalities: number, months: number) =>
          `市区町村が決めた活動に、年${number(activities)}回以上加わる方の登録です。登録できるのは${number(municipalities)}つの市区町村までで、お住まいの市区町村は除きます。${months % 12 ? `${number(months)}か月` : `${number(months / 12)}年`}ごとに更新します。`,
        card: '国のアプリで、マイナンバーカードによる本人確認をします。',
      },
    },
    never: 'このサイトが、マイナンバーをおたずねすることはありません。',
    asOf: (month: string) => `${month}までにわかったことです。名前や内容は、変わることがあります。`,
    page: '国の案内を見る',
    app: '国のアプリを見る',
  },
};

export type FurusatoMoreStrings = typeof jaFurusatoMore;
