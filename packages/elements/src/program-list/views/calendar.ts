import { dayAt, type ProgramItem, type ProgramPage, type ProgramQueryInput, sessionSpan } from '@kankei/core';
import type { LitElement, TemplateResult } from 'lit';
import { addStyles } from '../../internal/add-styles.ts';
import type { CardActions } from '../card.ts';
import type { Listing } from '../listing.ts';
import type { View } from '../view.ts';
import { calendarStyles } from './calendar.styles.ts';
import { type Month, monthOf } from './month.ts';
import { calendarMonth } from './month-page.ts';
import { type MonthPrograms, placeInMonth } from './month-programs.ts';
import { askMonth, askNextMonth, askUndated } from './month-questions.ts';
import type { ListingView, ViewsOptions } from './views.ts';

/** The month calendar. It asks for the month it shows, whatever part of all programs the list holds. */
export const calendarView = (host: LitElement, options: ViewsOptions): ListingView => new Calendar(host, options);

/** What is known of a month. */
interface Answer {
  programs: MonthPrograms;
  /** Where the month has nothing: the next one that has. */
  next?: Month | undefined;
}

/** The month to begin with: of today, of the first day that is asked for, of the last program where all are over. */
function firstMonth(query: ProgramQueryInput, programs: readonly ProgramItem[], today: string): Month {
  if (query.from && query.from > today) return monthOf(query.from);
  if (query.past !== 'only') return monthOf(today);
  const lastDays = programs.flatMap(daysIn).filter((day) => day <= today);
  return monthOf(lastDays.sort().at(-1) ?? today);
}

/** The first and last days of a program's sessions; none where they cannot be read. */
function daysIn({ sessions }: ProgramItem): string[] {
  try {
    return sessions.map(sessionSpan).flatMap(({ start, end }) => [dayAt(start), dayAt(end - 1)]);
  } catch {
    return [];
  }
}

class Calendar implements ListingView {
  private readonly host: LitElement;
  private readonly options: ViewsOptions;
  /** The month the visitor went to. */
  private chosen: Month | undefined;
  private readonly unfolded = new Set<string>();
  private readonly answers = new Map<Month, Answer>();
  private undated = 0;
  private failure: string | undefined;
  /** What all answers go with: the answer of the list, and the day. */
  private page: ProgramPage | undefined;
  private today = '';
  /** The month that stood when its answer became void: it stays until the new one has come. */
  private kept: { month: Month; answer: Answer | undefined } | undefined;
  private asking: { month: Month; stop: AbortController } | undefined;

  constructor(host: LitElement, options: ViewsOptions) {
    this.host = host;
    this.options = options;
    addStyles(host, calendarStyles);
  }

  stop(): void {
    this.asking?.stop.abort();
    this.asking = undefined;
  }

  render(listing: Listing, view: View, actions: CardActions): TemplateResult {
    const query = this.options.query();
    const today = dayAt(view.now);
    const month = this.chosen ?? firstMonth(query, listing.answer.programs, today);
    this.follow(month, query, listing.answer, view.now);
    const known = this.answers.get(month);
    return calendarMonth({
      month,
      today,
      ...(known ?? (this.kept?.month === month ? this.kept.answer : undefined)),
      busy: listing.busy || !known,
      failure: this.failure,
      undated: this.undated,
      unfolded: this.unfolded,
      listing,
      view,
      words: this.options.words(),
      actions,
      goTo: (to) => this.goTo(to),
      unfold: (day) => this.unfold(day),
      retry: () => this.retry(),
    });
  }

  /** Asks for the month unless it is known or asked for. With another answer of the list, or another day, all is asked anew. */
  private follow(month: Month, query: ProgramQueryInput, page: ProgramPage, now: number): void {
    if (page !== this.page || dayAt(now) !== this.today) {
      this.stop();
      this.kept = { month, answer: this.answers.get(month) };
      this.answers.clear();
      this.failure = undefined;
      this.page = page;
      this.today = dayAt(now);
    }
    if (this.answers.has(month) || this.asking?.month === month || this.failure !== undefined) return;
    void this.ask(month, query, now);
  }

  private async ask(month: Month, query: ProgramQueryInput, now: number): Promise<void> {
    this.stop();
    const stop = new AbortController();
    this.asking = { month, stop };
    const ask = (wanted: ProgramQueryInput) => this.options.ask(wanted, stop.signal);
    try {
      const [answer, undated] = await Promise.all([askMonth(ask, query, month), askUndated(ask, query, now)]);
      const next = answer.total ? undefined : await askNextMonth(ask, query, month);
      if (stop.signal.aborted) return;
      this.answers.set(month, { programs: placeInMonth(answer, month), next });
      this.undated = undated;
    } catch (error) {
      if (stop.signal.aborted) return;
      this.failure = this.options.explain(error);
    }
    this.asking = undefined;
    this.host.requestUpdate();
  }

  private goTo(month: Month): void {
    this.stop();
    this.chosen = month;
    this.failure = undefined;
    this.unfolded.clear();
    this.host.requestUpdate();
  }

  private unfold(day: string): void {
    if (!this.unfolded.delete(day)) this.unfolded.add(day);
    this.host.requestUpdate();
  }

  private retry(): void {
    this.failure = undefined;
    this.host.requestUpdate();
    // The button goes; the name of the month stays.
    this.host.renderRoot.querySelector<HTMLElement>('[part="month"]')?.focus();
  }
}
