import type { RestStrings } from './ja-rest.ts';
import { jaUsual } from './ja-usual.ts';
import { otherLanguage } from './languages.ts';

/** What every tag says: how it writes numbers and dates, that it waits, and what to do where it cannot go on. */
export const jaBase = {
  ...jaUsual,
  loading: '読み込んでいます',
  retry: 'もう一度読み込む',
  offline: 'インターネットにつながっていません。つながったら、もう一度お試しください。',
  /** Also what is said where no better word can be fetched, so it must be at hand. */
  network: 'いま情報を読み込めませんでした。通信の状態を確かめて、もう一度お試しください。',
};

export type BaseStrings = typeof jaBase;
export type AllBaseStrings = BaseStrings & RestStrings;

/**
 * What every tag says in the language of a BCP 47 tag. Nothing said means Japanese; a language we do not speak gets
 * English, which a person who chose it reads more likely than Japanese. Rejects when the words cannot be fetched.
 */
export async function loadBaseStrings(language: string): Promise<BaseStrings> {
  return otherLanguage(language)?.() ?? jaBase;
}
