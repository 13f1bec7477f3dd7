import { type Backend, quickFanclub } from '@kankei/client';
import type { Fanclub } from '@kankei/core';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ElementState } from '../internal/element-state.ts';
import { formStyles } from '../internal/form/form.styles.ts';
import { Form } from '../internal/form/form.ts';
import { noticeStyles } from '../internal/form/notice.styles.ts';
import { privacyNotice } from '../internal/form/privacy-notice.ts';
import { hostStyles } from '../internal/host.styles.ts';
import { KankeiElement } from '../internal/kankei-element.ts';
import { property, state } from '../internal/property.ts';
import { richText } from '../internal/rich-text.ts';
import { type FormStrings, jaForm, loadFormStrings } from '../strings/form.ts';
import type { Beforehand } from './beforehand.ts';
import type { elsewherePage } from './elsewhere.ts';
import { fanclubSignupStyles } from './fanclub-signup.styles.ts';
import type { FirstForm } from './first-form.ts';
import { type FormEnd, formPage, isElsewhere, openForm } from './form-page.ts';
import type { SignupFlow } from './signup-flow.ts';

/**
 * Joins a town's fan club: the town's own title, words, questions and privacy notice, a look over what was entered, and
 * what happens next. Nothing typed is lost when sending fails.
 *
 * @summary Signs people far away up for a town's fan club.
 * @tag kankei-fanclub-signup
 *
 * @attr {string} lang - The language of the words: the nearest `lang` of the page unless given; `ja` and `en` so far.
 *
 * @slot - The fallback: shown before the element is ready, without JavaScript, and when there is nothing to show. Put a link to the town's own page here.
 *
 * @fires {KankeiSignupCompleteEvent} kankei-signup-complete - A signup was taken; `town` and `source` say where. Who it was, no event tells.
 * @fires {KankeiErrorEvent} kankei-error - Something could not be loaded or sent; `code` says what went wrong.
 *
 * @csspart title - The name of the fan club.
 * @csspart intro - The town's own words to those who may join.
 * @csspart benefits - What a member gets.
 * @csspart form - The form.
 * @csspart group - Fields that belong together.
 * @csspart group-heading - Their heading.
 * @csspart field - One question with its label, control and what is wrong with it.
 * @csspart help - What helps to answer.
 * @csspart note - What was filled in for the person, under the answer it came from.
 * @csspart fault - What is wrong with an answer.
 * @csspart summary - All that is wrong, together.
 * @csspart restored - That something typed before came back.
 * @csspart discard - The button that clears it.
 * @csspart notice - Who collects what and why.
 * @csspart shared - The choice to keep nothing on a shared computer.
 * @csspart submit - The button that goes on: to the look over it, then to send.
 * @csspart back - The button back to the form.
 * @csspart heading - The heading of a step.
 * @csspart review - What was entered, to be looked over.
 * @csspart change - The button that leads back to a group of fields.
 * @csspart problem - Why something could not be shown or sent.
 * @csspart retry - The button that tries again.
 * @csspart done - What is said after it was sent.
 * @csspart link - A link that leads on.
 *
 * @cssproperty [--kankei-accent=#0017c1] - The colour of what can be pressed.
 * @cssproperty [--kankei-on-accent=#fff] - The colour of words on it.
 * @cssproperty [--kankei-border=#949494] - The colour of edges.
 * @cssproperty [--kankei-radius=0.5em] - The radius of corners.
 * @cssproperty [--kankei-font-size] - The size of text; the page's own, at least 16 px, unless given.
 * @cssproperty [--kankei-bad=#ce0000] - The colour of what is wrong.
 * @cssproperty [--kankei-good=#197a4b] - The colour beside what was filled in for the person.
 *
 * @cssState loading - The form is on its way.
 * @cssState ready - The form can be filled in or looked over.
 * @cssState sending - It is being sent.
 * @cssState done - It was taken.
 * @cssState failed - There is no form to show.
 */
export class KankeiFanclubSignup extends KankeiElement {
  static override styles: CSSResultGroup = [hostStyles, formStyles, noticeStyles, fanclubSignupStyles];

  /** Ties ticked beforehand, with commas between: `born`, `family`, `studied`, `worked`, `travelled`, `donated`, `none`. */
  @property() tie = '';
  /** Interests ticked beforehand, with commas between, e.g. `help,event`. */
  @property() interests = '';
  /** The kind of membership chosen beforehand, by its id. */
  @property() tier = '';
  /** Names where signups come from, e.g. `leaflet`; kept with them. Letters, digits, `.`, `_` and `-`. */
  @property() source = '';
  /** The code of the member who introduces, as on name cards. */
  @property() via = '';
  /** The level of the title in the page's outline, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  @state() private club: Fanclub | undefined = undefined;
  /** Everything after the first letter is typed: fetched once the form stands. */
  @state() private flow: SignupFlow | undefined = undefined;
  /** The words of forms, in the language of the page once they have come. */
  @state() private words: FormStrings | undefined = undefined;

