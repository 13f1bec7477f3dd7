import { type Backend, quickMatching } from '@kankei/client';
import { inLanguage, type Problem, type ProgramItem, sourceName, type Taking, type UnmetCode } from '@kankei/core';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ElementState } from '../internal/element-state.ts';
import { KankeiErrorEvent } from '../internal/error-event.ts';
import { formStyles } from '../internal/form/form.styles.ts';
import { Form } from '../internal/form/form.ts';
import { formRestStyles } from '../internal/form/form-rest.styles.ts';
import { takeInput } from '../internal/form/form-view.ts';
import { hostStyles } from '../internal/host.styles.ts';
import type { Interest } from '../internal/interest/interest.ts';
import { interestView } from '../internal/interest/interest-view.ts';
import { KankeiElement } from '../internal/kankei-element.ts';
import { property, state } from '../internal/property.ts';
import { richText } from '../internal/rich-text.ts';
import { type AskedTown, askTowns, groupOf, supporterFields, taking } from './asked-towns.ts';
import { Checking } from './checking.ts';
import type { EnquiryForm } from './enquiry-form.ts';
import type { HostForm } from './host-form.ts';
import { matchingFormStyles } from './matching-form.styles.ts';
import { type QuestionActions, questionsView } from './questions.ts';
import { Suggesting } from './suggesting.ts';
import { type SuggestionsActions, suggestionsView } from './suggestions.ts';
import type { TownFormOptions } from './town-form.ts';
import { loadWords, type Words, wordsAtHand } from './words.ts';

/** How long (ms) nobody ticks, or types, before suggestions are asked for. */
const pauses = { tick: 150, type: 600 } as const;

/** The question behind a condition that can be taken back. */
const conditions: Partial<Record<UnmetCode, string>> = {
  mode: 'mode',
  weekday: 'weekdays',
  month: 'months',
  length: 'lengths',
  places: 'people',
};

/**
 * Brings people who want to help and residents who need help together, from either side.
 *
 * To a supporter it puts a few light questions, none of which has to be answered, and suggests programs, ranked anew with
 * every answer, each with why it suits and what does not. Who answers is not asked, unless the person would like a
 * coordinator to write back, and then sees what will be sent. With `side="host"` it asks a resident what needs doing, so
 * that the town can make a program of it.
 *
 * @summary Suggests programs of a town that suit a person, with reasons; or takes in what a resident needs.
 * @tag kankei-matching-form
 *
 * @attr {string} lang - The language of the words: the nearest `lang` of the page unless given; `ja` and `en` so far.
 *
 * @slot - The fallback: shown before the element is ready, without JavaScript, and when there is nothing to show. Put a link to the town's programs here.
 *
 * @fires {KankeiNeedCompleteEvent} kankei-need-complete - What a resident needs was taken; `town` and `source` say where. Who it was, no event tells.
 * @fires {KankeiEnquiryCompleteEvent} kankei-enquiry-complete - What somebody would like a coordinator to answer was taken; `town` and `source` say where.
 * @fires {KankeiErrorEvent} kankei-error - Something could not be loaded or sent; `code` says what went wrong.
 *
 * @csspart title - The title.
 * @csspart intro - What it is for, in the town's words or ours.
 * @csspart form - The questions.
 * @csspart progress - How many questions there are, and which one stands here.
 * @csspart group - Questions that belong together.
 * @csspart group-heading - Their heading.
 * @csspart field - One question with its label, control and what is wrong with it.
 * @csspart help - What helps to answer, and whom to ask.
 * @csspart note - What was filled in for the person, under the answer it came from.
 * @csspart fault - What is wrong with an answer.
 * @csspart submit - The button that goes on: to the next question, then to what suits.
 * @csspart back - The button back to the question before.
 * @csspart reset - The button that clears all answers.
 * @csspart suggestions - What suits, and what to do where nothing does.
 * @csspart heading - Its heading.
 * @csspart status - How many programs suit.
 * @csspart list - The programs that suit, the best first.
 * @csspart suggestion - One program.
 * @csspart suggestion-title - Its title.
 * @csspart open - The link that leads to it.
 * @csspart tag - A tag: state, kind, town.
 * @csspart state - The tag that tells the state.
 * @csspart when - The line with the date.
 * @csspart where - The line with the place.
 * @csspart facts - Cost, places, effort and thanks.
 * @csspart reasons - Why it suits.
 * @csspart misfits - What does not suit.
 * @csspart interest - The button that says that a program interests one.
 * @csspart said - What came of that.
 * @csspart more - The button that shows more programs.
 * @csspart obstacles - What to ask less of, where nothing suits.
 * @csspart loosen - The button that takes one condition back.
 * @csspart alternatives - Programs that come nearest, where nothing suits.
 * @csspart link - A link that leads on.
 * @csspart enquire - The button that opens what one would like a coordinator to answer.
 * @csspart leave - The button back from there to what suits.
 * @csspart town - The choice between several towns to send something to.
 * @csspart profile - The answers a town is to see, each to be left out.
 * @csspart another - The button that leads on to ask another town.
 * @csspart closed - That no needs are taken in.
 * @csspart summary - All that is wrong with a form that is sent, together.
 * @csspart restored - That something typed before came back.
 * @csspart discard - The button that clears it.
 * @csspart shared - The choice to keep nothing on a shared computer.
 * @csspart notice - Who collects what and why.
 * @csspart review - What was entered, to be looked over.
 * @csspart change - The button that leads back to a group of fields.
 * @csspart done - What is said after it was sent.
 * @csspart problem - Why something could not be shown or sent.
 * @csspart retry - The button that tries again.
 *
 * @cssproperty [--kankei-accent=#0017c1] - The colour of what can be pressed.
 * @cssproperty [--kankei-on-accent=#fff] - The colour of words on it.
 * @cssproperty [--kankei-border=#949494] - The colour of edges.
 * @cssproperty [--kankei-surface=transparent] - The ground of a suggestion.
 * @cssproperty [--kankei-radius=0.5em] - The radius of corners.
 * @cssproperty [--kankei-gap=1em] - The space between suggestions.
 * @cssproperty [--kankei-font-size] - The size of text; the page's own, at least 16 px, unless given.
 * @cssproperty [--kankei-good=#197a4b] - The colour beside what suits.
 * @cssproperty [--kankei-warn=#ac3e00] - The colour beside what does not.
 * @cssproperty [--kankei-bad=#ce0000] - The colour of what is wrong.
 *
 * @cssState loading - The questions are on their way.
 * @cssState ready - The questions can be answered, or what was entered looked over.
 * @cssState sending - A need or an enquiry is being sent.
 * @cssState done - It was taken.
 * @cssState empty - No needs are taken in; the fallback stands.
 * @cssState failed - There are no questions to show; the fallback stands.
 */
