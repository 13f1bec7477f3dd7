import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from '@web/dev-server-core';
import { build } from 'vite';
import { embedFolder } from '../../scripts/embed.ts';
import { examplesApp } from '../../scripts/examples.ts';
import { hostilePage } from './hostile-pages.ts';
import { placedPage } from './placements.ts';

const hosts = fileURLToPath(new URL('./hosts', import.meta.url));
/** Real event lists; not in everybody's clone. */
const shared = fileURLToPath(new URL('../../../shared/data/events', import.meta.url));
const layouts = '{base-registry-2022,hamamatsu-2026,municipal-standard-v2-excerpts}/*.csv';
const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** A script of a page that brings libraries of its own, as its bundler would write it. */
async function bundled(file: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, minify: false, target: 'es2022', rolldownOptions: { input: file } },
  });
  const [entry] = 'output' in made ? made.output : [];
  return entry && 'code' in entry ? entry.code : '';
}

/** Pages that are written as they are asked for, by their folder. */
const made: Record<string, (name: string) => string | undefined> = { hostile: hostilePage, placed: placedPage };

/** How a fan club without a server takes applications; `broken` is one whose words cannot be read. */
const deliveries: Record<string, object> = {
  mail: {},
  json: { delivery: { to: 'https://town.example/inbox', format: 'json' } },
  form: { delivery: { to: 'https://town.example/inbox', format: 'form' } },
  weak: { delivery: { to: 'https://town.example/inbox', format: 'json' } },
  page: { delivery: { form: 'https://form.example/apply', prefill: { tie: 'entry.1' } } },
  broken: { title: 42, questions: 'none' },
};

/** The example's `kankei.json`, with its fan club as `kind` says. */
function clubFile(kind: string): string {
  const file = JSON.parse(read(join(examples, 'fanclub-static-files'), 'kankei.json')!.toString());
  Object.assign(file.town.fanclub, deliveries[kind]);
  return JSON.stringify(file);
}

/** What a town without a server says of furusato nozei, beside what the example says. */
const profiles: Record<string, object> = {
  furusato: {},
  'furusato-flagged': { button: '返礼品が豪華！ポイント還元でお得', intro: '今ならおまけ付き' },
  'furusato-broken': { uses: 'none' },
  'furusato-weak': {},
};

/** The example's `kankei.json` with more about furusato nozei. */
function profileFile(kind: string): string {
  const file = JSON.parse(read(join(examples, 'furusato-static-files'), 'kankei.json')!.toString());
  Object.assign((file.town ?? file.towns[0]).furusato, profiles[kind]);
  return JSON.stringify(file);
}

/** Reads a file of a folder; a missing one is answered with 404 by the caller. */
function read(folder: string, path: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, path));
  } catch {
    return undefined;
  }
}

/**
 * Serves what stands for a town's own site, on another origin than the kankei server:
 * `/hosts/<name>.html` with `{{server}}` filled in and the policy of its `<!-- policy: … -->` line as a header,
 * `/hostile/<name>.html` the pages of `hostile-pages.ts` in the same way, `/placed/<name>.html` those of `placements.ts`,
 * `/examples/` the pages to copy, each with what notices errors on it,
 * `/town/files/` as a plain web server would: the static example with the built embed copied into it,
 * `/town/weak/` the same from one whose connection is lost for two seconds when the code of upkeep is asked for,
 * `/town/unopened/` the same from one that loses the code of an opened program,
 * `/town/held/` the same, which keeps the code that all elements stand on back from a request for `/town/held/hold` to one for `/town/held/release`,
 * `/town/club-<delivery>/` the static example of a fan club, its applications taken in one of the ways of `deliveries`;
 * `/town/club-weak/` loses what sends a form between a request for `/town/club-weak/cut` and one for `…/mend`,
 * `/town/furusato…/` the static example of furusato nozei, which says more, or what cannot be read, as `profiles` has it,
 * or whose connection is lost for two seconds when code for later is asked for,
 * and `/town/lists/` the real event lists where they are, named in its `index.json`.
 */
