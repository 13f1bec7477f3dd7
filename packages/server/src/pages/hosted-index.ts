import type { Town } from '@kankei/core';
import type { WidgetName } from '../hosted/widgets.ts';
import { type HostedFrame, hostedDocument } from './hosted.ts';
import { hostedWords } from './hosted-words.ts';
import { type Markup, markup } from './markup.ts';

/** A town with the widgets that have something to show for it. */
export interface Offer {
  town: Town;
  widgets: readonly WidgetName[];
}

/** `/w/`: the page of every widget of every town. */
export function hostedIndex(frame: HostedFrame, offers: readonly Offer[]): Markup {
  const say = hostedWords[frame.language];
  return hostedDocument(
    frame,
    say.indexTitle,
    markup`<meta name="description" content="${say.indexLead}">
  <link rel="canonical" href="${frame.publicUrl}/w/">`,
    markup`<div class="page">
    <main id="main" tabindex="-1" class="hosted">
      <h1>${say.indexTitle}</h1>
      <p>${offers.length ? say.indexLead : say.noTowns}</p>
      ${offersOf(frame, offers)}
    </main>
  </div>`,
  );
}

/** What is wrong with an address, in words, and the ways on. */
export interface HostedTrouble {
  title: string;
  /** What is wrong; what to do. */
  lines: readonly string[];
  /** The same page without what is wrong with it. */
  without?: string | undefined;
  offers: readonly Offer[];
}

/** The page of an address that shows nothing: what is wrong, and the ways on. */
export function hostedTrouble(frame: HostedFrame, { title, lines, without, offers }: HostedTrouble): Markup {
  const say = hostedWords[frame.language];
  return hostedDocument(
    frame,
    title,
    markup`<meta name="robots" content="noindex">`,
    markup`<div class="page">
    <main id="main" tabindex="-1" class="hosted">
      <h1>${title}</h1>
      ${lines.map((line) => markup`<p>${line}</p>`)}
      ${without === undefined ? '' : markup`<p><a href="${without}">${say.withoutIt}</a></p>`}
      ${offers.length ? markup`<p>${say.choose}</p>` : ''}
      ${offersOf(frame, offers)}
    </main>
  </div>`,
  );
}

function offersOf({ language }: HostedFrame, offers: readonly Offer[]): Markup {
  const say = hostedWords[language];
  const search = (code: string) => `?town=${code}${language === 'ja' ? '' : `&lang=${language}`}`;
  return markup`${offers.map(
    ({ town, widgets }) => markup`<section aria-labelledby="town-${town.code}">
        <h2 id="town-${town.code}">${town.prefecture ? `${town.prefecture} ` : ''}${town.name}</h2>
        <ul class="links">${widgets.map((name) => markup`<li><a href="${name}${search(town.code)}">${say.names[name]}</a></li>`)}</ul>
      </section>`,
  )}`;
}
