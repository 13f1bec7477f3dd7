import { adoptStyles, type CSSResult, type LitElement } from 'lit';

/**
 * Adds a style sheet that came with a lazily loaded part; adding it twice changes nothing. Constructed style sheets
 * pass every content security policy; an engine without them gets what Lit gives it for the element's own.
 */
export function addStyles(host: LitElement, style: CSSResult): void {
  const root = host.renderRoot as ShadowRoot;
  const sheet = style.styleSheet;
  if (!sheet) adoptStyles(root, [style]);
  else if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
