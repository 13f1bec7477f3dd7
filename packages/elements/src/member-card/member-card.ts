import type { Backend } from '@kankei/client';
import { isStatementCurrent, type MemberCard, type Problem, type QrPath } from '@kankei/core';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { KankeiCardElement } from '../internal/card-element.ts';
import type { ElementState } from '../internal/element-state.ts';
import { hostStyles } from '../internal/host.styles.ts';
import { toProblem } from '../internal/problem.ts';
import { property, state } from '../internal/property.ts';
import { webLink } from '../internal/web-link.ts';
import { forgetCards, type KeptCard, keepCard, keptCard } from './kept-cards.ts';
import { memberCardStyles } from './member-card.styles.ts';

import { benefitList, cardFace } from './view.ts';

/** How long (ms) the server may take before the card at hand is shown. */
const patience = 2000;

/**
 * A member's own card with its benefits, and a QR code by which a shop tells it from a forged one. With a `token` it is
 * asked for, kept on this device and shown without network too; a `card` is shown as it is.
 *
 * @summary A member's card with number, benefits and a QR code that shops can check.
 * @tag kankei-member-card
 *
 * @attr {string} lang - The language of the words: the nearest `lang` of the page unless given; `ja` and `en` so far.
 *
 * @slot - The fallback: shown before the element is ready, without JavaScript, and when there is no card to show.
 *
 * @fires {KankeiErrorEvent} kankei-error - The card could not be loaded; `code` says what went wrong.
 *
 * @csspart card - The card.
 * @csspart town - The town's name on it.
 * @csspart title - The title of the fan club.
 * @csspart name - The member's name.
 * @csspart facts - Number, tier and days, label by label.
 * @csspart number - The member number.
 * @csspart tier - The tier.
 * @csspart expired - What is said of a card whose time is over.
 * @csspart code - The QR code with its explanation.
 * @csspart benefits - All that the card brings.
 * @csspart benefit - One benefit.
 * @csspart save - The button that saves the card as a picture.
 * @csspart check - The link to the page where the card is checked.
 * @csspart said - What came of saving or removing.
 * @csspart stale - When the card was received that is shown without network.
 * @csspart kept - That the card is kept on this device.
 * @csspart clear - The button that removes it from this device.
 * @csspart placeholder - What stands while the card is on its way.
 * @csspart problem - Why there is no card.
 * @csspart retry - The button that tries again.
 *
 * @cssproperty [--kankei-accent=#0017c1] - The colour of the card's band and of what can be pressed.
 * @cssproperty [--kankei-on-accent=#fff] - The colour of words on it.
 * @cssproperty [--kankei-surface=transparent] - The ground of the card.
 * @cssproperty [--kankei-border=#949494] - The colour of its edge.
 * @cssproperty [--kankei-radius=0.5em] - The radius of corners.
 * @cssproperty [--kankei-gap=1em] - The space between parts.
 * @cssproperty [--kankei-font-size] - The size of text; the page's own, at least 16 px, unless given.
 * @cssproperty [--kankei-good=#197a4b] - The colour of what is well.
 * @cssproperty [--kankei-warn=#ac3e00] - The colour beside what is not of this moment.
 * @cssproperty [--kankei-bad=#ce0000] - The colour of “expired” and of problems.
 *
 * @cssState loading - The card is on its way.
 * @cssState ready - A card is shown.
 * @cssState failed - There is no card.
 */
export class KankeiMemberCard extends KankeiCardElement {
  static override styles: CSSResultGroup = [hostStyles, memberCardStyles];

  /** The card to show, in place of one that is asked for. */
  @property({ attribute: false }) card: MemberCard | undefined = undefined;
  /** The member's token, from the link in the mail. A property only: it is a secret and has no place in markup. */
  @property({ attribute: false }) token = '';
  /** The level of the title in the page's outline, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;
  /** What time it is, ms since 1970; the clock unless given. */
  @property({ attribute: false }) now: number | undefined = undefined;

  @state() private shown: MemberCard | undefined = undefined;
  @state() private code: QrPath | undefined = undefined;
  /** When the card was received, where it is not of this moment. */
  @state() private staleSince: number | undefined = undefined;
  @state() private isKept = false;
  @state() private said = '';

  /** Removes the card of this token from this device; without a token every kept card. What is shown stays. */
  async clear(): Promise<void> {
    await forgetCards(this.token || undefined);
    this.isKept = false;
  }

  protected override asksAnew(changed: PropertyValues): boolean {
    return changed.has('card') || changed.has('token');
  }

  protected override forget(): void {
    this.shown = undefined;
    this.code = undefined;
    this.staleSince = undefined;
    this.isKept = false;
    this.said = '';
  }

  /** A card knows its town; of a token alone only the card that is kept for it does. */
  protected override get towns(): string[] {
    return this.card ? [this.card.town] : super.towns;
  }

