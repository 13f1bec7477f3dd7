/**
 * Gives texts their nodes back where a translation of the page has put `<font>` in their place. What is drawn anew goes
 * to the text node that Lit knows by its place, and into a `<font>` it would go unseen. Words that stay the same stay
 * translated.
 */
export function mendTexts(root: ParentNode): void {
  for (const font of root.querySelectorAll('font')) font.replaceWith(font.textContent ?? '');
}
