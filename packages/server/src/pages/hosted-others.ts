import { inLanguage, type Matching } from '@kankei/core';
import { type HostedOptions, hostedSearch } from '../hosted/options.ts';
import { contactLines } from './hosted-contact.ts';
import { outside } from './hosted-program.ts';
import { hostedProgramWords } from './hosted-program-words.ts';
import { hostedWords } from './hosted-words.ts';
import { type Markup, markup } from './markup.ts';
import type { Language } from './words.ts';

/** Finding what suits needs a script; the list and a person to ask do not. */
export function hostedMatching(matching: Matching, options: HostedOptions, language: Language): Markup {
  const words = hostedWords[language];
  const { supporter, coordinator, newsletter } = matching;
  const intro = supporter?.intro === undefined ? '' : inLanguage(supporter.intro, language);
  const { town = '', lang = '', accent = '' } = options.attributes;
  const list = hostedSearch({ attributes: {}, chosen: [] }, { town: `${town}`, lang: `${lang}`, accent: `${accent}` });
  return markup`${intro ? markup`<p class="lines">${intro}</p>` : ''}
      <p>${words.matchingLead}</p>
      <p><a class="press" href="program-list${list}">${words.names['program-list']}</a></p>
      ${
        coordinator
          ? markup`<section aria-labelledby="coordinator">
        <h2 id="coordinator">${words.coordinator}</h2>
        <p><strong>${coordinator.name}</strong></p>
        ${coordinator.introduction ? markup`<p class="lines">${coordinator.introduction}</p>` : ''}
        ${coordinator.contact ? contactLines(coordinator.contact, language) : ''}
      </section>`
          : ''
      }
      ${newsletter ? markup`<p>${outside(newsletter, words.newsletter, hostedProgramWords[language])}</p>` : ''}`;
}

/** A card is shown to who brings the link from a mail, and only by a script. */
export function hostedCard(language: Language): Markup {
  const { cardLead, cardScript, cardHelp } = hostedWords[language];
  return markup`<p>${cardLead}</p>
      <p>${cardHelp}</p>
      <p class="small">${cardScript}</p>`;
}

/** How a shop finds out whether a card is genuine. */
export function hostedCheck(language: Language): Markup {
  const { checkLead, checkPrivacy, checkScript } = hostedWords[language];
  return markup`<p>${checkLead}</p>
      <p>${checkPrivacy}</p>
      <p class="small">${checkScript}</p>`;
}
