import { advertisingRules, findForbiddenAdvertising } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { advertisingTerms } from '../../packages/core/src/furusato/advertising-terms.ts';
import { isSuspect, tight } from '../../packages/core/src/furusato/suspect-advertising.ts';
import fc from '../fixtures/fast-check.ts';

const words = (text: string) => findForbiddenAdvertising(text).map(({ word }) => word);

/** What may not be said, and the reason that is found first. */
const forbidden: [text: string, reason: string][] = [
  ['返礼品が豪華！', 'gift-praised'],
  ['返礼品が充実しています', 'gift-praised'],
  ['豪華返礼品をご用意', 'gift-praised'],
  ['人気の返礼品ランキング', 'gift-praised'],
  ['選べる返礼品 300種類', 'gift-praised'],
  ['人気の海鮮返礼品', 'gift-praised'],
  ['お礼の品は圧倒的なボリューム', 'gift-praised'],
  ['豪華な特産品の詰め合わせ', 'gift-praised'],
  ['A luxurious gift awaits', 'gift-praised'],
  ['寄附をすると和牛がもらえる', 'gift-promised'],
  ['返礼品がもらえます', 'gift-promised'],
  ['今ならおまけ付き', 'gift-promised'],
  ['ふるさと納税でお得に', 'bargain'],
  ['お得な寄附はこちら', 'bargain'],
  ['とってもオトク！', 'bargain'],
  ['お買い得です', 'bargain'],
  ['コスパ最強', 'bargain'],
  ['お徳用です', 'bargain'],
  ['得する寄附のしかた', 'bargain'],
  ['還元率40%', 'bargain'],
  ['やらないと損！', 'bargain'],
  ['寄付額が半額に', 'bargain'],
  ['What a bargain', 'bargain'],
  ['実質2,000円で', 'hardly-a-cost'],
  ['実質無料', 'hardly-a-cost'],
  ['実質 ０ 円', 'hardly-a-cost'],
  ['実質負担二千円', 'hardly-a-cost'],
  ['実質タダ', 'hardly-a-cost'],
  ['自己負担はたったの2,000円', 'hardly-a-cost'],
  ['ポイント還元', 'points'],
  ['ポイントが貯まる', 'points'],
  ['最大10%ポイントバック', 'points'],
  ['マイルがたまる寄附', 'points'],
  ['いまだけポイントが5倍付きます', 'points'],
  ['ポイント最大20%', 'points'],
  ['Earn 500 points', 'points'],
  ['キャッシュバック実施中', 'cashback'],
  ['Amazonギフト券プレゼント', 'cashback'],
  ['Cash back', 'cashback'],
];

const allowed = [
  '返礼品の送付は行っていません。',
  '返礼品はありません。使い道をお読みください。',
  'この寄附に返礼品はありません',
  '返礼品の豪華さではなく、使い道で選んでください。',
  '返礼品よりも、町の人気の祭りを残したいのです。',
  '子育て支援を充実させ、返礼品の送付は行っていません。',
  'お礼の品として、橋の写真と手紙をお送りします。',
  'ポイントの付与は行っていません',
  'ポイント還元はありません。',
  '寄附をしても、何ももらえません。',
  '商店街のポイントカードが使えます',
  'ここがポイントです。三つの橋を直します。',
  'チェックポイントが付いた散策地図',
  'クレジットカードの決済で付く通常のポイントは、カード会社が付与します。',
  'お得意さまに支えられた味噌蔵です',
  'お得意先への手紙',
  '今なお得られるご支援',
  'おとくい',
  '実質的に町の三分の一を占める森',
  '実質公債費比率は8.2%です',
  '実質単年度収支の赤字を補う負担',
  '実質的な負担を軽くする福祉バス',
  '寄附は三割を超えて地域に還元されています',
  '森の恵みを地域に還元します。',
  '自己負担の2,000円を除いた額が控除されます。',
  'わずか500円の寄附でも、橋の板が一枚替えられます。',
  '豪華客船の寄港',
  '人気の朝市が開かれます。',
  'セールスマンの像',
  '寄附がなければ損なわれる景観',
  'マイルドな味',
  'We do not send return gifts.',
  'Our bridge, our bargaining fishmongers',
  '',
];

