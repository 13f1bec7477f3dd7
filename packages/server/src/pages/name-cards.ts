import type { NameCardError } from '../card/name-cards/name-card-error.ts';
import type { Club } from '../members/club.ts';
import { type Markup, markup } from './markup.ts';
import { personPage } from './person-page.ts';
import type { Language } from './words.ts';

const ja = {
  title: '名刺を作れませんでした',
  missing: '名刺に載せる名前が空です。名前を入力してください。',
  'too-long': '名前が長すぎて、名刺に入りません。40文字までで入力してください。',
  unprintable: (characters: string) =>
    `この文字は、名刺の書体にありません：${characters}　ひらがなや、ふだんの字体（例：𠮷→吉）に置き換えて、もう一度お試しください。`,
  busy: (minutes: number) => `短い間に何度も作られました。${minutes}分ほどたってから、もう一度お試しください。`,
  image: '町の画像を読み取れないため、いま名刺を作れません。町の窓口にお知らせください。',
  back: '会員のページに戻る',
};

const en: typeof ja = {
  title: 'The name cards could not be made',
  missing: 'There is no name to print. Please enter a name.',
  'too-long': 'The name is too long for the card. Please use at most 40 characters.',
  unprintable: (characters) =>
    `These characters cannot be printed: ${characters} Please write the name without them and try again.`,
  busy: (minutes) => `Name cards were made many times in a short while. Please try again in ${minutes} min.`,
  image: 'The town’s picture cannot be read, so no cards can be made right now. Please tell the town office.',
  back: 'Back to your page',
};

const words: Record<Language, typeof ja> = { ja, en };

export interface NameCardsFailedOptions {
  club: Club;
  language: Language;
  token: string;
  /** What is wrong with what was given, or in how many seconds one may try again. */
  why: NameCardError | { retryAfter: number };
}

/** Says why there are no name cards, and how to mend it (status 422 or 429). */
export function nameCardsFailedPage({ club, language, token, why }: NameCardsFailedOptions): Markup {
  const say = words[language];
  const up = '../../';
  const body = markup`<h1>${say.title}</h1>
      <p class="lead" role="alert">${explain(say, why)}</p>
      <p><a href="${up}member/${token}?lang=${language}#name-cards">${say.back}</a></p>`;
  return personPage({ language, club, title: say.title, body, up });
}

function explain(say: typeof ja, why: NameCardsFailedOptions['why']): string {
  if ('retryAfter' in why) return say.busy(Math.ceil(why.retryAfter / 60));
  return why.fault === 'unprintable' ? say.unprintable(why.characters.join(' ')) : say[why.fault];
}
