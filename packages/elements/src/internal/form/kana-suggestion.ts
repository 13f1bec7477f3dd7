import { tidyAnswer } from '@kankei/core';
import type { Form } from './form.ts';

/**
 * Suggests a reading from what an input method was given: while 「やまだ」 is being turned into 「山田」, the kana pass by.
 * A reading the person has touched is theirs.
 */
export class KanaSuggestion {
  private readonly form: Form;
  private reading = '';
  private typing = '';
  /** What was suggested last: as long as it stands untouched, it may grow. */
  private suggested = '';
  private root: Node | undefined;

  constructor(form: Form) {
    this.form = form;
    this.watch();
  }

  /** A reading that was changed by hand, or a name that was emptied, ends what was gathered. */
  typed({ target }: Event): void {
    const { name, value } = target as HTMLInputElement;
    if (name === this.source && !value) this.reading = '';
  }

  stop(): void {
    this.root?.removeEventListener('compositionupdate', this.update);
    this.root?.removeEventListener('compositionend', this.end);
  }

  /** The field whose reading is asked: the one before the reading. */
  private get source(): string | undefined {
    const { fields } = this.form;
    return fields[fields.findIndex(({ kind }) => kind === 'kana') - 1]?.name;
  }

  private get reader(): string | undefined {
    return this.form.fields.find(({ kind }) => kind === 'kana')?.name;
  }

  private watch(): void {
    this.root = this.form.root;
    this.root.addEventListener('compositionupdate', this.update);
    this.root.addEventListener('compositionend', this.end);
  }

  private readonly update = (event: Event) => {
    const { data, target } = event as CompositionEvent;
    // Conversion begins where the text is no longer kana alone: what passed before is the reading.
    if ((target as HTMLInputElement).name === this.source && /^[ぁ-ゖァ-ヺーｰ-ﾟ\s]+$/u.test(data)) this.typing = data;
  };

  private readonly end = (event: Event) => {
    const { target, data } = event as CompositionEvent;
    const control = target as HTMLInputElement;
    const { typing, reader } = this;
    this.typing = '';
    if (control.name !== this.source || !reader || !typing || !data) return;
    const now = String(this.form.answers[reader] ?? '');
    if (now !== this.suggested) return;
    // Over an empty or emptied name the reading begins anew.
    const isFirst = control.value.trim() === data.trim();
    this.reading = isFirst ? typing : `${this.reading} ${typing}`;
    this.suggested = tidyAnswer('kana', this.reading);
    this.form.set(reader, this.suggested);
  };
}
