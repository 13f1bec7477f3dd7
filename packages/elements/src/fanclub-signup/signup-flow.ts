import type { SendOptions } from '@kankei/client';
import type { Signup } from '@kankei/core';
import { html, type TemplateResult } from 'lit';
import { FormFlow, type FormFlowOptions } from '../internal/form/form-flow.ts';
import { doneEnd, heading } from '../internal/form/form-flow-views.ts';
import { KankeiSignupCompleteEvent } from './events.ts';

/** What the flow needs of the tag it serves. */
export interface SignupFlowOptions extends FormFlowOptions {
  /** The code of the member who introduces; empty where nobody does. */
  via: string;
}

/** The way of a signup: what was taken waits for the link in a mail. */
export class SignupFlow extends FormFlow<SignupFlowOptions> {
  /** Until when that link can be used, ms since 1970; absent where the town sends no mail of ours. */
  private confirmBefore: number | undefined;

  protected override get beside(): Partial<Signup> {
    const { via } = this.options;
    return via ? { introducer: via } : {};
  }

  protected override async post(signup: Signup, options: SendOptions): Promise<void> {
    const { backend, town } = this.options;
    const { confirmBefore } = await backend().join(town, signup, options);
    this.confirmBefore = Date.parse(confirmBefore);
  }

  protected override announce(): void {
    const { element, town, source } = this.options;
    element.dispatchEvent(new KankeiSignupCompleteEvent(town, source));
  }

  override doneView(): TemplateResult {
    const { confirmBefore, values } = this;
    const sent = this.sent!;
    return html`<div part="done">
      ${heading(confirmBefore ? sent.sentTitle : sent.delivered, this.options.headingLevel())}
      ${
        confirmBefore
          ? html`<p>${sent.sentLead(String(values.email ?? ''))}</p>
              <ol>
                ${sent.sentSteps(confirmBefore).map((step) => html`<li>${step}</li>`)}
              </ol>
              <p>${sent.sentMissing}</p>`
          : html`<p>${sent.deliveredLead}</p>`
      }
      ${doneEnd(this, confirmBefore ? sent.afterwards : undefined)}
    </div>`;
  }
}
