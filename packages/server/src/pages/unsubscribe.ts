import { type Markup, markup } from './markup.ts';
import { personPage } from './person-page.ts';
import type { Language } from './words.ts';

const ja = {
  title: 'お知らせのメールを止める',
  lead: '下のボタンを押すと、町からのお知らせのメールが届かなくなります。お申し込みの確認をしていない方は、お申し込みを取り消します。',
  note: '会員のままです。会員のページから、いつでもまた受け取れます。',
  press: 'メールを止める',
  doneTitle: 'お知らせのメールを止めました',
  done: 'すでに送る準備をしていたメールが、入れ違いで届くことがあります。',
  goneTitle: 'このリンクは開けません',
  gone: 'リンクが途中で切れているようです。メールのリンクを、初めから終わりまでそのまま開いてください。',
};
const en: typeof ja = {
  title: 'Stop receiving news',
  lead: 'Press the button and you will receive no more news from the town by mail. If you have not confirmed your signup yet, it is withdrawn.',
  note: 'You stay a member, and can ask for news again on your member page at any time.',
  press: 'Stop the mail',
  doneTitle: 'You will receive no more news',
  done: 'A mail that was already on its way may still arrive.',
  goneTitle: 'This link does not work',
  gone: 'It seems to have been cut off. Please open the link in the mail in full, from beginning to end.',
};
const unsubscribeWords: Record<Language, typeof ja> = { ja, en };

/** Behind the link at the end of every mail. It says nothing of whether there is such a member. */
export function unsubscribePage(language: Language, state: 'open' | 'done' | 'gone'): Markup {
  const say = unsubscribeWords[language];
  if (state === 'gone') return plain(language, say.goneTitle, say.gone);
  if (state === 'done') return plain(language, say.doneTitle, say.done);
  const body = markup`<h1>${say.title}</h1>
      <p class="lead">${say.lead}</p>
      <form method="post"><button type="submit">${say.press}</button></form>
      <p class="small">${say.note}</p>`;
  return personPage({ language, title: say.title, body });
}

function plain(language: Language, title: string, text: string): Markup {
  const body = markup`<h1>${title}</h1>
      <p class="lead">${text}</p>`;
  return personPage({ language, title, body });
}
