import { checkForm, dayAt, type Field, type Matching, needFieldNames, needFields } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldGroup } from '../internal/form/form.ts';
import type { FormFlow, FormFlowOptions } from '../internal/form/form-flow.ts';
import { faultSummary } from '../internal/form/form-marks.ts';
import { formFields } from '../internal/form/form-view.ts';
import { privacyNotice } from '../internal/form/privacy-notice.ts';
import { loadNeedStrings, type NeedStrings } from '../strings/matching.ts';
import type { AskedTown } from './asked-towns.ts';
import { NeedFlow } from './need-flow.ts';
import { progress } from './questions.ts';
import { consent, TownForm, type TownFormOptions } from './town-form.ts';

/** How many questions one answers in a minute: these are told, not only ticked. */
const eachMinute = 5;

/**
 * What residents are asked who need help (ヌシ): what needs doing, when, how many and who could do it, what to bring, what
 * thanks, and whom to ask. The same fields stand on the page behind the link in their mail.
 */
export class HostForm extends TownForm<NeedStrings> {
  protected readonly name = 'need';
  protected readonly usual = needFieldNames;
  /** Which screen of questions is shown, where they come one at a time. */
  private screen = 0;

  constructor(options: TownFormOptions) {
    super(options);
    this.form.reach = async (name) => {
      const screen = this.screens.findIndex((groups) =>
        groups.some(({ fields }) => fields.some((one) => one.name === name)),
      );
      this.turnTo(Math.max(0, screen));
      await options.element.updateComplete;
    };
  }

  protected loadWords(language: string): Promise<NeedStrings> {
    return loadNeedStrings(language);
  }

  protected fieldsOf(matching: Matching): Field[] {
    return needFields(matching);
  }

  protected termsOf({ need }: Matching) {
    return need;
  }

  protected override choose(town: AskedTown): void {
    this.screen = 0;
    super.choose(town);
  }

  protected makeFlow(options: FormFlowOptions): FormFlow {
    return new NeedFlow({ ...options, own: () => this.own! });
  }

  override content(): unknown {
    if (this.options.towns.length) return super.content();
    return html`<div class="fallback"><slot></slot></div>
      <p part="closed">${this.own?.closed}</p>`;
  }

  protected fill({ matching }: AskedTown, own: NeedStrings): TemplateResult {
    const { form, options, flow, screens } = this;
    const { words } = form;
    const step = options.layout() === 'all' ? undefined : Math.min(this.screen, screens.length - 1);
    const shown = step === undefined ? form.groups : screens[step]!;
    const isLast = step === undefined || step === screens.length - 1;
    const notice = (group: string) => (group === consent ? privacyNotice(matching.notice!, words) : nothing);
    return html`
      <p>${own.minutes(Math.max(1, Math.round(form.fields.length / eachMinute)))}</p>
      ${step ? faultSummary(form) : flow?.aboveForm()}
      <form
        part="form" novalidate tabindex=${step === undefined ? '-1' : nothing} aria-label=${own.title}
        @input=${this.input} @submit=${this.goOn} @focusout=${this.focusout}
      >
        ${step === undefined ? nothing : progress(step, screens.length, own)}
        <div class="fields">${step ? nothing : this.shared()} ${formFields(form, notice, shown)}</div>
        ${flow?.trap.view()} ${this.problem()}
        <div class="buttons">
          <button part="submit" class="primary" type="submit">${isLast ? words.review : own.next}</button>
          ${step ? html`<button part="back" type="button" @click=${() => this.turnTo(step - 1, true)}>${own.back}</button>` : nothing}
        </div>
      </form>
    `;
  }

  /** The questions screen by screen; the consent stands under the last of them. */
  private get screens(): FieldGroup[][] {
    const screens: FieldGroup[][] = [];
    for (const group of this.form.groups)
      if (group.id === consent && screens.length) screens.at(-1)!.push(group);
      else screens.push([group]);
    return screens;
  }

  /** On to the next screen, once nothing is wrong with this one; after the last, a look over all of it. */
  private readonly goOn = async (event: Event) => {
    event.preventDefault();
    if (!(await this.isReady())) return;
    const { form, screens, options, screen } = this;
    if (options.layout() === 'all' || screen >= screens.length - 1) {
      this.flow?.review();
      return;
    }
    const here = new Set(screens[screen]!.flatMap(({ fields }) => fields.map(({ name }) => name)));
    const faults = checkForm(form.fields, form.answers, dayAt(Date.now())).faults.filter(({ name }) => here.has(name));
    form.blame(new Map(faults.map(({ name, code }) => [name, code])));
    if (faults.length) options.turn('ready', true);
    else this.turnTo(screen + 1, true);
  };

  private turnTo(screen: number, moves = false): void {
    this.screen = screen;
    this.options.turn('ready', moves);
  }
}
