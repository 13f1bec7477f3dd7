import type { Backend } from '@kankei/client';
import { type Field, type PostalPlace, tidyAnswer } from '@kankei/core';
import type { Form } from './form.ts';

/** Fills prefecture and municipality from a postal code, where the person has not filled them in. */
export class PostalSuggestion {
  private readonly form: Form;
  /** What was filled in last, by the name of the field: as long as it stands untouched, another code may replace it. */
  private readonly filled = new Map<string, string>();

  constructor(form: Form) {
    this.form = form;
  }

  /** A control was left: what a postal code tells is filled in, and said under it. */
  async left(name: string, backend: Backend, signal: AbortSignal): Promise<void> {
    const { form } = this;
    const field = form.fields.find((one) => one.name === name);
    if (field?.kind !== 'postal') return;
    const code = codeIn(form, field);
    const places = code ? await backend.postal(code, { signal }).catch(() => undefined) : undefined;
    // Meanwhile another may have been typed.
    if (signal.aborted || code !== codeIn(form, field)) return;
    if (places?.length) this.fill(name, places);
    else form.note(name);
  }

  private fill(name: string, places: readonly PostalPlace[]): void {
    const municipalities = places.map(({ municipality }) => municipality);
    const prefecture = this.put('prefecture', common(places.map((place) => place.prefecture)));
    const municipality = this.put('municipality', common(municipalities));
    const filled = (prefecture ?? '') + (municipality ?? '');
    // Where one is left to choose, the names help.
    const several = municipality === '' ? [...new Set(municipalities)] : [];
    this.form.note(name, filled ? (rest) => rest.addressFilled(filled, several) : undefined);
  }

  /** What the field now holds by this; undefined where there is no such field, or the person has filled it in. */
  private put(kind: string, value: string): string | undefined {
    const { form, filled } = this;
    const field = form.fields.find((one) => one.kind === kind);
    if (!field) return undefined;
    const given = form.answer(field) ?? '';
    if (given && given !== filled.get(field.name)) return undefined;
    filled.set(field.name, value);
    if (given !== value) form.set(field.name, value);
    return value;
  }
}

/** The seven digits that were typed; empty until they are seven. */
function codeIn(form: Form, field: Field): string {
  const code = tidyAnswer('postal', String(form.answer(field) ?? '')).replace('-', '');
  return /^\d{7}$/.test(code) ? code : '';
}

/** Where a code spans several places, what they have in common is true. */
function common(values: readonly string[]): string {
  return new Set(values).size === 1 ? values[0]! : '';
}
