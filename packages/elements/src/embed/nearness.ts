/** What begins a hash that is about a widget: which one, only its code can tell. */
export const deepLink = '#kankei';
/** How near something comes before a visitor is said to come near: the height and the width of the window. */
const margin = '100%';

/**
 * Gives what waits until a visitor comes near an element, which may be at once, and then calls `near`; until then it
 * stands in `far`. Nothing is asked for where it stands: the browser says so once it has laid the page out. What is
 * hidden comes near when it is shown; everything is near where a browser cannot tell.
 */
export function watchNearness(far: WeakSet<Element>, near: (element: Element) => void): (element: Element) => void {
  const come = (element: Element) => {
    far.delete(element);
    near(element);
  };
  try {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries)
          if (isIntersecting) {
            observer.unobserve(target);
            come(target);
          }
      },
      // In a frame, what is near the frame's own window: where that is on the screen it need not know.
      { root: document, rootMargin: margin },
    );
    return (element) => {
      far.add(element);
      if (location.hash.startsWith(deepLink)) come(element);
      else observer.observe(element);
    };
  } catch {
    return come;
  }
}
