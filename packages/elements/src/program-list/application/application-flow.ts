import type { SendOptions } from '@kankei/client';
import type { Delivered } from '@kankei/client/deliver';
import { type ApplicationReceived, inLanguage, placesTaken, type Submission } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { FormFlow, type FormFlowOptions } from '../../internal/form/form-flow.ts';
import { heading } from '../../internal/form/form-flow-views.ts';
import { type ApplicationRestStrings, loadApplicationRest } from '../../strings/application.ts';
import type { OwnRestWords } from '../../strings/form.ts';
import { KankeiApplicationCompleteEvent } from './events.ts';

/** What the flow needs of the application it serves. */
export interface ApplicationFlowOptions extends FormFlowOptions {
  /** The program's id within its town. */
  program: string;
  /** The places there were when the form was opened; Infinity where nobody counts, or where one waits for them. */
  placesLeft: number;
  says(): ApplicationRestStrings;
  /** It was taken: places are fewer. */
  taken(): void;
  leave(): void;
}

/** The way of an application: it is taken at once, for a place or for the waiting list. */
export class ApplicationFlow extends FormFlow<ApplicationFlowOptions> {
  /** Absent where the town takes applications by itself. */
  private received: ApplicationReceived | undefined = undefined;
  /** The words as they are before a look over the answers adds to them. */
  private lead = '';

  protected override async post(submission: Submission, options: SendOptions): Promise<void> {
    const { backend, town, program } = this.options;
    this.received = await backend().apply(town, program, submission, options);
  }

  protected override get what(): Delivered {
    return { form: 'application', program: this.options.program };
  }

  protected override async ownWords(language: string): Promise<OwnRestWords> {
    const { rest } = await loadApplicationRest(language);
    this.lead = rest.reviewLead ?? '';
    return rest;
  }

  /** Who will not find room for all learns it before sending. */
  override review(): void {
    super.review();
    const { form, placesLeft, says } = this.options;
    const people = placesTaken(this.values);
    const warning = people > placesLeft ? `${says().tooMany(people, placesLeft)} ` : '';
    if (form.rest) form.rest = { ...form.rest, reviewLead: warning + this.lead };
  }

  protected override announce(): void {
    const { element, town, program, taken } = this.options;
    element.dispatchEvent(new KankeiApplicationCompleteEvent(town, program, this.received?.state));
    taken();
  }

  override doneView(): TemplateResult {
    const { form, terms, headingLevel, says, leave } = this.options;
    const { language } = form.words;
    const sent = this.sent!;
    const s = says();
    const { received } = this;
    const title = received ? (received.state === 'waiting' ? s.waits : s.taken) : sent.delivered;
    return html`<div part="done">
      ${heading(title, headingLevel())}
      ${received ? this.mailed(received) : html`<p>${sent.deliveredLead}</p>`}
      ${terms.next === undefined ? nothing : html`<p>${inLanguage(terms.next, language)}</p>`}
      <p>${sent.askUs(inLanguage(terms.notice.contact, language))}</p>
      <button part="back" type="button" @click=${leave}>${s.toProgram}</button>
    </div>`;
  }

  private mailed({ state, position }: ApplicationReceived): TemplateResult {
    const s = this.options.says();
    const steps = state === 'waiting' ? s.waitsSteps : s.takenSteps;
    return html`
      ${position === undefined ? nothing : html`<p><strong>${s.position(position)}</strong></p>`}
      <p>${s.mailed(String(this.values.email ?? ''))}</p>
      <ol>
        ${steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      <p>${s.missing}</p>
    `;
  }
}