describe('the advertising guard', () => {
  it.each(forbidden)('flags 「%s」', (text, reason) => {
    const [first] = findForbiddenAdvertising(text);
    expect(first?.reason).toBe(reason);
    expect(text).toContain(first?.word);
  });

  it.each(allowed)('lets 「%s」 pass', (text) => {
    expect(words(text)).toEqual([]);
  });

  it('names every word as written, with its rule and the day that began', () => {
    expect(findForbiddenAdvertising('返礼品が豪華！ポイント還元でお得')).toEqual([
      { word: '返礼品が豪華', index: 0, reason: 'gift-praised', rule: 'return-gifts', since: '2024-10-01' },
      { word: 'ポイント還元', index: 7, reason: 'points', rule: 'points', since: '2025-10-01' },
      { word: 'お得', index: 14, reason: 'bargain', rule: 'return-gifts', since: '2024-10-01' },
    ]);
    for (const { law, sources } of Object.values(advertisingRules)) expect([law, ...sources]).not.toContain('');
  });

  it.each([
    ['half-width kana', 'ﾎﾟｲﾝﾄ還元', 'ﾎﾟｲﾝﾄ還元'],
    ['hiragana', 'ぽいんと還元', 'ぽいんと還元'],
    ['spaces of any width', '返 礼　品 が\n豪 華', '返 礼　品 が\n豪 華'],
    ['ornaments', '★お★得★', 'お★得'],
    ['invisible characters', 'お\u200b得です', 'お\u200b得'],
    ['one square sign', '㌽還元', '㌽還元'],
    ['wide letters', 'ＣＡＳＨ　ＢＡＣＫ', 'ＣＡＳＨ　ＢＡＣＫ'],
    ['marks set apart', 'ホ\u309aイント還元', 'ホ\u309aイント還元'],
  ])('sees through %s', (_, text, word) => {
    expect(words(text)).toEqual([word]);
  });

  it('finds a word wherever it stands, and in what it was written', () => {
    const neutral = fc.stringMatching(/^[あ-んア-ン、。 橋町森川人\n]{0,20}$/);
    fc.assert(
      fc.property(fc.constantFrom(...forbidden), neutral, neutral, ([text, reason], before, after) => {
        const whole = `${before}。${text}。${after}`;
        const findings = findForbiddenAdvertising(whole);
        expect(findings.map((one) => one.reason)).toContain(reason);
        for (const { word, index } of findings) expect(whole.slice(index).startsWith(word)).toBe(true);
      }),
    );
  });

  it.each(advertisingTerms().map(({ pattern, rule, reason }) => [rule, reason, pattern] as const))(
    'suspects beforehand whatever a term of it may find (%s, %s)',
    (_rule, _reason, pattern) => {
      // Without what looks around, which can only make a term find less.
      const wide = pattern.source.replace(/\(\?<?[!=](?:\[[^\]]*\]|[^()[])*\)/g, '');
      let found = 0;
      for (const alternative of topLevel(wide))
        fc.assert(
          fc.property(fc.stringMatching(new RegExp(alternative, 'u')), (text) => {
            if (!new RegExp(alternative, 'u').test(tight(text))) return;
            found++;
            expect(isSuspect(text)).toBe(true);
          }),
          { numRuns: 60 },
        );
      expect(found).toBeGreaterThan(30);
    },
  );

  it('suspects nothing in what towns mostly write', () => {
    const plain = [
      '三つの橋を守る',
      '百年前に町の人が石を積んだ橋です。',
      '昨年度は本を310冊入れました。',
      'Keep the bridges',
    ];
    expect(plain.filter(isSuspect)).toEqual([]);
    expect(forbidden.filter(([text]) => !isSuspect(text))).toEqual([]);
  });

  it('reads any text, and a long one at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        for (const { word, index } of findForbiddenAdvertising(text)) expect(text.startsWith(word, index)).toBe(true);
      }),
    );
    const began = performance.now();
    expect(findForbiddenAdvertising('返礼品と負担と実質とポイントと寄附と'.repeat(600))).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

/** The alternatives of a pattern that stand in no group. */
function topLevel(source: string): string[] {
  let depth = 0;
  const parts = [''];
  for (const sign of source) {
    if ('([{'.includes(sign)) depth++;
    if (')]}'.includes(sign)) depth--;
    if (sign === '|' && !depth) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}
