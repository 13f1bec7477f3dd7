import { type Backend, quickFurusato, readFurusato } from '@kankei/client';
import { type Furusato, makeProblem, type Problem, ProblemError } from '@kankei/core';
import { type CSSResultGroup, html, nothing, type PropertyValues } from 'lit';
import type { ElementState } from '../internal/element-state.ts';
import { hostStyles } from '../internal/host.styles.ts';
import { pageLanguage } from '../internal/host-page.ts';
import { KankeiElement } from '../internal/kankei-element.ts';
import { nextFrame } from '../internal/next-frame.ts';
import { property, state } from '../internal/property.ts';
import { webLink } from '../internal/web-link.ts';
import { type FurusatoStrings, jaFurusato, loadFurusatoStrings } from '../strings/furusato.ts';
import { compactView, pageOf } from './compact.ts';
import { firstStyles } from './first.styles.ts';
import type { FirstSight } from './first-sight.ts';
import { firstView, saysSomething } from './first-view.ts';
import { furusatoLinkStyles } from './furusato-link.styles.ts';
import { guarded } from './guard.ts';
import type { More } from './more.ts';
import { secondView } from './second-sight.ts';
import type { View } from './view.ts';

/**
 * Leads to a town's furusato nozei by what it is for: where the money goes and what earlier donations did, projects with
 * their figures as of a day, then where to donate. It speaks of the use of money and of people, never of gifts.
 *
 * @summary Shows what a town's furusato nozei is used for, and leads to where one donates.
 * @tag kankei-furusato-link
 *
 * @attr {string} lang - The language of the words: the nearest `lang` of the page unless given; `ja` and `en` so far.
 *
 * @slot - The fallback: shown before the element is ready, without JavaScript, and when there is nothing to show. Put a link to the town's own page here.
 *
 * @fires {KankeiFurusatoInviteEvent} kankei-furusato-invite - Somebody follows the invitation to the fan club; `town` says whose. `preventDefault()` leaves the way there to the page.
 * @fires {KankeiErrorEvent} kankei-error - Something could not be loaded; `code` says what went wrong.
 *
 * @csspart title - The title.
 * @csspart intro - The town's own words about it.
 * @csspart heading - The heading of a part.
 * @csspart uses - What donations are used for.
 * @csspart use - One use.
 * @csspart projects - The projects donations are gathered for.
 * @csspart project - One project.
 * @csspart name - The title of a use or a project.
 * @csspart image - A picture.
 * @csspart text - A text of the town's.
 * @csspart done - What donations did.
 * @csspart state - Where a project stands.
 * @csspart progress - How far it has come, as a bar.
 * @csspart percent - The same in words.
 * @csspart figures - Its figures.
 * @csspart period - When it begins or ends.
 * @csspart as-of - The day the figures are of.
 * @csspart donate - Where one can donate.
 * @csspart donate-link - A link to where one donates.
 * @csspart link - A link that leads on.
 * @csspart tools - What helps before a donation: the estimate, the one-stop exception.
 * @csspart tool - The button that opens one of them.
 * @csspart estimate - The estimate of the deduction limit.
 * @csspart form - The questions of a tool.
 * @csspart group - Questions that belong together.
 * @csspart group-heading - Their heading.
 * @csspart field - One question with its label, control and what is wrong with it.
 * @csspart help - What helps to answer.
 * @csspart fault - What is wrong with an answer.
 * @csspart summary - All that is wrong, together.
 * @csspart submit - The button that asks for the estimate.
 * @csspart result - The estimate with what it means.
 * @csspart limit - The sum itself.
 * @csspart slider - The slider that shows how the estimate moves with the salary.
 * @csspart ask - Whom to ask for the actual sum.
 * @csspart left-out - What the estimate leaves out.
 * @csspart sum - How it is reckoned.
 * @csspart line - One line of that, with the rule it follows.
 * @csspart refusal - Why there is no estimate.
 * @csspart one-stop - The help with the one-stop exception.
 * @csspart add - The button that notes a donation down.
 * @csspart donations - The donations that were noted down.
 * @csspart donation - One of them.
 * @csspart remove - The button that removes it.
 * @csspart standing - How many towns, by when, what is still to be sent.
 * @csspart voids - What makes the exception void.
 * @csspart void - That it is void, and why.
 * @csspart print - The button that prints the checklist.
 * @csspart forget - The button that removes all that was noted down and kept.
 * @csspart said - What was just done.
 * @csspart corporate - The corporate version.
 * @csspart invitation - The invitation to the fan club.
 * @csspart registration - What is known of ふるさと住民登録制度.
 * @csspart problem - Why something could not be shown.
 * @csspart retry - The button that tries again.
 *
 * @cssproperty [--kankei-accent=#0017c1] - The colour of what can be pressed.
 * @cssproperty [--kankei-on-accent=#fff] - The colour of words on it.
 * @cssproperty [--kankei-border=#949494] - The colour of edges.
 * @cssproperty [--kankei-radius=0.5em] - The radius of corners.
 * @cssproperty [--kankei-gap=1em] - The space between cards.
 * @cssproperty [--kankei-surface=transparent] - The ground of cards.
 * @cssproperty [--kankei-font-size] - The size of text; the page's own, at least 16 px, unless given.
 * @cssproperty [--kankei-good=#197a4b] - The colour of progress and of what earlier donations did.
 * @cssproperty [--kankei-bad=#ce0000] - The colour beside what went wrong.
 *
 * @cssState loading - What the town says is on its way.
 * @cssState ready - It is shown.
 * @cssState empty - The town says nothing that could be shown; the fallback stands.
 * @cssState failed - It could not be loaded; the fallback stands.
 */
