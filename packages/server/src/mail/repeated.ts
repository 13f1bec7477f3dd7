const longest = 200;

/**
 * What somebody typed, as a mail repeats it, else `elsewhere`. Anybody can have such a mail sent to anybody: it must not
 * carry somebody's advertising, so nothing in it leads anywhere, and nothing in it is long.
 */
export function repeated(text: string, elsewhere: string): string {
  if (/:\/\/|www\.|[\p{L}\p{N}]\.[\p{L}]{2}|@/iu.test(text.normalize('NFKC'))) return elsewhere;
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : characters.join('');
}
