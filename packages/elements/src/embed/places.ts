import type { Wish } from '../internal/follow-place.ts';
import { anyTag, tags } from './tags.ts';

// A page that cannot hold our tags holds places for them: `<div data-kankei="program-list" data-town="…">`, or a link to
// a widget's hosted page. The tag is put into the one and around the other; what stood there becomes its fallback.

/**
 * Every option of every widget. Nothing else that a page says becomes an attribute: many pages let visitors write links,
 * some let them write `data-`, and none means them to write `onclick`.
 */
export const options =
  'town,endpoint,src,lang,accent,program,kind,theme,from,to,past,sort,limit,view,views,no-jsonld,sync,heading-level,era,compact,new-tab,estimate,one-stop,layout,side,tie,interests,tier,source,via'.split(
    ',',
  );

/** What may be a place, as a selector. */
export const anyPlace = '[data-kankei],a[href*="w/"]';
/** In what there is none: what stands in for a tag already, what a person edits. */
const apart = `${anyTag},[contenteditable]`;

const isLink = (place: Element): place is HTMLAnchorElement => place.localName === 'a';

/** True where a tag may be put. A link stays one in what is a place itself, or would be but for `data-kankei="off"`. */
export const isFree = (place: Element): boolean => !place.closest(isLink(place) ? `${apart},[data-kankei]` : apart);

/**
 * Reads what a place asks for; undefined where it is none. `hosted` is where hosted pages lie. A link that names
 * where answers are to come from stays a link: anybody may have written it.
 */
export function readPlace(place: Element, hosted: string): Wish | undefined {
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
  return tags[tag] && [tag, said.filter(([option]) => options.includes(option))];
}

/** Puts a tag at a place. One that stands there already, as on a page that was kept and comes back, is taken over. */
export function put(place: Element, [name, said]: Wish): Element {
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
