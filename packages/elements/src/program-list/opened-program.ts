import type { Backend } from '@kankei/client';
import { type Problem, type Program, type ProgramItem, programState } from '@kankei/core';
import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import { icon } from '../internal/icons.ts';
import { toProblem } from '../internal/problem.ts';
import { languageOf, tags } from '../internal/program/facts.ts';
import { type ProgramName, programHref } from '../internal/program/program-link.ts';
import type { TakingPart } from './application/taking-part.ts';
import { detail } from './detail.ts';
import { KankeiProgramOpenEvent } from './events.ts';
import { hold, keyOf } from './holders.ts';
import { isHeldElsewhere, linkedProgram } from './linked-program.ts';
import { openedProgramStyles } from './opened-program.styles.ts';
import { patience } from './patience.ts';
import { leaveAddress, nameInAddress, visit } from './program-history.ts';
import { type Shared, share } from './share-link.ts';
import type { FullView } from './view.ts';

/** The program that stands in place of the list, and how far it has come. */
interface Opened extends ProgramName {
  /** What the card knew. */
  item: ProgramItem | undefined;
  program?: Program;
  problem?: Problem;
  /** True once the answer takes long. */
  slow?: boolean;
  /** What came of the last press on “share”. */
  shared?: Shared;
}

/** What the program needs of the list it stands in for. */
export interface OpenedProgramOptions {
  towns(): readonly string[];
  backend(): Backend;
  explain(problem: Problem): string;
  /** Fetches the words of every problem. */
  needWords(): Promise<void>;
  /** How many places of a program are left by now. */
  learn(name: ProgramName, placesLeft: number): void;
}

/**
 * Opens a program in place of its list and closes it again, with focus, the window and the page's address where a
 * person expects them. What is open follows the address, so the browser's own buttons work.
 */
export class OpenedProgram implements ReactiveController {
  private readonly host: LitElement;
  private readonly options: OpenedProgramOptions;
  private opened: Opened | undefined;
  private question = new AbortController();
  /** Where the opened card's link stood in the window, to put it there again. */
  private linkTop: number | undefined;
  /** What the cards knew of programs opened before, by town and id. */
  private readonly items = new Map<string, ProgramItem>();
  /** What one can do here beside reading: fetched once a program stands. */
  private taking: TakingPart | undefined;

