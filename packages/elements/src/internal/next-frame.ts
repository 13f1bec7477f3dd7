/** How long (ms) to wait for a frame: a page that nobody looks at draws none. */
const longest = 200;

/** Resolves once what stands now is painted. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, longest);
  });
}
