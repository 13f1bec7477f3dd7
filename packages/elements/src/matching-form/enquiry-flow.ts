import type { SendOptions } from '@kankei/client';
import type { Delivered } from '@kankei/client/deliver';
import type { Enquiry, MatchProfile } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Fact } from '../internal/form/form-flow.ts';
import type { EnquiryStrings } from '../strings/matching.ts';
import { KankeiEnquiryCompleteEvent } from './events.ts';
import { TownFlow, type TownFlowOptions } from './town-flow.ts';

export interface EnquiryFlowOptions extends TownFlowOptions<EnquiryStrings> {
  /** As much of the profile as this town is to see, and the same in words. */
  profile(): MatchProfile;
  facts(): readonly Fact[];
  /** Who answers; empty where the town names nobody. */
  who: string;
  /** Where there are other towns to ask: leads back to choose among them. */
  another: (() => void) | undefined;
}

/** The way of an enquiry: what a person chose to show goes with it, and a coordinator writes back. */
export class EnquiryFlow extends TownFlow<EnquiryStrings, EnquiryFlowOptions> {
  override get facts(): readonly Fact[] {
    const { own, facts } = this.options;
    const { profile, nothing } = own();
    const shown = facts();
    return shown.length ? shown : [[profile, nothing]];
  }

  override factsView(): TemplateResult {
    const { profile } = this.options.own();
    return html`<section role="group" aria-label=${profile}>
      <p class="name">${profile}</p>
      <dl>${this.facts.map(([question, answer]) => html`<div><dt>${question}</dt><dd>${answer}</dd></div>`)}</dl>
    </section>`;
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

  protected override async post(enquiry: Enquiry, options: SendOptions): Promise<void> {
    const { backend, town } = this.options;
    await backend().enquire(town, enquiry, options);
    this.isTaken = true;
  }

  protected override announce(): void {
    const { element, town, source } = this.options;
    element.dispatchEvent(new KankeiEnquiryCompleteEvent(town, source));
  }

  protected override steps(): readonly string[] {
    const { own, who } = this.options;
    const { steps, somebody } = own();
    return steps(String(this.values.email), who || somebody);
  }

  protected override more(): TemplateResult | typeof nothing {
    const { another, own } = this.options;
    return another
      ? html`<button part="another" type="button" @click=${another}>${own().anotherTown}</button>`
      : nothing;
  }
}
