/** What one widget on one page of a municipal site is made of. */
export interface Embed {
  /** Where the reference server is reached, or the folder the static files were copied to; without a slash at the end. */
  base: string;
  /** A public tag without its `kankei-`, e.g. `program-list`. */
  widget: string;
  /** Attributes by name. `true` writes one without a value; `false` and `undefined` leave it out. */
  options?: Readonly<Record<string, string | boolean | undefined>>;
  /** The words of the link that stands where the widget cannot; also the title of the frame. */
  words: string;
  /** Where the script is; that of the server unless given. Hosted pages lie as `embedPlace` says. */
  script?: string | undefined;
  /** Hashes of the script as `integrity.json` names them. Only for an address whose file never changes. */
  integrity?: string | undefined;
  /** The height (CSS px) of the frame where no script of ours lets it grow. */
  height?: number | undefined;
}

/** The lines a webmaster copies: four ways to put the same widget on a page. */
export interface EmbedSnippets {
  /** A custom element. Needs `script`. */
  element: string;
  /** A `<div>`, for a CMS that drops tags it does not know. Needs `script`. */
  div: string;
  /** A plain link: opens the hosted page, and where `script` is anywhere on the page becomes the widget. */
  link: string;
  /** A frame. Needs nothing else; where `script` is on the page, it grows with what it shows. */
  frame: string;
  /** The script, once a page. */
  script: string;
  /** The hosted page by itself, for a CMS that only asks for the address of a link. */
  address: string;
}

/** The height (CSS px) of a frame of which nobody said anything. */
export const usualFrameHeight = 600;
/** The heights (CSS px) a frame may have. */
export const frameHeights = { least: 80, most: 20_000 } as const;

/**
 * Where hosted pages lie for a script at `script`: beside `embed/` on a server (`BASE/w/program-list`); in the script's
 * own folder where its files were copied to any other place (`BASE/w/program-list.html`).
 */
export function embedPlace(script: string): { base: string; ending: '' | '.html' } {
  const folder = script.replace(/[?#].*$/s, '').replace(/\/?[^/]*$/, '');
  const server = /^(.*)\/embed\/(?:v\d+|\d+\.\d+\.\d+[^/]*)$/s.exec(folder);
  return server ? { base: server[1] ?? '', ending: '' } : { base: folder, ending: '.html' };
}

/**
 * Writes one widget in each of its forms, everything escaped.
 *
 * @throws RangeError naming what cannot be written: `base`, `script`, `widget`, `integrity`, `height` or an option's name.
 */
export function embedSnippets({
  base,
  widget,
  options = {},
  words,
  script = `${base}/embed/v1/kankei.js`,
  integrity,
  height = usualFrameHeight,
}: Embed): EmbedSnippets {
  const given = Object.entries(options).flatMap(([name, value]): [name: string, value: string][] =>
    value === undefined || value === false ? [] : [[name, value === true ? '' : printable(value)]],
  );
  check('base', base, isPageAddress);
  check('script', script, (text) => isPageAddress(text) && /[^/]\/[^/]+\.js$|^\/?[^/]+\.js$/.test(text));
  check('widget', widget, (text) => attributeName.test(text));
  check('integrity', integrity ?? '', (text) => hashes.test(text));
  check('height', String(height), () => height >= frameHeights.least && height <= frameHeights.most);
  for (const [name] of given) check(`option ${name}`, name, (text) => attributeName.test(text));

  const address = hostedPageAddress({ script, widget, options: given });
  const link = `<a href="${escaped(address)}">${escaped(printable(words))}</a>`;
  return {
    element: `<kankei-${widget}${written(given)}>${link}</kankei-${widget}>`,
    div: `<div data-kankei="${widget}"${written(given, 'data-')}>${link}</div>`,
    link,
    frame: `<iframe${written([
      ['src', address],
      ['title', printable(words)],
      ['loading', 'lazy'],
      ['width', '100%'],
      ['height', String(Math.round(height))],
    ])}></iframe>`,
    script: `<script${written([
      ['type', 'module'],
      ['src', script],
      ...(integrity ? [['integrity', integrity] as [string, string]] : []),
    ])}></script>`,
    address,
  };
}

function hostedPageAddress({
  script,
  widget,
  options,
}: {
  script: string;
  widget: string;
  options: [string, string][];
}): string {
  const { base, ending } = embedPlace(script);
  const query = options.map((pair) => pair.map(queryPart).join('=')).join('&');
  return `${base}/w/${widget}${ending}${query && `?${query}`}`;
}

/** As few characters escaped as can be: a comma or a slash in an address is one that people can read. */
function queryPart(text: string): string {
  return encodeURIComponent(text).replace(/%(?:2C|2F|3A|40)/g, decodeURIComponent);
}

const attributeName = /^[a-z]+(?:-[a-z0-9]+)*$/;
const hashes = /^(?:sha(?:256|384|512)-[A-Za-z0-9+/]+={0,2}(?: (?=s)|$))*$/;

/** On the web or relative to the page; never another scheme, such as `javascript:`. */
function isPageAddress(text: string): boolean {
  return /^(?:https?:\/\/[^/\s]|\.{0,2}\/|\.{0,2}$)/.test(text) && !/[\s?#\\]/.test(text) && !unreadable.test(text);
}

function check(name: string, value: string, isGood: (value: string) => boolean): void {
  if (!isGood(value)) throw new RangeError(`${name} cannot be ${JSON.stringify(value)}`);
}

/** What no page can carry: NUL and lone surrogates, which a browser would turn into this same sign. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming the control character is the point
const unreadable = /\u0000|\p{Surrogate}/u;
const printable = (text: string) => text.replace(new RegExp(unreadable, 'gu'), '\ufffd');

function written(attributes: [name: string, value: string][], prefix = ''): string {
  return attributes.map(([name, value]) => ` ${prefix}${name}${value && `="${escaped(value)}"`}`).join('');
}

/** For text and for attributes in quotes; also what a parser would read as another line end, or a CMS would reflow. */
function escaped(text: string): string {
  return text.replace(/[&<>"'\r\n\t]/g, (one) => named[one] ?? `&#${one.charCodeAt(0)};`);
}

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
