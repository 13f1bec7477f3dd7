import type { Town } from '@kankei/core';
import { raw } from 'hono/html';
import { type Markup, markup } from './markup.ts';
import { type Snippet, snippet, snippetToCopy } from './snippet.ts';
import type { Words } from './words.ts';

interface Options {
  town: Town;
  publicUrl: string;
  say: Words;
}

const lines = ({ town, publicUrl, say }: Options): Snippet => ({
  town,
  publicUrl,
  widget: 'furusato-link',
  words: say.furusato(town.name),
});

/** The widget, by these very lines. */
export function furusatoSection(options: Options): Markup {
  const { say, town } = options;
  return markup`<section id="furusato" aria-label="${say.furusato(town.name)}">
      ${raw(snippet(lines(options)))}
    </section>`;
}

/** What a webmaster copies. */
export function furusatoTools(options: Options): Markup {
  const { say } = options;
  return markup`<section aria-labelledby="paste-furusato">
          <h3 id="paste-furusato">${say.furusatoSnippet}</h3>
          ${snippetToCopy(lines(options), 'furusato-snippet', say)}
        </section>`;
}
