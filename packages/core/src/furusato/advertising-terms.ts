/** The rules that towns advertise furusato nozei under, and the day each began. */
export const advertisingRules = {
  /** No advertising that stresses return gifts, in any medium; bargains too: お得, コスパ最強, おまけ付き. */
  'return-gifts': {
    since: '2024-10-01',
    law: '平成31年総務省告示第179号2条1号（令和6年6月28日改正）',
    sources: [
      'https://webtan.impress.co.jp/aggregator/items/68594',
      'https://zeikei.net/news/news/news_topic/24news_0713-1.html',
    ],
  },
  /** No soliciting through who grants points for the donation; the usual points of a payment by card are excepted. */
  points: {
    since: '2025-10-01',
    law: '平成31年総務省告示第179号2条1号（令和6年6月28日改正）',
    sources: ['https://webtan.impress.co.jp/aggregator/items/68594'],
  },
} as const;
export type AdvertisingRule = keyof typeof advertisingRules;

export const advertisingReasons = [
  /** It praises return gifts: 豪華, 人気, ランキング. */
  'gift-praised',
  /** It lures with what one gets: もらえる, おまけ付き, プレゼント. */
  'gift-promised',
  /** It speaks of the donation as of a bargain: お得, コスパ, 激安. */
  'bargain',
  /** It makes little of what one pays: 実質無料, 負担はたった2,000円. */
  'hardly-a-cost',
  'points',
  'cashback',
] as const;
export type AdvertisingReason = (typeof advertisingReasons)[number];

export interface AdvertisingTerm {
  reason: AdvertisingReason;
  rule: AdvertisingRule;
  /** Over text made `tight`: without white space, katakana are hiragana, letters small and narrow. */
  pattern: RegExp;
}

/** The rest of a sentence, so many characters at most, in which nothing is denied or set above the other. */
const near = (most: number) => `(?:(?!ません|ない|なし|なく|より)[^。!?]){0,${most}}`;
const gift = '(?:返礼の?品|返礼|[お御]礼の?品)';
const praise =
  '(?:豪華|贅沢|ぜいたく|充実|盛りだくさん|満載|人気|おすすめ|お薦め|らんきんぐ|大量|大容量|増量|圧倒的|最強|最高|厳選|魅力的|たっぷり|勢ぞろい|勢揃い|目玉|特盛|どっさり|選び放題)';
const attribute =
  '(?:豪華|贅沢|ぜいたく|人気|おすすめ|お薦め|厳選|選べる|えらべる|魅力的|最強|最高|大容量|充実)(?:な|の|した|すぎる)?';
const yen = '[0-9,〇一二三四五六七八九十百千万]+円';
/** Other points that are not granted: of view, of a walk, of a game. */
const otherPoints = 'ちぇっく|びゅー|ふぉと|すたーと|ごーる|たーにんぐ|わん|きー|うぃーく|すとろんぐ';
const point = `(?<!${otherPoints})(?:ぽいんと|まいる)`;

const term = (rule: AdvertisingRule, reason: AdvertisingReason, ...patterns: string[]): AdvertisingTerm => ({
  rule,
  reason,
  pattern: new RegExp(patterns.join('|'), 'gu'),
});

/** What is flagged, with its reason. Compiled at first use. */
export function advertisingTerms(): AdvertisingTerm[] {
  return [
    term(
      'return-gifts',
      'gift-praised',
      `${gift}${near(12)}${praise}`,
      `${attribute}[^、。!?]{0,4}${gift}`,
      '豪華(?:な|すぎる)?[^、。!?]{0,4}(?:特産|お礼|景品|賞品|ぷれぜんと|ぎふと|特典|せっと|詰め?合わせ?)',
      '圧倒的な?ぼりゅーむ',
      '(?:luxur|amazing|fantastic|best)[a-z]*(?:return|thank-?you)?(?:gift|reward)s?',
    ),
    term(
      'return-gifts',
      'gift-promised',
      `${gift}${near(8)}(?:もらえ|貰え|げっと|お?いただけ)`,
      `寄[附付]${near(20)}(?:もらえ|貰え|げっと|当た[りる]|抽選で)`,
      'おまけ(?:付|つき)',
      '(?:無料|ただ)で[^、。!?]{0,4}(?:もらえ|貰え|手に入|げっと|届く|届き)',
    ),
    term(
      'return-gifts',
      'bargain',
      // Not お得意さま, nor 得る after お or なお: お得られる.
      'お得(?!意|心|ら[れる]|る|た|て|ず|よ[うり]|ま[すし])',
      'おとく(?=$|[なにだで!。、?♪」』)】]|です|さ|感|情報)',
      'お徳(?=$|[用なにで!])',
      '得する(?:寄[附付]|制度|ふるさと)',
      'お?買い?得',
      'こすぱ|こすとぱふぉーまんす',
      '高還元|還元率|還元祭|[0-9]+%還元',
      '激安|格安|特価|破格|お値打ち|ばーげん',
      '(?:たいむ|大|特別|期間限定|年末)せーる(?!す)',
      `寄[附付]${near(8)}(?:割引|半額)`,
      '(?:ないと|なきゃ|なくちゃ|なければ)損(?![傷壊害失な])',
      'bargains?(?!ing)|bestvalue|greatdeals?',
    ),
    term(
      'return-gifts',
      'hardly-a-cost',
      // Not 実質的に, 実質公債費比率 and what else towns write of.
      `実質(?!的|公債|収支|単年度|赤字|賃金|成長)[^。!?]{0,6}(?:無料|ぜろ|ただ|半額|割引|負担|${yen})`,
      `実質的な?(?:自己)?負担[^。!?]{0,6}(?:無料|ぜろ|ただ|${yen})`,
      `負担[^。!?]{0,6}(?:たった|わずか|僅か|だけで|ぽっきり)`,
      `(?:たった|わずか|僅か)[^。!?]{0,6}${yen}[^。!?]{0,3}負担`,
      '(?:ただ|無料|たた)同然',
    ),
    term(
      'points',
      'points',
      `${point}(?:が|も|を|の)?[^、。!?]{0,4}(?:還元|付与|進呈|ぷれぜんと|獲得|げっと|もらえ|貰え|貯ま|貯め|たま[るりっ]|ばっく|あっぷ(?!で)|[0-9]+(?:倍|%))`,
      `${point}[がも](?:[0-9,]+倍)?(?:付[くき]|つ[くき])`,
      '(?:earn|get|receive|collect)(?:[0-9,]+|more|extra|bonus)?(?:points|miles)|pointsback',
    ),
    term(
      'points',
      'cashback',
      'きゃっしゅばっく|現金還元|cash-?back',
      '(?:商品券|ぎふと券|ぎふとかーど|くーぽん|電子まねー)[^、。!?]{0,6}(?:ぷれぜんと|進呈|もらえ|貰え|還元|当た)',
    ),
  ];
}

/** What after a term turns it round: 「ポイントの付与は行っていません」, 「お得さではなく」. */
export const denied =
  /^(?:の|を|は|が|も|で|に|と|や|さ|る|し|して|な|こと|もの|わけ|ため|制度|仕組み|もらえる|付与|還元|進呈|提供|など|等|という|いう|行って|おこなって|い)*(?:ません|ありません|ございません|ではな|ではあり?ません|でな[くい]|いない|しない|禁止)/u;

/** What excepts the points of a sentence: they are those of any payment by card. */
export const usualCardPoints = /(?:くれじっと|決済|かーど会社)[^。!?]{0,15}通常|通常[^。!?]{0,10}(?:くれじっと|決済)/u;
