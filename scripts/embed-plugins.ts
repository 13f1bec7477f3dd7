// What the embed's build does beyond bundling: one file to begin with, and templates without the white space of the source.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { minify, type Plugin, transformWithOxc } from 'vite';

/**
 * Gives a file copies of its own of everything it imports. The entry would otherwise share modules with the code of the
 * tags in a chunk that both wait for: a round trip before the first request, the price of which is a few hundred bytes.
 * `own` sets the copies of one file apart from those of another.
 */
export function standaloneEntry(entry: string, own: `?${string}`): Plugin {
  return {
    name: 'kankei:standalone-entry',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer || options.kind === 'dynamic-import') return null;
      if (importer !== entry && !importer.endsWith(own)) return null;
      const found = await this.resolve(source, importer.replace(own, ''), { ...options, skipSelf: true });
      return found && { ...found, id: found.id + own };
    },
    async load(id) {
      if (!id.endsWith(own)) return null;
      return { code: await readFile(id.slice(0, -own.length), 'utf8'), moduleType: 'ts', moduleSideEffects: false };
    },
  };
}

/** Lays a file beside the entry, as it is. */
export function bring(file: string): Plugin {
  return {
    name: 'kankei:bring',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: basename(file), source: await readFile(file) });
    },
  };
}

/** Writes the build tool's own few bytes into the files that need them: as a file they cost a request of their own. */
export function inlineRuntime(): Plugin {
  return {
    name: 'kankei:inline-runtime',
    apply: 'build',
    generateBundle(_, bundle) {
      const [path, runtime] = Object.entries(bundle).find(([name]) => /rolldown-runtime-/.test(name)) ?? [];
      if (!path || runtime?.type !== 'chunk') return;
      const [, code, inner] = /^(.*)export\s*\{\s*(\w+)[\w\s]*\};\s*$/s.exec(runtime.code) ?? [];
      if (!code) throw new Error('the build tool exports more than one function');
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.imports.includes(path)) continue;
        chunk.imports = chunk.imports.filter((one) => one !== path);
        chunk.code = chunk.code.replace(
          /import\s*\{\s*(?:\w+ as )?(\w+)\s*\}\s*from\s*"[^"]*rolldown-runtime-[^"]*";/,
          (_, name: string) => `var ${name}=(()=>{${code}return ${inner}})();`,
        );
      }
      delete bundle[path];
    },
  };
}

/**
 * Lets the entry, and what it leaves to a file of its own, fetch the files that a tag's file imports beside that file: a
 * browser would learn of them only once it has read it, a round trip later.
 */
export function fetchTogether(): Plugin {
  return {
    name: 'kankei:fetch-together',
    apply: 'build',
    generateBundle(_, bundle) {
      const reach = (path: string, seen = new Set<string>()): Set<string> => {
        const file = bundle[path];
        if (file?.type !== 'chunk' || seen.has(path)) return seen;
        seen.add(path);
        // What is drawn second is asked for as soon as what is drawn first is there.
        const second = file.dynamicImports.filter((one) => /\/second-/.test(one));
        for (const one of [...file.imports, ...second]) reach(one, seen);
        return seen;
      };
      for (const name of Object.keys(bundle)) {
        const chunk = bundle[name]!;
        if (chunk.type !== 'chunk' || !(chunk.isEntry || chunk.name === 'other-tags')) continue;
        const found = /(\bimport\([`"']\.\/([^`"']+)[`"']\))(?:\.then\(e=>e\.(\w+)\))?/g;
        chunk.code = chunk.code.replace(found, (all, own: string, path: string, name?: string) => {
          const beside = [...reach(path)].filter((one) => one !== path).map((one) => `import(\`./${one}\`)`);
          const rest = name ? `.${name}` : '';
          return beside.length ? `Promise.all([${[own, ...beside].join()}]).then(([e])=>e${rest})` : all;
        });
      }
    },
  };
}

/**
 * Names every later file with one hash of them all. What changes one nearly always changes the others, which name it;
 * and in the entry, which names many, a hash that was there before weighs nothing.
 */
export function oneHash(): Plugin {
  const hashed = /-[\w-]{8}\.js$/;
  return {
    name: 'kankei:one-hash',
    apply: 'build',
    generateBundle(_, bundle) {
      const paths = Object.keys(bundle).filter((path) => hashed.test(path));
      const all = createHash('sha256').update(paths.sort().join()).digest('hex').slice(0, 8);
      const names = new Map<string, string>();
      for (const path of paths) {
        const name = path.replace(hashed, `-${all}.js`);
        // Two of the same name keep what tells them apart.
        if (![...names.values()].includes(name)) names.set(path, name);
      }
      const renamed = (path: string) => names.get(path) ?? path;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [path, name] of names) chunk.code = chunk.code.replaceAll(basename(path), basename(name));
        chunk.fileName = renamed(chunk.fileName);
        chunk.imports = chunk.imports.map(renamed);
        chunk.dynamicImports = chunk.dynamicImports.map(renamed);
      }
    },
  };
}

/**
 * Names the one policy of trusted types that templates need `kankei`: a site that lists the policies it allows can tell
 * it from those of its own Lit, which would have the same name.
 */
export function ownPolicyName(): Plugin {
  return {
    name: 'kankei:own-policy-name',
    apply: 'build',
    transform(code, id) {
      if (!/\/lit-html\/lit-html\.js$/.test(id)) return null;
      if (!code.includes('createPolicy("lit-html"')) throw new Error('Lit names its policy in another way');
      return { code: code.replace('createPolicy("lit-html"', 'createPolicy("kankei"'), map: null };
    },
  };
}

/**
 * Writes the entry in syntax that every browser with modules and `import()` reads: one that is too old for the rest keeps
 * what its page shows, and meets no error.
 */
export function oldSyntax(entry: string): Plugin {
  const target = 'es2019';
  return {
    name: 'kankei:old-syntax',
    apply: 'build',
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || chunk.facadeModuleId !== entry) continue;
        const { code } = await transformWithOxc(chunk.code, chunk.fileName, { target, sourcemap: false });
        const options = { module: true, compress: { target }, mangle: { toplevel: true } } as const;
        chunk.code = (await minify(chunk.fileName, code, options)).code;
      }
    },
  };
}

