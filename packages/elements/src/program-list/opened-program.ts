import type { Backend } from '@kankei/client';
import { type Problem, type Program, type ProgramItem, programState } from '@kankei/core';
import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { icon } from '../internal/icons.ts';
import { toProblem } from '../internal/problem.ts';
import type { detail } from './detail.ts';
import { KankeiProgramOpenEvent } from './events.ts';
import type { ProgramName } from './program-link.ts';
import { languageOf, tags, type View } from './view.ts';

/** The program that stands in place of the list, and how far it has come. */
interface Opened extends ProgramName {
  /** What the card knew. */
  item: ProgramItem | undefined;
  program?: Program;
  /** The template, fetched with the first program that is opened. */
  detail?: typeof detail;
  problem?: Problem;
}

/** What the program needs of the list it stands in for. */
export interface OpenedProgramOptions {
  backend(): Backend;
  explain(problem: Problem): string;
}

/** Opens a program in place of its list and closes it again, with focus and the window where a person expects them. */
export class OpenedProgram implements ReactiveController {
  private readonly host: LitElement;
  private readonly options: OpenedProgramOptions;
  private opened: Opened | undefined;
  private question = new AbortController();
  /** Where the opened card's link stood in the window, to put it there again. */
  private linkTop: number | undefined;

  constructor(host: LitElement, options: OpenedProgramOptions) {
    this.host = host;
    this.options = options;
    host.addController(this);
  }

  get isOpen(): boolean {
    return Boolean(this.opened);
  }

  hostDisconnected(): void {
    if (!this.opened?.program) this.forget();
  }

  /** Closes without moving focus: the list itself has become another. */
  forget(): void {
    this.question.abort();
    this.show(undefined);
  }

  /** Follows a card's link in place. New tabs, windows and downloads stay the browser's own. */
  follow(event: MouseEvent, item: ProgramItem): void {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.linkTop = (event.currentTarget as HTMLElement).getBoundingClientRect().top;
    void this.open(item, item);
  }

  async open({ town, id }: ProgramName, item?: ProgramItem): Promise<void> {
    this.question.abort();
    this.question = new AbortController();
    const { signal } = this.question;
    const opened: Opened = { town, id, item };
    this.show(opened);
    this.host.dispatchEvent(new KankeiProgramOpenEvent(town, id));
    void this.focusHeading();
    try {
      const [{ detail }, program] = await Promise.all([
        import('./detail.ts'),
        this.options.backend().program(town, id, { signal }),
      ]);
      if (!signal.aborted) this.show({ ...opened, detail, program });
    } catch (error) {
      if (!signal.aborted) this.show({ ...opened, problem: toProblem(error) });
    }
  }

  /** Closes; focus goes back to the card the program came from, which stands again where it stood. */
  async close(): Promise<void> {
    const name = `${this.opened?.town}/${this.opened?.id}`;
    this.forget();
    await this.host.updateComplete;
    const links = this.host.renderRoot.querySelectorAll<HTMLElement>('[data-program]');
    const link = [...links].find((one) => one.dataset.program === name);
    const target = link ?? this.host.renderRoot.querySelector<HTMLElement>('[part="count"]');
    target?.focus({ preventScroll: true });
    if (link && this.linkTop !== undefined)
      scrollBy({ top: link.getBoundingClientRect().top - this.linkTop, behavior: 'instant' });
    target?.scrollIntoView({ block: 'nearest' });
    this.linkTop = undefined;
  }

  /** The opened program; nothing while there is none. */
  view(view: View): TemplateResult | typeof nothing {
    const opened = this.opened;
    if (!opened) return nothing;
    const { s, level } = view;
    const title = (opened.program ?? opened.item)?.title;
    return html`<section part="detail" class="detail" aria-labelledby="heading" @keydown=${this.keydown}>
      <p><button part="back" type="button" @click=${() => this.close()}>${icon('back')}${s.back}</button></p>
      ${this.readable(() => this.tagsOf(opened, view), view)}
      <div
        part="heading"
        id="heading"
        class="heading"
        role="heading"
        aria-level=${level}
        tabindex="-1"
        lang=${title ? languageOf(title, s) : nothing}
      >${title ?? s.loading}</div>
      ${this.readable(() => this.bodyOf(opened, view), view)}
    </section>`;
  }

  private tagsOf({ program, item }: Opened, view: View) {
    const known = program ?? item;
    return known ? tags(known, programState(known, view.now), view) : nothing;
  }

  private bodyOf(opened: Opened, view: View) {
    const { program, item, detail, problem } = opened;
    const { s } = view;
    if (program && detail) return detail(program, view, this.options.backend().links);
    if (!problem)
      return html`<div part="placeholder" class="placeholder" aria-hidden="true"><i></i><i></i><i></i></div>`;
    return html`<p part="problem" role="alert">${this.options.explain(problem)}</p>
      <p><button part="retry" type="button" @click=${() => this.open(opened, item)}>${s.retry}</button></p>`;
  }

  /** What cannot be read is said in its place; the way back stays. */
  private readable(render: () => unknown, { s }: View): unknown {
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
    void this.close();
  };

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
