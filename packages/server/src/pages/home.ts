import { inLanguage, type LocalText, routePath, type Town } from '@kankei/core';
import { raw } from 'hono/html';
import { demoTown, demoTownHall } from '../demo/town.ts';
import { furusatoSection, furusatoTools } from './furusato-sample.ts';
import { type PageOptions, pageAddress, pageDocument, townMark, townSwitch } from './layout.ts';
import { type Markup, markup } from './markup.ts';
import { hostSection, hostTools, matchingSection, matchingTools } from './matching-sample.ts';
import { type Snippet, snippet, snippetToCopy } from './snippet.ts';
import { welcome } from './welcome.ts';
import { type Language, readLanguage, type Words, words } from './words.ts';

/**
 * The content security policy of our pages: everything from our own origin, nothing inline, no script made from text.
 * Our own is also the origin of `publicUrl`, from which the snippet's script comes, when the page itself was reached
 * under another name. Pictures may come from the towns' own sites.
 */
export function homePolicy(publicUrl: string): string {
  const own = `'self' ${new URL(publicUrl).origin}`;
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    `img-src ${own} https:`,
    `connect-src ${own}`,
    `form-action ${own}`,
    "base-uri 'none'",
    `frame-ancestors ${own}`,
    "require-trusted-types-for 'script'",
  ].join('; ');
}

export interface HomePageOptions extends PageOptions {
  town: Town;
  /** The title of the town's fan club, where it has one. */
  fanclub?: LocalText | undefined;
  /** Whether it says anything of how people who want to help find what suits them. */
  matching?: boolean;
  /** Whether it takes in what residents need. */
  need?: boolean;
  /** Whether it says anything of furusato nozei. */
  furusato?: boolean;
  /** Whether the mails that were sent can be looked at here. */
  outbox?: boolean;
}

/** What the parts of the page are made from. */
interface Context extends HomePageOptions {
  say: Words;
  language: Language;
  /** The made-up town, of which we may write freely; of a real one we say only what it says itself. */
  made: boolean;
}

/** A town's page as a municipal site would look, with the widget in it and the lines that put it there. */
export function homePage(options: HomePageOptions): Markup {
  const { town } = options;
  const language = readLanguage(options.lang);
  const say = words[language];
  const context = { ...options, language, say, made: town.code === demoTown.code };
  const title = `${say.join(town.name)} | ${town.name}`;
  return pageDocument(
    language,
    title,
    markup`<link rel="alternate" type="application/rss+xml" title="${title}" href="${feed('rss', town.code)}">`,
    markup`${header(context)}
  <div class="page">
    <nav class="breadcrumb" aria-label="${say.breadcrumb}">
      <ol><li><a href="#sample">${say.home}</a></li><li aria-current="page">${say.join(town.name)}</li></ol>
    </nav>
    <div class="columns">
      <main id="main" tabindex="-1">${article(context)}</main>
      ${aside(context)}
    </div>
  </div>
  ${footer(context)}`,
  );
}

/** The lines of the list, which the page itself uses too. */
const listLines = ({ town, publicUrl, say }: Context): Snippet => ({
  town,
  publicUrl,
  widget: 'program-list',
  words: say.fallback(town.name),
});

/** The lines of the fan club's signup. */
const signupLines = ({ town, fanclub = '', publicUrl, say, language }: Context): Snippet => ({
  town,
  publicUrl,
  widget: 'fanclub-signup',
  words: say.signUp(inLanguage(fanclub, language)),
});

/** A feed's address, relative to our pages. */
function feed(route: 'rss' | 'csv', code: string): string {
  return routePath(route, { codes: code }).slice(1);
}

function header({ town, say, language, made }: Context): Markup {
  const other = say.language.code === 'en' ? 'en' : 'ja';
  return markup`<header class="masthead">
    <p class="notice"><strong>${say.sample}</strong> ${made ? say.madeUp(town.name) : say.notOfficial(town.name)} <a href="#sample">${say.tools}</a></p>
    <div class="inner">
      <a class="name" href="${pageAddress(town.code, language)}">
        ${townMark(town)}
        <span class="names"><span class="small">${town.prefecture ?? ''}</span><span class="town">${town.name}</span></span>
      </a>
      <a class="language" href="${pageAddress(town.code, other)}" lang="${other}" hreflang="${other}">${say.language.name}</a>
    </div>
    <nav class="menu" aria-label="${say.navLabel}">
      <ul>
        ${say.nav.map((item) => markup`<li><a href="#sample">${item}</a></li>`)}
        <li><a href="${pageAddress(town.code, language)}" aria-current="page">${say.joinShort}</a></li>
      </ul>
    </nav>
    ${made ? banner(say) : ''}
  </header>`;
}

function banner(say: Words): Markup {
  return markup`<picture class="banner">
      <source media="(prefers-color-scheme: dark)" srcset="assets/banner-night.svg">
      <img src="assets/banner.svg" alt="${say.bannerAlt}" width="1600" height="330">
    </picture>`;
}

