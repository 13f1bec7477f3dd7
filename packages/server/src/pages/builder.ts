import { embedSnippets } from '@kankei/core';
import { builderWords } from './builder-words.ts';
import { type PageOptions, pageAddress, pageDocument, type TownName } from './layout.ts';
import { type Markup, markup } from './markup.ts';
import { readLanguage, words } from './words.ts';

/**
 * The content security policy of the builder: everything from our own origin, nothing inline; hosted pages of ours in
 * its frame.
 */
export function builderPolicy(publicUrl: string): string {
  const own = `'self' ${new URL(publicUrl).origin}`;
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    `img-src ${own}`,
    `connect-src ${own}`,
    `frame-src ${own}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

export interface BuilderPageOptions extends PageOptions {
  /** The town to begin with; the lines that need no script are its own. Undefined where the server has none. */
  town: TownName | undefined;
}

/** The page that makes snippets. Its script takes the place of all in `#builder`. */
export function builderPage({ towns, town, publicUrl, lang }: BuilderPageOptions): Markup {
  const language = readLanguage(lang);
  const say = builderWords[language];
  const known = JSON.stringify(towns.map(({ code, name }) => ({ code, name })));
  return pageDocument(
    language,
    say.title,
    markup`<script type="module" src="embed/v1/builder.js"></script>`,
    markup`<div class="page">
    <nav class="breadcrumb" aria-label="${words[language].breadcrumb}">
      <ol><li><a href="./${town ? pageAddress(town.code, language) : ''}">${say.sample}</a></li><li aria-current="page">${say.title}</li></ol>
    </nav>
    <main id="main" tabindex="-1">
      <div id="builder" data-base="${publicUrl}" data-towns="${known}" data-town="${town?.code ?? ''}">
        <h1>${say.title}</h1>
        <p class="lead">${say.lead}</p>
        <noscript><p>${say.noScript}</p></noscript>
        ${town ? plainLines(town, publicUrl, language) : ''}
      </div>
    </main>
  </div>`,
  );
}

/** The list of programs in its four forms, to be copied by hand. */
function plainLines(town: TownName, publicUrl: string, language: 'ja' | 'en'): Markup {
  const say = builderWords[language];
  const { script, ...snippets } = embedSnippets({
    base: publicUrl,
    widget: 'program-list',
    options: { town: town.code },
    words: say.link(town.name),
  });
  const needsScript = { element: true, div: true, link: false, frame: false };
  return markup`<noscript>
          <h2>${say.programs}：${say.town(town.name, town.code)}</h2>
          ${(['element', 'div', 'link', 'frame'] as const).map(
            (form) => markup`<h3>${say.forms[form]}</h3>
          <pre><code translate="no">${needsScript[form] ? `${script}\n` : ''}${snippets[form]}</code></pre>`,
          )}
        </noscript>`;
}
