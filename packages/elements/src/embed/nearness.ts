/** What begins a hash that is about a widget: which one, only its code can tell. */
export const deepLink = '#kankei';

/**
 * Gives what waits until a visitor comes near an element (of `all`, a selector), which may be at once, and then calls
 * `near`; until then it stands in `far`. Nothing is laid out for it: the browser says so once it has done that. What is
 * hidden comes near when it is shown; everything is near where a browser cannot tell.
 */
export function watchNearness(
  all: string,
  far: WeakSet<Element>,
  near: (element: Element) => void,
): (element: Element) => void {
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
    // When the page has just been laid out, what is below is known before anything is painted.
    new ResizeObserver((_, layout) => {
      layout.disconnect();
      const isNear = (element: Element) => {
        const { top, bottom } = element.getBoundingClientRect();
        // What is hidden is nowhere.
        return far.has(element) && bottom > 0 && top < 2 * innerHeight;
      };
      for (const element of [...document.querySelectorAll(all)].filter(isNear)) come(element);
    }).observe(document.documentElement);
    return (element) => {
      far.add(element);
      observer.observe(element);
      if (location.hash.startsWith(deepLink)) come(element);
    };
  } catch {
    return near;
  }
}
