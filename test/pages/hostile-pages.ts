// Pages of towns' sites as they are: each is the same page with something on it that a guest has to live with.

import { embedSnippets } from '../../packages/core/src/embed-snippets.ts';

export interface HostilePage {
  /** What of it is hard; the name of its test. */
  what: string;
  /** Attributes of `<html>`. */
  root?: string;
  /** What stands in the head before the page's own style sheet. */
  head?: string;
  /** The content security policy; `{{server}}` is where the widget comes from. */
  policy?: string;
  /** The widget on it, unless it is one list. */
  widget?: string;
  /** The frame the page is in: without scripts, without an origin. */
  sandbox?: string;
  /** What becomes of the widget there. */
  outcome?: 'works' | 'falls back';
  /** What the page itself forbids is no fault of the widget. */
  mayViolate?: boolean;
  /** Names on window that the libraries of the page change by themselves. */
  own?: RegExp;
}

const sheet = (path: string) => `<link rel="stylesheet" href="/node_modules/${path}">`;
const script = (path: string) => `<script src="${path}"></script>`;
const style = (css: string) => `<style>${css}</style>`;
const jquery = (version: number) => [
  script(`/node_modules/jquery-${version}/dist/jquery.js`),
  script('/node_modules/jquery-match-height/dist/jquery.matchHeight.js'),
  script('/hosts/jquery-site.js'),
];
const list = (attributes: string) =>
  `<kankei-program-list town="999997" ${attributes}><a href="https://musubino.example/programs/">募集の一覧を見る</a></kankei-program-list>`;
const answering = (kind: string): Partial<HostilePage> => ({
  head: script('/hosts/hurry.js'),
  widget: list(`endpoint="/answers/${kind}"`),
  outcome: 'falls back',
});

/** The three other forms, as the builder writes them. */
const { div, link, frame } = embedSnippets({
  base: 'http://server.example',
  widget: 'program-list',
  options: { town: '999997', limit: '2' },
  words: '募集の一覧を見る',
  height: 90,
});
const forms = [div, link, frame].map((form) => form.replaceAll('http://server.example', '{{server}}')).join('');

/** Eric Meyer's reset (2.0, in the public domain; https://meyerweb.com/eric/tools/css/reset/): the rules that reach text. */
const meyer = `html,body,div,span,h1,h2,h3,h4,p,blockquote,pre,a,em,img,small,strong,b,u,i,dl,dt,dd,ol,ul,li,fieldset,form,
  label,legend,table,caption,tbody,tfoot,thead,tr,th,td,article,aside,details,figure,footer,header,nav,section,summary
  {margin:0;padding:0;border:0;font-size:100%;font:inherit;vertical-align:baseline}
  body{line-height:1} ol,ul{list-style:none} table{border-collapse:collapse;border-spacing:0}`;

const nasty = `*{letter-spacing:.4em !important;word-spacing:1em !important;line-height:3 !important;text-transform:uppercase !important;
  text-indent:3em !important;text-align:right !important;font-style:italic !important;font-weight:100 !important;
  white-space:pre !important;text-shadow:1px 1px red !important;word-break:break-all !important;box-sizing:content-box !important}
  a{color:inherit !important;text-decoration:none !important} button{display:none !important} ul{margin:40px !important}`;

