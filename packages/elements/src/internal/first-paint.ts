import { adoptStyles, type CSSResult, css, render, supportsAdoptingStyleSheets } from 'lit';
import { setAccent } from './accent.ts';
import { frame } from './frame.ts';
import { hostStyles } from './host.styles.ts';
import { isOnDark } from './host-page.ts';
import { nextFrame } from './next-frame.ts';

// What a visitor sees first is drawn by a tag's templates alone, before the code of its element has come. The element
// then finds its own templates drawn, and goes on from there.

/** What a tag shows first. */
export interface FirstPaint<What> {
  styles: CSSResult[];
  language: string;
  /** Called once the tag has its styles. */
  content(): unknown;
  /** What the element needs to go on. */
  what: What;
}

/** The room that a page keeps for a tag is no longer needed. */
const unreserved = css`
  :host {
    --kankei-reserve: 0 !important;
  }
`;

/** What was painted of a tag, and the tag as it was then. */
const painted = new WeakMap<Element, { what: unknown; copy: Element }>();

/**
 * Draws what a tag shows first; resolves once that is painted. Nothing is drawn where the element is there already, or
 * where the browser takes styles in no other way than one that a strict page forbids.
 */
export async function paintFirst<What>(tag: Element, first: FirstPaint<What>): Promise<void> {
  const { styles, language, content, what } = first;
  if (tag.shadowRoot || customElements.get(tag.localName) || !supportsAdoptingStyleSheets) return;
  // Asked before anything of it changes: then the page is laid out already.
  const onDark = isOnDark(tag);
  const accent = tag.getAttribute('accent');
  if (accent) setAccent(tag as HTMLElement, accent);
  const root = tag.attachShadow({ mode: 'open' });
  adoptStyles(root, [hostStyles, ...styles, unreserved]);
  render(frame(content(), language, onDark), root, { host: tag });
  painted.set(tag, { what, copy: tag.cloneNode() as Element });
  // What follows must not keep it from the screen.
  await nextFrame();
}

/** What was painted of a tag before its element came, once; undefined if the page has given it other options since. */
export function takePainted(tag: Element): unknown {
  const { what, copy } = painted.get(tag) ?? {};
  painted.delete(tag);
  const { observedAttributes = [] } = tag.constructor as { observedAttributes?: string[] };
  return observedAttributes.every((name) => tag.getAttribute(name) === copy?.getAttribute(name)) ? what : undefined;
}
