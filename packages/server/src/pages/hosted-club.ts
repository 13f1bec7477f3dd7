import { type Benefit, type Fanclub, inLanguage, type LocalText, type PrivacyNotice, type Tier } from '@kankei/core';
import { outside } from './hosted-program.ts';
import { hostedProgramWords } from './hosted-program-words.ts';
import { inJapanese } from './hosted-programs.ts';
import { type HostedWords, hostedWords } from './hosted-words.ts';
import { type Markup, markup } from './markup.ts';
import type { Language } from './words.ts';

/** What the parts are made from. */
interface Context {
  words: HostedWords;
  language: Language;
  say: (text: LocalText | undefined) => string;
}

/**
 * What a fan club offers, how to join it, and what becomes of one's data. The form itself needs a script, for it does a
 * proof of work that keeps machines out; that is said, with whom to write to.
 */
export function hostedClub(club: Fanclub, language: Language): Markup {
  const say = (text: LocalText | undefined) => (text === undefined ? '' : inLanguage(text, language));
  const context: Context = { words: hostedWords[language], language, say };
  return markup`${paragraph(club.intro, context)}
      ${benefits(club, context)}
      ${tiers(club.tiers, context)}
      ${joining(club, context)}
      ${notice(club.notice, context)}`;
}

function paragraph(text: LocalText | undefined, { say, language }: Context): Markup {
  const words = say(text);
  return words ? markup`<p class="lines"${inJapanese(words, { language })}>${words}</p>` : markup``;
}

function benefits({ benefits, memberTitle }: Fanclub, context: Context): Markup {
  const { words, say } = context;
  if (!benefits.length) return markup``;
  const item = ({ title, detail, place }: Benefit) =>
    markup`<li><strong>${say(title)}</strong>${place === undefined ? '' : words.brackets(say(place))} ${say(detail)}</li>`;
  return markup`<section aria-labelledby="benefits">
        <h2 id="benefits">${words.members(say(memberTitle))}</h2>
        <ul class="points">${benefits.map(item)}</ul>
      </section>`;
}

function tiers(all: readonly Tier[], { words, say }: Context): Markup {
  if (all.length < 2) return markup``;
  return markup`<section aria-labelledby="tiers">
        <h2 id="tiers">${words.tiers}</h2>
        <dl class="sheet">${all.map(({ label, detail }) => markup`<div><dt>${say(label)}</dt><dd>${say(detail)}</dd></div>`)}</dl>
      </section>`;
}

/** The ways in: a form elsewhere and a mail work as they stand. */
function joining({ delivery, next }: Fanclub, context: Context): Markup {
  const { words, language } = context;
  const way =
    delivery && 'form' in delivery
      ? markup`<p>${words.byForm}</p><p>${outside(delivery.form, words.openForm, hostedProgramWords[language])}</p>`
      : delivery && 'mail' in delivery
        ? markup`<p><a href="mailto:${delivery.mail}">${words.byMail}</a></p>`
        : markup`<p>${words.needsScript}</p>`;
  return markup`<section aria-labelledby="join">
        <h2 id="join">${words.howToJoin}</h2>
        ${way}
        ${next === undefined ? '' : markup`<h3>${words.afterJoining}</h3>${paragraph(next, context)}`}
      </section>`;
}

const items = ['collector', 'purpose', 'items', 'contractor', 'storedAt', 'retention', 'leaving', 'contact'] as const;

/** What must be said of people's data, whole. */
function notice(given: PrivacyNotice, { words, language, say }: Context): Markup {
  const row = (item: (typeof items)[number]) => {
    const said = say(given[item]);
    return said
      ? markup`<div><dt>${words.notice[item]}</dt><dd class="lines"${inJapanese(said, { language })}>${said}</dd></div>`
      : '';
  };
  return markup`<section aria-labelledby="notice">
        <h2 id="notice">${words.notice.title}</h2>
        <dl class="sheet">${items.map(row)}</dl>
        ${given.url ? markup`<p>${outside(given.url, words.notice.link, hostedProgramWords[language])}</p>` : ''}
      </section>`;
}
