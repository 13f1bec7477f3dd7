import type { Contact, Town } from '@kankei/core';
import { outside } from './hosted-program.ts';
import { hostedProgramWords } from './hosted-program-words.ts';
import { hostedWords } from './hosted-words.ts';
import { type Markup, markup } from './markup.ts';
import type { Language } from './words.ts';

/** Whom to ask, with every way there is. */
export function contactLines({ name, phone, extension, email, url }: Contact, language: Language): Markup {
  const words = hostedWords[language];
  const say = hostedProgramWords[language];
  const rows: [string, string | Markup][] = [
    ...(phone
      ? [[words.phone, phone + (extension ? words.brackets(say.extension(extension)) : '')] as [string, string]]
      : []),
    ...(email ? [[words.email, markup`<a href="mailto:${email}">${email}</a>`] as [string, Markup]] : []),
  ];
  return markup`${name ? markup`<p>${name}</p>` : ''}
        ${rows.length ? markup`<dl class="sheet">${rows.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>` : ''}
        ${url ? markup`<p>${outside(url, say.contactPage, say)}</p>` : ''}`;
}

/** The town's desk, else its own site; nothing where neither is known. */
export function townContact({ contact, url, name }: Town, language: Language): Markup {
  const words = hostedWords[language];
  const body = contact
    ? contactLines(contact, language)
    : url
      ? markup`<p>${outside(url, `${name} ${words.askTown}`, hostedProgramWords[language])}</p>`
      : '';
  return body
    ? markup`<section aria-labelledby="ask">
        <h2 id="ask">${words.ask}</h2>
        ${body}
      </section>`
    : markup``;
}
