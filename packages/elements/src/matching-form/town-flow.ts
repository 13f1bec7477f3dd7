import { html, nothing, type TemplateResult } from 'lit';
import { FormFlow, type FormFlowOptions } from '../internal/form/form-flow.ts';
import { doneEnd, heading } from '../internal/form/form-flow-views.ts';
import type { OwnRestWords } from '../strings/form.ts';

/** The words of a way that ends with a coordinator. */
export interface TownFlowWords {
  /** What is said above the steps. */
  lead: string;
  rest: OwnRestWords;
}

export interface TownFlowOptions<Words extends TownFlowWords> extends FormFlowOptions {
  own(): Words;
}

/** The way of what a town's coordinator goes on with: it is taken, and the mails say what follows. */
export abstract class TownFlow<
  Words extends TownFlowWords,
  Options extends TownFlowOptions<Words> = TownFlowOptions<Words>,
> extends FormFlow<Options> {
  /** True where the backend took it, and writes the mails. */
  protected isTaken = false;

  /** What follows, step by step. */
  protected abstract steps(): readonly string[];

  /** What else one can do then. */
  protected more(): unknown {
    return nothing;
  }

  protected override async ownWords(): Promise<OwnRestWords> {
    return this.options.own().rest;
  }

  override doneView(): TemplateResult {
    const { headingLevel, own } = this.options;
    const sent = this.sent!;
    return html`<div part="done">
      ${heading(sent.delivered, headingLevel())}
      ${
        this.isTaken
          ? html`<p>${own().lead}</p>
              <ol>
                ${this.steps().map((step) => html`<li>${step}</li>`)}
              </ol>`
          : html`<p>${sent.deliveredLead}</p>`
      }
      ${doneEnd(this)} ${this.more()}
    </div>`;
  }
}
