import { chooseSource } from '@kankei/client';
import { bring, brought, fetchTwice } from './embed/bring.ts';
import { deepLink, watchNearness } from './embed/nearness.ts';
import { anyTag, tags } from './embed/tags.ts';
import type { EmbedContext } from './internal/embed-context.ts';
import { version } from './internal/version.ts';
import type { KankeiApi, KankeiRoot } from './kankei-api.ts';

// The one-line install. This file alone stands between a page and its widgets' code, so it brings nothing along: it
// looks for tags and for what holds a place for one, waits until a visitor comes near, fetches their code, and meanwhile
// sends what they will ask first.

const anything = `${anyTag},[data-kankei],a[href*="w/"],iframe[src*="w/"]`;
/** Uses what only some pages need; gives undefined where it cannot be fetched. */
const rest = <T>(use: (it: typeof import('./embed/rest.ts')) => T | Promise<T>): Promise<T | undefined> =>
  fetchTwice(() => import('./embed/rest.ts'))
    .then(use)
    .catch(() => undefined);

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

  const isTag = ({ localName }: Element) => localName in tags;
  const isLink = (element: Element) => `${(element as HTMLAnchorElement).href}`.startsWith(hosted);
  /**
   * True where a tag may be put: not in what stands in for one already, nor in what a person edits. A link stays one in
   * what is a place itself, or would be but for `data-kankei="off"`.
   */
  const isFree = (place: Element) =>
    !place.closest(`${anyTag},[contenteditable]${isLink(place) ? ',[data-kankei]' : ''}`);

  const come = (tag: Element) => {
    known.add(tag);
    bring(tag, context);
  };
  const awaits = watchNearness(far, (element) => {
    if (isTag(element)) come(element);
    else rest((it) => it.takePlace(element, { hosted, tags, isFree, known, see, bring: come }));
  });

  function see(element: Element): void {
    if (element instanceof HTMLIFrameElement) {
      if (element.src.startsWith(hosted)) rest((it) => it.followFrame(element, hosted));
    } else if (
      !known.has(element) &&
      (isTag(element) || ((element.hasAttribute('data-kankei') || isLink(element)) && isFree(element)))
    )
      awaits(element);
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
    if (!location.hash.startsWith(deepLink)) return;
    // Any widget that was far may be meant, or the doctor.
    look(document);
    rest((it) => it.readHash(context));
  }

  scan();
  readHash();
  addEventListener('hashchange', readHash);
  return {
    version,
    scan,
    get ready() {
      return rest((it) => it.ready(brought));
    },
    doctor: () => rest((it) => it.doctor(context)),
  };
}

const first = window.Kankei;
if (first) {
  if (first.version !== version) console.warn(`[kankei] ${first.version} is here; ${version} stays out.`);
  // As young as the browsers this is built for; in others a page keeps what it has.
} else if ('hasOwn' in Object) window.Kankei = start();
