import { type Found, widgetNames } from './find-widgets.ts';

/** How long (ms) something that is tried again may take. */
const patience = 3000;

/** Waits until an element has loaded or failed. */
function settled(element: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    for (const type of ['load', 'error']) element.addEventListener(type, () => resolve(), { once: true });
    setTimeout(resolve, patience);
  });
}

/**
 * Asks once more for what widgets show beside their answers, so that a policy that stands in the way says so:
 * pictures, frames, our style sheet, the name of what templates are drawn with.
 */
export async function provoke(
  found: readonly Found[],
  pictures: readonly string[],
  root: Document,
  scriptUrl: string,
): Promise<void> {
  await Promise.all([
    ...pictures.map((address) => {
      const picture = new Image();
      picture.src = address;
      return settled(picture);
    }),
    ...blockedSheets(root, scriptUrl).map((link) => tryBeside(link)),
    ...found.filter(({ name }) => name.form === 'frame').map(({ written }) => tryBeside(written)),
  ]);
  await nameTypes(found);
  // Violations are told in a task of their own.
  await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Links to our style sheet that brought none. */
function blockedSheets(root: Document, scriptUrl: string): HTMLLinkElement[] {
  const folder = new URL('.', scriptUrl).href;
  const links = [...root.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"][href]')];
  return links.filter(({ href, sheet }) => href.startsWith(folder) && !sheet);
}

/** Loads a copy of an element for a moment, out of sight. */
async function tryBeside(element: HTMLElement): Promise<void> {
  const copy = element.cloneNode() as HTMLElement;
  copy.removeAttribute('id');
  copy.removeAttribute('loading');
  copy.hidden = true;
  const done = settled(copy);
  element.ownerDocument.body.append(copy);
  await done;
  copy.remove();
}

/**
 * Asks for the name that templates are drawn with, which a page may not allow. Only once it is known that no widget's
 * code came and none will: whoever asks first would take the name from them.
 */
async function nameTypes(found: readonly Found[]): Promise<void> {
  const isMissing = () => !widgetNames.some((name) => customElements.get(`kankei-${name}`));
  const types = (window as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } }).trustedTypes;
  if (!types || !found.some(({ tag }) => tag) || !isMissing()) return;
  const ready = window.Kankei?.ready.then(() => true);
  const isKnown = await Promise.race([ready, new Promise<false>((resolve) => setTimeout(resolve, patience, false))]);
  if (!isKnown || !isMissing()) return;
  try {
    types.createPolicy('kankei', { createHTML: (text: string) => text });
  } catch {
    // Said as a violation.
  }
}
