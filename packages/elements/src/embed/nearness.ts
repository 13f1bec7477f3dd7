/** What begins a hash that is about a widget: which one, only its code can tell. */
export const deepLink = '#kankei';

/**
 * True for what is on the screen or at most a screen below it. Once a page has been read it is laid out all the same: to
 * ask then moves that forward, where to be told would take a frame longer. What is hidden is nowhere.
 */
function isNear(element: Element): boolean {
  if (document.readyState === 'loading') return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < 2 * innerHeight;
}

/**
 * Gives what waits until a visitor comes near an element, which may be at once, and then calls `near`; until then it
 * stands in `far`. What is hidden comes near when it is shown; everything is near where a browser cannot tell.
 */
export function watchNearness(far: WeakSet<Element>, near: (element: Element) => void): (element: Element) => void {
  try {
    const come = (element: Element) => {
      observer.unobserve(element);
      far.delete(element);
      near(element);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) come(target);
      },
      // In a frame, what is near the frame's own window: where that is on the screen it need not know.
      { root: document, rootMargin: '100%' },
    );
    return (element) => {
      far.add(element);
      observer.observe(element);
      if (location.hash.startsWith(deepLink) || isNear(element)) come(element);
    };
  } catch {
    return near;
  }
}
