import type { Town } from '@kankei/core';
import { pageDocument, townMark } from './layout.ts';
import { type Markup, markup } from './markup.ts';
import { type SignInNotice, staffWords } from './staff-words.ts';
import { type Language, words } from './words.ts';

/** A page the menu leads to. */
export interface StaffMenuItem {
  /** Relative to the page it is shown on. */
  href: string;
  title: string;
  isCurrent: boolean;
}

/** What the frame of the desk is made from. */
export interface StaffFrame {
  language: Language;
  title: string;
  body: Markup;
  /** The way to the root: `''` at `/staff`, `'../'` one below. */
  up: string;
  /** Whose desk it is; absent where nobody has signed in. */
  open?: { town: Town; csrfToken: string; menu: readonly StaffMenuItem[] } | undefined;
}

/** Stands in every form of the desk; one that comes without it is not taken. */
export function csrfField({ csrfToken }: { csrfToken: string }): Markup {
  return markup`<input type="hidden" name="csrf" value="${csrfToken}">`;
}

/** `?lang=en`, also to be set behind the address of a form. */
export const languageQuery = (language: Language) => `?lang=${language}`;

/** The frame of a page of the desk: whose it is, the menu, the way out, and one column. */
export function staffPage({ language, title, body, up, open }: StaffFrame): Markup {
  const say = staffWords[language];
  const other = words[language].language;
  return pageDocument(
    language,
    `${title} | ${open ? `${open.town.name} ` : ''}${say.desk}`,
    markup`<meta name="robots" content="noindex, nofollow">
  <link rel="stylesheet" href="${up}assets/person.css">
  <link rel="stylesheet" href="${up}assets/staff.css">`,
    markup`<header class="masthead">
    <div class="inner">
      <span class="name">
        ${open ? townMark(open.town) : ''}
        <span class="names"><span class="small">${open ? open.town.name : 'kankei'}</span><span class="town">${say.desk}</span></span>
      </span>
      <span class="ways">
        <a class="language" href="?lang=${other.code}" lang="${other.code}" hreflang="${other.code}">${other.name}</a>
        ${
          open
            ? markup`<form method="post" action="${up}staff/sign-out${languageQuery(language)}">${csrfField(open)}<button type="submit">${say.signOut}</button></form>`
            : ''
        }
      </span>
    </div>
    ${open ? menu(open.menu, language) : ''}
  </header>
  <div class="page">
    <main id="main" tabindex="-1" class="alone staff">
      ${body}
    </main>
  </div>`,
    up,
  );
}

function menu(items: readonly StaffMenuItem[], language: Language): Markup {
  return markup`<nav class="menu" aria-label="${staffWords[language].menu}">
      <ul>
        ${items.map(
          ({ href, title, isCurrent }) =>
            markup`<li><a href="${href}"${isCurrent ? markup` aria-current="page"` : ''}>${title}</a></li>`,
        )}
      </ul>
    </nav>`;
}

/** A form that somebody sent before they had signed in. */
export interface CarriedForm {
  /** Below `/staff`. */
  path: string;
  sent: URLSearchParams;
}

export interface SignInOptions {
  language: Language;
  up: string;
  notice?: SignInNotice | undefined;
  /** In seconds, where somebody tried too often. */
  wait?: number | undefined;
  /** Where to go then, below `/staff`. */
  next: string;
  carried?: CarriedForm | undefined;
  /** Whether a link of another site led here; the browser then keeps the cookie of who is signed in to itself. */
  isFromElsewhere?: boolean;
}

/** Asks for the town's key. What was sent without a session is carried through, so that nothing typed is lost. */
export function signInPage({ language, up, notice, wait, next, carried, isFromElsewhere }: SignInOptions): Markup {
  const say = staffWords[language];
  const { title, lead, key, keyHelp, press, note, already, error } = say.signIn;
  const isFault = notice === 'empty' || notice === 'wrong';
  const text = wait === undefined ? notice && !isFault && say.notices[notice] : say.wait(Math.ceil(wait / 60));
  const query = languageQuery(language);
  const body = markup`<h1>${title}</h1>
      ${text ? markup`<p class="${notice === 'signed-out' ? 'done' : 'summary'}" role="status">${text}</p>` : ''}
      ${carried ? markup`<p class="done">${say.carried}</p>` : markup`<p class="lead">${lead}</p>`}
      ${isFromElsewhere ? markup`<p><a href="${up}staff${next}${query}">${already}</a></p>` : ''}
      <form method="post" action="${up}staff/sign-in${query}" novalidate class="fields">
        <div class="field">
          <label for="key">${key}</label>
          <p class="small" id="help-key">${keyHelp}</p>
          <input type="password" name="key" id="key" autocomplete="current-password" spellcheck="false" aria-describedby="help-key${isFault ? ' fault-key' : ''}"${isFault ? markup` aria-invalid="true" autofocus` : ''}>
          ${isFault ? markup`<p class="fault" id="fault-key">${say.notices[notice]}</p>` : ''}
        </div>
        <input type="hidden" name="next" value="${next}">
        ${carried ? markup`<input type="hidden" name="carried" value="${carried.sent.toString()}">` : ''}
        <p><button type="submit">${press}</button></p>
      </form>
      <p class="small">${note}</p>`;
  return staffPage({ language, up, body, title: isFault || wait !== undefined ? `${error}${title}` : title });
}

/** Asks once more before a form is taken that was made for another session; with all that was typed. */
export function resendPage(frame: Omit<StaffFrame, 'title' | 'body'>, { path, sent }: CarriedForm): Markup {
  const { language, up, open } = frame;
  const { title, text, press, back } = staffWords[language].resend;
  const address = `${up}staff${path}${languageQuery(language)}`;
  const body = markup`<h1>${title}</h1>
      <p class="lead">${text}</p>
      <form method="post" action="${address}">
        ${open ? csrfField(open) : ''}
        ${[...sent].map(([name, value]) => (name === 'csrf' ? '' : markup`<input type="hidden" name="${name}" value="${value}">`))}
        <p><button type="submit">${press}</button></p>
      </form>
      <p><a href="${address}">${back}</a></p>`;
  return staffPage({ ...frame, title, body });
}

/** For what is not there (status 404). */
export function missingPage(frame: Omit<StaffFrame, 'title' | 'body'>): Markup {
  const { language, up } = frame;
  const { title, text, back } = staffWords[language].missing;
  const body = markup`<h1>${title}</h1>
      <p class="lead">${text}</p>
      <p><a href="${up}staff${languageQuery(language)}">${back}</a></p>`;
  return staffPage({ ...frame, title, body });
}
