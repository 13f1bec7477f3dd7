/** The forms of a widget on a page, as `EmbedSnippets` has them, each needing more of a CMS than the ones after it. */
export const embedForms = ['element', 'frame', 'div', 'link'] as const;
export type EmbedForm = (typeof embedForms)[number];

/** What a kind of CMS does to lines that are pasted into it. */
export interface EmbedAdvice {
  /** What is spoken of: a CMS, or what many are made with. */
  system: 'html' | 'wordpress' | 'dompurify' | 'sanitize-html' | 'markdown';
  /** The forms that come through as they were pasted, the best first. Of another, what is left is the link in it. */
  keeps: readonly EmbedForm[];
  /** Whether the script comes through as well; else it goes into the template of the site, once. */
  keepsScript: boolean;
  /** Whether a link is written by the system's own means (in Markdown, in a dialog) to the address of the hosted page. */
  ownLinks: boolean;
}

/**
 * Which form to paste where, as each system's usual settings have it. A frame is removed by all that clean up what is
 * pasted; where one may be placed by other means (a block, a list of allowed hosts), it does not need the script.
 */
export const embedAdvice: readonly EmbedAdvice[] = [
  // A field that takes HTML as it is.
  { system: 'html', keeps: embedForms, keepsScript: true, ownLinks: false },
  // For editors who lack `unfiltered_html`; $allowedposttags in wp-includes/kses.php knows data-* since WordPress 5.0.
  { system: 'wordpress', keeps: ['div', 'link'], keepsScript: false, ownLinks: false },
  { system: 'dompurify', keeps: ['div', 'link'], keepsScript: false, ownLinks: false },
  { system: 'sanitize-html', keeps: ['link'], keepsScript: false, ownLinks: false },
  // With HTML off.
  { system: 'markdown', keeps: ['link'], keepsScript: false, ownLinks: true },
];

/** A link in Markdown: to the `address` of `EmbedSnippets`, with the words that stand where the widget cannot. */
export function markdownLink({ words, address }: { words: string; address: string }): string {
  // On one line, and nothing in it a mark of Markdown's.
  const plain = words.replace(/\s+/gu, ' ').trim();
  return `[${plain.replace(/[!-/:-@[-`{-~]/g, '\\$&')}](<${address.replace(/[<>\\]/g, encodeURIComponent)}>)`;
}
