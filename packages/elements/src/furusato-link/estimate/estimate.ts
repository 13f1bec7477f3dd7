import { dayAt, type FieldFaultCode } from '@kankei/core';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../../internal/add-styles.ts';
import { formStyles } from '../../internal/form/form.styles.ts';
import { Form } from '../../internal/form/form.ts';
import { faultSummary, mark } from '../../internal/form/form-marks.ts';
import { formRestStyles } from '../../internal/form/form-rest.styles.ts';
import { formFields, takeInput } from '../../internal/form/form-view.ts';
import { jaForm, loadFormRest, loadFormStrings } from '../../strings/form.ts';
import type { EstimateStrings } from '../../strings/ja-furusato-rest.ts';
import { partStyles } from '../part.styles.ts';
import type { FurusatoPart, FurusatoPartOptions } from '../part.ts';
import { estimateStyles } from './estimate.styles.ts';
import { answer, estimateFields, type Outcome, presentYear } from './question.ts';
import { outcomeText, outcomeView } from './views.ts';

/**
 * Asks for salary and family and tells up to which sum one can donate (控除上限額の目安). Everything is reckoned in the
 * page: nothing typed is sent or kept.
 */
export class Estimate implements FurusatoPart {
  private readonly host: LitElement;
  private readonly options: FurusatoPartOptions;
  private readonly form: Form;
  private outcome: Outcome | undefined;
  /** True once somebody has asked: from then on the result follows what is changed. */
  private asked = false;
  /** What a screen reader is told; moving the slider says its own position instead. */
  private told: Outcome | undefined;
  /** True while the words for what is at fault could not be fetched. */
  private unready = false;
  private language = '';

  constructor(host: LitElement, options: FurusatoPartOptions) {
    this.host = host;
    this.options = options;
    for (const styles of [formStyles, formRestStyles, partStyles, estimateStyles]) addStyles(host, styles);
    this.form = new Form(host, jaForm);
    // As on a computer that others use: neither we nor the browser remember what was typed.
    this.form.shared = true;
    this.form.open('furusato-estimate', [], { children: 'none', year: presentYear(this.today) });
  }

  view(): TemplateResult {
    this.speak();
    const { form, words, outcome } = this;
    const { level } = this.options;
    form.fields = estimateFields(words, this.today);
    return html`<div part="estimate" class="part">
      <div part="heading" class="part-heading" role="heading" aria-level=${level}>${words.title}</div>
      <p>${words.lead}</p>
      ${faultSummary(form)}
      <form
        part="form" novalidate aria-label=${words.title}
        @input=${this.take} @change=${this.follow} @submit=${this.submit}
      >
        <div class="fields">
          ${formFields(form)} ${this.unready ? html`<p part="problem" role="alert">${words.unready}</p>` : nothing}
          <p><button part="submit" class="primary" type="submit">${words.submit}</button></p>
        </div>
      </form>
      <p class="hidden" role="status">${this.told ? outcomeText(this.told, words) : ''}</p>
      ${outcome ? outcomeView(outcome, { words, level, slide: this.slide }) : nothing}
    </div>`;
  }

  private get words(): EstimateStrings {
    return this.options.words().estimate;
  }

  private get today(): string {
    return dayAt(this.options.now());
  }

  private readonly take = (event: Event) => takeInput(this.form, event);

  /** Something else was chosen or entered: the result is of that, or there is none. */
  private readonly follow = () => {
    if (!this.asked) return;
    this.reckon();
    this.told = this.outcome;
    this.host.requestUpdate();
  };

  private readonly slide = ({ target }: Event) => {
    this.form.set('salary', this.words.amount(Number((target as HTMLInputElement).value)));
    this.reckon();
  };

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    this.reckon();
    this.asked ||= !!this.outcome;
    this.told = this.outcome;
    // What is at fault is said in words that come by themselves: where they did not, once more.
    if (!this.outcome) await this.fetchRest();
    this.unready = !this.outcome && !this.form.rest;
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (!this.outcome) this.host.renderRoot.querySelector<HTMLElement>('[part="summary"]')?.focus();
  };

  private reckon(): void {
    const result = answer(this.form.answers);
    const faults = 'faults' in result ? result.faults : new Map<string, FieldFaultCode>();
    this.outcome = 'faults' in result ? undefined : result;
    this.form.blame(faults);
  }

  /** Takes over the words of the page's language. */
  private speak(): void {
    const { language } = this.options.words();
    if (language === this.language) return;
    this.language = language;
    const speak = (words: typeof jaForm) => {
      if (language !== this.language) return;
      const { groups, labels, helps, options } = this.words;
      this.form.words = { ...words, language, groups, labels, helps, options };
      this.host.requestUpdate();
    };
    // Japanese is at hand and waits for nothing; until other words have come, it stands in for them.
    speak(jaForm);
    if (language !== 'ja') loadFormStrings(language).then(speak, () => {});
    void this.fetchRest();
  }

  private async fetchRest(): Promise<void> {
    const { language, form } = this;
    const rest = await loadFormRest(language).catch(() => undefined);
    if (!rest || language !== this.language) return;
    mark(form, { ...rest, faults: { ...rest.faults, ...this.words.faults } });
    this.host.requestUpdate();
  }
}
