import { fold } from '../fold.ts';
import { inJapanese } from './english-words.ts';

/** The most words of a person's own that are looked for, and the most characters of one. */
const wordLimit = 20;
const wordLength = 50;

/** Kanji with what follows in hiragana; katakana; letters and digits; hiragana alone. */
const runs = /([\p{Script=Han}々〆ヶ]+)([ぁ-ゖー]*)|[ァ-ヺー]+|[\p{Script=Latin}\p{N}]+|[ぁ-ゖー]+/gu;

/** Particles around a word that is written in hiragana: をりんごの is りんご. */
const before = /^(を|が|は|の|に|で|と|も|や|へ|から|など)+/;
const after = /(を|が|は|の|に|で|と|も|や|へ|から|など)+$/;

/** What belongs to a kanji, up to a particle: かき of 雪かきを. */
const ending = /^([ぁ-ゖ]{1,2})(を|が|は|の|に|で|と|も|や|へ|から|など)/;

/** Endings of verbs and other words that hold a sentence together. */
const empty = /たい|ます|です|ません|した|して|する|ない|よう|こと|もの|ところ|とき|さん|いる|ある|でき|ほしい|くだ/;

/** What everybody writes. */
const common = new Set(
  (
    '私 僕 人 何 事 今 時 方 日 所 町 村 市 年 月 中 家 好き 大好 思い 何か 一緒 参加 希望 自分 地域 興味 関心 機会 経験 可能 ' +
    'the and for with want would like from that this are can have ' +
    'to in my me we an of it is at on or do be so if as am us you your our some something any about love enjoy help try ' +
    'japan japanese town village place places things time'
  ).split(' '),
);

/** A word worth looking for: as it was written, and what it may be found as. */
export interface OwnWord {
  written: string;
  /** Itself first; then, of an English word, what it is called in Japanese. Each as it is told and folded. */
  forms: readonly Form[];
}

export interface Form {
  written: string;
  folded: string;
}

/**
 * The words worth looking for in what a person wrote, each once: the text is cut where the kind of script changes, which
 * needs no dictionary and gives the same everywhere; English words are looked for in Japanese too. Of 「りんごの収穫や祭りを手伝いたい」 that is りんご, 収穫 and 祭り.
 */
export function ownWords(text: string): OwnWord[] {
  const found = new Map<string, OwnWord>();
  for (const [run, kanji, tail = ''] of text.normalize('NFKC').matchAll(runs))
    for (const written of kanji ? kanjiWords(kanji, tail) : [plainWord(run)]) {
      const folded = fold(written);
      if (folded && folded.length <= wordLength && !common.has(folded) && found.size < wordLimit)
        found.set(folded, { written, forms: formsOf(written) });
    }
  return [...found.values()];
}

function formsOf(written: string): Form[] {
  const others = /^[a-z-]+$/i.test(written) ? inJapanese(written) : [];
  return [written, ...others].map((form) => ({ written: form, folded: fold(form) }));
}

/**
 * Two kanji and more are a word, one with what belongs to it: 祭り and 雪かき, but not 遊 of 遊びたい. Behind a particle
 * another word may follow: 収穫をりんごで.
 */
function kanjiWords(kanji: string, tail: string): string[] {
  const isSeparate = tail === '' || before.test(tail);
  if (isSeparate) return [kanji, plainWord(tail)];
  if ([...kanji].length > 1) return [kanji];
  const belongs = tail.length <= 2 && !after.test(tail) ? tail : ending.exec(tail)?.[1];
  return belongs && !/[んっ]$/.test(belongs) ? [kanji + belongs] : [];
}

/** A word without kanji; nothing for what is too short to mean anything by itself. */
function plainWord(run: string): string {
  const isHiragana = /^[ぁ-ゖー]*$/.test(run);
  const word = isHiragana ? run.replace(before, '').replace(after, '') : run;
  const isWord = word.length >= (isHiragana ? 3 : 2) && !/^\d+$/.test(word) && !(isHiragana && empty.test(word));
  return isWord ? word : '';
}
