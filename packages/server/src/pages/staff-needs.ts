import { type Answers, dayAt, type Field, type FieldFault, timeZone } from '@kankei/core';
import { isMailed, isUnconfirmed, type KeptNeed, type Needed } from '../needs/need-store.ts';
import { programFields } from '../needs/program-form.ts';
import type { Doing } from '../needs/publish.ts';
import { answerText, faultSummary, formFields, labelOf } from './form.ts';
import { type Markup, markup } from './markup.ts';
import { shownNeedField, withWords } from './need-fields.ts';
import { programOptions, type StaffNeedWords, staffNeedWords } from './staff-needs-words.ts';
import type { Language } from './words.ts';

/** A page of the desk: what stands in its frame. */
interface Content {
  title: string;
  body: Markup;
}

interface Base {
  language: Language;
  /** The address of a page of the desk, relative to this one. */
  link: (path: string) => string;
}

/** The needs of the town, those first that wait for a coordinator. */
export function needListPage({ needs, language, link }: Base & { needs: readonly KeptNeed[] }): Content {
  const say = staffNeedWords[language];
  const rows = needs.map(
    (need) => markup`<tr>
          <th scope="row" class="wrapped"><a href="${link(`/needs/${need.id}`)}">${shortly(String(need.answers.what))}</a></th>
          <td class="wrapped">${shortly(String(need.answers.when ?? ''))}</td>
          <td>${instantText(need.created_at, language)}</td>
          <td>${standing(need, say)}</td>
        </tr>`,
  );
  const table = markup`<div class="table" tabindex="0" role="region" aria-label="${say.listTitle}"><table>
        <thead><tr><th scope="col">${say.what}</th><th scope="col">${say.when}</th><th scope="col">${say.arrived}</th><th scope="col">${say.state}</th></tr></thead>
        <tbody>${rows}</tbody>
      </table></div>`;
  const body = markup`<h1>${say.listTitle}</h1>
      ${needs.length ? table : markup`<p>${say.none}</p>`}`;
  return { title: say.title, body };
}

function standing(need: KeptNeed, say: StaffNeedWords): Markup {
  const { state, completed, corrected } = need;
  const isDraft = state === 'draft';
  const more = !isDraft
    ? ''
    : isUnconfirmed(need)
      ? say.unconfirmed
      : corrected
        ? say.isCorrected
        : completed
          ? say.inWork
          : '';
  return markup`${say.states[state]}${more && markup`<br><span class="small">${more}</span>`}`;
}

const instantText = (instant: number, language: Language) =>
  new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(instant);

/** The first words, for a line. */
function shortly(text: string): string {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text;
}

/** What could not be done, with what was typed. */
export interface RefusedNeed {
  why: 'late' | 'words' | 'unconfirmed' | 'faults';
  answers?: Answers | undefined;
  faults?: readonly FieldFault[] | undefined;
  message?: string | undefined;
}

export interface NeedOptions extends Base {
  needed: Needed;
  /** What stands in the form. */
  answers: Answers;
  csrf: Markup;
  /** ms since 1970. */
  now: number;
  done?: Doing | undefined;
  refused?: RefusedNeed | undefined;
}

/** One need: what the host told, and the program a coordinator makes of it. */
export function needDeskPage(options: NeedOptions): Content {
  const { needed, language, link, done, refused } = options;
  const { need } = needed;
  const say = staffNeedWords[language];
  const title = shortly(String(need.answers.what));
  const isOpen = need.state === 'draft' || need.state === 'published';
  const body = markup`<p class="small"><a href="${link('/needs')}">${say.back}</a></p>
      <h1>${title}</h1>
      ${done ? markup`<p class="done" role="status">${say.done[done]}</p>` : ''}
      ${refused && refused.why !== 'faults' ? markup`<p class="summary" role="alert">${say.refused[refused.why]}</p>` : ''}
      <p>${standing(need, say)} <span class="small">${instantText(need.created_at, language)}</span></p>
      ${need.message ? markup`<p class="said">${need.message}</p>` : ''}
      ${need.program ? markup`<p><a href="${link(`/applications/${need.program}`)}">${say.applications}</a></p>` : ''}
      ${need.state === 'draft' && isUnconfirmed(need) ? unconfirmedNote(options, say) : ''}
      ${toldFacts(options, say)}
      ${need.state === 'draft' ? markup`<p><a href="${link(`/needs/${need.id}/told`)}">${say.editTold}</a></p>` : ''}
      ${isOpen ? correctedTable(options, say) : ''}
      ${isOpen ? programForm(options, say) : ''}
      ${need.state === 'draft' ? declineForm(options, say) : ''}`;
  return { title, body };
}

