import type { Backend } from '@kankei/client';
import { inLanguage } from '@kankei/core';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { KankeiCardElement } from '../internal/card-element.ts';
import type { ElementState } from '../internal/element-state.ts';
import { hostStyles } from '../internal/host.styles.ts';
import { property, state } from '../internal/property.ts';
import type { Verdict } from '../strings/card.ts';
import { cardCheckStyles } from './card-check.styles.ts';
import { checkCard, type Finding, learnTown, statementIn } from './check-card.ts';

/** What stands behind `#` is taken for a statement from this length on; a shorter one leads to a part of the page. */
const shortest = 40;

/** Outlines in a box of 24 by 24: a tick in a circle, hands of a clock, a cross in an octagon, a question mark. */
const shapes: Record<Verdict, string> = {
  valid: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M7 12l4 4l6-8',
  expired: 'M4 4h16v16H4ZM12 7v5l4 3',
  forged: 'M8 2h8l6 6v8l-6 6H8l-6-6V8ZM8.5 8.5l7 7M15.5 8.5l-7 7',
  unknown: 'M12 2L22 12L12 22L2 12ZM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5v.1',
};

/**
 * Tells a genuine member card from a forged one: by what stands behind `#` in the page's address, where a card's QR code
 * leads, or by its text pasted here. Once the town's key is known it needs no network; those of the towns in `town` are
 * learned from the beginning.
 *
 * @summary Checks a member card by its QR code, without network too.
 * @tag kankei-card-check
 *
 * @attr {string} lang - The language of the words: the nearest `lang` of the page unless given; `ja` and `en` so far.
 *
 * @slot - The fallback: shown before the element is ready and without JavaScript.
 *
 * @fires {KankeiErrorEvent} kankei-error - Something went wrong that should not; `code` says what.
 *
 * @csspart result - What came of the check.
 * @csspart verdict - It in a few words with its shape.
 * @csspart help - What to do about it.
 * @csspart facts - Town, number, tier and last day of a card that its town has signed.
 * @csspart retry - The button that checks again.
 * @csspart code - The field for the text of a QR code.
 * @csspart submit - The button that checks it.
 * @csspart problem - Why nothing was checked.
 *
 * @cssproperty [--kankei-accent=#0017c1] - The colour of what can be pressed.
 * @cssproperty [--kankei-on-accent=#fff] - The colour of words on it.
 * @cssproperty [--kankei-surface=transparent] - The ground of the result.
 * @cssproperty [--kankei-border=#949494] - The colour of edges.
 * @cssproperty [--kankei-radius=0.5em] - The radius of corners.
 * @cssproperty [--kankei-gap=1em] - The space between parts.
 * @cssproperty [--kankei-font-size] - The size of text; the page's own, at least 16 px, unless given.
 * @cssproperty [--kankei-good=#197a4b] - The colour of “valid”.
 * @cssproperty [--kankei-warn=#ac3e00] - The colour of “expired” and “cannot be checked yet”.
 * @cssproperty [--kankei-bad=#ce0000] - The colour of “forged”.
 *
 * @cssState idle - There is nothing to check yet.
 * @cssState loading - A card is being checked.
 * @cssState done - A result is shown.
 * @cssState failed - The check did not come to a result.
 */
export class KankeiCardCheck extends KankeiCardElement {
  static override styles: CSSResultGroup = [hostStyles, cardCheckStyles];

  /** What to check, a statement or an address with one behind `#`; from the page's own address unless given. */
  @property({ attribute: false }) statement = '';
  /** The level of the result's heading in the page's outline, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;
  /** What time it is, ms since 1970; the clock unless given. */
  @property({ attribute: false }) now: number | undefined = undefined;

  @state() private finding: Finding | undefined = undefined;
  @state() private isEmpty = false;