/**
 * Says of files, by their names, that all of them is called at once: Chrome then compiles them whole while they arrive,
 * beside the page's own work, where it would else read each function twice.
 */
export function compiledAtOnce(names: RegExp): Plugin {
  return {
    name: 'kankei:compiled-at-once',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && names.test(chunk.name))
          chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
    },
  };
}

/** Leaves out of `css` templates what means nothing, and writes every run of white space in `html` templates as one space. */
export function minifyTemplates(folder: string): Plugin {
  return {
    name: 'kankei:minify-templates',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!id.startsWith(folder)) return null;
      const templates = nodesIn(this.parse(code)).filter(({ type }) => type === 'TaggedTemplateExpression');
      const texts = (name: string) =>
        templates.flatMap(({ tag, quasi }) => (tag?.name === name && quasi ? quasi.quasis : []));
      const css = new Set(texts('css'));
      const short = replace(code, [...css, ...texts('html')], (node, text) =>
        css.has(node) ? shortCss(text) : text.replace(/\s+/g, ' '),
      );
      return { code: short, map: null };
    },
  };
}

/** Leaves the titles of problems, which only developers read, out of what visitors load. */
export function untitledProblems(file: string): Plugin {
  return {
    name: 'kankei:untitled-problems',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      return id === file ? { code: code.replace(/\[(\d+), '[^']*'\]/g, '[$1]'), map: null } : null;
    },
  };
}

/** Without comments and without the white space that means nothing; what stands in quotes stays. */
function shortCss(css: string): string {
  return css
    .split(/('[^']*'|"[^"]*")/)
    .map((part, index) =>
      index % 2
        ? part
        : part
            .replace(/\/\*.*?\*\//gs, '')
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/: /g, ':')
            .replace(/;\}/g, '}'),
    )
    .join('')
    .trim();
}

/**
 * Writes private members of classes as plain ones with short names: for the oldest of our browsers each would become a
 * WeakMap and every use a call, and what is private was checked with the types. Left alone are modules that ask whether
 * an object has a private member, and those with a class that extends another, which may use the same short names.
 */
export function plainPrivateMembers(): Plugin {
  return {
    name: 'kankei:plain-private-members',
    apply: 'build',
    enforce: 'post',
    transform(code) {
      if (!/#[A-Za-z_]/.test(code)) return null;
      const nodes = nodesIn(this.parse(code));
      const members = nodes.filter(({ type }) => type === 'PrivateIdentifier');
      const isOdd = (node: SyntaxNode) => node.superClass || members.includes(node.left as SyntaxNode);
      if (!members.length || nodes.some(isOdd)) return null;
      const names = [...new Set(members.map(({ name }) => name))];
      return { code: replace(code, members, ({ name }) => `$${names.indexOf(name).toString(36)}`), map: null };
    },
  };
}

interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  name?: string;
  tag?: SyntaxNode;
  quasi?: { quasis: SyntaxNode[] };
  superClass?: SyntaxNode | null;
  left?: SyntaxNode;
}

/** Every node of a syntax tree. */
function nodesIn(tree: unknown): SyntaxNode[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const below = Object.values(tree).flatMap(nodesIn);
  return 'type' in tree ? [tree as SyntaxNode, ...below] : below;
}

/** The code with each of these nodes written anew. */
function replace(code: string, nodes: SyntaxNode[], write: (node: SyntaxNode, text: string) => string): string {
  return nodes
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (rest, node) => rest.slice(0, node.start) + write(node, rest.slice(node.start, node.end)) + rest.slice(node.end),
      code,
    );
}

/** Our decorators declare properties and give nothing back: the build tool's helper serves every kind there is. */
export function plainDecorators(): Plugin {
  return {
    name: 'kankei:plain-decorators',
    apply: 'build',
    transform(_, id) {
      if (!/@oxc-project.*\/helpers\/esm\/decorate\.js$/.test(id)) return null;
      const code =
        'export default (decorators, prototype, name) => { for (const declare of decorators) declare(prototype, name); };';
      return { code, map: null };
    },
  };
}
