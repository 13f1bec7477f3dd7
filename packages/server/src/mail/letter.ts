import { type Markup, markup } from '../pages/markup.ts';

/** A part of a letter: a paragraph, the one thing to press, or what is worth knowing at a glance. */
export type Part = string | { press: string; url: string } | { facts: [name: string, value: string][] };

export interface Letter {
  language: string;
  subject: string;
  parts: Part[];
  /** Who writes and whom to ask, line by line. */
  foot: string[];
  /**
   * The last line of the foot, when the reader can stop such mails: where one press ends them, by a POST to it too (RFC
   * 8058). `https:`, or `http:` while developing.
   */
  unsubscribe?: { label: string; url: string } | undefined;
}

/** The letter as plain text. */
export function letterText({ language, parts, foot, unsubscribe }: Letter): string {
  const end = unsubscribe ? [...foot, `${unsubscribe.label}\n${unsubscribe.url}`] : foot;
  return tidy(`${parts.map((part) => partText(part, language)).join('\n\n')}\n\n-- \n${end.join('\n')}\n`);
}

function partText(part: Part, language: string): string {
  if (typeof part === 'string') return part;
  if ('press' in part) return `${part.press}\n${part.url}`;
  const colon = language === 'ja' ? '：' : ': ';
  return part.facts.map(([name, value]) => `${name}${/[?？]$/.test(name) ? ' ' : colon}${value}`).join('\n');
}

/** In a sheet, not on the elements: where a mail reader drops it, a plain letter is left. */
const sheet = `:root{color-scheme:light dark}
body{margin:0;padding:24px;font:16px/1.75 sans-serif;overflow-wrap:anywhere}
main,footer{max-width:600px;margin:0 auto}
p{margin:0 0 16px}
a{color:inherit}
.press{display:inline-block;padding:12px 24px;border-radius:8px;background:#1b5e46;color:#fff;font-weight:bold}
.fact{font-size:20px;font-weight:bold}
.small{font-size:14px}
footer{margin-top:32px;padding-top:16px;border-top:1px solid #999;font-size:14px}`;

/** The letter as HTML that says the same; everything in it escaped. */
export function letterHtml({ language, subject, parts, foot, unsubscribe }: Letter): string {
  const page = markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${subject}</title>
<style>${sheet}</style>
</head>
<body>
<main>
${parts.map(partHtml)}</main>
<footer>
<p>${linesHtml(foot)}</p>
${unsubscribe ? markup`<p><a href="${unsubscribe.url}">${unsubscribe.label}</a></p>\n` : ''}</footer>
</body>
</html>
`;
  return tidy(String(page));
}

/**
 * Halves of characters are replaced, line breaks of every system become one kind; other control characters, which no
 * reader shows, are left out.
 */
function tidy(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '');
}

/** The address stands below what is pressed, to be read and to be copied. */
function partHtml(part: Part): Markup {
  if (typeof part === 'string') return markup`<p>${linesHtml(part.split(/\r\n?|\n/))}</p>\n`;
  if ('press' in part)
    return markup`<p><a class="press" href="${part.url}">${part.press}</a></p>\n<p class="small">${part.url}</p>\n`;
  return markup`${part.facts.map(([name, value]) => markup`<p>${name}<br><span class="fact">${value}</span></p>\n`)}`;
}

const linesHtml = (lines: readonly string[]): Markup[] =>
  lines.map((line, index) => markup`${index ? markup`<br>\n` : ''}${line}`);
