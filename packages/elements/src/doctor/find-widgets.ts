import { embedPlace } from '@kankei/core';
import type { EmbedContext } from '../internal/embed-context.ts';
import type { Form, WidgetName } from './finding.ts';

/** What the doctor asks of the embed. */
export interface DoctorContext extends Pick<EmbedContext, 'scriptUrl' | 'far'> {
  /** The tag that the embed has put for a place, where it has: it makes of a link what looks like a tag around one. */
  tagAt?(place: Element): Element | undefined;
}

/** Every widget, by its tag without `kankei-`. A test holds these and the manifest together. */
export const widgetNames = [
  'program-list',
  'fanclub-signup',
  'furusato-link',
  'matching-form',
  'member-card',
  'card-check',
] as const;
const isWidget = (name: string) => (widgetNames as readonly string[]).includes(name);
export const anyTag = widgetNames.map((name) => `kankei-${name}`).join();

/** One widget of the page. */
export interface Found {
  name: WidgetName;
  /** The tag; undefined for a frame, and for a place where the embed has put none. */
  tag: HTMLElement | undefined;
  /** What the webmaster wrote: the tag, the `<div>`, the link or the frame. */
  written: HTMLElement;
}

/** The widget of a hosted page's address, also a misspelt one; undefined for any other address. */
export function hostedWidget(address: unknown, scriptUrl: string): string | undefined {
  // A link in a drawing has an address of another kind.
  if (typeof address !== 'string') return undefined;
  const hosted = new URL('w/', `${embedPlace(scriptUrl).base}/`).href;
  if (!address.startsWith(hosted)) return undefined;
  return address.slice(hosted.length).split(/(?:\.html)?(?:[?#]|$)/)[0] || undefined;
}

/** The link to the hosted page among a widget's own content, which also says what the widget was to be. */
export function hostedLink(written: Element, scriptUrl: string): HTMLAnchorElement | undefined {
  const links = [...written.querySelectorAll<HTMLAnchorElement>('a[href]')];
  return links.find((link) => isWidget(hostedWidget(link.href, scriptUrl) ?? ''));
}

/** The widgets of the page in its order, in whichever form they stand. */
export function findWidgets({ scriptUrl, tagAt }: DoctorContext, root: Document): Found[] {
  const found: (Omit<Found, 'name'> & { widget: string; form: Form })[] = [];
  for (const element of root.querySelectorAll<HTMLElement>(`${anyTag},[data-kankei],a[href],iframe[src]`)) {
    const own = element.localName.replace(/^kankei-/, '');
    if (own !== element.localName) {
      if (element.parentElement?.closest('[data-kankei]')) continue;
      const link = [...element.querySelectorAll<HTMLElement>('a')].find((one) => tagAt?.(one) === element);
      found.push({ widget: own, form: link ? 'link' : 'element', tag: element, written: link ?? element });
    } else if (element.dataset.kankei !== undefined) {
      const tag = element.querySelector<HTMLElement>(anyTag) ?? undefined;
      if (isWidget(element.dataset.kankei))
        found.push({ widget: element.dataset.kankei, form: 'div', tag, written: element });
    } else if (!element.closest(`${anyTag},[data-kankei]`)) {
      const isFrame = element.localName === 'iframe';
      const address = isFrame ? (element as HTMLIFrameElement).src : (element as HTMLAnchorElement).href;
      const widget = hostedWidget(address, scriptUrl);
      if (widget && isWidget(widget))
        found.push({ widget, form: isFrame ? 'frame' : 'link', tag: undefined, written: element });
    }
  }
  const of = (widget: string) => found.filter((one) => one.widget === widget);
  return found.map(({ widget, form, ...where }) => {
    const same = of(widget);
    const nth = same.findIndex(({ written }) => written === where.written) + 1;
    return { ...where, name: { widget, form, nth, of: same.length } };
  });
}

/** What a script may have given a tag as a property, in place of the attribute of that name. */
export const given = (tag: HTMLElement | undefined, name: 'town' | 'endpoint' | 'src'): string => {
  const property = (tag as Partial<Record<typeof name, unknown>> | undefined)?.[name];
  return (typeof property === 'string' && property) || tag?.getAttribute(name) || '';
};

/** What is written in a widget, by the names of its form: attributes, `data-` without it, or a query. */
export function writtenOptions({ name: { form }, written }: Pick<Found, 'name' | 'written'>): [string, string][] {
  if (form === 'link') return [...new URL((written as HTMLAnchorElement).href).searchParams];
  if (form === 'frame') return [...new URL((written as HTMLIFrameElement).src).searchParams];
  const attributes = [...written.attributes].map(({ name, value }): [string, string] => [name, value]);
  if (form === 'element') return attributes;
  return attributes.flatMap(([name, value]): [string, string][] =>
    /^data-(?!kankei$)/.test(name) ? [[name.slice('data-'.length), value]] : [],
  );
}
