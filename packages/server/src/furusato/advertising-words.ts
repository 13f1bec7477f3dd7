import { type AdvertisingFinding, type AdvertisingReason, advertisingRules, type FlaggedText } from '@kankei/core';

/** What is wrong with a text that advertising rules do not allow, and what to write instead. For who wrote it. */
export interface AdvertisingWords {
  reasons: Record<AdvertisingReason, string>;
  instead: Record<AdvertisingReason, string>;
  /** Since when, and by which rule. */
  rule: (finding: Pick<AdvertisingFinding, 'rule' | 'since'>) => string;
}

const yearAndMonth = (since: string): [year: number, month: number] => {
  const [year = 0, month = 0] = since.split('-').map(Number);
  return [year, month];
};

const ja: AdvertisingWords = {
  reasons: {
    'gift-praised': '返礼品を強調しています',
    'gift-promised': 'もらえる物で誘っています',
    bargain: 'お得さを強調しています',
    'hardly-a-cost': '負担がないかのように伝えています',
    points: 'ポイントの付与で誘っています',
    cashback: 'お金や金券の還元で誘っています',
  },
  instead: {
    'gift-praised': '品物をほめる言葉を除き、寄付が何に使われるかを書いてください。例：三つの橋を直します',
    'gift-promised': 'もらえる物ではなく、寄付で町がどう変わるかを書いてください。例：夜のバスを一年走らせます',
    bargain: '「お得」などを除き、使い道を書いてください。例：使い道を選んで寄付する',
    'hardly-a-cost': '「実質」「たった」などを除いてください。例：控除の上限は、所得や家族によって違います',
    points: 'ポイントについての文を除いてください。',
    cashback: '還元についての文を除いてください。',
  },
  rule: ({ rule, since }) => {
    const [year, month] = yearAndMonth(since);
    return `${year}年${month}月から。${advertisingRules[rule].law}`;
  },
};

const en: AdvertisingWords = {
  reasons: {
    'gift-praised': 'praises return gifts',
    'gift-promised': 'lures with what one gets',
    bargain: 'speaks of a bargain',
    'hardly-a-cost': 'makes little of what one pays',
    points: 'lures with points',
    cashback: 'lures with money or vouchers back',
  },
  instead: {
    'gift-praised': 'Leave out the praise, and say what the money is used for: “We mend the three bridges.”',
    'gift-promised': 'Say what a donation changes, not what one gets: “The night bus runs for another year.”',
    bargain: 'Leave out the bargain, and name the use: “Choose a cause and donate”.',
    'hardly-a-cost': 'Leave out that it costs next to nothing: the limit depends on income and family.',
    points: 'Leave out the sentence about points.',
    cashback: 'Leave out the sentence about getting money back.',
  },
  rule: ({ rule, since }) => {
    const [year, month] = yearAndMonth(since);
    const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1));
    return `since ${name} ${year}; ${advertisingRules[rule].law}`;
  },
};

export const advertisingWords = { ja, en };

/** A flagged text on a terminal: a line for each thing that may not be said, with its rule and date. */
export function advertisingLines({ name, findings }: FlaggedText): string[] {
  return findings.map((finding) => `${name}：「${finding.word}」 ${ja.reasons[finding.reason]}（${ja.rule(finding)}）`);
}
