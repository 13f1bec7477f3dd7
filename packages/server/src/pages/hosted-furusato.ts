import {
  type CorporateDonation,
  type DonationProject,
  type DonationUse,
  dayAt,
  donationLinks,
  type Furusato,
  inLanguage,
  type LocalText,
  type ProjectProgress,
  projectProgress,
  type Town,
  toInstant,
} from '@kankei/core';
import { contactLines } from './hosted-contact.ts';
import { type HostedFurusatoWords, hostedFurusatoWords } from './hosted-furusato-words.ts';
import { outside } from './hosted-program.ts';
import { type HostedProgramWords, hostedProgramWords } from './hosted-program-words.ts';
import { inJapanese } from './hosted-programs.ts';
import { hostedWords } from './hosted-words.ts';
import { type Markup, markup } from './markup.ts';
import type { Language } from './words.ts';

export interface HostedFurusatoOptions {
  /** Without what the rules on advertising do not allow. */
  furusato: Furusato;
  town: Town;
  language: Language;
  /** ms since 1970. */
  now: number;
}

/** What the parts are made from. */
interface Context extends HostedFurusatoOptions {
  say: HostedFurusatoWords;
  usual: HostedProgramWords;
}

/** Where donations go, what is gathered for, and where to donate. */
export function hostedFurusato(options: HostedFurusatoOptions): Markup {
  const { language, furusato } = options;
  const context = { ...options, say: hostedFurusatoWords[language], usual: hostedProgramWords[language] };
  return markup`${paragraph(furusato.intro, context)}
      ${uses(furusato.uses, context)}
      ${projects(furusato.projects, context)}
      ${donate(context)}
      ${corporate(furusato.corporate, context)}`;
}

function paragraph(text: LocalText | undefined, { language }: Pick<Context, 'language'>): Markup {
  if (text === undefined) return markup``;
  const words = inLanguage(text, language);
  return markup`<p class="lines"${inJapanese(words, { language })}>${words}</p>`;
}

function heading(title: LocalText, { language }: Context): Markup {
  const words = inLanguage(title, language);
  return markup`<h3${inJapanese(words, { language })}>${words}</h3>`;
}

function uses(all: readonly DonationUse[], context: Context): Markup {
  const { say } = context;
  if (!all.length) return markup``;
  return markup`<section aria-labelledby="uses">
        <h2 id="uses">${say.uses}</h2>
        <ul class="programs">${all.map(
          (use) => markup`<li class="program">
          ${picture(use.image, context)}
          ${heading(use.title, context)}
          ${paragraph(use.text, context)}
          ${use.done === undefined ? '' : markup`<p class="small">${say.done}</p>${paragraph(use.done, context)}`}
          ${more(use.url, context)}
        </li>`,
        )}</ul>
      </section>`;
}

function projects(all: readonly DonationProject[], context: Context): Markup {
  const { say, now } = context;
  if (!all.length) return markup``;
  const stood = all.map((project) => ({ project, progress: projectProgress(project, dayAt(now)) }));
  // Those that take donations first, in the town's order; then those that will, then those that are over.
  const rank = ({ progress }: { progress: ProjectProgress }) => ['coming', 'over'].indexOf(progress.state);
  stood.sort((one, other) => rank(one) - rank(other));
  const isPast = stood.every(({ progress }) => progress.state === 'over');
  return markup`<section aria-labelledby="projects">
        <h2 id="projects">${isPast ? say.pastProjects : say.projects}</h2>
        <ul class="programs">${stood.map(({ project, progress }) => projectItem(project, progress, context))}</ul>
      </section>`;
}

function projectItem(project: DonationProject, progress: ProjectProgress, context: Context): Markup {
  const { say } = context;
  const { state, isReached } = progress;
  return markup`<li class="program">
          ${picture(project.image, context)}
          <p class="tags"><span>${state === 'over' && isReached ? say.overReached : say.states[state]}</span></p>
          ${heading(project.title, context)}
          ${figures(project, progress, context)}
          ${paragraph(project.text, context)}
          ${project.done === undefined ? '' : markup`<p class="small">${say.outcome}</p>${paragraph(project.done, context)}`}
          ${more(project.url, context)}
        </li>`;
}

function figures(
  project: DonationProject,
  { state, percent, daysLeft = 0 }: ProjectProgress,
  context: Context,
): Markup {
  const { say, usual, language } = context;
  const { brackets } = hostedWords[language];
  const { goal, raised, donors, asOf, start, end } = project;
  const begun = state !== 'coming' || raised > 0;
  const rows: [string, string | undefined][] = [
    [say.raised, begun ? usual.yen(raised) + brackets(say.percent(percent)) : undefined],
    [say.goal, usual.yen(goal)],
    [say.donors, begun && donors !== undefined ? say.people(donors) : undefined],
  ];
  const period =
    state === 'coming'
      ? start && say.from(dayText(start, context))
      : end && (state === 'over' ? say.ended(dayText(end, context)) : say.lastDay(daysLeft, dayText(end, context)));
  return markup`<dl class="sheet">${rows.map(([label, value]) => (value ? markup`<div><dt>${label}</dt><dd>${value}</dd></div>` : ''))}</dl>
          ${period ? markup`<p>${period}</p>` : ''}
          ${begun ? markup`<p class="small">${say.asOf(dayText(asOf, context))}</p>` : ''}`;
}

/** A day `YYYY-MM-DD` in words; the year is said where it is not the present one. */
function dayText(day: string, { usual, now }: Context): string {
  return usual.date(toInstant(day), day.slice(0, 4) !== dayAt(now).slice(0, 4));
}

function picture(image: DonationUse['image'], { language }: Context): Markup {
  if (!image) return markup``;
  const { url, alt = '', credit } = image;
  return markup`<img src="${url}" alt="${inLanguage(alt, language)}" loading="lazy" width="400" height="300">${credit ? markup`<p class="small">${credit}</p>` : ''}`;
}

function more(url: string | undefined, { say, usual }: Context): Markup {
  return url ? markup`<p>${outside(url, say.details, usual)}</p>` : markup``;
}

function donate({ furusato, town, language, say, usual }: Context): Markup {
  const [first, ...others] = donationLinks(furusato, town.code);
  if (!first) return markup``;
  const button = furusato.button === undefined ? say.button : inLanguage(furusato.button, language);
  const nameOf = ({ name, url }: typeof first) => (name === undefined ? new URL(url).host : inLanguage(name, language));
  const main = button + hostedWords[language].brackets(nameOf(first));
  return markup`<section aria-labelledby="donate">
        <h2 id="donate">${say.donate}</h2>
        <p>${outside(first.url, main, usual, 'press')}</p>
        ${others.length ? markup`<ul class="links">${others.map((link) => markup`<li>${outside(link.url, nameOf(link), usual)}</li>`)}</ul>` : ''}
      </section>`;
}

function corporate(given: CorporateDonation | undefined, context: Context): Markup {
  if (!given) return markup``;
  const { say, usual, language } = context;
  const { text, least, url, contact } = given;
  return markup`<section aria-labelledby="corporate">
        <h2 id="corporate">${say.corporate.title}</h2>
        ${paragraph(text, context)}
        <ul class="points">${say.corporate.points(usual.yen(least)).map((point) => markup`<li>${point}</li>`)}</ul>
        ${url ? markup`<p>${outside(url, say.corporate.details, usual)}</p>` : ''}
        ${contact ? contactLines(contact, language) : ''}
      </section>`;
}