  protected override readonly needsTown = false;
  private listening = new AbortController();
  private hasLearned = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.listening = new AbortController();
    addEventListener('hashchange', () => this.readAddress(), { signal: this.listening.signal });
    this.readAddress();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening.abort();
  }

  protected override asksAnew(changed: PropertyValues): boolean {
    return changed.has('statement') || changed.has('now');
  }

  protected override forget(): void {
    this.finding = undefined;
    this.hasLearned = false;
  }

  protected override async load(backend: Backend, signal: AbortSignal): Promise<() => ElementState> {
    const statement = statementIn(this.statement);
    this.learn(backend);
    if (!statement) return () => 'idle';
    const finding = await checkCard(statement, { backend, signal, now: this.now ?? Date.now() });
    return () => {
      this.finding = finding;
      return 'done';
    };
  }

  /** Learns the keys of the towns that are named, for when there is no network; where there is none yet, no matter. */
  private learn(backend: Backend): void {
    if (this.hasLearned) return;
    this.hasLearned = true;
    for (const code of this.towns) learnTown(code, backend, this.listening.signal, { tiers: true }).catch(() => {});
  }

  private readAddress(): void {
    const { hash } = location;
    if (hash.length > shortest) this.statement = hash;
  }

  private readonly checkTyped = (event: Event): void => {
    event.preventDefault();
    const text = this.renderRoot.querySelector('textarea')?.value ?? '';
    this.isEmpty = !statementIn(text);
    if (this.isEmpty) {
      // What was found of another card does not stay beside it.
      this.statement = '';
      this.renderRoot.querySelector('textarea')?.focus();
      return;
    }
    this.movesFocus = true;
    // The same text once more is another question: the network may be back.
    if (text === this.statement) void this.reload();
    this.statement = text;
  };

  protected override content(): TemplateResult {
    const { finding, state } = this;
    return html`
      <div part="result" role="status" tabindex="-1">
        ${state === 'loading' && this.statement ? html`<p>${this.words.check.checking}</p>` : nothing}
        ${state === 'done' && finding ? this.result(finding) : nothing}
      </div>
      ${state === 'failed' ? this.failure() : this.form()}
    `;
  }

  private result(finding: Finding): TemplateResult {
    const { verdicts, helps, noTown, insecure, retry } = this.words.check;
    const { verdict } = finding;
    const reason = verdict === 'unknown' ? finding.reason : undefined;
    const help = { 'no-town': noTown, insecure, offline: helps.unknown }[reason ?? 'offline'];
    const level = Math.min(Math.max(Math.trunc(this.headingLevel) || 3, 1), 6);
    const words = reason ? help : helps[verdict];
    return html`<div class="result ${verdict}">
      <div part="verdict" class="verdict" role="heading" aria-level=${level}>
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${shapes[verdict]}></path></svg>${verdicts[verdict]}
      </div>
      ${'statement' in finding ? this.facts(finding) : nothing}
      ${words ? html`<p part="help">${words}</p>` : nothing}
      ${reason === 'offline' ? html`<p><button part="retry" type="button" @click=${this.retry}>${retry}</button></p>` : nothing}
    </div>`;
  }

  private facts({ statement, town }: Extract<Finding, { statement: unknown }>): TemplateResult {
    const { words } = this;
    const label = statement.tier && town.tiers[statement.tier];
    const fact = (name: string, value: unknown) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
    return html`<dl part="facts">
      ${fact(words.town, town.name ?? words.townUnknown(statement.town))}
      ${fact(words.number, statement.number)}
      ${label ? fact(words.tier, inLanguage(label, words.language)) : nothing}
      ${fact(words.validUntil, words.lastDay(statement.validUntil))}
    </dl>`;
  }

  private form(): TemplateResult {
    const { label, help, submit, empty } = this.words.check;
    return html`<form @submit=${this.checkTyped} novalidate>
      <label for="code">${label}</label>
      <p id="help" class="small">${help}</p>
      <textarea
        id="code"
        part="code"
        rows="4"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby=${this.isEmpty ? 'help empty' : 'help'}
        aria-invalid=${this.isEmpty}
      ></textarea>
      ${this.isEmpty ? html`<p id="empty" part="problem">${empty}</p>` : nothing}
      <button part="submit" type="submit">${submit}</button>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kankei-card-check': KankeiCardCheck;
  }
}
