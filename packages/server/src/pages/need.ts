import { type Answers, type Field, type FieldFault, timeZone } from '@kankei/core';
import { isCorrectable } from '../needs/change.ts';
import { isUnconfirmed, type Needed } from '../needs/need-store.ts';
import { answerText, faultSummary, formFields, labelOf } from './form.ts';
import { type Markup, markup } from './markup.ts';
import { shownNeedField } from './need-fields.ts';
import { type NeedWords, needPageWords } from './need-words.ts';
import { personPage } from './person-page.ts';
import type { Language } from './words.ts';

/** What was just done, as the page's address names it. */
export const needDoings = ['confirm', 'details', 'late'] as const;
export type NeedDoing = (typeof needDoings)[number];

export interface NeedPageOptions extends Needed {
  token: string;
  language: Language;
  /** What the host may correct. */
  correctable: readonly Field[];
  done?: NeedDoing | undefined;
  /** What was typed and cannot be kept; the page then shows the form alone. */
  refused?: { answers: Answers; faults: readonly FieldFault[] } | undefined;
  /** The way to the root. */
  up?: string;
}

interface Context extends NeedPageOptions {
  say: NeedWords;
  /** The address of something below the page. */
  below: (name: string) => string;
}

/** A host's own page: how the need was understood, to be corrected or taken back, and what became of it. */
export function needPage(options: NeedPageOptions): Markup {
  const { need, town, language, token, refused, done, up = '../' } = options;
  const say = needPageWords[language];
  const context: Context = { ...options, say, below: (name) => `${up}need/${token}/${name}?lang=${language}` };
  if (refused) {
    const body = markup`<h1>${say.details}</h1>
      ${detailsForm(context)}
      <p><a href="${up}need/${token}?lang=${language}">${say.title}</a></p>`;
    return personPage({ language, town, title: `${say.error}${say.details}`, body, up });
  }
  const isToConfirm = isCorrectable(need) && isUnconfirmed(need);
  const { label, text } = isToConfirm ? say.unconfirmed : say.states[need.state];
  const body = markup`<h1>${say.title}</h1>
      ${done ? markup`<p class="${done === 'late' ? 'summary' : 'done'}" role="status">${say.done[done]}</p>` : ''}
      <div class="done">
        <h2>${label}</h2>
        <p>${text}</p>
        ${need.message ? markup`<p class="said">${need.message}</p>` : ''}
        ${need.state === 'published' ? markup`<p><a href="${town.programsUrl ?? `${up}?town=${town.code}&lang=${language}`}">${say.programs}</a></p>` : ''}
      </div>
      ${facts(context)}
      ${isToConfirm ? confirming(context) : ''}
      ${isCorrectable(need) ? changing(context) : ''}
      ${kept(context)}`;
  return personPage({ language, town, title: say.title, body, up });
}

function facts({ need, fields, language, say }: Context): Markup {
  const shown = fields.filter(({ kind }) => kind !== 'consent').map(shownNeedField);
  return markup`<section aria-labelledby="facts">
        <h2 id="facts">${say.facts}</h2>
        <dl class="told">${shown.map((field) => {
          const text = answerText(field, need.answers[field.name], language);
          return text ? markup`<div><dt>${labelOf(field, language)}</dt><dd class="lines">${text}</dd></div>` : '';
        })}</dl>
      </section>`;
}

function confirming({ say, below }: Context): Markup {
  return markup`<section aria-labelledby="confirm">
        <h2 id="confirm">${say.confirm}</h2>
        <p>${say.confirmText}</p>
        <form method="post" action="${below('confirm')}"><button type="submit">${say.confirmPress}</button></form>
      </section>`;
}

function changing(context: Context): Markup {
  const { say, below } = context;
  return markup`<section aria-labelledby="details">
        <h2 id="details">${say.details}</h2>
        <details>
          <summary>${say.detailsOpen}</summary>
          ${detailsForm(context)}
        </details>
      </section>
      <section aria-labelledby="withdraw">
        <h2 id="withdraw">${say.withdraw}</h2>
        <p>${say.withdrawText}</p>
        <p><a href="${below('withdraw')}">${say.withdrawLink}</a></p>
      </section>`;
}

function detailsForm({ need, correctable, refused, language, say, below }: Context): Markup {
  const fields = correctable.map(shownNeedField);
  const { answers = need.answers, faults = [] } = refused ?? {};
  return markup`${faultSummary({ fields, answers, faults, language })}
        <p>${say.detailsText}</p>
        <form method="post" action="${below('details')}" novalidate class="fields">
        ${formFields({ fields, answers, faults, language })}
        <p><button type="submit">${say.save}</button></p>
        </form>`;
}

function kept({ need, language, say }: Context): Markup {
  const day = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long' }).format(need.consent_at);
  return markup`<section aria-labelledby="kept">
        <h2 id="kept">${say.kept}</h2>
        <p>${say.keptText(day, need.notice_version)}</p>
      </section>`;
}

/** Asks once more before a need is withdrawn. */
export function withdrawNeedPage({ town, language, token }: Needed & { language: Language; token: string }): Markup {
  const say = needPageWords[language];
  const up = '../../';
  const body = markup`<h1>${say.withdrawTitle}</h1>
      <p class="lead">${say.withdrawLead}</p>
      <form method="post" action="${up}need/${token}/withdraw?lang=${language}"><button type="submit">${say.withdrawPress}</button></form>
      <p><a href="${up}need/${token}?lang=${language}">${say.withdrawBack}</a></p>`;
  return personPage({ language, town, title: say.withdrawTitle, body, up });
}

/** For a link that opens nothing (any more). */
export function goneNeedPage(language: Language, up: string): Markup {
  const say = needPageWords[language];
  const body = markup`<h1>${say.goneTitle}</h1>
      <p class="lead">${say.goneText}</p>`;
  return personPage({ language, title: say.goneTitle, body, up });
}
