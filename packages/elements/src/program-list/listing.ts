import type { Problem, ProgramPage } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings/ja.ts';
import { type CardActions, card } from './card.ts';
import { slices } from './slices.ts';
import type { View } from './view.ts';

/** How the listing stands beside its answer. */
export interface Listing {
  answer: ProgramPage;
  /** How many programs are drawn so far; the others follow in slices. */
  drawn: number;
  /** How many are there in outline at least. */
  outlined?: number;
  /** True while another answer is on its way. */
  busy: boolean;
  /** How it goes with more programs: why they did not come, if so. */
  more: 'idle' | 'loading' | Problem;
  /** That in a sentence. */
  moreFailed: string;
  /** True when the visitor has chosen words or kinds. */
  narrowed: boolean;
  /** True where the list is of programs that are over. */
  over: boolean;
  /** Where the visitor may change between what is to come and what is over: to which. */
  other: 'past' | 'upcoming' | undefined;
  showMore(): void;
  /** Removes all filters, where nothing else on the page does. */
  clear: (() => void) | undefined;
  togglePast(): void;
}

export function cards(listing: Listing, view: View, actions: CardActions): TemplateResult {
  const { answer, drawn, outlined, busy } = listing;
  const classes = `list${busy ? ' busy' : ''}${answer.total > 60 ? ' long' : ''}`;
  return html`<ul part="list" class=${classes} role="list" aria-busy=${isBusy(listing)}>
    ${slices(answer.programs, view, drawn, (item, whole) => card(item, view, actions, whole), outlined)}
  </ul>`;
}

/** True while something of a list is still to come. */
export function isBusy({ answer, drawn, busy }: Listing): boolean {
  return busy || drawn < answer.programs.length;
}

/** What stands below the programs, however they are shown: more of them, ways to another list, the zone. */
export function below(listing: Listing, s: Strings): TemplateResult {
  const { answer, more, moreFailed, showMore } = listing;
  return html`${typeof more === 'object' ? html`<p part="problem" role="alert">${moreFailed}</p>` : nothing}
    <div class="buttons">
      ${
        answer.next
          ? html`<button part="more" type="button" aria-disabled=${more === 'loading'} @click=${showMore}>
            ${more === 'loading' ? s.loading : s.more}
          </button>`
          : nothing
      }
      ${ways(listing, s)}
    </div>
    ${inJapan() ? nothing : html`<p part="zone" class="small">${s.japanTime}</p>`}
  `;
}

/** The ways to another list: without the filters, with what is over. */
export function ways({ answer, narrowed, other, clear, togglePast }: Listing, s: Strings) {
  return [
    narrowed && clear ? html`<button part="clear" type="button" @click=${clear}>${s.clear}</button>` : nothing,
    other
      ? html`<button part="past" type="button" @click=${togglePast}>
          ${other === 'past' ? s.showPast(answer.past) : s.showUpcoming}
        </button>`
      : nothing,
  ];
}

/** True where clocks show what Japan's show. */
export function inJapan(): boolean {
  return new Date().getTimezoneOffset() === -540;
}
