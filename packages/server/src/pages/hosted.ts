import { routePath, type Town } from '@kankei/core';
import { serializeJsonLd } from '@kankei/formats';
import { raw } from 'hono/html';
import { demoTown } from '../demo/town.ts';
import type { HostedOptions } from '../hosted/options.ts';
import { hostedSearch } from '../hosted/options.ts';
import type { WidgetName } from '../hosted/widgets.ts';
import { hostedWords } from './hosted-words.ts';
import { pageAddress, townMark } from './layout.ts';
import { type Markup, markup } from './markup.ts';
import { type Language, words } from './words.ts';

/**
 * The content security policy of hosted pages: everything from our own origin, nothing inline, but in anybody's frame.
 * Pictures may come from the towns' own sites; `blob:` and `data:` are the card as a picture, made on the page.
 */
export function hostedPolicy(publicUrl: string): string {
  const own = `'self' ${new URL(publicUrl).origin}`;
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    `img-src ${own} https: data: blob:`,
    `connect-src ${own}`,
    "form-action 'self'",
    "base-uri 'none'",
    // * are sites on the web; who looks at a page of their own on a disk may look at it whole.
    'frame-ancestors * file:',
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** What every hosted page is made from. */
export interface HostedFrame {
  language: Language;
  /** Where the server is reached, without a slash at the end. */
  publicUrl: string;
  /** Whether the page stands in a frame, where only the widget is wanted. */
  framed: boolean;
}

/** A widget on a page of its own. */
export interface HostedPageOptions extends HostedFrame {
  widget: WidgetName;
  options: HostedOptions;
  /** At least one. */
  towns: readonly Town[];
  title: string;
  description: string;
  /** What stands in the widget's place without a script. */
  fallback: Markup;
  /** What the page's address is to name once a script reads it, without `#`. */
  hash?: string | undefined;
  /** Nodes of JSON-LD that the page is about, beside the page itself. */
  about?: readonly unknown[];
  picture?: string | undefined;
  /** Whether search engines are to leave this page out: another one shows the same. */
  isHidden?: boolean;
  /** The widgets these towns have beside this one. */
  others: readonly WidgetName[];
}

/** Of the attributes those that say what is shown, not how. */
const telling = ['town', 'program', 'kind', 'theme', 'from', 'to', 'past', 'sort', 'lang'];

/** The one address of what a page shows. */
export function canonicalAddress(
  { publicUrl, widget, options }: Pick<HostedPageOptions, 'publicUrl' | 'widget' | 'options'>,
  lang?: Language,
): string {
  const told = Object.entries(options.attributes).filter(([name]) => telling.includes(name));
  const search = hostedSearch({ attributes: Object.fromEntries(told), chosen: [] }, lang ? { lang } : {});
  return `${publicUrl}/w/${widget}${search}`;
}

/** A whole page around one widget: complete as served, the widget itself once its script has come. */
export function hostedPage(page: HostedPageOptions): Markup {
  const { widget, towns, language, title } = page;
  return hostedDocument(
    page,
    title,
    head(page),
    markup`${header(page)}
  <div class="page">
    <main id="main" tabindex="-1" class="hosted">
      <h1>${hostedWords[language].titles[widget](names(towns, language))}</h1>
      ${tag(page)}
    </main>
  </div>
  ${footer(page)}`,
  );
}

/** The names of towns in one line. */
export function names(towns: readonly Town[], language: Language): string {
  return towns.map(({ name }) => name).join(hostedWords[language].between);
}

/** The tag with its options, and inside what stands in for it. */
function tag({ widget, options, fallback, hash }: HostedPageOptions): Markup {
  const { lang, ...attributes } = options.attributes;
  const all: Record<string, string | true> = { 'data-hosted': true, 'heading-level': '2', ...attributes };
  if (widget === 'program-list') all['no-jsonld'] = true;
  if (hash) all['data-hash'] = hash;
  // What was chosen without a script is read from the address with one.
  if (options.chosen.some(([name]) => name !== 'cursor')) all.sync ??= '';
  const written = Object.entries(all).map(([name, value]) =>
    value === true ? markup` ${name}` : markup` ${name}="${value}"`,
  );
  return markup`<kankei-${widget}${written}>
      ${fallback}
      </kankei-${widget}>`;
}

function head(page: HostedPageOptions): Markup {
  const { widget, towns, language, description, picture, title, isHidden } = page;
  const canonical = canonicalAddress(page);
  const codes = towns.map(({ code }) => code).join();
  const feed = (route: 'rss' | 'calendar') => `..${routePath(route, { codes })}`;
  const isMadeUp = towns.some(({ code }) => code === demoTown.code);
  const languages = ['ja', 'en'] as const;
  return markup`<meta name="description" content="${description}">
  ${isHidden || isMadeUp ? markup`<meta name="robots" content="noindex, follow">` : ''}
  <link rel="canonical" href="${canonical}">
  ${languages.map((one) => markup`<link rel="alternate" hreflang="${one}" href="${canonicalAddress(page, one)}">`)}
  <meta property="og:type" content="website">
  <meta property="og:title" content="${title}">
  <meta property="og:description" content="${description}">
  <meta property="og:url" content="${canonical}">
  <meta property="og:site_name" content="${names(towns, language)}">
  <meta property="og:locale" content="${language === 'ja' ? 'ja_JP' : 'en_US'}">
  ${picture ? markup`<meta property="og:image" content="${picture}">` : ''}
  ${
    widget === 'program-list'
      ? markup`<link rel="alternate" type="application/rss+xml" title="${title}" href="${feed('rss')}">
  <link rel="alternate" type="text/calendar" title="${title}" href="${feed('calendar')}">`
      : ''
  }
  <script type="application/ld+json">${raw(jsonLd(page, canonical))}</script>
  <script type="module" src="../embed/v1/hosted.js"></script>
  <script type="module" src="../embed/v1/kankei.js"></script>`;
}

/** The page itself, of whom it is, and what it is about. */
function jsonLd({ title, description, language, towns, about = [] }: HostedPageOptions, url: string): string {
  const webPage = {
    '@type': 'WebPage',
    name: title,
    description,
    url,
    inLanguage: language,
    about: towns.map(({ name, url }) => ({ '@type': 'GovernmentOrganization', name, ...(url ? { url } : {}) })),
  };
  return serializeJsonLd({ '@context': 'https://schema.org', '@graph': [webPage, ...about] });
}

function header({ towns, language, options, widget }: HostedPageOptions): Markup {
  const [town] = towns;
  const other = words[language].language;
  const isMadeUp = town?.code === demoTown.code;
  // The made-up town has no site but the sample's.
  const site = isMadeUp ? `../${pageAddress(town.code, language)}` : towns.length === 1 ? town?.url : undefined;
  const name = markup`${town ? townMark(town) : ''}<span class="names"><span class="small">${towns.length === 1 ? (town?.prefecture ?? '') : ''}</span><span class="town">${names(towns, language)}</span></span>`;
  return markup`<header class="masthead around">
    ${isMadeUp ? markup`<p class="notice">${hostedWords[language].madeUp(town.name)}</p>` : ''}
    <div class="inner">
      ${site ? markup`<a class="name" href="${site}">${name}</a>` : markup`<span class="name">${name}</span>`}
      <a class="language" href="${widget}${hostedSearch(options, { lang: other.code })}" lang="${other.code}" hreflang="${other.code}">${other.name}</a>
    </div>
  </header>`;
}

function footer({ towns, language, others, widget, publicUrl, options }: HostedPageOptions): Markup {
  const say = hostedWords[language];
  const codes = towns.map(({ code }) => code).join();
  const { lang } = options.attributes;
  const search = hostedSearch({ attributes: { town: codes, ...(lang ? { lang } : {}) }, chosen: [] });
  const calendar = `${publicUrl}${routePath('calendar', { codes })}`.replace(/^https?:/, 'webcal:');
  const feeds = markup`<nav aria-label="${say.feeds}">
        <ul>
          <li><a href="${calendar}">${say.calendar}</a></li>
          <li><a href="..${routePath('rss', { codes })}">${say.rss}</a></li>
          <li><a href="..${routePath('csv', { codes })}">${say.csv}</a></li>
        </ul>
      </nav>`;
  return markup`<footer class="foot around">
    <div class="inner">
      ${widget === 'program-list' ? feeds : ''}
      ${others.length ? markup`<nav aria-label="${say.others(names(towns, language))}"><ul>${others.map((name) => markup`<li><a href="${name}${search}">${say.names[name]}</a></li>`)}</ul></nav>` : ''}
    </div>
  </footer>`;
}

/** The frame of every hosted page: nothing inline, every address of our own relative. */
export function hostedDocument(
  { language, framed }: HostedFrame,
  title: string,
  head: Markup | '',
  body: Markup,
): Markup {
  return markup`<!doctype html>
<html lang="${language}"${framed ? markup` class="framed"` : ''}>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title}</title>
  <link rel="icon" href="../assets/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="../assets/site.css">
  <link rel="stylesheet" href="../assets/hosted.css">
  ${head}
</head>
<body data-kankei="off">
  <a class="skip" href="#main">${words[language].skip}</a>
  ${body}
</body>
</html>
`;
}
