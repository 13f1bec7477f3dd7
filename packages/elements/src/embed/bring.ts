import type { LitElement } from 'lit';
import type { EmbedContext } from '../internal/embed-context.ts';
import { type Tag, tags } from './tags.ts';

/** How long to wait (ms) before the second and last try. */
const patience = 2000;
/** How long (ms) something may be drawn first before the rest of the code is fetched all the same. */
const head = 1000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Fetches code, once more after a while where it does not come. Rejects when it does not then. */
export const fetchTwice = <Code>(fetchCode: () => Promise<Code>): Promise<Code> =>
  fetchCode().catch(() => wait(patience).then(fetchCode));

/** What is being drawn before its code has come, for each kind of tag that was brought. */
const firsts: Record<string, Promise<void>[]> = {};

/** Every kind of tag that was brought: settled once it is defined, or known not to come. */
export const brought: Promise<void>[] = [];

/** Defines a tag. What cannot be fetched leaves the tag's own content in place. */
async function define(name: string, { load }: Tag, context: EmbedContext): Promise<void> {
  const drawn: Promise<void>[] = [];
  firsts[name] = drawn;
  // All tags of this kind that stand already come first.
  await null;
  await Promise.race([Promise.allSettled(drawn), wait(head)]);
  try {
    await (await fetchTwice(load)).defineEmbedded(context);
  } catch (error) {
    console.warn(`[kankei] <${name}> did not come: ${error}`);
  }
}

/** Brings a tag that a visitor will see soon to life: its code at the first one of its kind, and what it asks first. */
export function bring(element: Element, context: EmbedContext): void {
  const name = element.localName;
  if (customElements.get(name)) {
    // It may have waited for this.
    if ('requestUpdate' in element) (element as LitElement).requestUpdate();
    return;
  }
  const tag = tags[name]!;
  if (!firsts[name]) brought.push(define(name, tag, context));
  const { askAhead, first } = tag;
  const answer = askAhead && first && askAhead(element, context);
  if (!answer) return;
  const drawn = Promise.all([first(), answer]).then(([{ paint }, answer]) => paint(element, answer));
  // What cannot be drawn first waits for its code.
  firsts[name]!.push(drawn.catch(() => {}));
}