function article(context: Context): Markup {
  const { town, say, language, made } = context;
  return markup`
    <h1>${say.join(town.name)}</h1>
    ${made ? introduction(language) : markup`<p class="lead">${town.greeting ?? say.lead(town.name)}</p>`}
    ${context.fanclub === undefined ? '' : markup`<p><a href="#fanclub">${say.signUp(inLanguage(context.fanclub, language))}</a></p>`}
    <section aria-labelledby="programs">
      <h2 id="programs">${say.programs}</h2>
      ${raw(snippet(listLines(context)))}
    </section>
    ${context.matching ? matchingSection(context) : ''}
    ${context.furusato ? furusatoSection(context) : ''}
    ${
      context.fanclub === undefined
        ? ''
        : markup`<section id="fanclub" aria-label="${inLanguage(context.fanclub, language)}">
      ${raw(snippet(signupLines(context)))}
    </section>`
    }
    ${context.need ? hostSection(context) : ''}
    ${made ? firstSteps(language) : ''}
    <div class="after">
      ${receive(context)}
      ${town.contact ? contact(town.contact, say) : ''}
    </div>`;
}

function introduction(language: Language): Markup {
  const { lead, text } = welcome[language];
  return markup`<p class="lead">${lead}</p>
    <p>${text}</p>`;
}

function firstSteps(language: Language): Markup {
  const { stepsTitle, steps } = welcome[language];
  return markup`<section aria-labelledby="steps">
      <h2 id="steps">${stepsTitle}</h2>
      <ol class="steps">${steps.map((step) => markup`<li><strong>${step.title}</strong> ${step.text}</li>`)}</ol>
    </section>`;
}

function receive({ town, say, publicUrl }: Context): Markup {
  const calendar = `${publicUrl}${routePath('calendar', { codes: town.code })}`.replace(/^https?:/, 'webcal:');
  return markup`<section aria-labelledby="receive">
        <h2 id="receive">${say.receive}</h2>
        <p>${say.receiveHelp}</p>
        <ul class="links">
          <li><a href="${calendar}">${say.calendar}</a></li>
          <li><a href="${feed('rss', town.code)}">${say.rss}</a></li>
          <li><a href="${feed('csv', town.code)}">${say.csv}</a></li>
        </ul>
      </section>`;
}

function contact({ name, phone, extension, email }: NonNullable<Town['contact']>, say: Words): Markup {
  return markup`<section aria-labelledby="ask">
        <h2 id="ask">${say.ask}</h2>
        ${name ? markup`<p>${name}</p>` : ''}
        <dl>
          ${phone ? markup`<div><dt>${say.phone}</dt><dd>${phone}${extension ? `（${say.extension} ${extension}）` : ''}</dd></div>` : ''}
          ${email ? markup`<div><dt>${say.email}</dt><dd><a href="mailto:${email}">${email}</a></dd></div>` : ''}
        </dl>
      </section>`;
}

function aside(context: Context): Markup {
  const { town, towns, say, language, version } = context;
  return markup`<aside id="sample" class="tools" tabindex="-1" aria-labelledby="tools">
        <h2 id="tools">${say.tools}</h2>
        <p>${say.toolsHelp(town.name)}</p>
        <p>${say.noReply}</p>
        <section aria-labelledby="paste">
          <h3 id="paste">${say.snippet}</h3>
          ${snippetToCopy(listLines(context), 'snippet', say)}
          <p><a href="builder${pageAddress(town.code, language)}">${say.builder}</a></p>
        </section>
        ${context.matching ? matchingTools(context) : ''}
        ${context.need ? hostTools(context) : ''}
        ${context.furusato ? furusatoTools(context) : ''}
        ${context.fanclub === undefined ? '' : signupTools(context)}
        <section aria-labelledby="others">
          <h3 id="others">${say.switchTown}</h3>
          ${townSwitch(towns, town.code, language)}
        </section>
        <section aria-labelledby="developers">
          <h3 id="developers">${say.developers}</h3>
          <ul class="links"><li><a href="openapi.json">${say.api}</a></li><li><a href="staff${language === 'ja' ? '' : `?lang=${language}`}">${say.staff}</a></li></ul>
          <p class="small">${say.version(version)}</p>
        </section>
      </aside>`;
}

function signupTools(context: Context): Markup {
  const { say, outbox } = context;
  return markup`<section aria-labelledby="paste-signup">
          <h3 id="paste-signup">${say.signupSnippet}</h3>
          ${snippetToCopy(signupLines(context), 'signup-snippet', say)}
          ${outbox ? markup`<p>${say.outboxHelp}</p><ul class="links"><li><a href="outbox">${say.outbox}</a></li></ul>` : ''}
        </section>`;
}

function footer({ town, say, made }: Context): Markup {
  const { postalCode, address, phone, hours } = demoTownHall;
  return markup`<footer class="foot">
    <div class="inner">
      <p class="name">${townMark(town)}<span class="town">${made ? say.hall(town.name) : town.name}</span></p>
      ${made ? markup`<address>〒${postalCode}　${address}<br>${say.phone} ${phone}　${hours}</address>` : ''}
      <nav aria-label="${say.footerLabel}">
        <ul>${say.footerNav.map((item) => markup`<li><a href="#sample">${item}</a></li>`)}</ul>
      </nav>
    </div>
  </footer>`;
}
