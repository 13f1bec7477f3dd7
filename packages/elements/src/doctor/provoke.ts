import type { Found } from './find-widgets.ts';

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
 * pictures, frames, our style sheet. Names of trusted types are left to what a browser has kept: whoever asks for a name
 * again takes it from the widgets.
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
