import { timeZone } from '@kankei/core';
import type { OutboxMail } from '../mail/outbox.ts';
import { type Markup, markup } from './markup.ts';
import { outboxWords } from './outbox-words.ts';
import { personPage } from './person-page.ts';
import { type Language, readLanguage } from './words.ts';

interface OutboxPageOptions {
  lang?: string | undefined;
}

/** `/outbox`: every mail the server has sent while developing, newest first. `folder`: where they lie. */
export function outboxPage(mails: readonly OutboxMail[], folder: string, { lang }: OutboxPageOptions): Markup {
  const language = readLanguage(lang);
  const say = outboxWords[language];
  const query = language === 'ja' ? '' : `?lang=${language}`;
  return frame(
    language,
    say.title,
    markup`<h1>${say.title}</h1>
      <p class="lead">${say.lead}</p>
      ${
        mails.length
          ? markup`<p><a href="outbox${query}">${say.reload}</a></p>
      <ol class="mails" aria-label="${say.list}">${mails.map((mail) => item(mail, language, query))}</ol>`
          : markup`<p>${say.empty} ${say.emptyHelp}</p>
      <p><a href="./${query}">${say.sample}</a></p>
      <p><a href="outbox${query}">${say.reload}</a></p>`
      }
      <p class="small">${say.where(folder)} ${say.how}</p>`,
    '',
  );
}

function item({ key, subject, to, at }: OutboxMail, language: Language, query: string): Markup {
  return markup`
        <li><a href="outbox/${key}${query}">${subject}</a> <span class="small">${to}　${time(at, language)}</span></li>`;
}

/** `/outbox/{key}`: one mail as text, its links to be pressed. */
export function outboxMailPage(mail: OutboxMail, { lang }: OutboxPageOptions): Markup {
  const language = readLanguage(lang);
  const say = outboxWords[language];
  return frame(
    language,
    mail.subject,
    markup`<p>${back(language)}</p>
      <h1>${mail.subject}</h1>
      <dl>
        <div><dt>${say.from}</dt><dd>${mail.from}</dd></div>
        <div><dt>${say.to}</dt><dd>${mail.to}</dd></div>
        <div><dt>${say.at}</dt><dd>${time(mail.at, language)}</dd></div>
      </dl>
      <div class="letter">${withLinks(mail.text)}</div>`,
    '../',
  );
}

/** For a mail that is not there (status 404). */
export function noMailPage({ lang }: OutboxPageOptions): Markup {
  const language = readLanguage(lang);
  const say = outboxWords[language];
  const body = markup`<h1>${say.unknown}</h1>
      <p class="lead">${say.unknownText}</p>
      <p>${back(language)}</p>`;
  return frame(language, say.unknown, body, '../');
}

function frame(language: Language, title: string, body: Markup, up: string): Markup {
  const head = markup`<link rel="stylesheet" href="${up}assets/outbox.css">`;
  return personPage({ language, title, body, head, up });
}

function back(language: Language): Markup {
  return markup`<a href="../outbox${language === 'ja' ? '' : `?lang=${language}`}">${outboxWords[language].back}</a>`;
}

/** Text whose addresses of the web can be pressed. An address ends where white space or Japanese begins. */
function withLinks(text: string): Markup {
  const parts = text.split(/(https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+)/);
  return markup`${parts.map((part, index) => (index % 2 ? markup`<a href="${part}">${part}</a>` : part))}`;
}

function time(at: number, language: Language): Markup {
  const shown = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long', timeStyle: 'medium' }).format(at);
  return markup`<time datetime="${new Date(at).toISOString()}">${shown}</time>`;
}
