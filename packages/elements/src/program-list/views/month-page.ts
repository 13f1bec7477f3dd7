import { type ProgramItem, type ProgramState, programState, sessionText, toInstant } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { languageOf } from '../../internal/program/facts.ts';
import type { AllStrings } from '../../strings/index.ts';
import type { CardActions } from '../card.ts';
import { below, type Listing } from '../listing.ts';
import type { View } from '../view.ts';
import { daysOf, firstDay, type Month, monthOf, shiftMonth, weekdayOf } from './month.ts';
import type { Entry, MonthPrograms } from './month-programs.ts';

export interface CalendarMonth {
  month: Month;
  today: string;
  /** Absent while the month is asked for. */
  programs?: MonthPrograms | undefined;
  next?: Month | undefined;
  /** True while what stands here is asked for. */
  busy: boolean;
  failure: string | undefined;
  undated: number;
  /** The days of which everything is shown. */
  unfolded: ReadonlySet<string>;
  listing: Listing;
  view: View;
  words: AllStrings;
  actions: CardActions;
  goTo(month: Month): void;
  unfold(day: string): void;
  retry(): void;
}

/** How many programs a day of the grid has room for. */
const room = 3;

/**
 * A month as one list of days: laid out as a grid where there is room, read as days with their programs everywhere.
 * What only the grid needs, weekdays and empty days, is for the eye alone.
 */
export function calendarMonth(page: CalendarMonth): TemplateResult {
  const { month, programs, failure, busy, listing, view, undated, words } = page;
  // What is over stands here anyway; one who came from a list of it alone can go back.
  const other = listing.other === 'upcoming' ? listing.other : undefined;
  const whole: Listing = { ...listing, answer: { ...listing.answer, next: undefined }, more: 'idle', other };
  return html`<div part="calendar" class="calendar">
      ${bar(page)}
      ${failure === undefined ? nothing : problem(page, failure)}
      ${programs?.total === 0 ? emptyMonth(page) : nothing}
      <div class="weekdays" aria-hidden="true">
        ${weekdays.map((instant) => html`<span>${words.views.weekday(instant)}</span>`)}
      </div>
      <ol part="days" class="days" role="list" aria-busy=${busy && failure === undefined}>
        ${daysOf(month).map((day) => dayOf(day, page))}
      </ol>
      ${programs ? rest(programs, page) : nothing}
      ${undated ? html`<p part="undated" class="small">${words.views.undatedCount(undated)}</p>` : nothing}
    </div>
    ${below(whole, view.s)}`;
}

/** A week from a Sunday on. */
const weekdays = daysOf('2026-02')
  .slice(0, 7)
  .map((day) => toInstant(day));

const nameOf = (month: Month, { views }: AllStrings) => views.month(toInstant(firstDay(month)));

function bar({ month, today, programs, failure, view, words, goTo }: CalendarMonth): TemplateResult {
  const { views } = words;
  const name = nameOf(month, words);
  const step = (to: Month | undefined, part: string, label: string) => html`<button
    part=${part}
    type="button"
    aria-disabled=${!to}
    @click=${() => to && goTo(to)}
  >${label}</button>`;
  return html`<div class="month-bar">
    <div part="month" class="month" role="heading" aria-level=${view.level} tabindex="-1">${name}</div>
    <div class="steps">
      ${step(shiftMonth(month, -1), 'previous', views.previous)}
      <button
        part="this-month"
        type="button"
        aria-disabled=${month === monthOf(today)}
        @click=${() => goTo(monthOf(today))}
      >${views.thisMonth}</button>
      ${step(shiftMonth(month, 1), 'next', views.next)}
    </div>
    <p class="hidden" role="status">
      ${programs ? views.monthCount(name, programs.total) : failure === undefined ? words.loading : ''}
    </p>
  </div>`;
}

function problem({ words, retry }: CalendarMonth, sentence: string): TemplateResult {
  return html`<p part="problem" role="alert">${sentence}</p>
    <p><button part="retry" type="button" @click=${retry}>${words.retry}</button></p>`;
}

function emptyMonth({ month, next, words, goTo }: CalendarMonth): TemplateResult {
  const { views } = words;
  const go = (event: Event) => {
    const bar = (event.currentTarget as HTMLElement).closest('.calendar')?.querySelector<HTMLElement>('.month');
    // The button goes with the empty month; the name of the month stays.
    bar?.focus();
    if (next) goTo(next);
  };
  return html`<div part="empty" class="empty">
    <p>${views.emptyMonth(nameOf(month, words))}</p>
    ${next ? html`<button part="next-month-with" type="button" @click=${go}>${views.goTo(nameOf(next, words))}</button>` : nothing}
  </div>`;
}

