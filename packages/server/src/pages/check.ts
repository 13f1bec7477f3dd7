import { checkWords } from './check-words.ts';
import { pageDocument } from './layout.ts';
import { type Markup, markup } from './markup.ts';
import { readLanguage, words } from './words.ts';

export interface ShellOptions {
  /** The exact version of the running kankei: another one, another set of files kept for when there is no network. */
  version: string;
  lang?: string | undefined;
}

/** `'self'`, and the origin of `publicUrl` where the page was reached under another name. */
const own = (publicUrl: string) => `'self' ${new URL(publicUrl).origin}`;

/** The content security policy of both pages: our own origin, nothing inline, no picture from elsewhere, no form sent. */
export function shellPolicy(publicUrl: string): string {
  return [
    "default-src 'none'",
    `script-src ${own(publicUrl)}`,
    `style-src ${own(publicUrl)}`,
    `img-src ${own(publicUrl)}`,
    `connect-src ${own(publicUrl)}`,
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** The policy of the service worker: it may ask this server and do nothing else. */
export function workerPolicy(publicUrl: string): string {
  return `default-src 'none'; connect-src ${own(publicUrl)}`;
}

export interface CheckPageOptions extends ShellOptions {
  /** The towns whose keys the page learns at its first visit, by code. */
  towns: readonly string[];
}

/** `/check`: where a QR code of a card leads. What is behind `#` never reaches the server. */
export function checkPage({ version, lang, towns }: CheckPageOptions): Markup {
  const language = readLanguage(lang);
  const say = checkWords[language];
  const other = words[language].language;
  return pageDocument(
    language,
    say.checkTitle,
    pageScripts('', version),
    markup`<div class="page">
    <main id="main" tabindex="-1" class="alone">
      <h1>${say.checkTitle}</h1>
      <kankei-card-check town="${towns.join(' ')}" heading-level="2"><p>${say.checkNoScript}</p></kankei-card-check>
      <p class="lead">${say.checkLead}</p>
      <p>${say.checkHow}</p>
      <p>${say.checkOffline}</p>
      <p class="small">${say.checkPrivacy}</p>
      <p><a href="check${other.code === 'ja' ? '' : `?lang=${other.code}`}" lang="${other.code}" hreflang="${other.code}" data-keep-hash>${other.name}</a></p>
    </main>
  </div>`,
  );
}

/** What stands at a member's address while there is no network: the card this device has kept, the same page for all. */
export function cardShellPage({ version, lang }: ShellOptions): Markup {
  const language = readLanguage(lang);
  const say = checkWords[language];
  return pageDocument(
    language,
    say.cardTitle,
    pageScripts('../', version),
    markup`<div class="page">
    <main id="main" tabindex="-1" class="alone">
      <h1>${say.cardTitle}</h1>
      <p>${say.cardOffline}</p>
      <kankei-member-card heading-level="2"></kankei-member-card>
      <p>${say.cardRest}</p>
    </main>
  </div>`,
    '../',
  );
}

/** What every page with a card loads. */
export function pageScripts(up: string, version: string): Markup {
  return markup`<meta name="robots" content="noindex">
  <script type="module" src="${up}assets/offline.js?v=${version}"></script>
  <script type="module" src="${up}assets/card.js"></script>
  <script type="module" src="${up}embed/v1/kankei.js"></script>`;
}

/** What a page loads that ends a membership, or finds it ended. */
export function forgetScript(up: string): Markup {
  return markup`<script type="module" src="${up}assets/forget-cards.js"></script>`;
}