export function hostPages(server: string): Plugin {
  // A page whose code is to be slow finds it at another address each time: some browsers keep even what they must not.
  let visits = 0;
  let libraries: Promise<string> | undefined;
  const copied = examplesApp(server);
  let release = () => {};
  let held: Promise<void> | undefined;
  let isCut = false;
  const lost = new Map<string, number>();
  const isLost = (chunk: string) => {
    const since = lost.get(chunk) ?? Date.now();
    lost.set(chunk, since);
    return Date.now() - since < 2000;
  };
  return {
    name: 'kankei-host-pages',
    async serve(context) {
      if (context.path.startsWith('/examples/')) {
        const answer = await copied.request(context.path.slice('/examples'.length));
        if (answer.status !== 200) return undefined;
        const type = context.path.split('.').at(-1)!;
        if (!context.path.endsWith('/')) return { body: Buffer.from(await answer.arrayBuffer()) as never, type };
        const page = await answer.text();
        return { body: page.replace('<head>', '<head><script src="/hosts/watch.js"></script>'), type: 'html' };
      }
      if (context.path === '/hosts/own-libraries.js') {
        libraries ??= bundled(join(hosts, 'own-libraries.js'));
        return { body: await libraries, type: 'js' };
      }
      const [, folder = '', page = ''] = /^\/(hostile|placed)\/([\w-]+)\.html$/.exec(context.path) ?? [];
      if (folder || context.path.startsWith('/hosts/')) {
        const html = folder ? made[folder]!(page) : read(hosts, context.path.slice('/hosts/'.length))?.toString();
        if (html === undefined) return undefined;
        const body = html.replaceAll('{{server}}', server).replaceAll('{{visit}}', String(++visits));
        const policy = /<!-- policy: (.+) -->/.exec(body)?.[1];
        if (policy) context.set('content-security-policy', policy);
        return { body, type: context.path.split('.').at(-1)! };
      }
      const [, kind, path] = /^\/town\/(files|weak|unopened|held)(?:-\d+)?\/(.*)$/.exec(context.path) ?? [];
      if (path !== undefined) {
        if (
          (kind === 'weak' && path.includes('/upkeep-') && isLost('upkeep')) ||
          (kind === 'unopened' && path.includes('/opened-program-'))
        ) {
          context.respond = false;
          context.res.destroy();
          return undefined;
        }
        // What a browser has at hand comes at once.
        if (kind === 'held') context.set('cache-control', 'no-store');
        if (kind === 'held' && path === 'hold')
          held = new Promise((resolve) => {
            release = resolve;
          });
        if (kind === 'held' && path === 'release') release();
        if (kind === 'held' && /^(hold|release)$/.test(path)) return { body: 'done', type: 'txt' };
        if (kind === 'held' && path.includes('/base-')) await held;
        const body = path.startsWith('kankei/')
          ? read(embedFolder, path.slice('kankei/'.length))
          : read(join(examples, 'static-files'), path);
        const type = path.split('.').at(-1) ?? '';
        return body && { body: body as unknown as string, type };
      }
      const [, delivery = '', name = ''] = /^\/town\/club-(\w+)\/(.*)$/.exec(context.path) ?? [];
      if (delivery in deliveries) {
        if (name === 'kankei.json') return { body: clubFile(delivery), type: 'json' };
        if (name === 'cut' || name === 'mend') {
          isCut = name === 'cut';
          return { body: 'done', type: 'txt' };
        }
        if (isCut && name.includes('/form-sending-')) {
          context.respond = false;
          context.res.destroy();
          return undefined;
        }
        const body = name.startsWith('kankei/')
          ? read(embedFolder, name.slice('kankei/'.length))
          : read(join(examples, 'fanclub-static-files'), name);
        return body && { body: body as unknown as string, type: name.split('.').at(-1) ?? '' };
      }
      const [, profile = '', own = ''] = /^\/town\/(furusato[\w-]*)\/(.*)$/.exec(context.path) ?? [];
      if (profile in profiles) {
        if (own === 'kankei.json') return { body: profileFile(profile), type: 'json' };
        const [chunk] = (profile === 'furusato-weak' && /\/(more|estimate)-/.exec(own)) || [];
        if (chunk && isLost(chunk)) {
          context.respond = false;
          context.res.destroy();
          return undefined;
        }
        const body = own.startsWith('kankei/')
          ? read(embedFolder, own.slice('kankei/'.length))
          : read(join(examples, 'furusato-static-files'), own);
        return body && { body: body as unknown as string, type: own.split('.').at(-1) ?? '' };
      }
      if (context.path === '/town/lists/index.json')
        return { body: JSON.stringify(globSync(layouts, { cwd: shared }).sort()), type: 'json' };
      if (context.path.startsWith('/town/lists/')) {
        const body = read(shared, context.path.slice('/town/lists/'.length));
        return body && { body: body as unknown as string, type: 'csv' };
      }
      return undefined;
    },
  };
}
