import { followPlace, type Wish } from '../internal/follow-place.ts';
import { options } from './options.ts';

// A page that cannot hold our tags holds places for them: `<div data-kankei="program-list" data-town="…">`, or a link to
// a widget's hosted page. The tag is put into the one and around the other; what stood there becomes its fallback.

/** What a place is told by the embed that found it. */
export interface PlaceFound {
  /** Where hosted pages lie. */
  hosted: string;
  /** The public tags by their names. */
  tags: object;
  /** True where a tag may be put. */
  isFree(place: Element): boolean;
  /** The places that have a tag, and these tags. */
  known: WeakSet<Element>;
  /** Sees a place that has none. */
  see(place: Element): void;
  /** Brings a tag to life. */
  bring(tag: Element): void;
}

const isLink = (place: Element): place is HTMLAnchorElement => place.localName === 'a';

/** Puts a tag at a place a visitor has come near, and follows what the page makes of it. What is no place stays. */
export function takePlace(place: Element, found: PlaceFound): void {
  const { isFree, known, see, bring } = found;
  const read = (one: Element) => readPlace(one, found);
  const wish = read(place);
  // It may have become another thing meanwhile.
  if (!wish || known.has(place) || !isFree(place)) return;
  const tag = put(place, wish);
  known.add(place).add(tag);
  followPlace(place, tag, wish, read, known, see);
  bring(tag);
}

/**
 * Reads what a place asks for; undefined where it is none. A link that names where answers are to come from stays a
 * link: anybody may have written it.
 */
function readPlace(place: Element, { hosted, tags }: PlaceFound): Wish | undefined {
  let name = place.getAttribute('data-kankei');
  // `data-` is five characters long.
  let said = [...place.attributes].map(({ name, value }): Wish[1][0] => [name.slice(5), value]);
  if (isLink(place)) {
    const { href, search } = place;
    const query = new URLSearchParams(search);
    // An image of links has addresses of another kind.
    if (!String(href).startsWith(hosted) || query.has('endpoint') || query.has('src')) return undefined;
    name = href.slice(hosted.length).split(/[.?#]/)[0]!;
    said = [...query];
  }
  const tag = `kankei-${name}`;
  return tag in tags ? [tag, said.filter(([option]) => options.includes(option))] : undefined;
}

/** Puts a tag at a place. One that stands there already, as on a page that was kept and comes back, is taken over. */
function put(place: Element, [name, said]: Wish): Element {
  const tag = place.querySelector(name) || document.createElement(name);
  for (const [option, value] of said) tag.setAttribute(option, value);
  if (isLink(place)) {
    place.replaceWith(tag);
    tag.append(place);
  } else if (tag.parentNode !== place) {
    tag.append(...place.childNodes);
    place.append(tag);
  }
  return tag;
}
