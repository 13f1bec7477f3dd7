import { colorsOf, outer } from './colors.ts';
import { anyTag, type DoctorContext, type Found, given, hostedLink, writtenOptions } from './find-widgets.ts';
import type { Sight, WidgetFacts } from './judge-widget.ts';

const headings = 'h1,h2,h3,h4,h5,h6,[role="heading"]';
/** What never belongs into a tag, and shows that it was not closed. */
const swallowed = `${anyTag},[data-kankei],main,footer,nav,form,script[src]`;
/** Options that every element has by the language, not by its code. */
const ofEvery = ['lang'];
/** They learn from what a person brings which town they are about. */
const withoutTown = ['member-card', 'card-check'];

/** An element as a webmaster finds it again in the page's source: `div#news`, `section.side`. */
export function describe({ localName, id, classList }: Element): string {
  if (id) return `${localName}#${id}`;
  return classList.length ? `${localName}.${classList[0]}` : localName;
}

/** Everything about one widget that can be seen without asking its backend. */
export function seeWidget(found: Found, context: DoctorContext): WidgetFacts {
  const { name, tag, written } = found;
  const isFrame = name.form === 'frame';
  const link = hostedLink(written, context.scriptUrl);
  return {
    name,
    options: optionsOf(found),
    known: knownOptions(name.widget),
    linked: link && [...new URL(link.href).searchParams],
    code: isFrame ? 'none-needed' : codeOf(found, context),
    needsTown: !withoutTown.includes(name.widget),
    swallows: name.form === 'element' && !!written.querySelector(swallowed),
    hasFallback: name.form === 'link' || !!(tag ?? written).querySelector('a[href]'),
    hasTitle: !!written.title.trim(),
    sight: sightOf(tag ?? written, isFrame),
  };
}

/** What is written in a widget, with whole addresses, and the town a script gave it. */
function optionsOf(found: Found): [string, string][] {
  const options = writtenOptions(found).map(([name, value]): [string, string] => [
    name,
    /^(endpoint|src)$/.test(name) ? whole(value) : value,
  ]);
  const town = given(found.tag, 'town');
  return !town || options.some(([name, value]) => name === 'town' && value) ? options : [['town', town], ...options];
}

function whole(address: string): string {
  try {
    return new URL(address, document.baseURI).href;
  } catch {
    return address;
  }
}

function knownOptions(widget: string): string[] | undefined {
  const definition = customElements.get(`kankei-${widget}`) as { observedAttributes?: string[] } | undefined;
  return definition?.observedAttributes && [...ofEvery, ...definition.observedAttributes];
}

function codeOf({ name, tag, written }: Found, { far }: DoctorContext): WidgetFacts['code'] {
  const definition = customElements.get(`kankei-${name.widget}`) as { version?: unknown } | undefined;
  if (definition && !definition.version) return 'taken';
  const isLink = name.form === 'link' && !tag;
  if (isLink && /[?&](endpoint|src)=/.test((written as HTMLAnchorElement).search)) return 'stays';
  if (far.has(tag ?? written)) return 'far';
  return definition ? 'here' : 'missing';
}

function sightOf(element: HTMLElement, isFrame: boolean): Sight {
  const { width, height } = element.getBoundingClientRect();
  return {
    hiddenBy: hiddenBy(element),
    width,
    cut: isFrame ? { by: describe(element), height: Math.round(height), needed: Math.round(height) } : cutOff(element),
    headings: isFrame ? undefined : headingsOf(element),
    colors: colorsOf(element),
  };
}

/** What hides an element, outermost last: itself or something around it. */
function hiddenBy(element: Element): string | undefined {
  for (let node: Element | undefined = element; node; node = outer(node)) {
    const { display, opacity, visibility } = getComputedStyle(node);
    if (display === 'none' || opacity === '0') return describe(node);
    if (node === element && visibility !== 'visible') return describe(node);
    const around = outer(node);
    if (around?.localName === 'details' && node.localName !== 'summary' && !around.hasAttribute('open'))
      return describe(around);
  }
  return undefined;
}

/** What gives a widget less height than it needs. */
function cutOff(element: HTMLElement): Sight['cut'] {
  const content = element.shadowRoot?.querySelector('.root') ?? element;
  const { top, bottom, height } = content.getBoundingClientRect();
  for (let node: Element | undefined = element; node && node !== document.body; node = outer(node)) {
    const { overflowY } = getComputedStyle(node);
    if (node !== element && overflowY !== 'hidden' && overflowY !== 'clip') continue;
    const box = node.getBoundingClientRect();
    // A few pixels are a border, or rounding.
    if (bottom > box.bottom + 8 && top < box.bottom + 8)
      return { by: describe(node), height: Math.round(box.bottom - top), needed: Math.round(height) };
  }
  return undefined;
}

const levelOf = (heading: Element) => Number(heading.getAttribute('aria-level') ?? heading.localName.slice(1)) || 2;

function headingsOf(element: HTMLElement): Sight['headings'] {
  const own = element.shadowRoot?.querySelector(headings);
  const given = (element as { headingLevel?: unknown }).headingLevel;
  const level = own ? levelOf(own) : typeof given === 'number' ? given : 0;
  const before = [...element.ownerDocument.querySelectorAll(headings)].filter(
    (heading) => heading.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const last = before.at(-1);
  return level ? { level, before: last ? levelOf(last) : 0 } : undefined;
}
