/** How long (ms) to wait for a frame: a page that nobody looks at draws none. */
const longest = 200;
/** How long (ms) the page has for itself once a frame is drawn: what was pressed or waits there goes before our own. */
const breath = 8;

/** Resolves once what stands now is painted, and what waited for that is done. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, breath));
    setTimeout(resolve, longest);
  });
}

/** Resolves once what waits meanwhile has had its turn: what was pressed, a frame that is due. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
