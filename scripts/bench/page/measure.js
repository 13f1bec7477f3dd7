// Runs before anything else on both pages and looks at both in the same way. Times are ms since the navigation began.
const measure = { first: undefined, all: undefined, whole: undefined, shift: 0, longest: 0 };
window.measure = measure;
/** How many cards there are in all; 0 where only the first matters. */
const wanted = Number(document.currentScript.dataset.wanted);
/** What a visitor waits for: the first card, the first field that can be typed in, or the link to donate. */
const { awaited } = document.currentScript.dataset;

/** The time after the next frame was drawn: a message arrives once the frame's own work is done. */
measure.painted = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    }),
  );

const list = () => measure.root.querySelector('[part~="list"]');
/** Every card with its title and link. */
const isThere = () => list().childElementCount >= wanted;
/** Every card with all it tells; the last line is the last that comes. */
const isWhole = () =>
  list().lastElementChild.querySelector('.facts') && list().querySelectorAll('.facts').length >= wanted;

/** Presses for more as soon as a visitor could; resolves with the time of the first frame in which all is as wanted. */
async function reach(isReached) {
  for (let time, reached = false; ; ) {
    measure.root.querySelector('[part~="more"]:not([aria-disabled="true"])')?.click();
    // Looked at right before the frame is drawn.
    requestAnimationFrame(() => {
      reached = isReached();
    });
    time = await measure.painted();
    if (reached) return time;
  }
}

async function reachAll() {
  measure.all = await reach(isThere);
  measure.whole = await reach(isWhole);
}

const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init);
  measure.root ??= root;
  const observer = new MutationObserver(async () => {
    if (!root.querySelector(awaited)) return;
    observer.disconnect();
    measure.first = await measure.painted();
    if (wanted) reachAll();
  });
  observer.observe(root, { childList: true, subtree: true });
  return root;
};

/** Types and sends a keyword; resolves with the ms until a list that begins with a fitting card is drawn. */
measure.filter = (words) =>
  new Promise((resolve) => {
    const isThere = () => measure.root.querySelector('[part~="card"] [part~="title"]')?.textContent.includes(words);
    const observer = new MutationObserver(async () => {
      if (!isThere()) return;
      observer.disconnect();
      resolve((await measure.painted()) - start);
    });
    observer.observe(measure.root, { childList: true, subtree: true, characterData: true });
    const input = measure.root.querySelector('input[part~="keyword"]');
    const start = performance.now();
    input.value = words;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input.form?.requestSubmit();
  });

/** Changes a word of the page alone; resolves with the ms until that is drawn: what the screen itself makes one wait. */
measure.word = async (word) => {
  const start = performance.now();
  document.querySelector('h1').textContent = word;
  return (await measure.painted()) - start;
};

const observe = (type, take) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
observe('layout-shift', (entry) => {
  if (!entry.hadRecentInput) measure.shift += entry.value;
});
observe('longtask', (entry) => {
  measure.longest = Math.max(measure.longest, entry.duration);
});
