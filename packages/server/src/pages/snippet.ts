import { embedSnippets, type Town } from '@kankei/core';
import { type Markup, markup } from './markup.ts';
import type { Words } from './words.ts';

/** A widget as a page of ours shows it and a webmaster pastes it: the same lines. */
export interface Snippet {
  town: Town;
  publicUrl: string;
  /** A public tag without `kankei-`. */
  widget: string;
  /** Its attributes beside the town. */
  options?: Readonly<Record<string, string>>;
  /** The words of the link to the hosted page. */
  words: string;
}

/** The lines a webmaster pastes. */
export function snippet({ town, publicUrl, widget, options, words }: Snippet): string {
  const { script, element } = embedSnippets({
    base: publicUrl,
    widget,
    options: { ...options, town: town.code },
    words,
  });
  return `${script}\n${element}`;
}

/** The same lines to read, with a button that copies them; `id` is theirs. */
export function snippetToCopy(lines: Snippet, id: string, say: Words): Markup {
  return markup`<p>${say.snippetHelp}</p>
          <pre><code id="${id}" translate="no">${snippet(lines)}</code></pre>
          <button type="button" hidden data-copy="${id}" data-done="${say.copied}" data-failed="${say.copyFailed}">${say.copy}</button>
          <p class="said" role="status"></p>`;
}
