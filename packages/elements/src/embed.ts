import { chooseSource } from '@kankei/client';
import { bring, brought } from './embed/bring.ts';
import { deepLink, watchNearness } from './embed/nearness.ts';
import { anyPlace, isFree, put, readPlace } from './embed/places.ts';
import { anyTag, tags } from './embed/tags.ts';
import type { EmbedContext } from './internal/embed-context.ts';
import { version } from './internal/version.ts';
import type { KankeiApi, KankeiRoot } from './kankei-api.ts';

// The one-line install. This file alone stands between a page and its widgets' code, so it brings nothing along: it
// looks for tags and for what holds a place for one, waits until a visitor comes near, fetches their code, and meanwhile
// sends what they will ask first.

const anything = `${anyTag},${anyPlace},iframe[src*="w/"]`;
const rest = () => import('./embed/rest.ts');

/** Looks through the page, and from then on at what is added to it. */
function start(): KankeiApi {
  const scriptUrl = import.meta.url;
  const { address, base } = chooseSource({ scriptUrl })!;
  /** Where hosted pages lie: beside a server's embed, in the folder of a script that was copied anywhere else. */
  const hosted = new URL('w/', new URL(address, base)).href;
  const far = new WeakSet<Element>();
  const context: EmbedContext = { scriptUrl, sent: new Map(), far };
  /** What a visitor has come near: tags, and places whose tag was put. */
  const known = new WeakSet<Element>();

  const read = (place: Element) => readPlace(place, hosted);
  const isTag = (element: Element) => tags[element.localName];
  const ignore = () => {};

  const awaits = watchNearness(far, (element) => {
    let tag = element;
    if (!isTag(element)) {
      const wish = read(element);
      // It may have become another thing meanwhile.
      if (!wish || !isFree(element)) return;
      known.add(element);
      tag = put(element, wish);
      rest().then((it) => it.followPlace(element, tag, wish, read, seeAgain), ignore);
    }
    known.add(tag);
    bring(tag, context);
  });

  function see(element: Element): void {
    if (element instanceof HTMLIFrameElement) {
      if (element.src.startsWith(hosted)) rest().then((it) => it.followFrame(element, hosted), ignore);
    } else if (!known.has(element) && (isTag(element) || (isFree(element) && read(element)))) awaits(element);
  }

  function seeAgain(place: Element): void {
    known.delete(place);
    see(place);
  }

  /** Sees what is at or below a node. */
  function look(root: KankeiRoot): void {
    if (root instanceof Element) see(root);
    for (const element of root.querySelectorAll(anything)) see(element);
  }

  const observer = new MutationObserver((records) => {
    for (const { addedNodes, target, attributeName } of records) {
      if (attributeName) see(target as Element);
      for (const node of addedNodes) if (node instanceof Element) look(node);
    }
  });

  function scan(root: KankeiRoot = document): void {
    look(root);
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ['href', 'src', 'data-kankei'] });
  }

  function readHash(): void {
    const { hash } = location;
    if (hash === '#kankei-doctor') rest().then((it) => it.openDoctor(context), ignore);
    // Any widget that was far may be meant.
    if (hash.startsWith(deepLink)) look(document);
  }

  scan();
  readHash();
  addEventListener('hashchange', readHash);
  return {
    version,
    scan,
    get ready() {
      return rest().then((it) => it.ready(brought), ignore);
    },
    doctor: async () => (await rest()).doctor(context),
  };
}

const first = window.Kankei;
if (first) {
  if (first.version !== version) console.warn(`[kankei] ${first.version} is here already; ${version} stays out.`);
  // As young as the browsers this is built for; in others a page keeps what it has.
} else if ('hasOwn' in Object) window.Kankei = start();
