import { inLanguage } from '@kankei/core';
import type { Club } from '../members/club.ts';
import type { Confirmation } from '../members/confirm.ts';
import { confirmWords } from './confirm-words.ts';
import { type Markup, markup } from './markup.ts';
import { personPage } from './person-page.ts';
import type { Language } from './words.ts';

/** What a confirming link leads to, and the status to send it with. Works without scripts; opening it changes nothing. */
export function confirmPage(found: Confirmation, language: Language): { page: Markup; status: 200 | 404 | 410 } {
  const { title, body, status } = content(found, language);
  const club = 'club' in found ? found.club : undefined;
  return { page: personPage({ language, club, title, body }), status };
}

interface Content {
  title: string;
  body: Markup;
  status: 200 | 404 | 410;
}

function content(found: Confirmation, language: Language): Content {
  const say = confirmWords[language];
  if (found.state === 'open') {
    const { title, lead, press, note } = say[found.what](inLanguage(found.club.fanclub.title, language));
    const body = markup`<h1>${title}</h1>
      <p class="lead">${lead}</p>
      <form method="post"><button type="submit">${press}</button></form>
      <p class="small">${note}</p>`;
    return { title, body, status: 200 };
  }
  if (found.state === 'done') return { ...done(found, language), status: 200 };
  const { title, text } = found.state === 'expired' ? say.expired[found.what] : say[found.state];
  const isLate = found.state === 'expired' && found.what === 'signup';
  const body = markup`<h1>${title}</h1>
      <p class="lead">${text}</p>
      ${isLate ? markup`<p><a href="${signupPage(found.club, language)}">${say.again}</a></p>` : ''}`;
  return { title, body, status: found.state === 'unknown' ? 404 : 410 };
}

/** Where one signs up: the page the town names, else ours. */
function signupPage({ town, fanclub }: Club, language: Language): string {
  return fanclub.page ?? `../?town=${town.code}${language === 'ja' ? '' : `&lang=${language}`}#fanclub`;
}

type Done = Extract<Confirmation, { state: 'done' }>;

/** The number, the way to the member's page, and what happens next. */
function done({ what, club, member, token }: Done, language: Language): Omit<Content, 'status'> {
  const say = confirmWords[language];
  const title = say.done[what];
  const { next } = club.fanclub;
  const body = markup`<h1>${title}</h1>
      <p class="number"><span>${say.number}</span> <strong>${member.number}</strong></p>
      ${
        token
          ? markup`<p><a class="press" href="../member/${token}">${say.open}</a></p>
      <p>${say.mailed}</p>`
          : markup`<p>${say.inMail}</p>`
      }
      ${
        next && what === 'signup'
          ? markup`<h2>${say.next}</h2>
      <p>${inLanguage(next, language)}</p>`
          : ''
      }`;
  return { title, body };
}
