import { timeZone } from '@kankei/core';
import type { Enquired } from '../enquiries/enquiry-store.ts';
import { enquiryFacts, type Fact, profileFacts } from './enquiry-facts.ts';
import { enquiryPageWords } from './enquiry-words.ts';
import { type Markup, markup } from './markup.ts';
import { personPage } from './person-page.ts';
import type { Language } from './words.ts';

interface EnquiryPageOptions extends Enquired {
  token: string;
  language: Language;
}

/** The page of one who enquired: what was left, what was answered, and the way to take it back. */
export function enquiryPage(options: EnquiryPageOptions): Markup {
  const { enquiry, matching, town, language, token } = options;
  const say = enquiryPageWords[language];
  const { label, text } = say.states[enquiry.state];
  const profile = profileFacts(options, language);
  const body = markup`<h1>${say.title}</h1>
      <div class="done">
        <h2>${label}</h2>
        <p>${text(matching.coordinator?.name ?? say.somebody)}</p>
      </div>
      ${
        enquiry.reply
          ? markup`<section aria-labelledby="reply">
        <h2 id="reply">${say.reply}</h2>
        <p class="said">${enquiry.reply}</p>
      </section>`
          : ''
      }
      ${factList('left', say.left, enquiryFacts(options, language))}
      ${profile.length ? factList('profile', say.profile, profile) : ''}
      <section aria-labelledby="withdraw">
        <h2 id="withdraw">${say.withdraw}</h2>
        <p>${say.withdrawText}</p>
        <p><a href="../enquiry/${token}/withdraw?lang=${language}">${say.withdrawLink}</a></p>
      </section>
      <section aria-labelledby="kept">
        <h2 id="kept">${say.kept}</h2>
        <p>${say.keptText(dayText(enquiry.consent_at, language), enquiry.notice_version)}</p>
      </section>`;
  return personPage({ language, town, title: say.title, body });
}

const dayText = (instant: number, language: Language) =>
  new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long' }).format(instant);

/** Questions and answers under a heading. */
export function factList(id: string, title: string, facts: readonly Fact[]): Markup {
  return markup`<section aria-labelledby="${id}">
        <h2 id="${id}">${title}</h2>
        <dl class="told">${facts.map(([label, text]) => markup`<div><dt>${label}</dt><dd class="lines">${text}</dd></div>`)}</dl>
      </section>`;
}

/** Asks once more before an enquiry is withdrawn. */
export function withdrawEnquiryPage({ town, language, token }: EnquiryPageOptions): Markup {
  const say = enquiryPageWords[language];
  const up = '../../';
  const body = markup`<h1>${say.withdrawTitle}</h1>
      <p class="lead">${say.withdrawLead}</p>
      <form method="post" action="${up}enquiry/${token}/withdraw?lang=${language}"><button type="submit">${say.withdrawPress}</button></form>
      <p><a href="${up}enquiry/${token}?lang=${language}">${say.withdrawBack}</a></p>`;
  return personPage({ language, town, title: say.withdrawTitle, body, up });
}

/** Says that all is deleted. */
export function enquiryWithdrawnPage({ town }: Enquired, language: Language): Markup {
  const say = enquiryPageWords[language];
  const body = markup`<h1>${say.withdrawnTitle}</h1>
      <p class="lead" role="status">${say.withdrawnText}</p>`;
  return personPage({ language, town, title: say.withdrawnTitle, body, up: '../../' });
}

/** For a link that opens nothing (any more). */
export function goneEnquiryPage(language: Language, up: string): Markup {
  const say = enquiryPageWords[language];
  const body = markup`<h1>${say.goneTitle}</h1>
      <p class="lead">${say.goneText}</p>`;
  return personPage({ language, title: say.goneTitle, body, up });
}
