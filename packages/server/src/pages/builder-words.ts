import type { Language } from './words.ts';

/** What the builder's page says before its script runs, and without one. Japanese is the type. */
const ja = {
  title: '埋め込みを作る',
  lead: 'えらぶだけで、町のページに貼る数行ができます。',
  noScript:
    'えらぶ画面を使うには、ブラウザーの JavaScript を使えるようにしてください。使えないときは、次の数行をそのまま貼れます。',
  programs: '募集の一覧',
  link: (name: string) => `${name}の募集の一覧を見る`,
  town: (name: string, code: string) => `${name}（${code}）`,
  forms: {
    element: 'HTMLをそのまま貼れるページに',
    div: '知らないタグを消してしまうCMSに',
    link: 'リンクしか残らないCMSに',
    frame: 'スクリプトを置けないページに',
  },
  sample: '見本のページ',
};
export type BuilderWords = typeof ja;

const en: BuilderWords = {
  title: 'Make your embed',
  lead: 'Choose what you want, and copy a few lines into your town’s page.',
  noScript: 'To choose, please turn on JavaScript in your browser. Without it, you can paste these lines as they are.',
  programs: 'List of programs',
  link: (name) => `See what you can join in ${name}`,
  town: (name, code) => `${name} (${code})`,
  forms: {
    element: 'For pages that take HTML as it is',
    div: 'For a CMS that removes tags it does not know',
    link: 'For a CMS that keeps only links',
    frame: 'For pages that cannot have a script',
  },
  sample: 'Sample page',
};

export const builderWords: Record<Language, BuilderWords> = { ja, en };
