import {
  exchangeOf,
  feeOf,
  isAsked,
  isOpen,
  type ProgramItem,
  programState,
  type Suggestion,
  whenOf,
  whereOf,
} from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../internal/icons.ts';
import { languageOf, tags } from '../internal/program/facts.ts';
import { programHref } from '../internal/program/program-link.ts';
import { readTowns } from '../internal/towns.ts';
import { webLink } from '../internal/web-link.ts';
import { type Teller, tellMisfit, tellReason } from './tell.ts';

/** What every suggestion is told with. */
export interface SuggestionView extends Teller {
  /** The instant the answer holds for, ms since 1970. */
  now: number;
  /** The heading level of titles. */
  level: number;
  /** The town's name where programs of several are suggested. */
  townName(code: string): string | undefined;
  /** What stands below a suggestion. */
  actions(program: ProgramItem): unknown;
}

/** A program as a card tells it, why it suits and what does not. */
export function suggestionView({ program, reasons, misfits }: Suggestion, view: SuggestionView): TemplateResult {
  const { words, now, level, townName } = view;
  const { matching: m, program: s } = words;
  const state = programState(program, now);
  const when = whenOf(program, state, now, s);
  const where = whereOf(program, s, isAsked(state));
  return html`<li part="suggestion" class="suggestion">
    ${tags(program, state, { s, townName })}
    <div part="suggestion-title" class="title" role="heading" aria-level=${level} lang=${languageOf(program.title, s)}>
      ${titleOf(program, m.leaves)}
    </div>
    ${
      when
        ? html`<p part="when" class="line">
            ${icon('when')}<span lang=${languageOf(when.text, s)}
              >${[when.text, when.more, when.near].filter(Boolean).join(' ')}</span
            >
          </p>`
        : nothing
    }
    ${where ? html`<p part="where" class="line">${icon('where')}<span lang=${languageOf(where, s)}>${where}</span></p>` : nothing}
    ${facts(program, view)}
    ${told(
      'reasons',
      m.why,
      reasons.map((reason) => tellReason(reason, view)),
    )}
    ${told(
      'misfits',
      m.whyNot,
      misfits.map((misfit) => tellMisfit(misfit, view)),
    )}
    ${view.actions(program)}
  </li>`;
}

function facts(program: ProgramItem, { words: { program: s }, now }: SuggestionView) {
  const state = programState(program, now);
  const { placesLeft } = program;
  const all = [
    feeOf(program, s, isAsked(state)),
    placesLeft && isOpen(state) ? s.placesLeft(placesLeft) : undefined,
    ...exchangeOf(program, s),
  ].filter((fact) => fact !== undefined);
  return all.length
    ? html`<p part="facts" class="facts">${all.map((fact, index) => [index ? s.dot : '', html`<span lang=${languageOf(fact, s)}>${fact}</span>`])}</p>`
    : nothing;
}

function told(part: 'reasons' | 'misfits', heading: string, sentences: readonly string[]) {
  return sentences.length
    ? html`<div part=${part} class=${part}>
        <p class="small">${heading}</p>
        <ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>
      </div>`
    : nothing;
}

/** A list of the town on the same page opens the program in place; else its own page does, where it has one. */
function titleOf(program: ProgramItem, leaves: string): TemplateResult | string {
  const { title, town } = program;
  if (isListed(town)) return html`<a part="open" href=${programHref(program)}>${title}</a>`;
  const page = webLink(program.url);
  if (!page) return title;
  return new URL(page).host === location.host
    ? html`<a part="open" href=${page}>${title}</a>`
    : html`<a part="open" href=${page} target="_blank" rel="noopener">${title}<span class="hidden">${leaves}</span></a>`;
}

function isListed(town: string): boolean {
  const lists = [...document.querySelectorAll('kankei-program-list')];
  return lists.some((list) => readTowns(list.getAttribute('town') ?? '').includes(town));
}
