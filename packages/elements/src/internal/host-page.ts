/** The language of the nearest `lang`, the element's own first, across shadow hosts; empty when none says. */
export function nearestLanguage(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    const language = (node as Element).getAttribute?.('lang');
    if (language != null) return language;
  }
  return '';
}

/** The same, or Japanese with the years of the era where the page wishes for these. */
export function pageLanguage(element: Element, era: boolean): string {
  const language = nearestLanguage(element);
  return era && /^(ja\b|$)/i.test(language) ? 'ja-u-ca-japanese' : language;
}

/**
 * True when the page's text is light, so its ground must be dark. What the visitor prefers does not tell: many sites
 * are light whatever is preferred, others have a switch of their own.
 */
export function isOnDark(element: Element): boolean {
  const color = getComputedStyle(element).color;
  const [a = 0, b = 0, c = 0] = (color.replace(/^color\([\w-]+/, '').match(/[\d.]+/g) ?? []).map(Number);
  // lab() and lch() begin with a lightness of 0–100, oklab() and oklch() of 0–1; rgb() counts to 255, color() to 1.
  if (/^(ok)?l/.test(color)) return a / (color.startsWith('l') ? 100 : 1) > 0.6;
  return (0.21 * a + 0.72 * b + 0.07 * c) / (color.startsWith('rgb') ? 255 : 1) > 0.6;
}