  @state() private unready = false;

  protected override readonly readers = { fanclub: quickFanclub };
  private form = new Form(this, jaForm);
  private beforehand: Beforehand | undefined;
  /** When the form was first shown, ms on the page's clock. */
  private openedAt = 0;
  /** Fetched for a town that is joined elsewhere. */
  private elsewhere: typeof elsewherePage | undefined;
  private flowCame: Promise<void> | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // While the first answer is on its way the language may still change: its words are on their way too.
    if (this.state !== 'loading' && this.words?.language !== this.strings.language) this.speakForm();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.club && this.words && !isElsewhere(this.club)) void this.fetchFlow(this.club);
  }

  protected override resume(what: unknown): ElementState {
    const { town, submitted, form, ...first } = what as FirstForm;
    // The page has changed its mind since.
    if (town !== this.towns[0]) {
      void this.reload();
      return 'loading';
    }
    form.host = this;
    if (form.words.language === 'ja') form.words = jaForm;
    Object.assign(this, { ...first, form, words: form.words });
    if (submitted) void this.updateComplete.then(() => this.goOn());
    return 'ready';
  }

  protected override async load(backend: Backend, signal: AbortSignal): Promise<() => ElementState> {
    const club = await backend.fanclub(this.towns[0] ?? '', { signal });
    if (isElsewhere(club)) this.elsewhere = (await import('./elsewhere.ts')).elsewherePage;
    return () => {
      this.club = club;
      this.begin(club);
      return 'ready';
    };
  }

  protected override asksAnew(): boolean {
    return false;
  }

  protected override forget(): void {
    this.flow?.stop();
    this.club = this.flow = this.flowCame = undefined;
  }

  protected override content(): unknown {
    const { club, flow, words } = this;
    if (this.state === 'failed') return this.failure();
    if (!club || !words) return html`<div class="fallback"><slot></slot></div>`;
    if (flow && flow.step !== 'fill') return flow.content();
    const { form, headingLevel } = this;
    if (isElsewhere(club)) return this.elsewhere?.(club, form, headingLevel);
    const notice = privacyNotice(club.notice, words);
    const end: FormEnd = { rich: richText, above: flow?.aboveForm(), notice, button: this.button(words) };
    return formPage(club, form, headingLevel, { goOn: () => void this.goOn(), flow }, end);
  }

  private button(words: FormStrings): TemplateResult {
    return html`
      ${this.unready ? html`<p part="problem" role="alert">${this.strings.network}</p>` : nothing}
      ${this.flow?.trap.view()}
      <p><button part="submit" class="primary" type="submit">${words.review}</button></p>
    `;
  }

  private async goOn(): Promise<void> {
    await this.fetchFlow(this.club!);
    // What the button needs did not come: the form stays as it is, and says so.
    this.unready = !this.flow;
    this.flow?.review();
  }

  private begin(club: Fanclub): void {
    this.openedAt = performance.now();
    this.beforehand = openForm(this.form, this.towns[0], club, (name) => this[name]);
  }

  private speakForm(): void {
    const { language } = this.strings;
    const speak = (words: FormStrings) => {
      if (words.language !== this.strings.language) return;
      this.words = this.form.words = words;
      void this.flow?.speak();
    };
    // Japanese is at hand and waits for nothing.
    if (language === 'ja') speak(jaForm);
    else loadFormStrings(language).then(speak, () => speak({ ...jaForm, language }));
  }

  /** Once; where it fails, the next press of the button tries again. */
  private fetchFlow(club: Fanclub): Promise<void> {
    this.flowCame ??= this.makeFlow(club).catch((error: unknown) => {
      console.warn(`[kankei] <${this.localName}>: ${error}`);
      this.flowCame = undefined;
    });
    return this.flowCame;
  }

  private async makeFlow(club: Fanclub): Promise<void> {
    const { SignupFlow } = await import('./signup-flow.ts');
    const { form, openedAt } = this;
    const { source, via } = this.beforehand!;
    const flow = new SignupFlow({
      ...{ form, terms: club, openedAt, element: this, town: this.towns[0] ?? '', source, via },
      headingLevel: () => this.headingLevel,
      backend: () => this.findBackend(),
      explain: async (problem) => {
        await this.needAllStrings().catch(() => {});
        return this.explain(problem);
      },
      turn: (state, moves) => {
        if (club !== this.club) return;
        this.state = state;
        if (moves) this.movesFocus = true;
        this.requestUpdate();
      },
    });
    await flow.speak();
    if (club === this.club) this.flow = flow;
    else flow.stop();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kankei-fanclub-signup': KankeiFanclubSignup;
  }
}
