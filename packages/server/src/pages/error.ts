import { demoTown } from '../demo/town.ts';
import { type PageOptions, pageAddress, pageDocument, townSwitch } from './layout.ts';
import { type Markup, markup } from './markup.ts';
import { readLanguage, words } from './words.ts';

export interface UnknownTownPageOptions extends PageOptions {
  /** What was asked for; any text. */
  code: string;
}

/** The page for a code that no town here has (status 404): what is wrong, and the ways on. */
export function unknownTownPage({ code, towns, version, lang }: UnknownTownPageOptions): Markup {
  const language = readLanguage(lang);
  const say = words[language];
  const shown = [...code].length > 20 ? `${[...code].slice(0, 20).join('')}…` : code;
  return pageDocument(
    language,
    `${say.unknownTitle} | kankei`,
    '',
    markup`<div class="page">
    <main id="main" tabindex="-1" class="alone">
      <h1>${say.unknownTitle}</h1>
      <p class="lead">${say.unknownText(shown)}</p>
      <p>${say.unknownHelp}</p>
      ${towns.length ? townSwitch(towns, '', language) : ''}
      <p><a href="${pageAddress(demoTown.code, language)}">${say.back}</a></p>
      <p class="small">${say.version(version)}</p>
    </main>
  </div>`,
  );
}
