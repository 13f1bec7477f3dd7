import { adoptStyles, type CSSResult, css, render, supportsAdoptingStyleSheets } from 'lit';
import { frame } from './frame.ts';
import { hostStyles } from './host.styles.ts';
import { isOnDark } from './host-page.ts';

// What a visitor sees first is drawn by a tag's templates alone, before the code of its element has come. The element
// then finds its own templates drawn, and goes on from there.

/** What a tag shows first. */
export interface FirstPaint<What> {
  styles: CSSResult;
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

const painted = new WeakMap<Element, unknown>();

/** Draws what a tag shows first, unless its element is there already, or the browser takes styles in no other way than a strict page forbids. */
export function paintFirst<What>(tag: Element, { styles, language, content, what }: FirstPaint<What>): void {
  if (tag.shadowRoot || customElements.get(tag.localName) || !supportsAdoptingStyleSheets) return;
  const root = tag.attachShadow({ mode: 'open' });
  adoptStyles(root, [hostStyles, styles, unreserved]);
  render(frame(content(), language, isOnDark(tag)), root, { host: tag });
  painted.set(tag, what);
}

/** What was painted of a tag before its element came, once. */
export function takePainted(tag: Element): unknown {
  const what = painted.get(tag);
  painted.delete(tag);
  return what;
}
