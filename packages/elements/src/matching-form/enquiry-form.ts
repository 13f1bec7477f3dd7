import {
  type Answers,
  enquiryFieldNames,
  enquiryFields,
  type Field,
  type Matching,
  type MatchProfile,
} from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormFlow, FormFlowOptions } from '../internal/form/form-flow.ts';
import { formFields } from '../internal/form/form-view.ts';
import { privacyNotice } from '../internal/form/privacy-notice.ts';
import { live } from '../internal/live.ts';
import { type EnquiryStrings, loadEnquiryStrings } from '../strings/matching.ts';
import type { AskedTown } from './asked-towns.ts';
import { EnquiryFlow, type Fact } from './enquiry-flow.ts';
import { consent, TownForm, type TownFormOptions } from './town-form.ts';

export interface EnquiryFormOptions extends TownFormOptions {
  /** What was answered so far. */
  profile(): MatchProfile;
  /** A part of it in words. */
  fact(name: string, profile: MatchProfile): Fact;
  /** What was answered to a town's own questions, by the names it gave them. */
  answers(town: AskedTown): Answers;
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
    return { ...this.options.answers(town), ...this.known };
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
      facts: () => Object.keys(this.shown).map((name) => this.options.fact(name, this.shown)),
      who: town?.matching.coordinator?.name ?? '',
      another: this.options.towns.length > 1 ? () => this.askAnother() : undefined,
    });
  }

  override content(): unknown {
    const { own, options } = this;
    if (!own) return nothing;
    return html`
      ${super.content()}
      <p class="buttons"><button part="leave" type="button" @click=${options.leave}>${own.toSuggestions}</button></p>
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
        ${this.problem()}
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
        const [question, answer] = this.options.fact(name, profile);
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
