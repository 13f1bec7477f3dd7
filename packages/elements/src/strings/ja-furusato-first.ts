/** The Japanese words that stand with what donations are used for, drawn before the code of the tag's element has come. */
export const jaFurusatoFirst = {
  language: 'ja',
  title: 'ふるさと納税で応援する',
  uses: '寄付の使い道',
  done: 'これまでの寄付でできたこと',
  details: 'くわしく見る',
  /** Said after a link that leaves the site, opens a tab, or does both. */
  leaves: '別のサイトに移動します',
  leavesInTab: '別のサイトが新しいタブで開きます',
  inTab: '新しいタブで開きます',
};

export type FurusatoFirstStrings = typeof jaFurusatoFirst;
