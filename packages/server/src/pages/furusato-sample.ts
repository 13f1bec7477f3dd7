import type { Town } from '@kankei/core';
import { raw } from 'hono/html';
import { type Markup, markup } from './markup.ts';
import type { Words } from './words.ts';

interface Options {
  town: Town;
  publicUrl: string;
  say: Words;
}

/** The lines that put a town's furusato nozei on a page. */
export function furusatoSnippet({ town, publicUrl, say }: Options): string {
  return String(markup`<script type="module" src="${publicUrl}/embed/v1/kankei.js"></script>
<kankei-furusato-link town="${town.code}">
  <a href="${town.url ?? `${publicUrl}/?town=${town.code}#furusato`}">${say.furusato(town.name)}</a>
</kankei-furusato-link>`);
}

/** The widget, by these very lines. */
export function furusatoSection(options: Options): Markup {
  const { say, town } = options;
  return markup`<section id="furusato" aria-label="${say.furusato(town.name)}">
      ${raw(furusatoSnippet(options))}
    </section>`;
}

/** What a webmaster copies. */
export function furusatoTools(options: Options): Markup {
  const { say } = options;
  return markup`<section aria-labelledby="paste-furusato">
          <h3 id="paste-furusato">${say.furusatoSnippet}</h3>
          <p>${say.snippetHelp}</p>
          <pre><code id="furusato-snippet" translate="no">${furusatoSnippet(options)}</code></pre>
          <button type="button" hidden data-copy="furusato-snippet" data-done="${say.copied}" data-failed="${say.copyFailed}">${say.copy}</button>
          <p class="said" role="status"></p>
        </section>`;
}
