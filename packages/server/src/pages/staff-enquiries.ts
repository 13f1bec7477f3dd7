import { type Moving, movings, type ProgramItem, type Suggestion, timeZone } from '@kankei/core';
import type { Answered, EnquiryDoing } from '../enquiries/answer.ts';
import type { Enquired, KeptEnquiry } from '../enquiries/enquiry-store.ts';
import { whenOf } from '../mail/application-mails.ts';
import { factList } from './enquiry.ts';
import { enquiryFacts, profileFacts } from './enquiry-facts.ts';
import { type Markup, markup } from './markup.ts';
import { type StaffEnquiryWords, staffEnquiryWords } from './staff-enquiries-words.ts';
import type { Language } from './words.ts';

/** A page of the desk: what stands in its frame. */
interface Content {
  title: string;
  body: Markup;
}

interface Base {
  language: Language;
  /** The address of a page of the desk, relative to this one. */
  link: (path: string, search?: Record<string, string>) => string;
}

export interface EnquiryListOptions extends Base {
  enquiries: readonly KeptEnquiry[];
  /** The group that is looked at; all of them unless said. */
  moving?: Moving | undefined;
  done?: EnquiryDoing | undefined;
}

/** The enquiries to the town, those first that wait for an answer. */
export function enquiryListPage(options: EnquiryListOptions): Content {
  const { enquiries, moving, language, done } = options;
  const say = staffEnquiryWords[language];
  const shown = enquiries.filter(({ answers }) => !moving || answers.moving === moving);
  const body = markup`<h1>${say.listTitle}</h1>
      ${done ? markup`<p class="done" role="status">${say.done[done]}</p>` : ''}
      ${enquiries.length ? groupLinks(options, say) : markup`<p>${say.none}</p>`}
      ${shown.length ? table(shown, options, say) : enquiries.length ? markup`<p>${say.noneOfGroup}</p>` : ''}`;
  return { title: say.title, body };
}

function groupLinks({ enquiries, moving, link }: EnquiryListOptions, say: StaffEnquiryWords): Markup {
  const count = (one: Moving) => enquiries.filter(({ answers }) => answers.moving === one).length;
  const item = (name: string, one?: Moving) =>
    markup`<li><a href="${link('/enquiries', one && { moving: one })}"${one === moving ? markup` aria-current="true"` : ''}>${name}</a></li>`;
  return markup`<nav aria-label="${say.groups}">
        <ul class="links ways">
          ${item(say.counted(say.all, enquiries.length))}
          ${movings.map((one) => item(say.counted(say.movings[one], count(one)), one))}
        </ul>
      </nav>`;
}

function table(enquiries: readonly KeptEnquiry[], { language, link }: EnquiryListOptions, say: StaffEnquiryWords) {
  const rows = enquiries.map(
    ({ id, answers, created_at, state }) => markup`<tr>
          <th scope="row" class="wrapped"><a href="${link(`/enquiries/${id}`)}">${shortly(String(answers.name), 30)}</a></th>
          <td>${groupOf(answers.moving, say)}</td>
          <td class="wrapped">${shortly(String(answers.message ?? ''), 60)}</td>
          <td>${instantText(created_at, language)}</td>
          <td>${say.states[state]}</td>
        </tr>`,
  );
  return markup`<div class="table" tabindex="0" role="region" aria-label="${say.listTitle}"><table>
        <thead><tr><th scope="col">${say.name}</th><th scope="col">${say.group}</th><th scope="col">${say.asked}</th><th scope="col">${say.arrived}</th><th scope="col">${say.state}</th></tr></thead>
        <tbody>${rows}</tbody>
      </table></div>`;
}

function groupOf(moving: unknown, say: StaffEnquiryWords): string {
  const known = movings.find((one) => one === moving);
  return known ? say.movings[known] : say.unknown;
}

const instantText = (instant: number, language: Language) =>
  new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(instant);

/** The first words, for a line. */
function shortly(text: string, length: number): string {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : text;
}

export interface EnquiryDeskOptions extends Base {
  enquired: Enquired;
  /** What may suit the person; undefined where nothing of the profile was shown. */
  suggestions: readonly Suggestion[] | undefined;
  csrf: Markup;
  /** ms since 1970. */
  now: number;
  done?: EnquiryDoing | undefined;
  /** What could not be done, with what was typed. */
  refused?: { why: Exclude<Answered, 'done'>; message: string } | undefined;
}

