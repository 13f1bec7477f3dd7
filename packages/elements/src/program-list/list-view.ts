import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings/ja.ts';
import type { CardActions } from './card.ts';
import { type Chosen, isNarrowed } from './chosen.ts';
import { filters } from './filters.ts';
import { below, cards, type Listing } from './listing.ts';
import type { View } from './view.ts';

/** What is fetched after the first cards, as far as it has come. */
export interface LaterParts {
  /** The filters beyond words and kinds. */
  fields?: unknown;
  /** All that is chosen. */
  chips?: unknown;
  /** The choice of views. */
  switch?: unknown;
  /** True where not one page after another is shown but months, with what is over as well. */
  showsMonths?: boolean;
  /** The programs in another view than cards. */
  render?(listing: Listing, view: View, actions: CardActions): TemplateResult | undefined;
  /** True where the last question had no answer: what stands is not counted. */
  failed?: boolean;
  /** What stands where there is nothing to list. */
  empty?(listing: Listing, s: Strings): TemplateResult;
  /** What is said above the programs: slow, offline, out of date. */
  notice?: TemplateResult | undefined;
  /** What stands in place of the programs. */
  failure?: TemplateResult | undefined;
}

/** All that decides how a list looks once it has an answer. */
export interface ListLook extends Omit<Listing, 'narrowed' | 'over' | 'other'> {
  view: View;
  actions: CardActions;
  /** What the visitor chose. */
  chosen: Chosen;
  /** What the page says: of what is over, and which kinds. */
  past: string;
  kind: string;
  /** True where the page names its programs: no search then, and nothing to count. */
  named: boolean;
  /** True where there is something to search in. */
  searchable: boolean;
  /** The kinds that were offered: they stay while other filters leave nothing of them. */
  offered: Set<string>;
  /** True where there is room to show the kinds at once. */
  wide: boolean;
  /** True where there are several views. */
  hasViews: boolean;
  later: LaterParts;
  choose(change: Chosen): void;
  /** The visitor wants to see the filters beyond words and kinds. */
  unfold(): void;
}

/** The list, or in its place the program that is opened. */
export function listOrProgram(list: TemplateResult, opened?: TemplateResult): TemplateResult {
  return html`<div ?hidden=${Boolean(opened)}>${list}</div>${opened ?? nothing}`;
}

/** A list: search, count, programs, and what stands below them. The first cards are drawn by it before the element is there. */
export function listView(look: ListLook): TemplateResult {
  const { searchable, hasViews, later } = look;
  return html`
    ${searchable ? filterForm(look) : nothing} ${later.chips ?? nothing}
    <div class="bar">
      <p part="count" class="count" role="status" tabindex="-1">${later.failed ? nothing : countText(look)}</p>
      ${searchable && hasViews ? html`<div class="views">${later.switch}</div>` : nothing}
    </div>
    ${later.failure ?? html`${later.notice}${programs(look)}`}
  `;
}

function filterForm({ answer, chosen, kind, offered, wide, view, later, choose, unfold }: ListLook): TemplateResult {
  return filters({ s: view.s, answer, chosen, kind, offered, more: later.fields, unfold, wide, choose });
}

function programs(look: ListLook): TemplateResult | undefined {
  const { answer, view, actions, chosen, past, later } = look;
  const listing: Listing = {
    ...look,
    narrowed: isNarrowed(chosen),
    over: isOver(look),
    other: chosen.past ? 'upcoming' : past === 'exclude' && answer.past ? 'past' : undefined,
  };
  const isEmpty = !answer.programs.length && !answer.next;
  if (isEmpty && !(answer.past && later.showsMonths)) return later.empty?.(listing, view.s);
  return later.render?.(listing, view, actions) ?? html`${cards(listing, view, actions)}${below(listing, view.s)}`;
}

function countText(look: ListLook): string {
  const { s } = look.view;
  const { programs, total } = look.answer;
  if (look.named || !(total || isNarrowed(look.chosen))) return '';
  if (programs.length < total && !look.later.showsMonths) return s.shown(programs.length, total);
  if (isOver(look)) return s.pastFound(total);
  return isNarrowed(look.chosen) ? s.found(total) : s.count(total);
}

/** True where the list is of programs that are over. */
function isOver({ chosen, past }: ListLook): boolean {
  return (chosen.past ?? past) === 'only';
}