  protected override async reload(): Promise<void> {
    if (!this.towns.length && this.token) {
      const kept = await keptCard(this.token);
      // Another town asks anew by itself.
      if (kept) {
        this.town = kept.card.town;
        return;
      }
    }
    return super.reload();
  }

  protected override async load(backend: Backend, signal: AbortSignal): Promise<() => ElementState> {
    const { card, token } = this;
    if (card) return () => this.show(card);
    const kept = await keptCard(token);
    const asked = this.ask(backend, token, signal);
    if (!kept) return asked;
    const showKept = () => this.show(kept.card, kept);
    const late = new Promise<() => ElementState>((resolve) => setTimeout(resolve, patience, showKept));
    const known = asked.catch((error) => {
      // Offline is no reason to show nothing; a member who has left has no card any more.
      if (signal.aborted || toProblem(error).code === 'link-expired') throw error;
      return showKept;
    });
    const first = await Promise.race([known, late]);
    if (first === showKept) void this.showLater(known, signal);
    return first;
  }

  /** What came after the card at hand was shown. */
  private async showLater(known: Promise<() => ElementState>, signal: AbortSignal): Promise<void> {
    const show = await known.catch(() => undefined);
    if (signal.aborted) return;
    if (show) show();
    else void this.reload();
  }

  private async ask(backend: Backend, token: string, signal: AbortSignal): Promise<() => ElementState> {
    try {
      const card = await backend.memberCard(this.towns[0]!, token, { signal });
      const isKept = await keepCard(token, card, this.instant);
      return () => {
        this.isKept = isKept;
        return this.show(card);
      };
    } catch (error) {
      if (!signal.aborted && toProblem(error).code === 'link-expired') await forgetCards(token);
      throw error;
    }
  }

  private show(card: MemberCard, kept?: KeptCard): ElementState {
    this.shown = card;
    this.staleSince = kept?.at;
    this.isKept ||= kept !== undefined;
    void this.drawCode(card);
    return 'ready';
  }

  /** Once the card stands: the first paint need not wait for it. Without it there is still the card. */
  private async drawCode(card: MemberCard): Promise<void> {
    try {
      const { drawQr } = await import('./qr.ts');
      if (card !== this.shown) return;
      this.code = drawQr(card.checkUrl);
      // Fetched while there is a network, for the button that may be pressed without.
      await import('./card-picture.ts');
    } catch {}
  }

  private readonly save = async (): Promise<void> => {
    const { shown: card, code, words } = this;
    if (!card || !code) return;
    this.said = '';
    try {
      const { drawCard, save } = await import('./card-picture.ts');
      const { fontFamily } = getComputedStyle(this);
      const accent = getComputedStyle(this.renderRoot.querySelector('.card')!).borderBlockStartColor;
      save(await drawCard({ card, words, code, accent, font: fontFamily }), `member-card-${card.number}.png`);
      this.said = words.saved;
    } catch {
      this.said = words.saveFailed;
    }
  };

  private readonly removeKept = async (): Promise<void> => {
    await this.clear();
    this.said = this.words.cleared;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[part="said"]')?.focus();
  };

  private get instant(): number {
    return this.now ?? Date.now();
  }

  protected override explain(problem: Problem): string {
    if (!this.towns.length) return this.token ? this.words.nothingKept : this.words.noToken;
    return super.explain(problem);
  }

  protected override content(): TemplateResult {
    const { shown: card, words, code, staleSince } = this;
    if (this.state === 'failed') return this.failure();
    if (!card) return html`<slot></slot><div part="placeholder" class="placeholder"></div>`;
    const level = Math.min(Math.max(Math.trunc(this.headingLevel) || 3, 1), 6);
    const view = { card, words, code, level, expired: !isStatementCurrent(card, this.instant) };
    const check = webLink(card.checkUrl);
    return html`
      ${staleSince === undefined ? nothing : html`<p part="stale">${words.keptSince(staleSince)}</p>`}
      ${cardFace(view)}
      ${view.expired ? html`<p class="renew">${words.expiredHelp}</p>` : nothing}
      <div class="actions">
        <button part="save" class="primary" type="button" aria-disabled=${!code} @click=${this.save}>${words.save}</button>
        ${check ? html`<a part="check" class="button" href=${check} rel="noopener">${words.openCheck}</a>` : nothing}
      </div>
      <p part="said" role="status" tabindex="-1">${this.said}</p>
      ${this.isKept ? this.keptNotice() : nothing}
      ${benefitList(view)}
    `;
  }

  private keptNotice(): TemplateResult {
    const { words } = this;
    return html`<div part="kept" class="small">
      <p>${words.kept}</p>
      <p><button part="clear" type="button" @click=${this.removeKept}>${words.clear}</button></p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kankei-member-card': KankeiMemberCard;
  }
}
