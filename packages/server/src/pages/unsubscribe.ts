import { type Markup, markup } from './markup.ts';
import { personPage } from './person-page.ts';
import type { Language } from './words.ts';

const ja = {
  title: 'メールの停止と、申し込みの取り消し',
  lead: '会員の方には、町からのお知らせのメールをお送りしなくなります。登録がまだ終わっていない方は、お申し込みを取り消します。',
  note: '会員の方は、会員のままです。会員のページから、いつでもまた受け取れます。',
  press: 'メールを止める・申し込みを取り消す',
  doneTitle: '手続きが終わりました',
  done: 'お知らせのメールを止めました。登録がまだ終わっていなかった方は、お申し込みを取り消しました。すでに送る準備をしていたメールが、入れ違いで届くことがあります。',
  goneTitle: 'このリンクは開けません',
  gone: 'リンクが途中で切れているようです。メールのリンクを、初めから終わりまでそのまま開いてください。',
};
const en: typeof ja = {
  title: 'Stop the e-mails, or withdraw a signup',
  lead: 'If you are a member, you will receive no more news from the town by e-mail. If you have not confirmed your signup yet, it is withdrawn.',
  note: 'Members stay members, and can ask for news again on their member page at any time.',
  press: 'Stop the e-mails or withdraw',
  doneTitle: 'This has been done',
  done: 'Members receive no more news, and a signup that was not confirmed is withdrawn. An e-mail that was already on its way may still arrive.',
  goneTitle: 'This link does not work',
  gone: 'It seems to have been cut off. Please open the whole link in the e-mail.',
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
