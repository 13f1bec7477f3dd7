// What the embed's build does beyond bundling: one file to begin with, and templates without the white space of the source.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/**
 * Gives the entry copies of its own of everything it imports. It would otherwise share modules with the code of the
 * tags in a chunk that both wait for: a round trip before the first request, the price of which is a few hundred bytes.
 */
export function standaloneEntry(entry: string): Plugin {
  const own = '?entry';
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

/** Leaves out of `css` templates what means nothing, and writes every run of white space in `html` templates as one space. */
export function minifyTemplates(folder: string): Plugin {
  return {
    name: 'kankei:minify-templates',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!id.startsWith(folder)) return null;
      let short = code;
      // From the end, so that what is still to be replaced stays where it is.
      for (const { tag, start, end, text } of textsIn(this.parse(code)).sort((a, b) => b.start - a.start))
        short = short.slice(0, start) + (tag === 'css' ? shortCss(text) : text.replace(/\s+/g, ' ')) + short.slice(end);
      return { code: short, map: null };
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

interface TemplateText {
  tag: 'html' | 'css';
  start: number;
  end: number;
  text: string;
}

interface SyntaxNode {
  type?: string;
  tag?: { name?: string };
  quasi?: { quasis: { start: number; end: number; value: { raw: string } }[] };
}

/** The texts of every `html` and `css` template below a node of a syntax tree. */
function textsIn(node: unknown): TemplateText[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, tag, quasi } = node as SyntaxNode;
  const name = type === 'TaggedTemplateExpression' && tag?.name;
  const own =
    quasi && (name === 'html' || name === 'css')
      ? quasi.quasis.map(({ start, end, value }) => ({ tag: name, start, end, text: value.raw }) as const)
      : [];
  return [...own, ...Object.values(node).flatMap(textsIn)];
}