  constructor(host: LitElement, options: OpenedProgramOptions) {
    this.host = host;
    this.options = options;
    addStyles(host, openedProgramStyles);
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.followAddress);
    addEventListener('online', this.online);
    if (this.opened) hold(this.host, this.opened);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.followAddress);
    removeEventListener('online', this.online);
    if (!this.opened?.program) this.forget();
  }

  /** Closes without moving focus: the list itself has become another. */
  forget(): void {
    this.question.abort();
    this.taking?.leave();
    this.show(undefined);
  }

  /** Opens a card's program, by its link, as an entry of its own in the browser's history; or one the address names. */
  async open(name: ProgramName, item?: ProgramItem, link?: HTMLElement): Promise<void> {
    if (item) this.items.set(keyOf(name), item);
    if (link) {
      this.linkTop = link.getBoundingClientRect().top;
      visit(programHref(name));
    } else if (isHeldElsewhere(this.host, name)) return;
    await this.load(name);
  }

  /** Makes what is open what the page's address names. */
  private readonly followAddress = (): void => {
    const named = linkedProgram(this.options.towns());
    if (!named || isHeldElsewhere(this.host, named)) {
      if (this.opened) void this.closeHere();
    } else if (!this.opened || keyOf(this.opened) !== keyOf(named)) void this.load(named);
  };

  /** Closes as the browser's back button would; the entry that the program was reached by from outside stays. */
  async close(): Promise<void> {
    if (!this.opened || !nameInAddress(programHref(this.opened))) return this.closeHere();
    if (leaveAddress() === 'left') await this.closeHere();
  }

  /** Closes; focus goes back to the card the program came from, which stands again where it stood. */
  private async closeHere(): Promise<void> {
    const name = this.opened && keyOf(this.opened);
    this.forget();
    await this.host.updateComplete;
    const links = this.host.renderRoot.querySelectorAll<HTMLElement>('[data-program]');
    const link = [...links].find((one) => one.dataset.program === name);
    const target = link ?? this.host.renderRoot.querySelector<HTMLElement>('[part="count"]');
    target?.focus({ preventScroll: true });
    const top = this.linkTop;
    this.linkTop = undefined;
    if (link && top !== undefined) await putBack(link, top);
    target?.scrollIntoView({ block: 'nearest' });
  }

  private async load({ town, id }: ProgramName): Promise<void> {
    const opened: Opened = { town, id, item: this.items.get(keyOf({ town, id })) };
    hold(this.host, opened);
    // The form of the program before belongs to that one.
    this.taking?.leave();
    this.show(opened);
    this.host.dispatchEvent(new KankeiProgramOpenEvent(town, id));
    void this.focusHeading();
    await this.ask(opened);
  }

  /** Asks for all of a program; an older question is stopped. What stands stays until there is an answer. */
  private async ask({ town, id, item }: Opened): Promise<void> {
    this.question.abort();
    this.question = new AbortController();
    const { signal } = this.question;
    const opened: Opened = { town, id, item };
    const slow = setTimeout(() => signal.aborted || this.show({ ...opened, slow: true }), patience);
    try {
      const program = await this.options.backend().program(town, id, { signal });
      if (!signal.aborted) {
        this.show({ ...opened, program });
        void this.offer(program);
      }
    } catch (error) {
      if (!signal.aborted) this.show({ ...opened, problem: toProblem(error) });
    }
    clearTimeout(slow);
  }

  /** Never rejects: without what one can do here, a program can be read all the same. */
  private async offer(program: Program): Promise<void> {
    const { backend, explain, needWords } = this.options;
    const code = await import('./application/taking-part.ts').catch(() => undefined);
    if (!code) return;
    const learn = (name: ProgramName, placesLeft: number) => this.learn(name, placesLeft);
    this.taking ??= new code.TakingPart(this.host, { backend, explain, needWords, learn });
    if (this.opened?.program === program) await this.taking.ask(program);
  }

  /** Applications of others have come in since the program was asked for. */
  private learn(name: ProgramName, placesLeft: number): void {
    const { opened } = this;
    if (opened?.program && keyOf(opened) === keyOf(name) && opened.program.placesLeft !== placesLeft)
      this.show({ ...opened, program: { ...opened.program, placesLeft } });
    this.options.learn(name, placesLeft);
  }

  /** Asks again on a person's wish. The button goes, the title stays. */
  private retry({ town, id, item }: Opened): void {
    const opened: Opened = { town, id, item };
    this.show(opened);
    void this.focusHeading();
    void this.ask(opened);
  }

  private readonly online = (): void => {
    const { opened, taking } = this;
    const code = opened?.problem?.code;
    if (opened && (code === 'network' || code === 'timeout')) void this.ask(opened);
    else if (opened?.program && taking) taking.online(opened.program);
    else if (opened?.program) void this.offer(opened.program);
  };

  /** The opened program; undefined while there is none. */
  view(view: FullView): TemplateResult | undefined {
    const { opened } = this;
    if (!opened) return undefined;
    const { s, level } = view;
    const title = (opened.program ?? opened.item)?.title;
    const form = this.taking?.form(keyOf(opened), view);
    return html`<section part="detail" class="detail" aria-labelledby="program-heading" @keydown=${this.keydown}>
      <p><button part="back" type="button" @click=${() => this.goBack()}>${icon('back')}${form?.backLabel ?? s.back}</button></p>
      ${this.readable(() => this.tagsOf(opened, view), view)}
      <div
        part="heading"
        id="program-heading"
        class="heading"
        role="heading"
        aria-level=${level}
        tabindex="-1"
        lang=${title ? languageOf(title, s) : nothing}
      >${title ?? s.loading}</div>
      ${form ? form.content : this.readable(() => this.bodyOf(opened, view), view)}
    </section>`;
  }

  private tagsOf({ program, item }: Opened, view: FullView) {
    const known = program ?? item;
    return known ? tags(known, programState(known, view.now), view) : nothing;
  }

  private bodyOf(opened: Opened, view: FullView) {
    const { problem, slow, item, shared } = opened;
    // What the card knew is better than nothing, unless the program is gone.
    const rest = (slow || problem) && problem?.code !== 'program-not-found' ? item : undefined;
    const known: Program | undefined = opened.program ?? rest;
    if (!known && !problem && !slow)
      return html`<div part="placeholder" class="placeholder" aria-hidden="true"><i></i><i></i><i></i></div>`;
    return html`${this.trouble(opened, Boolean(rest), view)}
    ${
      known &&
      detail(known, view, {
        links: this.options.backend().links,
        taking: opened.program && this.taking?.parts(opened.program, view),
        towns: this.options.towns(),
        shared,
        share: () => this.share(known),
      })
    }`;
  }

  /** Why not all of the program is here, or not yet, and a way to try again. */
  private trouble(opened: Opened, knowsSome: boolean, { s }: FullView) {
    const { problem, slow } = opened;
    if (!problem && !slow) return nothing;
    const some = knowsSome ? s.someOfProgram : nothing;
    return html`<div class="trouble">
      ${
        problem
          ? html`<p part="problem" role="alert">${this.options.explain(problem)} ${some}</p>`
          : html`<p part="slow" class="slow" role="status">${s.slow} ${some}</p>`
      }
      <p><button part="retry" type="button" @click=${() => this.retry(opened)}>${s.retry}</button></p>
    </div>`;
  }

  private async share({ town, id, title }: Program): Promise<void> {
    const shared = await share(programHref({ town, id }), title);
    if (this.opened?.id === id && shared) this.show({ ...this.opened, shared });
  }

  /** What cannot be read is said in its place; the way back stays. */
  private readable(render: () => unknown, { s }: FullView): unknown {
    try {
      return render();
    } catch {
      return html`<p part="problem">${s.malformed}</p>`;
    }
  }

  private readonly keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // A dialog of the page around us stays open.
    event.stopPropagation();
    void this.goBack();
  };

  /** Out of the form to the program, or out of the program to the list. */
  private async goBack(): Promise<void> {
    if (!this.taking?.isApplying) return this.close();
    this.taking.leave();
    await this.taking.focusWay();
  }

  private show(opened: Opened | undefined): void {
    this.opened = opened;
    this.host.requestUpdate();
  }

  private async focusHeading(): Promise<void> {
    await this.host.updateComplete;
    const section = this.host.renderRoot.querySelector<HTMLElement>('[part="detail"]');
    section?.querySelector<HTMLElement>('[part="heading"]')?.focus({ preventScroll: true });
    const top = section?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight / 2) section?.scrollIntoView({ block: 'start' });
  }
}

/**
 * Scrolls until a link stands where it stood in the window. Cards that come into view on the way are laid out only then,
 * and may be higher or lower than was thought: a few frames show it.
 */
async function putBack(link: HTMLElement, top: number): Promise<void> {
  for (let frame = 0; frame < 3; frame++) {
    scrollBy({ top: link.getBoundingClientRect().top - top, behavior: 'instant' });
    await new Promise(requestAnimationFrame);
  }
}
