import type { ProgramStatus } from '@kankei/core';

/** How a notice goes on: 中止のお知らせ, 延期となりました, but not 延期分 or 中止の場合. */
const notice =
  '(?:の?お知らせ|について|[とに]なりました|となります|が?決定|と?いた?し(?:ます|ました)|と?致します|を決定)';
const called = (word: string) =>
  new RegExp(
    // In brackets; at the end, set off from what goes before; as a notice; at the beginning, set off.
    `[(【\\[《〈<「『≪]\\s*(?:開催|実施|事業)?${word}${notice}?\\s*[)】\\]》〉>」』≫]` +
      `|(?:^|[\\s」』】)]|開催|実施)(?:を|が|は)?${word}\\s*[!。]*$` +
      `|${word}${notice}` +
      `|^${word}[:\\s]`,
  );

const patterns: [ProgramStatus, RegExp][] = [
  ['cancelled', called('(?:中止|取り?やめ|休止)')],
  ['postponed', called('延期')],
  ['full', called('(?:満員(?:御礼)?|満席|定員に達し(?:たため受付終了|ました)|キャンセル待ち)')],
  ['closed', called('(?:受付|募集|申し?込み?|応募)?(?:を)?(?:終了|締め?切り?|しめきり|中止|締め切りました)')],
];

/** Not the whole thing (一部中止), or only if it should rain (雨天中止). */
const partly = /一部(?:の?日程|の?回|の?会場)?(?:を|が|は)?(?:中止|延期|変更|休止)/g;
const weather =
  /(?:雨天|荒天|悪天候|強風|警報発令|降雪)(?:時|の場合|の際|等|など)*(?:は|に)?、?(?:中止|延期|順延|決行)/g;

/** What a title says of its own state, and whether it says that only some of its dates are called off. */
export function titleStatus(title: string): { status: ProgramStatus | undefined; partly: boolean } {
  const whole = title.normalize('NFKC');
  const rest = whole.replace(partly, '').replace(weather, '');
  return { status: patterns.find(([, pattern]) => pattern.test(rest))?.[0], partly: whole.search(partly) >= 0 };
}

const words: [ProgramStatus, RegExp][] = [
  ['cancelled', /中止|取り?やめ|cancel/i],
  ['postponed', /延期|順延|postpone/i],
  ['full', /満員|満席|定員に達|^full$/i],
  ['closed', /終了|締め?切|^closed$/i],
  ['scheduled', /予定|開催|実施|募集|受付|準備|公開|確定|通常|scheduled/i],
];

/** What a cell of the column 状態 says; undefined for words that are none of these. */
export function cellStatus(text: string): ProgramStatus | undefined {
  const whole = text.normalize('NFKC');
  return whole.search(partly) >= 0 ? 'scheduled' : words.find(([, pattern]) => pattern.test(whole))?.[0];
}
