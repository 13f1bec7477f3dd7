import {
  boundHeight,
  type FrameMessage,
  type PublicEventType,
  publicEvents,
  readFields,
  readHello,
} from '../internal/frame-messages.ts';

// What a hosted page loads beside the embed, before it: the page's address becomes the tag's options where files alone
// serve it, and in a frame the page tells the one around how high it is and what happens.

/** The names of the options a tag takes from the page's address stand in this attribute; on a server's page none. */
const marker = 'data-hosted';

/** Copies options from the address into attributes: those the tag is to take, and none that lets a stranger choose the source. */
function takeOptions(tag: Element): void {
  const taken = tag.getAttribute(marker)!.split(' ');
  const given = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (!taken.includes(name) || (/^(endpoint|src)$/.test(name) && !isOurs(value))) continue;
    const before = given.get(name);
    given.set(name, before && value ? `${before},${value}` : value);
  }
  for (const [name, value] of given) tag.setAttribute(name, value);
}

/**
 * True for an address on the page's own site, or on the server that the page itself names in
 * `<meta name="kankei:endpoint">`. Anybody may write a link to this page; nobody is to show what he likes under its name,
 * or to ask people there for their data.
 */
function isOurs(address: string): boolean {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="kankei:endpoint"]')?.content;
  try {
    const { origin, protocol } = new URL(address, document.baseURI);
    const known = [location.href, ...(meta ? [meta] : [])].map((one) => new URL(one, document.baseURI).origin);
    return /^https?:$/.test(protocol) && known.includes(origin);
  } catch {
    return false;
  }
}

/** Names in the page's address what a list is to open or to narrow itself to, as if a visitor had done so. */
function nameInAddress(tag: HTMLElement): void {
  const { hash } = tag.dataset;
  if (hash && !location.hash) history.replaceState(history.state, '', `#${hash}`);
}

/** Leads back where the visitor came from; without that the link leads to the site's first page, as it was served. */
function leadBack(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-back]');
  if (link && /^https?:/.test(document.referrer)) link.href = document.referrer;
}

/** Speaks with the page around, which is told nothing but its own tag's height and events until it has said hello. */
function speak(tag: HTMLElement): void {
  const page = window.parent;
  let around = '';
  let told = 0;
  const say = (message: FrameMessage) => around && page.postMessage(message, around);
  const tellHeight = () => {
    const height = boundHeight(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = around ? height : 0;
    say({ kankei: 'height', height });
  };
  addEventListener('message', ({ source, origin, data }) => {
    const hello = source === page ? readHello(data) : undefined;
    if (!hello) return;
    // A page without an origin, such as a file, cannot be named; heights, ids and codes are no secret.
    around = origin === 'null' ? '*' : origin;
    if (hello.lang && !new URLSearchParams(location.search).has('lang')) tag.lang = hello.lang;
    document.documentElement.classList.add('placed');
    document.documentElement.classList.toggle('dark', hello.dark);
    told = 0;
    tellHeight();
  });
  new ResizeObserver(tellHeight).observe(document.documentElement);
  for (const type of Object.keys(publicEvents) as PublicEventType[])
    document.addEventListener(type, (event) => {
      const fields = readFields(type, event);
      if (fields) say({ kankei: 'event', type, fields });
    });
  page.postMessage({ kankei: 'here' } satisfies FrameMessage, '*');
}

/** Many sites refuse to stand in a frame: what a visitor opens there, opens beside the page. */
function openLinksBeside(): void {
  const base = document.createElement('base');
  base.target = '_blank';
  document.head.append(base);
}

const tag = document.querySelector<HTMLElement>(`[${marker}]`);
if (tag) {
  takeOptions(tag);
  leadBack();
  if (window.parent === window) nameInAddress(tag);
  else {
    document.documentElement.classList.add('framed');
    openLinksBeside();
    speak(tag);
  }
}
