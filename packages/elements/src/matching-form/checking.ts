import type { Backend } from '@kankei/client';
import { checkForm, dayAt } from '@kankei/core';
import type { Form } from '../internal/form/form.ts';
import { mark } from '../internal/form/form-marks.ts';
import { PostalSuggestion } from '../internal/form/postal-suggestion.ts';
import { loadFormRest } from '../strings/form.ts';

/** Says what is wrong with an answer once one goes on, not meanwhile, and fills in what a postal code tells. */
export class Checking {
  private readonly form: Form;
  private readonly postal: PostalSuggestion;
  /** The language of the words under the fields. */
  private markedIn = '';

  constructor(form: Form) {
    this.form = form;
    this.postal = new PostalSuggestion(form);
  }

  /** Fetches the words for that, from the first answer on; without them nothing is said. */
  async ready(): Promise<void> {
    const { form } = this;
    const { language } = form.words;
    if (form.rest && form.marks && this.markedIn === language) return;
    const rest = await loadFormRest(language).catch(() => undefined);
    // Meanwhile the page may have changed its language.
    if (rest && language !== form.words.language) return this.ready();
    if (!rest) return;
    mark(form, rest);
    this.markedIn = language;
    form.host.requestUpdate();
  }

  /** A control was left; true where that changed an answer. */
  async left(name: string, backend: Backend, signal: AbortSignal): Promise<boolean> {
    const { form } = this;
    await this.ready();
    const faults = checkForm(form.fields, form.answers, dayAt(Date.now())).faults.filter(
      (fault) => fault.name === name || form.faults.has(fault.name),
    );
    form.blame(new Map(faults.map((fault) => [fault.name, fault.code])));
    const before = form.answers;
    await this.postal.left(name, backend, signal);
    return form.answers !== before;
  }
}
