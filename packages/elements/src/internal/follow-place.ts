// Follows what a page makes of the places where the embed has put tags: other options, another tag, other content.
// Fetched once there is such a place.

/** What a place asks for: the name of a tag, and its options by name. */
export type Wish = [tag: string, said: [option: string, value: string][]];

/** Reads what a place asks for now; undefined where it is none. */
type Read = (place: Element) => Wish | undefined;

/** What was put at a place: its tag, and what that was told. */
interface Put {
  tag: Element;
  told: Map<string, string>;
  read: Read;
  /** The places that have a tag. */
  known: WeakSet<Element>;
  /** Sees a place that has none. */
  see(place: Element): void;
}

const puts = new WeakMap<Node, Put>();

/** The tag that was put at a place. */
export const tagAt = (place: Element): Element | undefined => puts.get(place)?.tag;

const observer = new MutationObserver((records) => {
  for (const { target, removedNodes } of records) {
    check(target as Element);
    for (const node of removedNodes)
      if (puts.get(node)?.tag === target && node.parentNode !== target) {
        // A link that the page takes out takes its tag along.
        puts.delete(node);
        (target as Element).remove();
      }
  }
});

/** Follows a place from now on, and what changed since this was put there. */
export function followPlace(
  place: Element,
  tag: Element,
  [, said]: Wish,
  read: Read,
  known: Put['known'],
  see: Put['see'],
): void {
  puts.set(place, { tag, told: new Map(said), read, known, see });
  observer.observe(place, { attributes: true, childList: !isLink(place) });
  if (isLink(place)) observer.observe(tag, { childList: true });
  check(place);
}

const isLink = (place: Element) => place.localName === 'a';

function check(place: Element): void {
  const put = puts.get(place);
  if (!put) return;
  const { tag, read, known, see } = put;
  const [name, said] = read(place) ?? [];
  if (name === tag.localName && (isLink(place) || tag.parentNode === place)) {
    tell(put, new Map(said));
    takeIn(place, tag);
  } else {
    // What stood there stands there again, without what a list says of itself to search engines.
    puts.delete(place);
    tag.replaceWith(...[...tag.childNodes].filter((node) => !(node instanceof HTMLScriptElement)));
    known.delete(place);
    see(place);
  }
}

/** Tells a tag what its place says otherwise than before; what a script of the page said meanwhile stays. */
function tell(put: Put, said: Map<string, string>): void {
  const { tag, told } = put;
  for (const [option, value] of said) if (told.get(option) !== value) tag.setAttribute(option, value);
  for (const option of told.keys()) if (!said.has(option)) tag.removeAttribute(option);
  put.told = said;
}

/** Takes what stands beside a tag at its place into the tag, as its fallback: a page may still be on its way. */
function takeIn(place: Element, tag: Element): void {
  for (const node of [...place.childNodes]) if (node !== tag && !isLink(place)) tag.append(node);
}
