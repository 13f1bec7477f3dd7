import { applicationCards, applicationsHead, type HeadOptions } from './application-cards.ts';
import { type Markup, markup } from './markup.ts';
import { personPage } from './person-page.ts';
import { staffApplicationWords } from './staff-applications-words.ts';
import type { Language } from './words.ts';

export interface HostPageOptions extends Omit<HeadOptions, 'say'> {
  token: string;
  up?: string;
}

/** How to reach an applicant is the town's alone to know, and who is not coming no longer a matter of the host's. */
const leftOut = ['email', 'tel', 'kana'];
const shownGroups = ['open', 'waiting', 'accepted'] as const;

/** The page of a program's host: who applied, and what to answer. */
export function hostPage({ token, up = '../', ...options }: HostPageOptions): Markup {
  const { language, recruiting } = options;
  const { town, program } = recruiting;
  const say = staffApplicationWords[language];
  const action = `${up}host/${token}/decide?lang=${language}`;
  const body = markup`<p class="small">${say.hostTitle}</p>
      <h1>${program.title}</h1>
      <p class="lead">${say.hostLead}</p>
      ${applicationsHead({ ...options, say })}
      ${applicationCards({ ...options, say, action, csrf: markup``, leftOut, shownGroups })}`;
  return personPage({ language, town, title: `${say.hostTitle}：${program.title}`, body, isDesk: true, up });
}

/** For a link that opens nothing (any more). */
export function goneHostPage(language: Language, up: string): Markup {
  const say = staffApplicationWords[language];
  const body = markup`<h1>${say.hostGoneTitle}</h1>
      <p class="lead">${say.hostGone}</p>`;
  return personPage({ language, title: say.hostGoneTitle, body, up });
}
