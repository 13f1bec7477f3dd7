/** The language of the nearest `lang`, the element's own first, across shadow hosts; empty when none says. */
export function nearestLanguage(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    const language = (node as Element).getAttribute?.('lang');
    if (language != null) return language;
  }
  return '';
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

/** Calls back whenever the page may have changed its language or its colours, until the signal stops. */
export function watchHostPage(element: Element, changed: () => void, signal: AbortSignal): void {
  const { documentElement, body } = document;
  const observer = new MutationObserver(changed);
  for (let root = element.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    if (!(root instanceof ShadowRoot)) break;
  }
  // Theme switches set a class or an attribute here.
  for (const node of [documentElement, body]) if (node) observer.observe(node, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
  // Where the switch fades, the new colour stands only at the end.
  document.addEventListener(
    'transitionend',
    (event) => {
      if (event.propertyName === 'color') changed();
    },
    { signal },
  );
}
