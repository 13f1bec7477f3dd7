import { setScriptUrl } from './internal/script-url.ts';

setScriptUrl(import.meta.url);

/** Every public tag, and the code that defines it. */
const tags: Record<string, () => Promise<unknown>> = {
  'kankei-program-list': () => import('./program-list/define.ts'),
};
const wanted = Object.keys(tags).join();

/** How long to wait (ms) before the second and last try. */
const patience = 2000;

/** Defines a tag at its first sight. What cannot be fetched leaves the tag's own content in place. */
function define(tag: string): void {
  const load = tags[tag];
  if (!load) return;
  delete tags[tag];
  load()
    .catch(() => new Promise((resolve) => setTimeout(resolve, patience)).then(load))
    .catch((error) => console.warn(`[kankei] <${tag}> could not be loaded: ${error}`));
}

/** Defines the tags at or below a node. */
function scan(node: Document | Element): void {
  if (node instanceof Element) define(node.localName);
  for (const element of node.querySelectorAll(wanted)) define(element.localName);
}

new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) scan(node);
}).observe(document, { childList: true, subtree: true });
scan(document);
