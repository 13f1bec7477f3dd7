import type { Problem, ProgramPage } from '@kankei/core';
import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import type { ElementState } from '../internal/element-state.ts';
import type { ProgramName } from '../internal/program/program-link.ts';
import type { AllStrings } from '../strings/index.ts';
import { nextBoundary } from './boundaries.ts';
import { describeList } from './described-programs.ts';
import { lateStyles } from './late.styles.ts';
import { linkedProgram } from './linked-program.ts';
import type { Listing } from './listing.ts';
import { patience } from './patience.ts';
import { printStyles } from './print.styles.ts';

/** How a list stands, as upkeep needs to know it. */
export interface Upkept {
  state: ElementState;
  problem: Problem | undefined;
  answer: ProgramPage | undefined;
  towns: readonly string[];
  /** True where the visitor has chosen what the answer may not show yet. */
  narrowed: boolean;
  words: AllStrings | undefined;
  jsonLd: boolean;
}

export interface UpkeepOptions {
  look(): Upkept;
  /** A problem in a sentence. */
  explain(problem: Problem): string;
  /** Asks again. */
  reload(): void;
  /** Asks again on a person's wish. */
  retry(): void;
  /** Fetches all words; they are in `look()` afterwards. */
  needWords(): Promise<void>;
  /** Opens the program that the page's address has come to name, if what is open does not follow it already. */
  open(name: ProgramName): void;
}

/** Timers are looked at so often (ms) at least: a clock may be set, a machine may sleep. */
const longest = 600_000;
/** How long (ms) a list stands still before it is described: one that grows is described once. */
const rest = 300;

/** So many programs are described for search engines: a whole file of them would be megabytes in the page. */
const mostDescribed = 100;

/**
 * Keeps a list right that stands in an open page: its words when a day or a deadline passes, what is said while an
 * answer takes long or does not come, a new try when the connection is back, and what search engines and printers read.
 * Fetched when the first cards stand.
 */
export class Upkeep implements ReactiveController {
  private readonly host: LitElement;
  private readonly options: UpkeepOptions;
  private connection = new AbortController();
  private asOf: string | undefined;
  /** When that answer came, and until when it has been thought on; both by the visitor's clock. */
  private came = 0;
  private looked = 0;
  private timer: number | undefined;
  private slowTimer: number | undefined;
  private slow = false;
  /** What the timer was set for, and what is described or will be. */
  private seen: unknown[] = [];
  private describing: number | undefined;

  constructor(host: LitElement, options: UpkeepOptions) {
    this.host = host;
    this.options = options;
    addStyles(host, lateStyles);
    addStyles(host, printStyles);
    host.addController(this);
  }

  hostConnected(): void {
    this.connection = new AbortController();
    const { signal } = this.connection;
    document.addEventListener('visibilitychange', this.tick, { signal });
    addEventListener('pageshow', this.tick, { signal });
    addEventListener('online', this.online, { signal });
    addEventListener('popstate', this.address, { signal });
    // What it has come to name meanwhile.
    this.address();
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.connection.abort();
    clearTimeout(this.timer);
    clearTimeout(this.slowTimer);
    this.slowTimer = undefined;
    this.slow = false;
    clearTimeout(this.describing);
    this.seen = [];
    void describeList(this.host, undefined);
  }

  /** The instant (ms since 1970) for which the list speaks: the answer's, moved on when something passes. */
  get now(): number | undefined {
    const told = Date.parse(this.asOf ?? '');
    return told ? told + this.looked - this.came : undefined;
  }

  hostUpdate(): void {
    const { answer, state } = this.options.look();
    if (answer?.asOf !== this.asOf) {
      this.asOf = answer?.asOf;
      this.came = this.looked = Date.now();
    }
    if (state !== 'loading') {
      clearTimeout(this.slowTimer);
      this.slowTimer = undefined;
      this.slow = false;
    } else this.slowTimer ??= window.setTimeout(this.say, patience);
  }

  hostUpdated(): void {
    if (!this.host.isConnected) return;
    const { answer, jsonLd } = this.options.look();
    const seen = [answer, jsonLd, this.looked];
    if (seen.every((one, index) => one === this.seen[index])) return;
    this.seen = seen;
    this.wind();
    clearTimeout(this.describing);
    this.describing = window.setTimeout(this.describe, rest);
  }

  /** What has to be said of an answer that is late or not the newest; undefined where all is well. */
  notice(): TemplateResult | undefined {
    const { state, answer, words, problem, narrowed } = this.options.look();
    if (!words) return undefined;
    const withRetry = (said: TemplateResult) => html`<div class="late">
      ${said}
      <p><button part="retry" type="button" @click=${this.options.retry}>${words.retry}</button></p>
    </div>`;
    if (this.slow) return withRetry(html`<p part="slow" class="slow" role="status">${words.slow}</p>`);
    // What was not found before says nothing about what is asked now.
    if (state !== 'failed' || !problem || !answer?.programs.length) return undefined;
    return withRetry(html`<p part="problem" role="alert">
      ${this.options.explain(problem)} ${words.stale(Date.parse(answer.asOf))} ${narrowed ? words.staleNarrowed : ''}
    </p>`);
  }

  /** Why the rest of a list is not here, and of when is what stands; undefined where there is nothing to say. */
  moreFailed(more: Listing['more']): string | undefined {
    const { answer, words } = this.options.look();
    if (typeof more !== 'object' || !words || !answer) return undefined;
    return `${this.options.explain(more)} ${words.shownSoFar(answer.programs.length, Date.parse(answer.asOf))}`;
  }

  /** Moves on if something has passed; also after the machine has slept. */
  private readonly tick = (): void => {
    if (this.now === undefined || document.visibilityState === 'hidden') return;
    const { answer } = this.options.look();
    const present = this.now + Date.now() - this.looked;
    if (present >= nextBoundary(answer?.programs ?? [], this.now)) {
      this.looked = Date.now();
      this.host.requestUpdate();
    } else this.wind();
  };

  private wind(): void {
    clearTimeout(this.timer);
    if (this.now === undefined) return;
    const left = nextBoundary(this.options.look().answer?.programs ?? [], this.now) - this.now;
    this.timer = window.setTimeout(this.tick, Math.min(Math.max(left - (Date.now() - this.looked), 0), longest));
  }

  private readonly say = async (): Promise<void> => {
    await this.options.needWords().catch(() => {});
    this.slow = this.slowTimer !== undefined && this.host.isConnected;
    this.host.requestUpdate();
  };

  private readonly online = (): void => {
    const { state, problem } = this.options.look();
    if (state === 'failed' && (problem?.code === 'network' || problem?.code === 'timeout')) this.options.reload();
  };

  private readonly address = (): void => {
    const named = linkedProgram(this.options.look().towns);
    if (named) this.options.open(named);
  };

  private readonly describe = (): void => {
    const { answer, jsonLd } = this.options.look();
    const programs = jsonLd ? answer?.programs.slice(0, mostDescribed) : undefined;
    const now = this.now ?? Date.now();
    // Without it the page is poorer for search engines and the same for visitors.
    describeList(this.host, programs && { programs, now }).catch(() => {});
  };
}
