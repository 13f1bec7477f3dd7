import { askAhead as askAheadForSignup } from './fanclub-signup/ask-ahead.ts';
import { askAhead as askAheadForFurusato } from './furusato-link/ask-ahead.ts';
import type { EmbedContext } from './internal/embed-context.ts';
import { askAhead } from './program-list/ask-ahead.ts';

// The one-line install. This file alone stands between a page and its widgets' code, so it brings nothing along: it
// looks for tags, fetches their code, and meanwhile sends what they will ask first.

interface Tag {
  /** Fetches the code of the tag and gives what defines it. */
  load(): Promise<(context: EmbedContext) => void>;
  /** Sends the first question of a tag that is not defined yet; gives the answer where `first` can draw it. */
  askAhead?(tag: Element, context: EmbedContext): Promise<unknown> | undefined;
  /** Fetches what draws an answer into a tag whose own code has not come. */
  first?(): Promise<(tag: Element, answer: unknown) => Promise<void>>;
}

/** Every public tag. */
const tags: Record<string, Tag> = {
  'kankei-program-list': {
    load: async () => (await import('./program-list/embedded.ts')).defineEmbedded,
    askAhead,
    first: async () => (await import('./program-list/first-cards.ts')).paintFirstCards,
  },
  'kankei-fanclub-signup': {
    load: async () => (await import('./fanclub-signup/embedded.ts')).defineEmbedded,
    askAhead: askAheadForSignup,
    first: async () => (await import('./fanclub-signup/first-form.ts')).paintFirstForm,
  },
  'kankei-furusato-link': {
    load: async () => (await import('./furusato-link/embedded.ts')).defineEmbedded,
    askAhead: askAheadForFurusato,
    first: async () => {
      // Fetched side by side; the first sight waits for nothing else.
      const [first, then] = [import('./furusato-link/first-sight.ts'), import('./furusato-link/second-sight.ts')];
      then.catch(() => {});
      const { paintFirstSight } = await first;
      return (tag, answer) => paintFirstSight(tag, answer, then);
    },
  },
  'kankei-matching-form': { load: async () => (await import('./matching-form/embedded.ts')).defineEmbedded },
  // What these ask first hangs on what the page or a person gives them.
  'kankei-member-card': { load: async () => (await import('./member-card/embedded.ts')).defineEmbedded },
  'kankei-card-check': { load: async () => (await import('./card-check/embedded.ts')).defineEmbedded },
};
const wanted = Object.keys(tags).join();
const context: EmbedContext = { scriptUrl: import.meta.url, sent: new Map() };
const seen = new Set<string>();

/** What is being drawn before its code has come, for each kind of tag. */
const firsts: Record<string, Promise<void>[]> = {};

/** How long to wait (ms) before the second and last try. */
const patience = 2000;
/** How long (ms) something may be drawn first before the rest of the code is fetched all the same. */
const head = 1000;
/** How long (ms) the first answer may take until tags are defined without it, and say that they wait. */
const hope = 300;
/** How long (ms) after a tag is defined what was sent for it is kept. */
const handover = 10_000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const settled = (all: Promise<unknown>[], most: number) =>
  Promise.race([Promise.allSettled(all), wait(all.length && most)]);

/** Defines a tag at its first sight. What cannot be fetched leaves the tag's own content in place. */
async function define(name: string, { load }: Tag): Promise<void> {
  seen.add(name);
  firsts[name] = [];
  // All tags of this kind that stand already come first.
  await null;
  await settled(firsts[name], head);
  load()
    .catch(() => wait(patience).then(load))
    .then(async (defineIn) => {
      // Until there is something to show, a tag's own content stands, and nothing is laid out twice.
      await settled([...context.sent.values()], hope);
      defineIn(context);
      setTimeout(() => context.sent.clear(), handover);
    })
    .catch((error) => console.warn(`[kankei] <${name}> could not be loaded: ${error}`));
}

function see(element: Element): void {
  const name = element.localName;
  const tag = tags[name];
  if (!tag || customElements.get(name)) return;
  if (!seen.has(name)) void define(name, tag);
  const answer = tag.askAhead?.(element, context);
  if (!answer || !tag.first) return;
  const drawn = Promise.all([tag.first(), answer]).then(([draw, answer]) => draw(element, answer));
  // What cannot be drawn first waits for its code.
  firsts[name]!.push(drawn.catch(() => {}));
}

/** Sees the tags at or below a node. */
function scan(node: Document | Element): void {
  if (node instanceof Element) see(node);
  for (const element of node.querySelectorAll(wanted)) see(element);
}

new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) scan(node);
}).observe(document, { childList: true, subtree: true });
scan(document);
