import { inLanguage, type Town } from '@kankei/core';
import type { Context } from 'hono';
import type { Club } from '../members/club.ts';
import { pageDocument, townMark } from './layout.ts';
import { type Markup, markup } from './markup.ts';
import { type Language, readLanguage, words } from './words.ts';

/**
 * The content security policy of pages about one person: our own origin, nothing inline, in nobody's frame. `blob:` and
 * `data:` are the card as a picture, made on the page.
 */
export function personPolicy(publicUrl: string): string {
  const own = `'self' ${new URL(publicUrl).origin}`;
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    `img-src ${own} blob: data:`,
    `connect-src ${own}`,
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/**
 * The headers of pages about one person: nothing keeps or lists them, and no other site learns their address.
 * `same-origin`, for with `no-referrer` a browser sends our own forms with the origin `null`.
 */
export function personHeaders(publicUrl: string): Record<string, string> {
  return {
    'content-security-policy': personPolicy(publicUrl),
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
  };
}

/** The language of such a page: the one chosen in its address, else the person's own, else the browser's. */
export function askedLanguage(c: Context, own?: string | undefined): Language {
  const browsers = /^en\b/i.exec(c.req.header('accept-language') ?? '')?.[0].toLowerCase();
  return readLanguage(c.req.query('lang') ?? own?.split('-')[0] ?? browsers);
}

export interface PersonPageOptions {
  language: Language;
  /** Whose page it is, of a fan club or else of a town; absent where that cannot be told. */
  club?: Club | undefined;
  town?: Town | undefined;
  title: string;
  body: Markup;
  /** Whether it is a desk, which is wider than a letter. */
  isDesk?: boolean;
  /** What the head holds beside the frame's. */
  head?: Markup | undefined;
  /** The way to the root. */
  up?: string;
}

/** The frame of a page about one person: whose club or town it is, and one column. */
export function personPage({
  language,
  club,
  town = club?.town,
  title,
  body,
  isDesk,
  head,
  up = '../',
}: PersonPageOptions): Markup {
  const say = words[language];
  const other = say.language.code === 'en' ? 'en' : 'ja';
  const name = club ? inLanguage(club.fanclub.title, language) : (town?.name ?? 'kankei');
  return pageDocument(
    language,
    `${title} | ${name}`,
    markup`<meta name="robots" content="noindex, nofollow">
  <link rel="stylesheet" href="${up}assets/person.css">
  ${isDesk ? markup`<link rel="stylesheet" href="${up}assets/staff.css">` : ''}
  ${head ?? ''}`,
    markup`<header class="masthead">
    <div class="inner">
      ${
        town
          ? markup`<a class="name" href="${up}?town=${town.code}${language === 'ja' ? '' : `&lang=${language}`}">
        ${townMark(town)}
        <span class="names">${club ? markup`<span class="small">${town.name}</span>` : ''}<span class="town">${name}</span></span>
      </a>`
          : markup`<span class="name"><span class="town">${name}</span></span>`
      }
      <a class="language" href="?lang=${other}" lang="${other}" hreflang="${other}">${say.language.name}</a>
    </div>
  </header>
  <div class="page">
    <main id="main" tabindex="-1" class="alone${isDesk ? ' staff' : ''}">
      ${body}
    </main>
  </div>`,
    up,
  );
}
