/** What says that a program interests somebody, in Japanese: the type of every other language. */
export const jaInterest = {
  interest: '気になる',
  interested: '「気になる」と伝えました',
  telling: '伝えています…',
  interestHelp: '「気になる」を押すと、町に数だけが伝わります。お名前などは伝わりません。',
  /** Which program a button is about, for who hears it and does not see where it stands. */
  about: (title: string) => `：${title}`,
  told: (title: string) => `「${title}」が気になると、町に伝えました。`,
  notTold: (title: string) => `「${title}」が気になると、いま伝えられませんでした。もう一度お試しください。`,
  notTaken: 'この町では、いま「気になる」を受け付けていません。',
};

export type InterestStrings = typeof jaInterest;
