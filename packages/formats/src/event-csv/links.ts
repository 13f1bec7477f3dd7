import { program } from '@kankei/core';
import * as z from 'zod/mini';
import type { Field } from './layout.ts';
import type { ImportProblemCode } from './reasons.ts';
import type { Row } from './row.ts';
import { isNothing } from './words.ts';

/** What became of a cell that should hold an address: the link, what else the cell says, what is wrong with it. */
interface Link {
  url?: string;
  rest?: string;
  problem?: ImportProblemCode;
}

/** Room for two of the longest addresses the contract takes. */
const longestLink = 4000;
const isWebUrl = (text: string) => z.safeParse(program.shape.url, text).success;
const looksLikeHost = /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:jp|com|net|org|info|biz|tokyo|town)(?:[/:?#]|$))/i;
const looksLikePath =
  /^(?:\.{0,2}\/|\?)\S*$|^[\w%~.-]+\/[\w%~./-]*(?:[?#]\S*)?$|^[\w%~.-]+\.(?:html?|php|aspx?|pdf|jpe?g|png)(?:[?#]\S*)?$/i;

/** Reads one address. What is not surely one is kept as text rather than resolved into a link that leads nowhere. */
function readLink(text: string, base: string | undefined): Link {
  if (text.length > longestLink) return { problem: 'url', rest: text };
  const written = text.normalize('NFKC');
  const [first = '', ...others] = written.split(/[\s、,]+(?=https?:)/);
  if (!/\s/.test(text) && isWebUrl(text)) return { url: text };
  if (isWebUrl(first) && !first.includes('\n')) {
    const url = /\s/.test(first) ? new URL(first).href : first;
    return others.length ? { url, rest: others.join('\n'), problem: 'url' } : { url };
  }
  if (written.startsWith('//') || looksLikeHost.test(written)) {
    const url = `https://${written.replace(/^\/\//, '')}`;
    if (!/\s/.test(url) && isWebUrl(url)) return { url, problem: 'url-scheme' };
  }
  if (!looksLikePath.test(written)) return { problem: 'url', ...(!isNothing(text) && { rest: text }) };
  const url = base && URL.canParse(written, base) ? new URL(written, base).href : '';
  return isWebUrl(url) ? { url } : { problem: 'relative-url', rest: text };
}

/** A field's address. What is wrong with it is reported, and what the cell says beyond it is set aside. */
export function takeLink(row: Row, field: Field, base: string | undefined): string | undefined {
  const text = row.text(field);
  if (!text) return undefined;
  const { url, rest, problem } = readLink(text, base);
  if (rest) row.setAside(field, problem, rest);
  else if (problem) row.report(problem, field);
  return url;
}