function dayOf(day: string, page: CalendarMonth): TemplateResult {
  const { today, programs, unfolded, view, words } = page;
  const entries = programs?.days.get(day) ?? [];
  const first = day.endsWith('-01') ? `column-${weekdayOf(day)}` : '';
  const isToday = day === today;
  const more = entries.length > room + 1 ? entries.length - room : 0;
  const folded = more && !unfolded.has(day);
  const kind = `day ${first} ${isToday ? 'today' : ''} ${entries.length ? '' : 'vacant'} ${folded ? 'folded' : ''}`;
  return html`<li part="day" class=${kind} aria-hidden=${entries.length ? nothing : 'true'}>
    <div class="date" role=${entries.length ? 'heading' : nothing} aria-level=${entries.length ? Math.min(view.level + 1, 6) : nothing}>
      <span class="number-of-day" aria-hidden="true">${Number(day.slice(8))}</span>
      <span class="whole-date">${view.s.date(toInstant(day), false)}</span>
      ${isToday ? html`<span class="today-word">${view.s.today}</span>` : nothing}
    </div>
    ${entries.length ? html`<ul role="list">${entries.map((entry) => entryOf(entry, page))}</ul>` : nothing}
    ${more ? fold(day, more, page) : nothing}
  </li>`;

  function fold(of: string, count: number, { unfold }: CalendarMonth) {
    return html`<button
      part="more-of-day"
      class="more-of-day"
      type="button"
      aria-expanded=${!folded}
      @click=${() => unfold(of)}
    >
      ${folded ? words.views.moreOfDay(count) : words.views.fewer}<span class="hidden">${view.s.date(toInstant(of), false)}</span>
    </button>`;
  }
}

/** States a person must know before they open a program. */
const told: readonly ProgramState[] = ['cancelled', 'postponed', 'full', 'closed'];

function entryOf(entry: Entry, page: CalendarMonth): TemplateResult {
  const { item, part } = entry;
  const state = programState(item, page.view.now);
  const time = timeOf(entry, page);
  return html`<li class="entry ${part}">
    ${link(
      item,
      html`${time ? html`<span class="time">${time}</span> ` : nothing}${
        told.includes(state) ? html`<span class="told ${state}">${page.view.s.states[state]}</span> ` : nothing
      }<span lang=${languageOf(item.title, page.view.s)}>${item.title}</span>`,
      page,
    )}
  </li>`;
}

function link(item: ProgramItem, content: unknown, { actions }: CalendarMonth): TemplateResult {
  return html`<a
    part="entry"
    href=${actions.href(item)}
    data-program="${item.town}/${item.id}"
    @click=${(event: MouseEvent) => actions.open(event, item)}
  >${content}</a>`;
}

/** What is said before a title: when it begins that day, or that it began before. */
function timeOf({ session, part }: Entry, { view, words }: CalendarMonth): string | undefined {
  const clock = (time: string) => time.replace(/^0/, '');
  const { startTime, endTime } = session;
  if (part === 'whole') return startTime && clock(startTime);
  if (part === 'between') return words.views.continued;
  if (part === 'first') return startTime ? view.s.from(clock(startTime)) : words.views.begins;
  return endTime ? view.s.until(clock(endTime)) : words.views.ends;
}

/** What has no day of its own: what lasts long, what could not be read, and that there is more than can be shown. */
function rest({ long, unreadable, placed, total }: MonthPrograms, page: CalendarMonth): TemplateResult {
  const { view, words } = page;
  const { s, now, level } = view;
  return html`${placed < total ? html`<p part="cut" class="small">${words.views.cut(placed, total)}</p>` : nothing}
  ${
    long.length
      ? html`<div part="long" class="long">
          <div class="date" role="heading" aria-level=${Math.min(level + 1, 6)}>${words.views.long}</div>
          <ul role="list">
            ${long.map(
              ({ item, session }) => html`<li class="entry">
                ${link(item, html`<span lang=${languageOf(item.title, s)}>${item.title}</span>`, page)}
                <span class="span">${sessionText(session, now, s)}</span>
              </li>`,
            )}
          </ul>
        </div>`
      : nothing
  }
  ${unreadable.map((item) => {
    const title: unknown = (item as { title?: unknown } | null)?.title;
    return html`<p part="summary" class="small">${typeof title === 'string' && title ? title : s.untitled}${s.dot}${s.malformed}</p>`;
  })}`;
}
