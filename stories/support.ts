import { html, type TemplateResult } from 'lit';

export { town } from '../test/fixtures/town.ts';

/** Shows a story within a page of this class. */
export const on = (page: string) => [
  (story: () => unknown): TemplateResult => html`<div class=${page}>${story()}</div>`,
];

async function find<T>(what: () => T | null | undefined): Promise<T> {
  for (const end = Date.now() + 5000; Date.now() < end; await new Promise((done) => setTimeout(done, 20))) {
    const found = what();
    if (found) return found;
  }
  throw new Error('The story did not get where it should.');
}

/** Presses what a part names, as soon as it is there. */
export async function press(canvas: HTMLElement, selector: string): Promise<void> {
  const pressed = await find(() =>
    canvas.querySelector('kankei-program-list')?.shadowRoot?.querySelector<HTMLElement>(selector),
  );
  pressed.click();
}

/** Searches for words. */
export async function searchFor(canvas: HTMLElement, words: string): Promise<void> {
  const root = () => canvas.querySelector('kankei-program-list')?.shadowRoot;
  const field = await find(() => root()?.querySelector<HTMLInputElement>('[part="keyword"]'));
  field.value = words;
  field.form?.requestSubmit();
}