function toldFacts({ needed, language }: NeedOptions, say: StaffNeedWords): Markup {
  const { need, fields } = needed;
  const shown = fields.filter(({ kind }) => kind !== 'consent').map(shownNeedField);
  const rows = shown.map((field) => {
    const text = answerText(field, need.answers[field.name], language);
    return text ? markup`<div><dt>${labelOf(field, language)}</dt><dd class="lines">${text}</dd></div>` : '';
  });
  return markup`<section aria-labelledby="told">
        <h2 id="told">${say.told}</h2>
        <dl class="told">${rows}</dl>
        ${need.address === null ? markup`<p>${say.telephone}</p>` : ''}
      </section>`;
}

function unconfirmedNote({ needed, link, csrf }: NeedOptions, say: StaffNeedWords): Markup {
  return markup`<section class="flagged" aria-labelledby="unconfirmed">
        <h2 id="unconfirmed">${say.unconfirmed}</h2>
        <p>${say.unconfirmedText(String(needed.need.answers.email))}</p>
        <form method="post" action="${link(`/needs/${needed.need.id}`)}">
          ${csrf}
          ${seenField(needed)}
          <p class="ways"><button type="submit" name="doing" value="remind">${say.remind}</button></p>
        </form>
      </section>`;
}

/** What the host has corrected since a coordinator last saw it. */
function correctedTable({ needed, language }: NeedOptions, say: StaffNeedWords): Markup {
  const { need, fields } = needed;
  const { corrected } = need;
  if (!corrected) return markup``;
  const rows = fields.map(shownNeedField).flatMap((field) => {
    const { name } = field;
    if (!Object.hasOwn(corrected, name)) return [];
    const [before, after] = [corrected[name], need.answers[name]].map(
      (answer) => answerText(field, answer, language) || say.nothing,
    );
    return [
      markup`<tr><th scope="row">${labelOf(field, language)}</th><td class="wrapped lines">${before}</td><td class="wrapped lines">${after}</td></tr>`,
    ];
  });
  return markup`<section class="flagged" aria-labelledby="corrected">
        <h2 id="corrected">${say.corrected}</h2>
        <p>${say.correctedText}</p>
        <div class="table" tabindex="0" role="group" aria-labelledby="corrected"><table>
          <thead><tr><th scope="col">${say.field}</th><th scope="col">${say.before}</th><th scope="col">${say.after}</th></tr></thead>
          <tbody>${rows}</tbody>
        </table></div>
      </section>`;
}

function programForm(options: NeedOptions, say: StaffNeedWords): Markup {
  const { needed, language, link, refused, csrf, now } = options;
  const isPublished = needed.need.state === 'published';
  const fields = programFields(needed, dayAt(now)).map((field) => named(field, say));
  const { answers = options.answers, faults = [] } = refused ?? {};
  const keep = markup`<button type="submit" name="doing" value="save">${say.save}</button>`;
  return markup`<section aria-labelledby="program">
        <h2 id="program">${isPublished ? say.edit : say.complete}</h2>
        ${faultSummary({ fields, answers, faults, language })}
        <p>${isPublished ? say.editText : say.completeText}</p>
        ${isPublished || needed.need.address === null ? '' : markup`<p>${say.hostText(String(needed.need.answers.email))}</p>`}
        <form method="post" action="${link(`/needs/${needed.need.id}`)}" novalidate class="fields">
          ${csrf}
          ${seenField(needed)}
          ${formFields({ fields, answers, faults, language })}
          <p class="ways">${isPublished ? '' : keep}<button type="submit" name="doing" value="publish">${isPublished ? say.republish : say.publish}</button></p>
        </form>
      </section>`;
}

function named(field: Field, say: StaffNeedWords): Field {
  const help = say.helps[field.name];
  return { ...withWords(field, say.labels, programOptions), ...(help !== undefined && { help }) };
}

/** Nobody decides on what has changed since it was shown. */
function seenField({ need }: Needed): Markup {
  return markup`<input type="hidden" name="seen" value="${need.changed_at}">`;
}

function declineForm({ needed, link, refused, csrf }: NeedOptions, say: StaffNeedWords): Markup {
  return markup`<section aria-labelledby="decline">
        <h2 id="decline">${say.decline}</h2>
        <p id="help-message">${isMailed(needed.need) ? say.declineText : say.declineUnmailed}</p>
        <form method="post" action="${link(`/needs/${needed.need.id}`)}" class="fields">
          ${csrf}
          ${seenField(needed)}
          <div class="field">
            <label for="message">${say.message}</label>
            <textarea name="message" id="message" rows="4" maxlength="2000" aria-describedby="help-message">
${refused?.message ?? ''}</textarea>
          </div>
          <p class="ways"><button type="submit" name="doing" value="decline">${say.declinePress}</button></p>
        </form>
      </section>`;
}
