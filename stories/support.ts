import { html, type TemplateResult } from 'lit';

export { town } from '../test/fixtures/town.ts';

/** Shows a story within a page of this class. */
export const on = (page: string) => [
  (story: () => unknown): TemplateResult => html`<div class=${page}>${story()}</div>`,
];

/** Waits until there is what is looked for. */
export async function find<T>(what: () => T | null | undefined): Promise<T> {
  for (const end = Date.now() + 5000; Date.now() < end; await new Promise((done) => setTimeout(done, 20))) {
    const found = what();
    if (found) return found;
  }
  throw new Error('The story did not get where it should.');
}

/** Presses what a part names, as soon as it is there. */
export async function press(canvas: HTMLElement, selector: string, tag = 'kankei-program-list'): Promise<void> {
  const pressed = await find(() => canvas.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(selector));
  pressed.click();
}

/** Types texts into fields by their name, and ticks what is named `name` or `name=value`. */
export async function fill(
  canvas: HTMLElement,
  tag: string,
  texts: Record<string, string>,
  ticked: readonly string[],
): Promise<void> {
  const root = await find(() => {
    const shadow = canvas.querySelector(tag)?.shadowRoot;
    return shadow?.querySelector('form') && shadow;
  });
  for (const [name, text] of Object.entries(texts)) {
    const control = root.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (!control) continue;
    control.value = text;
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
  for (const one of ticked) {
    const [name, value] = one.split('=');
    root.querySelector<HTMLInputElement>(`[name="${name}"]${value ? `[value="${value}"]` : ''}`)?.click();
  }
}

/** Searches for words. */
export async function searchFor(canvas: HTMLElement, words: string): Promise<void> {
  const root = () => canvas.querySelector('kankei-program-list')?.shadowRoot;
  const field = await find(() => root()?.querySelector<HTMLInputElement>('[part="keyword"]'));
  field.value = words;
  field.form?.requestSubmit();
}
