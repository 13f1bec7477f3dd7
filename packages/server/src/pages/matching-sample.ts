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
  widget: 'matching-form',
  words: say.matchingLink(town.name),
});

/** The same for residents who need help. */
const hostLines = ({ town, publicUrl, say }: Options): Snippet => ({
  town,
  publicUrl,
  widget: 'matching-form',
  options: { side: 'host' },
  words: say.hostLink(town.name),
});

/** The widget, by these very lines. */
export function matchingSection(options: Options): Markup {
  return markup`<section id="matching" aria-label="${options.say.matching}">
      ${raw(snippet(lines(options)))}
    </section>`;
}

export function hostSection(options: Options): Markup {
  const { say } = options;
  return markup`<section id="need" aria-labelledby="for-residents">
      <h2 id="for-residents">${say.forResidents}</h2>
      ${raw(snippet(hostLines(options)))}
    </section>`;
}

/** What a webmaster copies. */
export function matchingTools(options: Options): Markup {
  const { say } = options;
  return markup`<section aria-labelledby="paste-matching">
          <h3 id="paste-matching">${say.matchingSnippet}</h3>
          ${snippetToCopy(lines(options), 'matching-snippet', say)}
        </section>`;
}

export function hostTools(options: Options): Markup {
  const { say } = options;
  return markup`<section aria-labelledby="paste-need">
          <h3 id="paste-need">${say.hostSnippet}</h3>
          ${snippetToCopy(hostLines(options), 'need-snippet', say)}
        </section>`;
}
