import {
  type Answers,
  enquiryFieldNames,
  enquiryFields,
  type Field,
  type Matching,
  type MatchProfile,
} from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { answerText } from '../internal/form/answer-text.ts';
import type { Form } from '../internal/form/form.ts';
import type { Fact, FormFlow, FormFlowOptions } from '../internal/form/form-flow.ts';
import { formFields } from '../internal/form/form-view.ts';
import { privacyNotice } from '../internal/form/privacy-notice.ts';
import { live } from '../internal/live.ts';
import { type EnquiryStrings, loadEnquiryStrings } from '../strings/matching.ts';
import { type AskedTown, ownAnswers } from './asked-towns.ts';
import { EnquiryFlow } from './enquiry-flow.ts';
import { consent, TownForm, type TownFormOptions } from './town-form.ts';

export interface EnquiryFormOptions extends TownFormOptions {
  /** The questions to a supporter, and what was answered so far. */
  questions: Form;
  profile(): MatchProfile;
  /** True where they are those of several towns. */
  several: boolean;
  /** Goes back to what suits. */
  leave(): void;
}

/** What one would like a town's coordinator to answer, with as much of the profile as one chooses to show this town. */
export class EnquiryForm extends TownForm<EnquiryStrings, EnquiryFormOptions> {
  protected readonly name = 'enquiry';
  protected readonly usual = enquiryFieldNames;
  /** The parts of the profile that this town is not to see. */
  private hidden: ReadonlySet<string> = new Set();
  /** What need not be typed again for the next town. */
  private known: Answers = {};

  protected loadWords(language: string): Promise<EnquiryStrings> {
    return loadEnquiryStrings(language);
  }

  protected fieldsOf(matching: Matching): Field[] {
    return enquiryFields(matching);
  }

  protected termsOf({ enquiry }: Matching) {
    return enquiry;
  }

  protected override prefilled(town: AskedTown): Answers {
    const { questions, several } = this.options;
    return { ...ownAnswers(town, several, questions.answers), ...this.known };
  }

  protected override choose(town: AskedTown): void {
    // Another town is shown what is ticked for it, not what another was.
    this.hidden = new Set();
    super.choose(town);
  }

  protected makeFlow(options: FormFlowOptions): FormFlow {
    const { town } = this;
    return new EnquiryFlow({
      ...options,
      own: () => this.own!,
      profile: () => this.shown,
      facts: () => Object.keys(this.shown).map((name) => this.fact(name, this.shown)),
      who: town?.matching.coordinator?.name ?? '',
      another: this.options.towns.length > 1 ? () => this.askAnother() : undefined,
    });
  }

  override content(): unknown {
    const { own } = this;
    if (!own) return nothing;
    return html`
      ${super.content()}
      <p class="buttons"><button part="leave" type="button" @click=${this.leave}>${own.toSuggestions}</button></p>
    `;
  }

  protected override lead(own: EnquiryStrings): unknown {
    return html`${super.lead(own)} ${this.options.towns.length > 1 ? html`<p>${own.townHelp}</p>` : nothing}`;
  }

  protected fill({ matching }: AskedTown, own: EnquiryStrings): TemplateResult {
    const { form, flow } = this;
    const { words } = form;
    const notice = (group: string) => (group === consent ? privacyNotice(matching.notice!, words) : nothing);
    const part = (isLast: boolean) =>
      formFields(
        form,
        notice,
        form.groups.filter(({ id }) => (id === consent) === isLast),
      );
    return html`
      ${flow?.aboveForm()}
      <form
        part="form" novalidate tabindex="-1" aria-label=${own.title}
        @input=${this.input} @submit=${this.goOn} @focusout=${this.focusout}
      >
        <div class="fields">${this.shared()} ${part(false)} ${this.profileChoice(own)} ${part(true)}</div>
        ${flow?.trap.view()} ${this.problem()}
        <div class="buttons"><button part="submit" class="primary" type="submit">${words.review}</button></div>
      </form>
    `;
  }

  private readonly goOn = async (event: Event) => {
    event.preventDefault();
    if (!(await this.isReady())) return;
    const { name, email } = this.form.answers;
    this.known = { ...(name !== undefined && { name }), ...(email !== undefined && { email }) };
    this.flow?.review();
  };

  /** What may be answered otherwise meanwhile is looked over anew. */
  private readonly leave = () => {
    const { flow, options } = this;
    if (flow && flow.step !== 'done') void flow.back();
    options.leave();
  };

  /** A part of the profile in the words of the question it comes from. */
  private fact(name: string, profile: MatchProfile): Fact {
    const { questions } = this.options;
    const field = questions.fields.find((one) => one.name === name)!;
    return [questions.label(field), answerText(questions, field, profile[name as keyof MatchProfile])];
  }

  /** As much of the profile as this town is to see. */
  private get shown(): MatchProfile {
    const all = Object.entries(this.options.profile());
    return Object.fromEntries(all.filter(([name]) => !this.hidden.has(name))) as MatchProfile;
  }

  /** Every answer as it will be sent, each to be left out. */
  private profileChoice(own: EnquiryStrings): TemplateResult | typeof nothing {
    const profile = this.options.profile();
    const names = Object.keys(profile);
    if (!names.length) return nothing;
    return html`<fieldset part="profile">
      <legend>${own.profile}</legend>
      <p part="help">${own.profileHelp}</p>
      ${names.map((name) => {
        const [question, answer] = this.fact(name, profile);
        return html`<label class="tick"
          ><input type="checkbox" .checked=${live(!this.hidden.has(name))} @change=${() => this.turn(name)} /><span
            ><span class="question">${question}</span><span class="answer">${answer}</span></span
          ></label
        >`;
      })}
    </fieldset>`;
  }

  private turn(name: string): void {
    const hidden = new Set(this.hidden);
    if (!hidden.delete(name)) hidden.add(name);
    this.hidden = hidden;
    this.options.element.requestUpdate();
  }

  private askAnother(): void {
    this.flow?.stop();
    this.flow = this.town = undefined;
    this.options.turn('ready', true);
  }
}
