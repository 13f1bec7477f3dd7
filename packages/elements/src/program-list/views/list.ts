import {
  dayAt,
  isAsked,
  type ProgramItem,
  programState,
  sessionSpan,
  takesApplications,
  toInstant,
  whenOf,
  whereOf,
} from '@kankei/core';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../../internal/add-styles.ts';
import { icon } from '../../internal/icons.ts';
import { languageOf } from '../../internal/program/facts.ts';
import type { AllStrings } from '../../strings/index.ts';
import { type CardActions, unbroken } from '../card.ts';
import { below, isBusy, type Listing } from '../listing.ts';
import { slices } from '../slices.ts';
import type { View } from '../view.ts';
import { listStyles } from './list.styles.ts';
import { firstDay, monthOf } from './month.ts';
import type { ListingView, ViewsOptions } from './views.ts';

/** The months a list is grouped by; what has no date stands under `undated`. */
interface Group {
  month: string;
  /** How many programs stand before its own. */
  after: number;
  items: ProgramItem[];
}
const undated = 'undated';

/** The compact list: one line a program, in the order of the cards, under the months. */
export function listView(host: LitElement, { words, query }: ViewsOptions): ListingView {
  addStyles(host, listStyles);
  return {
    render(listing, view, actions) {
      // In another order than by date the months would come again and again.
      const byMonth = (query().sort ?? 'soon') === 'soon';
      const { answer, drawn, busy } = listing;
      const groups = byMonth ? groupByMonth(answer.programs, view.now) : undefined;
      return html`<div class=${busy ? 'months busy' : 'months'} aria-busy=${isBusy(listing)}>
          ${
            groups
              ?.filter(({ after }) => after < drawn)
              .map((group) => month(group, listing, view, words(), actions)) ??
            rows(answer.programs, drawn, view, actions)
          }
        </div>
        ${below(listing, view.s)}`;
    },
  };
}

/** Neighbours of one month together; no program moves, so that “more” only ever adds below. */
function groupByMonth(programs: readonly ProgramItem[], now: number): Group[] {
  const groups: Group[] = [];
  for (const [after, item] of programs.entries()) {
    const month = monthOfItem(item, now);
    const last = groups.at(-1);
    if (last?.month === month) last.items.push(item);
    else groups.push({ month, after, items: [item] });
  }
  return groups;
}

/** The month that puts a program where it stands: of its next beginning, of the end of what is on, of the last end. */
function monthOfItem(item: ProgramItem, now: number): string {
  try {
    const spans = item.sessions.map(sessionSpan);
    if (!spans.length) return undated;
    const coming = spans.filter(({ end }) => end > now).map(({ start, end }) => (start > now ? start : end - 1));
    return monthOf(dayAt(coming.length ? Math.min(...coming) : Math.max(...spans.map(({ end }) => end - 1))));
  } catch {
    return undated;
  }
}

function month(
  { month, after, items }: Group,
  { drawn }: Listing,
  view: View,
  { views }: AllStrings,
  actions: CardActions,
): TemplateResult {
  return html`<div part="group">
    <div part="group-heading" class="group-heading" role="heading" aria-level=${view.level}>
      ${month === undated ? views.undated : views.month(toInstant(firstDay(month)))}
    </div>
    ${rows(items, drawn - after, view, actions)}
  </div>`;
}

function rows(items: readonly ProgramItem[], drawn: number, view: View, actions: CardActions): TemplateResult {
  return html`<ul part="list" class="rows" role="list">
    ${slices(items, view, drawn, (item) => row(item, view, actions))}
  </ul>`;
}

/** A program as a line. What cannot be read becomes a line that says so. */
function row(item: ProgramItem, view: View, actions: CardActions): TemplateResult {
  try {
    return wholeRow(item, view, actions);
  } catch {
    const { s } = view;
    const title: unknown = (item as { title?: unknown } | null)?.title;
    return html`<li part="card" class="row">
      <span></span>
      <p part="title" class="row-title">${typeof title === 'string' && title ? title : s.untitled}</p>
      <p part="summary" class="row-where">${s.malformed}</p>
    </li>`;
  }
}

function wholeRow(item: ProgramItem, view: View, { href, open }: CardActions): TemplateResult {
  const { s, now, townName } = view;
  const state = programState(item, now);
  const when = whenOf(item, state, now, s);
  const place = whereOf(item, s, isAsked(state));
  const town = townName(item.town);
  const where = [place, town].filter(Boolean).join(s.dot);
  return html`<li part="card" class="row">
    <p part="when" class="row-when">
      <span lang=${when ? languageOf(when.text, s) : nothing}>${when && unbroken(when.text)}</span>
      ${when?.more ? html`<span class="unbroken">${when.more}</span>` : nothing}
      ${when?.near ? html`<strong class="near">${when.near}</strong>` : nothing}
    </p>
    <p part="title" class="title row-title">
      <a
        href=${href(item)}
        data-program="${item.town}/${item.id}"
        lang=${languageOf(item.title, s)}
        @click=${(event: MouseEvent) => open(event, item)}
      >${item.title}</a>
    </p>
    ${where ? html`<p part="where" class="row-where" lang=${languageOf(where, s)}>${where}</p>` : nothing}
    <p class="row-state">
      ${
        state === 'open' && !takesApplications(item)
          ? nothing
          : html`<span part="state tag" class="tag ${state}">${icon(state)}${s.states[state]}</span>`
      }
    </p>
  </li>`;
}
