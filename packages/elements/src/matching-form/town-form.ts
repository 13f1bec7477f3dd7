import type { Backend } from '@kankei/client';
import { type Answers, type Field, inLanguage, type Matching, type Problem } from '@kankei/core';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import type { ElementState } from '../internal/element-state.ts';
import { elsewhereEnd } from '../internal/form/elsewhere.ts';
import { Form } from '../internal/form/form.ts';
import type { FormFlow, FormFlowOptions } from '../internal/form/form-flow.ts';
import { takeInput } from '../internal/form/form-view.ts';
import { noticeStyles } from '../internal/form/notice.styles.ts';
import { live } from '../internal/live.ts';
import { richText } from '../internal/rich-text.ts';
import { loadFormStrings, type OwnRestWords, withOwnWords } from '../strings/form.ts';
import type { AskedTown } from './asked-towns.ts';
import { townFormStyles } from './town-form.styles.ts';
import { wordsAtHand } from './words.ts';

/** What a form needs of the tag it stands in. */
export interface TownFormOptions {
  element: LitElement;
  /** The towns that take it, at least one. */
  towns: readonly AskedTown[];
  /** Names where it is sent from; empty where the page says nothing. */
  source: string;
  language(): string;
  layout(): string;
  level(): number;
  backend(): Backend;
  explain(problem: Problem): Promise<string>;
  /** That something could not be fetched. */
  notCome(): string;
  turn(state: ElementState, moves: boolean): void;
}

/** The words of such a form, beside those of every form. */
export interface TownFormWords {
  title: string;
  intro: string;
  town: string;
  labels: Readonly<Record<string, string>>;
  helps: Readonly<Record<string, string>>;
  groups: Readonly<Record<string, string>>;
  options: Readonly<Record<string, Readonly<Record<string, string>>>>;
  rest: OwnRestWords;
}

/** The group of the consents. */
export const consent = 'consent';

/** A form that is sent to one town: what a resident needs, or what somebody would like a coordinator to answer. */
export abstract class TownForm<Words extends TownFormWords, Options extends TownFormOptions = TownFormOptions> {
  readonly form: Form;
  readonly options: Options;
  /** Where nobody has chosen between several, undefined. */
  protected town: AskedTown | undefined;
  protected flow: FormFlow | undefined;
  protected own: Words | undefined;
  private unready = false;

  constructor(options: Options) {
    this.options = options;
    this.form = new Form(options.element, wordsAtHand);
    addStyles(options.element, noticeStyles);
    addStyles(options.element, townFormStyles);
  }

  protected abstract loadWords(language: string): Promise<Words>;
  /** The questions of the town, and what the town says of them. */
  protected abstract fieldsOf(matching: Matching): Field[];
  protected abstract termsOf(
    matching: Matching,
  ): Pick<NonNullable<Matching['need']>, 'title' | 'intro' | 'next'> | undefined;
  /** The questions that every town asks alike. */
  protected abstract readonly usual: readonly string[];
  /** The name under which what was typed is kept. */
  protected abstract readonly name: string;
  protected abstract makeFlow(options: FormFlowOptions): FormFlow;
  protected abstract fill(town: AskedTown, words: Words): TemplateResult;

  /** What is filled in beforehand for a town. */
  protected prefilled(_town: AskedTown): Answers {
    return {};
  }

  /** Fetches the words; resolves once it can be shown. Rejects when they cannot be fetched. */
  async begin(): Promise<void> {
    await this.speak();
    const [only, ...others] = this.options.towns;
    if (only && !others.length) this.choose(only);
  }

  /** Speaks the language of the page. */
  async speak(): Promise<void> {
    const language = this.options.language();
    const [form, own] = await Promise.all([loadFormStrings(language), this.loadWords(language)]);
    // Meanwhile the page may have changed its language.
    if (language !== this.options.language()) return;
    this.own = own;
    this.form.words = withOwnWords(form, own);
    this.options.element.requestUpdate();
    await this.flow?.speak();
  }

  stop(): void {
    this.flow?.stop();
  }

