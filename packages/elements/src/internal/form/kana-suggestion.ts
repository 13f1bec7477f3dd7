import { tidyAnswer } from '@kankei/core';
import type { Form } from './form.ts';

/**
 * Suggests a reading from what an input method was given: while 「やまだ」 is being turned into 「山田」, the kana pass by.
 * A reading the person has touched is theirs.
 */
export class KanaSuggestion {
  private readonly form: Form;
  /** The kana of the text that is being converted; empty when they are not known. */
  private typing = '';
  /** What was typed for each text that was put into the name. */
  private readonly readings = new Map<string, string>();
  /** What was suggested last: as long as it stands untouched, it may change. */
  private suggested = '';

  /** Listens until the signal stops. */
  constructor(form: Form, signal: AbortSignal) {
    this.form = form;
    const listen = (type: string, take: (event: CompositionEvent) => void) =>
      form.root.addEventListener(
        type,
        (event) => (event.target as HTMLInputElement).name === this.source && take(event as CompositionEvent),
        { signal },
      );
    listen('compositionstart', () => {
      this.typing = '';
    });
    listen('compositionupdate', ({ data }) => {
      this.typing = stillTyping(this.typing, data);
    });
    listen('compositionend', ({ data, target }) => {
      const text = data.trim();
      if (!this.typing || !text) return;
      this.readings.set(text, this.typing);
      this.suggest((target as HTMLInputElement).value);
    });
  }

  /** The name was changed: some engines put in what was converted only after they said so. */
  typed({ target, isComposing }: InputEvent): void {
    const { name, value } = target as HTMLInputElement;
    if (name === this.source && !isComposing) this.suggest(value);
  }

  /** The field whose reading is asked: the one before the reading. */
  private get source(): string | undefined {
    const { fields } = this.form;
    return fields[fields.findIndex(({ kind }) => kind === 'kana') - 1]?.name;
  }

  private suggest(text: string): void {
    const { form, suggested } = this;
    const reader = form.fields.find(({ kind }) => kind === 'kana')!;
    if ((form.answer(reader) ?? '') !== suggested) return;
    const reading = inKanaOf(form.label(reader), readAs(text, this.readings));
    if (reading === suggested) return;
    this.suggested = reading;
    form.set(reader.name, reading);
    form.note(reader.name, reading ? (rest) => rest.kanaSuggested : undefined);
  }
}

/** Kana, and the first letters of a syllable that is not finished. */
const unconverted = /^([ぁ-ゖァ-ヺーｦ-ﾟ・\s]+)([a-zａ-ｚ]*)$/iu;

/**
 * The kana typed so far, after what is being composed has become `data`. Conversion begins where there is more than
 * kana: what passed before is the reading. A last n becomes ん as the input method takes it. Letters after kanji mean that
 * it converts while one types on: then the reading does not pass by whole.
 */
function stillTyping(typing: string, data: string): string {
  const [, kana, letters = ''] = unconverted.exec(data) ?? [];
  if (kana) return kana + (/^[nｎ]$/i.test(letters) ? 'ん' : '');
  return /[a-zａ-ｚ]$/i.test(data) ? '' : typing;
}

/** How a text is read, if all of it is known and any of it was converted; else empty. */
function readAs(text: string, readings: ReadonlyMap<string, string>): string {
  const known = [...readings].sort(([one], [other]) => other.length - one.length);
  let reading = '';
  let isConverted = false;
  for (let at = 0; at < text.length; ) {
    const [converted, kana] = known.find(([one]) => text.startsWith(one, at)) ?? [];
    if (!converted && !/[\sぁ-ゖァ-ヺー・A-Za-z]/.test(text[at]!)) return '';
    isConverted ||= !!converted;
    reading += kana ?? text[at]!;
    at += converted?.length ?? 1;
  }
  return isConverted ? tidyAnswer('kana', reading) : '';
}

/** In hiragana where a reading is asked for in hiragana, as in 「ふりがな」; else in katakana. */
function inKanaOf(label: string, reading: string): string {
  if (!/[ぁ-ゖ]/.test(label) || /[ァ-ヺ]/.test(label)) return reading;
  return reading.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