export class KankeiMatchingForm extends KankeiElement {
  static override styles: CSSResultGroup = [hostStyles, formStyles, formRestStyles, matchingFormStyles];

  /** Whom it asks: `supporter`, who would like to help, or `host`, a resident who needs help. */
  @property() side = 'supporter';
  /** `steps` asks one screen at a time, `all` everything at once. */
  @property() layout = 'steps';
  /** Names where needs and enquiries come from, e.g. `leaflet`; kept with them. Letters, digits, `.`, `_` and `-`. */
  @property() source = '';
  /** The level of the title in the page's outline, 1 to 5. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  protected override readonly readers = { matching: quickMatching };
  @state() private asked: readonly AskedTown[] | undefined = undefined;
  /** In the language of the page once they have come. */
  @state() private words: Words | undefined = undefined;
  @state() private step = 0;

  /** In place of the questions: what a resident needs; or what one would like a coordinator to answer. */
  @state() private host: HostForm | undefined = undefined;
  @state() private enquiry: EnquiryForm | undefined = undefined;
  /** The same while the suggestions stand in its place. */
  private leftEnquiry: EnquiryForm | undefined = undefined;
  /** True where the code of the enquiry did not come. */
  @state() private isEnquiryMissing = false;

  /** The language whose words were asked for last. */
  private speaking = '';
  private readonly form = new Form(this, wordsAtHand);
  private readonly checking = new Checking(this.form);
  private interest: Interest | undefined = undefined;
  /** When the questions were first shown, ms on the page's clock. */
  private openedAt = 0;
  private readonly suggesting = new Suggesting({
    form: this.form,
    towns: () => this.towns,
    backend: () => this.findBackend(),
    changed: () => this.requestUpdate(),
    failed: ({ code }) => {
      void this.needAllStrings().catch(() => {});
      this.dispatchEvent(new KankeiErrorEvent(code));
    },
  });
  /** Focus goes here once it is drawn. */
  private goal = '';

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.asked && !this.host) void this.suggesting.ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.suggesting.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.side !== 'host' && this.words?.language !== this.strings.language) this.speakMatching();
    // What cannot be fetched leaves the words that stand.
    if (changed.has('strings')) for (const one of [this.host, this.enquiry]) one?.speak().catch(() => {});
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.goal) return;
    this.renderRoot.querySelector<HTMLElement>(this.goal)?.focus();
    this.goal = '';
  }

  protected override async load(backend: Backend, signal: AbortSignal): Promise<() => ElementState> {
    const asked = await askTowns(this.towns, backend, signal);
    const host = this.side === 'host' ? await this.makeHost(asked) : undefined;
    return () => {
      this.forget();
      this.asked = asked;
      this.host = host;
      if (host) return host.options.towns.length ? 'ready' : 'empty';
      this.openedAt = performance.now();
      this.form.open(`matching:${this.towns.join()}`, supporterFields(asked), {});
      if (this.words) this.takeWords(this.words);
      void this.suggesting.ask();
      return 'ready';
    };
  }

  protected override asksAnew(changed: PropertyValues): boolean {
    return changed.has('side');
  }

  protected override forget(): void {
    this.suggesting.forget();
    for (const one of [this.host, this.enquiry, this.leftEnquiry]) one?.stop();
    this.host = this.enquiry = this.leftEnquiry = this.interest = this.asked = undefined;
    this.step = 0;
  }

  protected override content(): unknown {
    const { asked, words, form, host, enquiry } = this;
    if (this.state === 'failed') return this.failure();
    if (host ?? enquiry) return (host ?? enquiry)!.content();
    if (!asked || !words) return html`<div class="fallback"><slot></slot></div>`;
    const step = this.layout === 'all' ? undefined : this.step;
    return html`
      ${this.welcome(asked, words)}
      <div class="halves">
        ${questionsView(form, words, this.questionActions, step)} ${this.suggestions(asked, words)}
      </div>
    `;
  }

  /** In the town's words where it is the only one. */
  private welcome(asked: readonly AskedTown[], { matching: m, language }: Words): TemplateResult {
    const { title, intro } = (asked.length === 1 && asked[0]!.matching.supporter) || {};
    return html`<div class="lead">
      <div part="title" role="heading" aria-level=${this.level}>${title === undefined ? m.title : inLanguage(title, language)}</div>
      <p part="intro">${intro === undefined ? m.intro : richText(inLanguage(intro, language))}</p>
      <p class="small">${m.privacy}</p>
    </div>`;
  }

  private suggestions(asked: readonly AskedTown[], words: Words): TemplateResult {
    const { suggesting, form, isEnquiryMissing } = this;
    const { matches, problem, isAsking, hasMore } = suggesting;
    const press = (program: ProgramItem) => () =>
      void this.showInterest(program).catch((error) => console.warn(`[kankei] <${this.localName}>: ${error}`));
    const view = {
      words,
      form,
      now: Date.parse(matches?.asOf ?? '') || Date.now(),
      level: this.level + 1,
      // One alone need not be named.
      townName: (code: string) => asked.find((town) => town.code === code)?.name || undefined,
      actions: (program: ProgramItem) =>
        taking(asked, 'interest').some(({ code }) => code === program.town)
          ? interestView(program, this.interest?.stateOf(program), words.matching, press(program))
          : nothing,
    };
    const found = { matches, isAsking, hasMore, problem: problem ? this.explain(problem) : '' };
    const ways = {
      asked,
      interest: taking(asked, 'interest').length > 0,
      enquiry: taking(asked, 'enquiry').length > 0,
      problem: isEnquiryMissing ? this.strings.network : '',
    };
    return suggestionsView(found, ways, view, this.suggestionsActions);
  }

  private async makeHost(asked: readonly AskedTown[]): Promise<HostForm> {
    const { HostForm } = await import('./host-form.ts');
    const host: HostForm = new HostForm(this.formOptions(asked, 'need', () => host));
    await host.begin();
    return host;
  }

  /** Opens what a coordinator is asked with, where it was left; where its code does not come, the next press tries again. */
  private async enquire(): Promise<void> {
    const { asked } = this;
    if (!asked) return;
    try {
      const { EnquiryForm } = await import('./enquiry-form.ts');
      const enquiry: EnquiryForm =
        this.leftEnquiry ??
        new EnquiryForm({
          ...this.formOptions(asked, 'enquiry', () => enquiry),
          questions: this.form,
          profile: () => this.suggesting.profile,
          several: asked.length > 1,
          leave: () => this.leaveEnquiry(),
        });
      await Promise.all([this.checking.ready(), this.leftEnquiry ? enquiry.speak() : enquiry.begin()]);
      if (!this.form.rest) throw new Error('no words');
      if (asked !== this.asked) return enquiry.stop();
      this.enquiry = this.leftEnquiry = enquiry;
      this.isEnquiryMissing = false;
      this.movesFocus = true;
    } catch (error) {
      console.warn(`[kankei] <${this.localName}>: ${error}`);
      this.isEnquiryMissing = true;
    }
  }

  private leaveEnquiry(): void {
    if (this.state === 'done') {
      this.leftEnquiry?.stop();
      this.leftEnquiry = undefined;
    }
    this.enquiry = undefined;
    this.state = 'ready';
    this.goal = '[part="heading"]';
  }

  /** What a form of ours that is sent needs of this tag; `form` is that form. */
  private formOptions(asked: readonly AskedTown[], what: Taking, form: () => HostForm | EnquiryForm): TownFormOptions {
    return {
      element: this,
      towns: taking(asked, what),
      source: sourceName.safeParse(this.source).data ?? '',
      language: () => this.strings.language,
      layout: () => this.layout,
      level: () => this.level,
      backend: () => this.findBackend(),
      explain: async (problem: Problem) => {
        await this.needAllStrings().catch(() => {});
        return this.explain(problem);
      },
      notCome: () => this.strings.network,
      turn: (state, moves) => {
        if (form() !== this.host && form() !== this.enquiry) return;
        this.state = state;
        if (moves) this.movesFocus = true;
        this.requestUpdate();
      },
    };
  }

  /** What tells it comes with the first press; where it does not come, the next press tries again. */
  private async showInterest(program: ProgramItem): Promise<void> {
    const { asked } = this;
    const { Interest } = await import('../internal/interest/interest.ts');
    if (asked !== this.asked) return;
    this.interest ??= new Interest();
    await this.interest.tell(program, this.findBackend(), this.openedAt, () => this.requestUpdate());
  }

  private get level(): number {
    return Math.min(Math.max(Math.trunc(this.headingLevel) || 2, 1), 5);
  }

  private readonly questionActions: QuestionActions = {
    input: (event) => {
      takeInput(this.form, event);
      const { type } = event.target as HTMLInputElement;
      this.suggesting.soon(type === 'checkbox' || type === 'radio' ? pauses.tick : pauses.type);
      void this.checking.ready();
    },
    change: async ({ target }) => {
      const { name } = target as HTMLInputElement;
      if (await this.checking.left(name, this.findBackend(), this.question)) void this.suggesting.ask();
    },
    submit: (event) => {
      event.preventDefault();
      const isLast = this.layout === 'all' || this.step >= this.form.groups.length - 1;
      this.goal = isLast ? '[part="heading"]' : '[part="progress"]';
      if (isLast) void this.suggesting.ask();
      else this.step += 1;
      this.requestUpdate();
    },
    back: () => {
      this.step -= 1;
      this.goal = '[part="progress"]';
    },
    reset: () => {
      this.form.clear();
      this.suggesting.forget();
      this.step = 0;
      this.goal = this.layout === 'all' ? '[part="form"] :is(input, select, textarea)' : '[part="progress"]';
      this.requestUpdate();
    },
  };

  private readonly suggestionsActions: SuggestionsActions = {
    loosen: (code) => {
      const name = conditions[code];
      const field = this.form.fields.find((one) => one.name === name);
      if (field) this.form.set(field.name, field.kind === 'choices' ? [] : '');
      this.goal = '[part="heading"]';
      void this.suggesting.ask();
    },
    more: () => void this.showMore(),
    enquire: () => void this.enquire(),
    retry: () => {
      this.goal = '[part="heading"]';
      void this.suggesting.ask();
    },
  };

  /** Focus goes on to the first of the further programs. */
  private async showMore(): Promise<void> {
    const { suggesting } = this;
    const shown = suggesting.matches?.suggestions.length ?? 0;
    await suggesting.showMore();
    await this.updateComplete;
    const next = this.renderRoot.querySelectorAll<HTMLElement>('[part="list"] > [part="suggestion"]')[shown];
    next?.querySelector('a')?.focus();
  }

  private speakMatching(): void {
    const { language } = this.strings;
    if (language === this.speaking) return;
    this.speaking = language;
    loadWords(language).then(
      (words) => this.takeWords(words),
      () => {
        // What is at hand stays; Japanese always is.
        if (!this.words) void loadWords('ja').then((words) => this.takeWords({ ...words, language }));
      },
    );
  }

  private takeWords(words: Words): void {
    if (words.language !== this.strings.language) return;
    this.words = words;
    const { groups } = words.form;
    const own = this.asked?.map(({ code, name }) => [groupOf(code), words.matching.questionsOf(name)]) ?? [];
    this.form.words = { ...words.form, groups: { ...groups, ...Object.fromEntries(own) } };
    if (this.form.marks) void this.checking.ready();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kankei-matching-form': KankeiMatchingForm;
  }
}