  content(): unknown {
    const { flow, own, town, options } = this;
    if (!own) return nothing;
    if (flow && flow.step !== 'fill') return html`<div class="sent">${flow.content()}</div>`;
    return html`<div class="sent">
      ${this.lead(own)} ${options.towns.length > 1 ? this.townChoice(own) : nothing} ${town ? this.ask(town, own) : nothing}
    </div>`;
  }

  /** The title, and what it is for. */
  protected lead(own: Words): unknown {
    const { town, form, options } = this;
    const { title, intro } = (town && this.termsOf(town.matching)) ?? {};
    const { language } = form.words;
    return html`
      <div
        part="title" role="heading" aria-level=${options.level()}
        tabindex=${options.towns.length > 1 && !town ? '-1' : nothing}
      >
        ${title === undefined ? own.title : inLanguage(title, language)}
      </div>
      <p part="intro">${intro === undefined ? own.intro : richText(inLanguage(intro, language))}</p>
    `;
  }

  /** On a computer others use too, nothing is to be kept. */
  protected shared(): TemplateResult {
    const { form } = this;
    const share = ({ target }: Event) => form.share((target as HTMLInputElement).checked);
    return html`<label part="shared" class="tick"
      ><input type="checkbox" .checked=${live(form.shared)} @change=${share} /><span>${form.words.sharedComputer}</span></label
    >`;
  }

  /** Opens the form of a town, with what was typed for another as far as this one asks it, too. */
  protected choose(town: AskedTown): void {
    const { form } = this;
    const { code, matching } = town;
    const { element, source, backend, explain, turn, level } = this.options;
    this.flow?.stop();
    this.town = town;
    // What one town asked of its own is no other town's.
    const usual = Object.entries(form.answers).filter(([name]) => this.usual.includes(name));
    form.open(`${this.name}:${code}`, this.fieldsOf(matching), {
      ...this.prefilled(town),
      ...Object.fromEntries(usual),
    });
    const { title = '', next } = this.termsOf(matching) ?? {};
    this.flow = this.makeFlow({
      ...{ element, form, town: code, source, backend, explain, turn },
      terms: { title, next, notice: matching.notice!, delivery: matching.delivery },
      openedAt: performance.now(),
      headingLevel: level,
    });
    // Without what says what is wrong, the button asks for it again.
    this.flow.speak().catch(() => {});
    element.requestUpdate();
  }

  /** Fetches, unless it has come, what says what is wrong; false where it does not come now, and that is said. */
  protected async isReady(): Promise<boolean> {
    const { flow, form } = this;
    if (!form.rest) await flow?.speak().catch(() => {});
    this.unready = !form.rest;
    this.options.element.requestUpdate();
    return !this.unready;
  }

  protected problem(): TemplateResult | typeof nothing {
    return this.unready ? html`<p part="problem" role="alert">${this.options.notCome()}</p>` : nothing;
  }

  protected readonly input = (event: Event) => {
    takeInput(this.form, event);
    this.flow?.typed(event);
  };

  protected readonly focusout = (event: Event) => void this.flow?.left(event);

  private townChoice(own: Words): TemplateResult {
    const { towns } = this.options;
    const { words } = this.form;
    const choose = ({ target }: Event) => {
      const town = towns.find(({ code }) => code === (target as HTMLSelectElement).value);
      if (town) this.choose(town);
    };
    return html`<div part="town">
      <label for="town">${own.town} <span class="required">${words.required}</span></label>
      <select id="town" @change=${choose}>
        ${this.town ? nothing : html`<option value="" selected>${words.choose}</option>`}
        ${towns.map(({ code, name }) => html`<option value=${code} .selected=${live(code === this.town?.code)}>${name}</option>`)}
      </select>
    </div>`;
  }

  private ask(town: AskedTown, own: Words): TemplateResult {
    const { delivery, notice } = town.matching;
    return delivery && 'form' in delivery ? elsewhereEnd(delivery, notice!, this.form) : this.fill(town, own);
  }
}
