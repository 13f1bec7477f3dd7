import { version } from '../internal/version.ts';
import { anyTag, type DoctorContext, type Found, hostedLink, hostedWidget, widgetNames } from './find-widgets.ts';
import { type Finding, finding } from './finding.ts';
import { nearest } from './nearest.ts';
import { trimAddress } from './privacy.ts';

/** What is to be said of the page as a whole. */
export function examinePage(context: DoctorContext, root: Document, found: readonly Found[]): Finding[] {
  return [
    finding('page', { address: trimAddress(root.URL), version }),
    ...surroundings(root),
    ...scripts(context, root),
    ...leftovers(context, root),
    ...(found.length ? [] : [finding('no-widgets', {})]),
  ];
}

function surroundings(root: Document): Finding[] {
  const isFile = location.protocol === 'file:';
  const language = root.documentElement.lang;
  const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id).filter(Boolean);
  const seen = new Set<string>();
  const repeated = [...new Set(ids.filter((id) => seen.size === seen.add(id).size))];
  return [
    ...(isFile ? [finding('file-page', {})] : []),
    ...(self.origin === 'null' && !isFile ? [finding('sandboxed', {})] : []),
    ...(isFile || hasStorage() ? [] : [finding('storage-blocked', {})]),
    ...(language ? [] : [finding('no-page-language', { line: '<html lang="ja">' })]),
    ...(repeated.length ? [finding('duplicate-ids', { ids: repeated.slice(0, 10) })] : []),
  ];
}

/** True where the page may keep something in the browser. */
function hasStorage(): boolean {
  try {
    return !!localStorage && !!sessionStorage;
  } catch {
    return false;
  }
}

const isOurScript = (address: string) => /\/kankei\.js(?:[?#]|$)/.test(address);

function scripts({ scriptUrl }: DoctorContext, root: Document): Finding[] {
  const ours = [...root.querySelectorAll<HTMLScriptElement>('script[src]')].filter(({ src }) => isOurScript(src));
  const addresses = [...new Set([scriptUrl, ...ours.map(({ src }) => src)])].map((address) => trimAddress(address));
  const defined = widgetNames.map((name) => customElements.get(`kankei-${name}`) as { version?: unknown } | undefined);
  const named = addresses.map((address) => /\/embed\/(\d+\.\d+\.\d+[^/]*)\//.exec(address)?.[1]);
  const versions = [version, ...defined.map((one) => one?.version), ...named].filter((one) => typeof one === 'string');
  const distinct = [...new Set(versions)];
  return [
    ...(addresses.length > 1 ? [finding('several-scripts', { addresses })] : []),
    ...(distinct.length > 1 ? [finding('several-versions', { versions: distinct })] : []),
    ...ours
      .filter(({ type }) => type !== 'module')
      .map(({ src }) => {
        const address = trimAddress(src);
        return finding('not-a-module', { address, line: `<script type="module" src="${address}"></script>` });
      }),
  ];
}

/** What looks as if a CMS had made it of a widget. */
function leftovers({ scriptUrl }: DoctorContext, root: Document): Finding[] {
  const known = widgetNames as readonly string[];
  const findings: Finding[] = [];
  const unknown = (written: string, name: string, wrap: (name: string) => string) => {
    const near = nearest(name, known);
    findings.push(finding('unknown-widget', { written, nearest: near && wrap(near) }));
  };
  for (const element of root.querySelectorAll<HTMLElement>('body *')) {
    const { localName } = element;
    // Formulas have no `dataset` in every browser.
    const [kankei, place] = [element.getAttribute('data-kankei'), element.getAttribute('data-town')];
    if (localName.startsWith('kankei-') && !element.matches(anyTag))
      unknown(`<${localName}>`, localName.slice('kankei-'.length), (name) => `<kankei-${name}>`);
    if (kankei && kankei !== 'off' && !known.includes(kankei))
      unknown(`data-kankei="${kankei.slice(0, 40)}"`, kankei, (name) => `data-kankei="${name}"`);
    if (!kankei && place && /^[\d\s,]{5,}$/.test(place)) {
      const link = hostedLink(element, scriptUrl);
      const name = (link && hostedWidget(link.href, scriptUrl)) ?? known[0];
      findings.push(finding('place-without-name', { names: ['data-town'], line: `data-kankei="${name}"` }));
    }
    const address = (element as HTMLAnchorElement).href ?? (element as HTMLIFrameElement).src;
    if (/^(a|iframe)$/.test(localName) && typeof address === 'string') findings.push(...ofAddress(address, unknown));
  }
  const texts = [...new Set(tagsAsText(root))];
  return [...findings, ...texts.slice(0, 5).map((text) => finding('tag-as-text', { text }))];

  function ofAddress(address: string, say: typeof unknown): Finding[] {
    const own = hostedWidget(address, scriptUrl);
    if (own && !known.includes(own) && nearest(own, known)) say(`/w/${own}`, own, (name) => `/w/${name}`);
    const [, place = '', name = ''] = /^(https?:\/\/[^?#]*\/)w\/([\w-]+?)(?:\.html)?(?:[?#]|$)/.exec(address) ?? [];
    if (own || !known.includes(name)) return [];
    return [finding('link-elsewhere', { address: trimAddress(address), place })];
  }
}

// No tag is so long that it would need more; a page's text may be anything.
const tagText = /<\/?kankei-[a-z-]+|<\w{1,20}[^<>]{1,300}?data-kankei|<script[^<>]{1,300}?kankei\.js/i;
const shownAsText = 'pre,code,kbd,samp,textarea,script,style,template,noscript,title';

/** Tags of ours that stand in the page as words, escaped once too often; where code is shown on purpose they may. */
function tagsAsText(root: Document): string[] {
  const walker = root.createTreeWalker(root.documentElement, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue ?? '';
    if (!/kankei/.test(text)) continue;
    const [start = ''] = tagText.exec(text.replace(/&(?:amp;)?lt;/g, '<')) ?? [];
    if (start && !walker.currentNode.parentElement?.closest(shownAsText)) found.push(/^<\/?[\w-]*/.exec(start)![0]);
  }
  return found;
}
