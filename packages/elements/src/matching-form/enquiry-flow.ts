import type { SendOptions } from '@kankei/client';
import type { Delivered } from '@kankei/client/deliver';
import type { Enquiry, MatchProfile } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { FormFlow, type FormFlowOptions } from '../internal/form/form-flow.ts';
import { doneEnd, heading } from '../internal/form/form-flow-views.ts';
import { type FormRestStrings, loadFormRest } from '../strings/form.ts';
import type { EnquiryStrings } from '../strings/matching.ts';
import { KankeiEnquiryCompleteEvent } from './events.ts';

/** A question and its answer, in words. */
export type Fact = readonly [question: string, answer: string];

export interface EnquiryFlowOptions extends FormFlowOptions {
  own(): EnquiryStrings;
  /** As much of the profile as this town is to see, and the same in words. */
  profile(): MatchProfile;
  facts(): readonly Fact[];
  /** Who answers; empty where the town names nobody. */
  who: string;
  /** Where there are other towns to ask: leads back to choose among them. */
  another: (() => void) | undefined;
}

/** The way of an enquiry: what a person chose to show goes with it, and a coordinator writes back. */
export class EnquiryFlow extends FormFlow<EnquiryFlowOptions> {
  /** True where the backend took it, and writes the mails. */
  private isTaken = false;

  override get told() {
    const { own, facts } = this.options;
    const { profile, nothing } = own();
    const shown = facts();
    return { heading: profile, facts: shown.length ? shown : [[profile, nothing] as const] };
  }

  protected override get what(): Delivered {
    return { form: 'enquiry', ...this.shownProfile };
  }

  protected override get beside(): Partial<Enquiry> {
    return this.shownProfile;
  }

  private get shownProfile(): Pick<Enquiry, 'profile'> {
    const profile = this.options.profile();
    return Object.keys(profile).length ? { profile } : {};
  }

  protected override async words(language: string): Promise<FormRestStrings> {
    return { ...(await loadFormRest(language)), ...this.options.own().rest };
  }

  protected override async post(enquiry: Enquiry, options: SendOptions): Promise<void> {
    const { backend, town } = this.options;
    await backend().enquire(town, enquiry, options);
    this.isTaken = true;
  }

  protected override announce(): void {
    const { element, town, source } = this.options;
    element.dispatchEvent(new KankeiEnquiryCompleteEvent(town, source));
  }

  override doneView(): TemplateResult {
    const { form, headingLevel, own, who, another } = this.options;
    const say = own();
    const rest = form.rest!;
    return html`<div part="done">
      ${heading(rest.delivered, headingLevel())}
      ${
        this.isTaken
          ? html`<p>${say.lead}</p>
              <ol>
                ${say.steps(String(this.values.email), who || say.somebody).map((step) => html`<li>${step}</li>`)}
              </ol>`
          : html`<p>${rest.deliveredLead}</p>`
      }
      ${doneEnd(this)}
      ${another ? html`<button part="another" type="button" @click=${another}>${say.anotherTown}</button>` : nothing}
    </div>`;
  }
}