/** One enquiry: what was left, what may suit, and the way to answer. */
export function enquiryDeskPage(options: EnquiryDeskOptions): Content {
  const { enquired, language, link, done, refused } = options;
  const { enquiry } = enquired;
  const say = staffEnquiryWords[language];
  const profile = profileFacts(enquired, language);
  const title = shortly(String(enquiry.answers.name), 60);
  const body = markup`<p class="small"><a href="${link('/enquiries')}">${say.back}</a></p>
      <h1>${title}</h1>
      ${done ? markup`<p class="done" role="status">${say.done[done]}</p>` : ''}
      ${refused ? markup`<p class="summary" role="alert">${say.refused[refused.why]}</p>` : ''}
      <p>${say.states[enquiry.state]} <span class="small">${instantText(enquiry.created_at, language)}</span></p>
      ${factList('left', say.left, enquiryFacts(enquired, language))}
      ${profile.length ? factList('profile', say.profile, profile) : markup`<p>${say.noProfile}</p>`}
      ${suggestionList(options, say)}
      ${
        enquiry.reply
          ? markup`<section aria-labelledby="replied">
        <h2 id="replied">${say.replied}</h2>
        <p class="said">${enquiry.reply}</p>
      </section>`
          : ''
      }
      ${answerForm(options, say)}
      ${removeForm(options, say)}`;
  return { title, body };
}

function suggestionList({ suggestions, language, link, now }: EnquiryDeskOptions, say: StaffEnquiryWords): Markup {
  if (!suggestions) return markup``;
  const item = ({ id, title, sessions }: ProgramItem) => {
    const when = whenOf({ sessions }, language, now);
    return markup`<li><a href="${link(`/applications/${id}`)}">${title}</a>${when ? markup` <span class="small">${when}</span>` : ''}</li>`;
  };
  return markup`<section aria-labelledby="suggestions">
        <h2 id="suggestions">${say.suggestions}</h2>
        ${
          suggestions.length
            ? markup`<p>${say.suggestionsText}</p>
        <ul class="links">${suggestions.map(({ program }) => item(program))}</ul>`
            : markup`<p>${say.noSuggestions}</p>`
        }
      </section>`;
}

function answerForm({ enquired, link, csrf, refused }: EnquiryDeskOptions, say: StaffEnquiryWords): Markup {
  const { enquiry, town } = enquired;
  const isOpen = enquiry.state === 'open';
  return markup`<section aria-labelledby="answer">
        <h2 id="answer">${say.answer}</h2>
        <p id="help-message">${say.answerText(String(enquiry.answers.email))}${town.contact?.email ? '' : say.unanswered}</p>
        <form method="post" action="${link(`/enquiries/${enquiry.id}`)}" class="fields">
          ${csrf}
          ${seenField(enquired)}
          <div class="field">
            <label for="message">${say.message}</label>
            <textarea name="message" id="message" rows="10" maxlength="5000" aria-describedby="help-message">
${refused?.message ?? ''}</textarea>
          </div>
          <p class="ways"><button type="submit" name="doing" value="answer">${say.press}</button>${
            isOpen ? markup`<button type="submit" name="doing" value="done">${say.markDone}</button>` : ''
          }</p>
        </form>
      </section>`;
}

/** Nobody decides on what has changed since it was shown. */
function seenField({ enquiry }: Enquired): Markup {
  return markup`<input type="hidden" name="seen" value="${enquiry.changed_at}">`;
}

function removeForm({ enquired, link, csrf }: EnquiryDeskOptions, say: StaffEnquiryWords): Markup {
  return markup`<section aria-labelledby="remove">
        <h2 id="remove">${say.remove}</h2>
        <details>
          <summary>${say.removeOpen}</summary>
          <p>${say.removeText}</p>
          <form method="post" action="${link(`/enquiries/${enquired.enquiry.id}`)}">
            ${csrf}
            ${seenField(enquired)}
            <p class="ways"><button type="submit" name="doing" value="delete">${say.removePress}</button></p>
          </form>
        </details>
      </section>`;
}
