// Builds what hosted pages load, and the hosted pages of a folder of files: `w/program-list.html` and its like.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTarget } from './build-target.ts';
import { root } from './run.ts';
import { readTags } from './tags.ts';

const source = join(root, 'packages/elements/src/hosted');

/** The titles of the pages, which are there before anything is known of a town. */
const titles: Record<string, string> = {
  'kankei-program-list': '参加できること',
  'kankei-matching-form': 'あなたに合うものを探す',
  'kankei-furusato-link': 'ふるさと納税',
  'kankei-fanclub-signup': 'ファンクラブ',
  'kankei-member-card': '会員証',
  'kankei-card-check': '会員証の確認',
};

/** Writes `hosted.js` and a page for every public tag into the folder of the built embed. */
export async function buildHosted(outDir: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      target: buildTarget,
      // By itself: a page must know its options before the embed looks for tags, with no other file to wait for.
      lib: { entry: { hosted: join(source, 'entry.ts') }, formats: ['es'] },
      rolldownOptions: { output: { minify: true, comments: false } },
    },
  });
  mkdirSync(join(outDir, 'w'), { recursive: true });
  cpSync(join(source, 'hosted.css'), join(outDir, 'w/hosted.css'));
  const page = readFileSync(join(source, 'hosted.html'), 'utf8');
  for (const { tag, title, options } of publicTags()) {
    const filled = page
      .replaceAll('kankei-widget', tag)
      .replaceAll('WIDGET_TITLE', title)
      .replaceAll('WIDGET_OPTIONS', options);
    writeFileSync(join(outDir, `w/${tag.replace('kankei-', '')}.html`), filled);
  }
}

/** The tags, the titles of their pages, and the options they take. */
function publicTags(): { tag: string; title: string; options: string }[] {
  return readTags().map(({ tagName: tag, attributes = [] }) => {
    const title = titles[tag];
    if (title === undefined) throw new Error(`<${tag}> has no title for its hosted page`);
    const options = [...new Set(['lang', 'accent', ...attributes.map(({ name }) => name)])].join(' ');
    return { tag, title, options };
  });
}
