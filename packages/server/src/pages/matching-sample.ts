import type { Town } from '@kankei/core';
import { raw } from 'hono/html';
import { type Markup, markup } from './markup.ts';
import type { Words } from './words.ts';

interface Options {
  town: Town;
  publicUrl: string;
  say: Words;
}

/** The lines that put questions and suggestions on a page. */
export function matchingSnippet({ town, publicUrl, say }: Options): string {
  return String(markup`<script type="module" src="${publicUrl}/embed/v1/kankei.js"></script>
<kankei-matching-form town="${town.code}">
  <a href="${town.programsUrl ?? `${publicUrl}/?town=${town.code}#programs`}">${say.fallback(town.name)}</a>
</kankei-matching-form>`);
}

/** The widget, by these very lines. */
export function matchingSection(options: Options): Markup {
  return markup`<section id="matching" aria-label="${options.say.matching}">
      ${raw(matchingSnippet(options))}
    </section>`;
}

/** What a webmaster copies. */
export function matchingTools(options: Options): Markup {
  const { say } = options;
  return markup`<section aria-labelledby="paste-matching">
          <h3 id="paste-matching">${say.matchingSnippet}</h3>
          <p>${say.snippetHelp}</p>
          <pre><code id="matching-snippet" translate="no">${matchingSnippet(options)}</code></pre>
          <button type="button" hidden data-copy="matching-snippet" data-done="${say.copied}" data-failed="${say.copyFailed}">${say.copy}</button>
          <p class="said" role="status"></p>
        </section>`;
}
