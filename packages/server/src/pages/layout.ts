import { demoTown } from '../demo/town.ts';
import { type Markup, markup } from './markup.ts';
import { type Language, words } from './words.ts';

/** A town as the switch lists it. */
export interface TownName {
  code: string;
  name: string;
  prefecture?: string | undefined;
}

/** What every page of ours knows of the server it stands on. */
export interface PageOptions {
  towns: readonly TownName[];
  /** Where the server is reached, without a slash at the end. */
  publicUrl: string;
  /** The exact version of the running kankei. */
  version: string;
  /** `en` for English; Japanese otherwise. */
  lang?: string | undefined;
}

/** The address of a town's page, relative to any of our pages, so that it holds under every host name and sub-path. */
export function pageAddress(code: string, lang: Language): string {
  return lang === 'ja' ? `?town=${code}` : `?town=${code}&lang=${lang}`;
}

/** The mark of the made-up town, a knot of two cords; for a real town its first letter, for a mark is not ours to draw. */
export function townMark(town: TownName): Markup {
  if (town.code !== demoTown.code)
    return markup`<span class="mark" aria-hidden="true">${[...town.name][0] ?? ''}</span>`;
  return markup`<svg class="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
    <g fill="none" stroke="currentColor" stroke-width="3.5" stroke-linecap="round">
      <path d="M6 35C16 35 19 29 24 23c5-6 7-11 12-11 4 0 7 3 7 7s-3 7-7 7c-5 0-8-5-12-9" />
      <path d="M42 35c-10 0-13-6-18-12-5-6-7-11-12-11-4 0-7 3-7 7s3 7 7 7c3 0 5-2 7-4" />
    </g>
  </svg>`;
}

/** A form that leads to the page of another town; works without a script. */
export function townSwitch(towns: readonly TownName[], chosen: string, lang: Language): Markup {
  const say = words[lang];
  return markup`<form method="get" action="?" class="switch">
    <label for="town">${say.town}</label>
    <select id="town" name="town">
      ${towns.map(
        ({ code, name, prefecture }) =>
          markup`<option value="${code}"${code === chosen ? markup` selected` : ''}>${prefecture ? `${prefecture} ` : ''}${name}（${code}）</option>`,
      )}
    </select>
    ${lang === 'ja' ? '' : markup`<input type="hidden" name="lang" value="${lang}">`}
    <button type="submit">${say.show}</button>
  </form>`;
}

/** The frame of a page: nothing inline, every address of our own relative. `up`: the way to the root, e.g. `../`. */
export function pageDocument(lang: Language, title: string, head: Markup | '', body: Markup, up = ''): Markup {
  return markup`<!doctype html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title}</title>
  <link rel="icon" href="${up}assets/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${up}assets/site.css">
  <link rel="stylesheet" href="${up}assets/home.css">
  <script type="module" src="${up}assets/home.js"></script>
  ${head}
</head>
<body>
  <a class="skip" href="#main">${words[lang].skip}</a>
  ${body}
</body>
</html>
`;
}
