// The ways in which pages of towns bring the script, with a widget in each of the three forms that stand in a page.

/** Where the script stands: in the head, before the widgets or after them. */
interface Placement {
  head?: string;
  before?: string;
  after?: string;
}

const src = '{{server}}/embed/v1/kankei.js';
const script = (attributes = '', address = src) => `<script type="module" ${attributes} src="${address}"></script>`;

/** What a tag manager does, once the page is there. */
const manager = `<script>
  addEventListener('DOMContentLoaded', () => {
    for (const name of ['v1', '1.0.0']) {
      const script = document.createElement('script');
      script.type = 'module';
      script.async = true;
      script.src = '{{server}}/embed/' + name + '/kankei.js';
      document.getElementsByTagName('script')[0].before(script);
    }
  });
</script>`;

/** Each by what it is. */
export const placements: Record<string, Placement> = {
  'async-in-head': { head: script('async') },
  'defer-in-head': { head: script('defer') },
  'async-before': { before: script('async') },
  'async-after': { after: script('async') },
  'defer-after': { after: script('defer') },
  'all-over': {
    head: script('async') + script('defer', '{{server}}/embed/1.0.0/kankei.js'),
    before: script(),
    after: script('async', '{{server}}/embed/1.0.0/kankei.js') + script(),
  },
  'tag-manager': { head: manager },
  'tag-manager-beside': { head: manager, after: script('defer') },
  written: { before: `<script>document.write('${script().replace('</', '<\\/')}')</script>` },
  imported: { after: `<script type="module">import '${src}';</script>` },
  'imported-later': { head: `<script>import('${src}')</script>` },
};

const town = 'town=999997&amp;limit=2';

/** The page's HTML; undefined for a name that is none. */
export function placedPage(name: string): string | undefined {
  const { head = '', before = '', after = '' } = placements[name] ?? {};
  if (!(name in placements)) return undefined;
  return `<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <title>${name}</title>
    <script src="/hosts/watch.js"></script>
    ${head}
  </head>
  <body>
    <h1>町に関わる</h1>
    ${before}
    <main>
      <kankei-program-list town="999997" limit="2"><a href="/programs">一覧</a></kankei-program-list>
      <div data-kankei="program-list" data-town="999997" data-limit="2"><a href="/programs">一覧</a></div>
      <p><a href="{{server}}/w/program-list?${town}">一覧</a></p>
    </main>
    ${after}
  </body>
</html>`;
}