export const hostilePages: Record<string, HostilePage> = {
  calm: { what: 'nothing in its way' },
  normalize: { what: 'normalize.css', head: sheet('normalize.css/normalize.css') },
  meyer: { what: 'Meyer’s reset', head: style(meyer) },
  reboot: { what: 'Bootstrap’s reboot', head: sheet('bootstrap/dist/css/bootstrap-reboot.css') },
  preflight: { what: 'Tailwind’s preflight', head: sheet('tailwindcss/preflight.css') },
  kiso: { what: 'kiso.css', head: sheet('kiso.css/kiso.css') },
  nasty: { what: 'a sheet that forces its text upon everything', head: style(nasty) },
  small: { what: 'a root of 62.5 %', head: style('html{font-size:62.5%} body{font-size:1.6rem}') },
  large: { what: 'text of 200 %', head: style('html{font-size:200%}') },
  rtl: { what: 'text from right to left', root: 'dir="rtl"' },
  dark: { what: 'a dark ground', head: style('html{color-scheme:dark} body{background:#111;color:#eee}') },
  strict: {
    what: 'a policy of nonces and of named trusted types',
    policy:
      "default-src 'none'; script-src 'nonce-town' 'strict-dynamic'; style-src 'self' {{server}}; connect-src 'self' {{server}}; img-src {{server}}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types town kankei",
  },
  forms: {
    what: 'a div, a link and a frame under a policy of nonces and of named trusted types',
    policy:
      "default-src 'none'; script-src 'nonce-town' 'strict-dynamic'; style-src 'self' {{server}}; connect-src 'self' {{server}}; img-src {{server}}; frame-src {{server}}; require-trusted-types-for 'script'; trusted-types town kankei",
    widget: forms,
  },
  'forms-nasty': {
    what: 'a div, a link and a frame under a sheet that forces its text upon everything',
    head: style(nasty),
    widget: forms,
  },
  'forms-jquery': {
    what: 'a div, a link and a frame beside jQuery with a plugin',
    head: jquery(3).join(''),
    widget: forms,
  },
  'refused-policy': {
    what: 'a policy of trusted types that does not name the widget’s',
    policy: "script-src 'self' 'unsafe-inline' {{server}}; require-trusted-types-for 'script'; trusted-types town",
    outcome: 'falls back',
    mayViolate: true,
  },
  opaque: { what: 'no origin of its own, as in a sandbox', sandbox: 'allow-scripts' },
  'no-storage': { what: 'storage that throws', head: script('/hosts/no-storage.js') },
  'no-script': { what: 'no JavaScript', sandbox: 'allow-same-origin', outcome: 'falls back' },
  'blocked-script': {
    what: 'scripts of others blocked',
    policy: "script-src 'self' 'unsafe-inline'",
    outcome: 'falls back',
    mayViolate: true,
  },
  'blocked-answers': {
    what: 'answers of others blocked',
    policy: "connect-src 'self'",
    head: script('/hosts/hurry.js'),
    outcome: 'falls back',
    mayViolate: true,
  },
  'jquery-1': { what: 'jQuery 1 with a plugin', head: jquery(1).join('') },
  'jquery-2': { what: 'jQuery 2 with a plugin', head: jquery(2).join('') },
  'jquery-3': { what: 'jQuery 3 with a plugin', head: jquery(3).join('') },
  prototype: { what: 'what prototype.js does to natives' },
  mootools: { what: 'what MooTools does to natives' },
  polyfill: {
    what: 'a polyfill in place of the browser’s custom elements',
    head: `<script>customElements.forcePolyfill = true</script>${script('/node_modules/@webcomponents/custom-elements/custom-elements.min.js')}`,
  },
  libraries: {
    what: 'other versions of lit, zod and ky',
    head: '<script type="module" src="/hosts/own-libraries.js"></script>',
  },
  translated: { what: 'its text translated', head: script('/hosts/translate.js') },
  many: {
    what: 'thirty widgets',
    widget: Array.from({ length: 30 }, (_, at) => list(`limit="${(at % 3) + 1}"`)).join(''),
  },
  slow: { what: 'an answer that is slow', ...answering('slow'), head: '', outcome: 'works' },
  failing: { what: 'a server that fails', ...answering('failing') },
  truncated: { what: 'half an answer', ...answering('truncated') },
  'wrong-type': { what: 'a page of a login in place of an answer', ...answering('wrong-type') },
  'wrong-shape': { what: 'an answer to something else', ...answering('wrong-shape') },
  huge: { what: 'an answer without measure', ...answering('huge') },
  'never-ending': { what: 'an answer that never ends', ...answering('never-ending') },
  silent: { what: 'a server that says nothing at all', ...answering('silent') },
};

/** The scripts that change natives, after what looks at the page and before it has looked. */
const after: Record<string, string> = {
  prototype: script('/hosts/like-prototype.js'),
  mootools: script('/hosts/like-mootools.js'),
};

/** The page's HTML. */
export function hostilePage(name: string): string | undefined {
  const page = hostilePages[name];
  if (!page) return undefined;
  const { root = '', head = '', policy, widget = list('limit="4"') } = page;
  const nonce = (html: string) => html.replaceAll('<script', '<script nonce="town"');
  return nonce(`<!doctype html>
<html lang="ja" ${root}>
  <head>
    <meta charset="utf-8">
    <meta name="server" content="{{server}}">
    <title>${name}</title>
    ${policy ? `<!-- policy: ${policy} -->` : ''}
    <script src="/hosts/watch.js"></script>
    ${head}
    <link rel="stylesheet" href="/hosts/town.css">
  </head>
  <body>
    <header data-own>
      <p>むすび野町</p>
      <nav><ul><li><a href="#a">くらし</a></li><li><a href="#b">町の<b>仕事</b></a></li></ul></nav>
    </header>
    <main>
      <h1 data-own>町に関わる</h1>
      <div class="box" data-own>箱</div><div class="box" data-own>ふたつめの箱には、もう少し長い文があります。</div>
      <form data-own><label>検索 <input name="q" value="田"></label> <button type="button">さがす</button></form>
      <table data-own><tr><th>電話</th><td>0000-00-0000</td></tr></table>
      ${name === 'libraries' ? '<town-note data-own></town-note>' : ''}
      <div id="widget">${widget}</div>
    </main>
    <footer data-own><p>〒000-0000 <small>むすび野町役場</small></p></footer>
    ${after[name] ?? ''}
    <script src="/hosts/town.js"></script>
  </body>
</html>`);
}
