import { adoptStyles, type CSSResult, type LitElement } from 'lit';

/**
 * Adds a style sheet that came with a lazily loaded part; adding it twice changes nothing. Constructed style sheets
 * pass every content security policy; an engine without them gets what Lit gives it for the element's own.
 */
export function addStyles(host: LitElement, style: CSSResult): void {
  const root = host.renderRoot as ShadowRoot;
  const sheet = style.styleSheet;
  if (!sheet) written(root, style) ?? adoptStyles(root, [style]);
  else if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Takes away again what `addStyles` added; what was never added is no fault. */
export function removeStyles(host: LitElement, style: CSSResult): void {
  const root = host.renderRoot as ShadowRoot;
  const sheet = style.styleSheet;
  if (sheet) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  else written(root, style)?.remove();
}

const written = (root: ShadowRoot, { cssText }: CSSResult) =>
  [...root.querySelectorAll('style')].find(({ textContent }) => textContent === cssText);
