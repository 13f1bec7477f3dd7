import type { SendOptions } from '@kankei/client';
import type { Delivered } from '@kankei/client/deliver';
import type { Need } from '@kankei/core';
import { html, type TemplateResult } from 'lit';
import { FormFlow, type FormFlowOptions } from '../internal/form/form-flow.ts';
import { doneEnd, heading } from '../internal/form/form-flow-views.ts';
import { type FormRestStrings, loadFormRest } from '../strings/form.ts';
import type { NeedStrings } from '../strings/matching.ts';
import { KankeiNeedCompleteEvent } from './events.ts';

export interface NeedFlowOptions extends FormFlowOptions {
  own(): NeedStrings;
}

/** The way of a need: a coordinator checks what was taken, and makes a program of it. */
export class NeedFlow extends FormFlow<NeedFlowOptions> {
  /** True where the backend took it, and writes the mails. */
  private isTaken = false;

  protected override get what(): Delivered {
    return { form: 'need' };
  }

  protected override async words(language: string): Promise<FormRestStrings> {
    return { ...(await loadFormRest(language)), ...this.options.own().rest };
  }

  protected override async post(need: Need, options: SendOptions): Promise<void> {
    const { backend, town } = this.options;
    await backend().sendNeed(town, need, options);
    this.isTaken = true;
  }

  protected override announce(): void {
    const { element, town, source } = this.options;
    element.dispatchEvent(new KankeiNeedCompleteEvent(town, source));
  }

  override doneView(): TemplateResult {
    const { form, headingLevel, own } = this.options;
    const { email, tel } = this.values;
    const say = own();
    const rest = form.rest!;
    const reached = email ? say.mailed(String(email)) : say.called(String(tel));
    return html`<div part="done">
      ${heading(rest.delivered, headingLevel())}
      ${
        this.isTaken
          ? html`<p>${say.lead}</p>
              <ol>
                ${[reached, ...say.steps].map((step) => html`<li>${step}</li>`)}
              </ol>`
          : html`<p>${rest.deliveredLead}</p>`
      }
      ${doneEnd(this)}
    </div>`;
  }
}
