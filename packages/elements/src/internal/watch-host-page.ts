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
