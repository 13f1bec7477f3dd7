/**
 * The text of a cell, both ways. `readText` turns what publishers write, with tags, entities, tabs and stray controls,
 * into plain text; `writeText` writes plain text so that `readText` gives it back to the letter and no spreadsheet
 * takes it for a formula.
 */

/** Named references seen in cells that were cut out of web pages; the rest of HTML's two thousand stay as written. */
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  thinsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  times: '×',
  divide: '÷',
  plusmn: '±',
  minus: '−',
  deg: '°',
  yen: '¥',
  copy: '©',
  reg: '®',
  trade: '™',
  rarr: '→',
  larr: '←',
  uarr: '↑',
  darr: '↓',
};
const named = new RegExp(`&(${Object.keys(entities).join('|')});`, 'g');
const numeric = /&#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}));/g;

/**
 * Names of HTML only: `<全3回>` and `<好き>` are how Japanese titles set words off. Single letters only in lower case:
 * `<A>` is a class.
 */
const attributes = '(?:\\s[^<>]*)?/?>';
const words =
  'abbr|big|center|cite|code|del|em|figure|font|iframe|img|input|ins|label|mark|o:p|rp|rt|ruby|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|wbr';
const lines =
  'address|article|blockquote|br|caption|dd|div|dl|dt|figcaption|footer|form|h[1-6]|header|hr|li|main|nav|ol|pre|section|tr|ul';
const tags: [pattern: RegExp, replacement: string][] = [
  [/<(script|style)(?:\s[^<>]*)?>[\s\S]{0,2000}?<\/\1>|<!--[\s\S]{0,2000}?-->/gi, ''],
  [new RegExp(`</?(?:${lines})${attributes}`, 'gi'), '\n'],
  [new RegExp(`</?p${attributes}`, 'g'), '\n'],
  [new RegExp(`</?(?:${words})${attributes}`, 'gi'), ''],
  [new RegExp(`</?[abisu]${attributes}`, 'g'), ''],
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: naming the control characters is the point
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** What spreadsheets may take for the beginning of a formula, wide forms too, after any number of our guards. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** What people type to say that a cell is empty on purpose. */
const placeholder = /^[-‐‑–—―−－ーｰ・*＊]+$/;

function decode(text: string): string {
  return text.replace(named, (_, name: string) => entities[name]!);
}

function toCharacter(whole: string, decimal: string | undefined, hexadecimal: string): string {
  const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return whole;
  return String.fromCodePoint(point).replace(controls, '').replace('\r', '');
}

const trimLines = (text: string) => text.split('\n').map((line) => line.trim());

function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  const plain = tags.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
  return plain === text
    ? text
    : trimLines(plain)
        .join('\n')
        .replace(/\n{3,}/g, '\n\n');
}

/**
 * Plain text of a cell; empty when it says nothing. `line`: line breaks become spaces.
 * Numeric references are turned last and left alone, so that `writeText` can write any character with them.
 */
export function readText(cell: string, { line = false } = {}): string {
  if (!cell) return '';
  const unguarded = cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
  const decoded = unguarded.includes('&') ? decode(decode(unguarded)) : unguarded;
  const plain = withoutTags(decoded.replace(/\r\n?/g, '\n')).replace(/\t/g, ' ').replace(controls, '').trim();
  if (placeholder.test(plain)) return '';
  const text = line && plain.includes('\n') ? trimLines(plain).filter(Boolean).join(' ') : plain;
  return text.includes('&#') ? text.replace(numeric, toCharacter) : text;
}

const reference = (character: string) => `&#${character.codePointAt(0)};`;
const never = /(?!)/;
const anything = /[\s\S]/;

/**
 * A cell that `readText` reads back as `text`. It stands as it is whenever it can; `also` names characters that must
 * not stand as they are.
 */
export function writeText(text: string, { line = false, also = never } = {}): string {
  for (const special of [never, /[&<]/, /[&<\s]/, anything]) {
    const cell = [...text].map((one) => (special.test(one) || also.test(one) ? reference(one) : one)).join('');
    const guarded = formula.test(cell) ? `'${cell}` : cell;
    if (readText(guarded, { line }) === text) return guarded;
  }
  throw new Error('a text of numeric references reads back as itself');
}