export class KankeiFurusatoLink extends KankeiElement {
  static override styles: CSSResultGroup = [hostStyles, firstStyles, furusatoLinkStyles];

  /** Shows one link with figures of uses and projects, for a sidebar. */
  @property({ type: Boolean }) compact = false;
  /** Opens links to other pages in a tab of their own, and says so. */
  @property({ type: Boolean, attribute: 'new-tab' }) newTab = false;
  /** Shows the estimate of the deduction limit at once. */
  @property({ type: Boolean }) estimate = false;
  /** Shows the help with the one-stop exception at once. */
  @property({ type: Boolean, attribute: 'one-stop' }) oneStop = false;
  /** Writes years in the Japanese era, 令和8年; in Japanese only. */
  @property({ type: Boolean }) era = false;
  /** The level of the title in the page's outline, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  protected override readonly readers = { furusato: quickFurusato };

  @state() private profile: Furusato | undefined = undefined;
  /** In the language of the page once they have come. */
  @state() private words: FurusatoStrings | undefined = undefined;
  /** What comes after the first sight, once it is there; `failed` where it did not come. */
  @state() private more: More | 'failed' | undefined = undefined;
  /** The town's own site, for who finds nothing here. */
  @state() private site = '';
  private moreAsked = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('era')) this.followPage();
    super.willUpdate(changed);
    if (this.state !== 'loading' && this.words?.language !== this.strings.language) this.speakFurusato();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.state === 'ready' && this.words && !this.moreAsked) void this.fetchMore();
  }

  protected override findLanguage(): string {
    return pageLanguage(this, this.era);
  }

  protected override resume(what: unknown): ElementState {
    Object.assign(this, what as FirstSight);
    return 'ready';
  }

  protected override async load(backend: Backend, signal: AbortSignal): Promise<() => ElementState> {
    const town = this.towns[0] ?? '';
    // A page's own backend may say anything.
    const read = readFurusato(await backend.furusato(town, { signal }));
    if (!read) throw new ProblemError(makeProblem('bad-answer'));
    const profile = await guarded(read).catch((cause) => {
      throw new ProblemError(makeProblem('network'), { cause });
    });
    return () => {
      this.profile = profile;
      if (saysSomething(profile)) return 'ready';
      this.site = webLink(profile.url) ?? '';
      return 'empty';
    };
  }

  protected override asksAnew(): boolean {
    return false;
  }

  protected override forget(): void {
    this.profile = undefined;
    this.site = '';
  }

  protected override fail(problem: Problem): void {
    super.fail(problem);
    void this.findSite();
  }

  protected override content(): unknown {
    const { profile, words, state } = this;
    if (state === 'failed') return [this.siteLink(), this.failure()];
    if (state !== 'ready' || !profile || !words) return this.fallback();
    const view = this.view(words);
    const town = this.towns[0] ?? '';
    if (this.compact) {
      const page = pageOf(profile, town);
      return page ? [compactView(profile, page, view)] : this.fallback();
    }
    return [...firstView(profile, view), ...secondView(profile, town, view), this.rest()];
  }

  private fallback(): unknown {
    return [this.siteLink(), html`<div class="fallback"><slot></slot></div>`];
  }

  private view(words: FurusatoStrings): View {
    const { strings, headingLevel, newTab, era } = this;
    return { s: strings, words, now: Date.now(), level: headingLevel, newTab, era };
  }

  /** What comes after the first sight. */
  private rest(): unknown {
    const { more, strings } = this;
    if (more !== 'failed') return more?.content();
    return html`
      <p part="problem" role="alert">${strings.network}</p>
      <p><button part="retry" type="button" @click=${this.fetchMoreAgain}>${strings.retry}</button></p>
    `;
  }

  /** A plain link to the town's own site, where the page brings none. */
  private siteLink() {
    const { site } = this;
    const hasOwn = this.childElementCount || this.textContent?.trim();
    return site && !hasOwn ? html`<p><a part="link" href=${site} rel="noopener">${site}</a></p>` : nothing;
  }

  private speakFurusato(): void {
    const { language } = this.strings;
    const speak = (words: FurusatoStrings) => {
      if (language === this.strings.language) this.words = words;
    };
    // Japanese is at hand and waits for nothing.
    if (language === 'ja') speak(jaFurusato);
    else loadFurusatoStrings(language).then(speak, () => speak({ ...jaFurusato, language }));
  }

  /** Fetches what stands below the first screen and what keeps it right, once that is painted. */
  private readonly fetchMore = async (): Promise<void> => {
    this.moreAsked = true;
    await nextFrame();
    try {
      const { More } = await import('./more.ts');
      this.more = new More(this, {
        profile: () => this.profile,
        town: () => this.towns[0] ?? '',
        view: () => this.view(this.words ?? jaFurusato),
        opened: (tool) => (tool === 'estimate' ? this.estimate : this.oneStop),
      });
    } catch (error) {
      console.warn(`[kankei] <${this.localName}>: ${error}`);
      this.more = 'failed';
    }
  };

  private readonly fetchMoreAgain = async (): Promise<void> => {
    await this.fetchMore();
    await this.updateComplete;
    // The button is gone where it worked: on to what came.
    this.renderRoot.querySelector<HTMLElement>('[part="tool"]')?.focus();
  };

  private async findSite(): Promise<void> {
    const { question } = this;
    const town = await this.findBackend()
      .town(this.towns[0] ?? '', { signal: question })
      .catch(() => undefined);
    if (!question.aborted) this.site = webLink(town?.url) ?? '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kankei-furusato-link': KankeiFurusatoLink;
  }
}
