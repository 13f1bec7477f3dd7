import {
  type Answers,
  type DonationProject,
  type Field,
  type FieldFault,
  type FlaggedText,
  type Furusato,
  flaggedTexts,
  inLanguage,
  projectProgress,
  timeZone,
  toInstant,
} from '@kankei/core';
import { advertisingWords } from '../furusato/advertising-words.ts';
import { type FigureName, figureFields, figureNames, shownNameOf, shownValueOf } from '../furusato/figures-form.ts';
import type { RecordedFigures } from '../furusato/furusato-store.ts';
import { faultSummary, formFields } from './form.ts';
import { type Markup, markup } from './markup.ts';
import { type StaffFurusatoWords, staffFurusatoWords } from './staff-furusato-words.ts';
import type { Language } from './words.ts';

export interface StaffFurusatoOptions {
  language: Language;
  /** A municipality code. */
  town: string;
  /** Undefined where the town says nothing of furusato nozei. */
  profile: Furusato | undefined;
  /** The figures each project ever had, by its id. */
  histories: ReadonlyMap<string, readonly RecordedFigures[]>;
  /** `YYYY-MM-DD` in Tokyo. */
  today: string;
  /** The address of the form. */
  action: string;
  csrf: Markup;
  /** The projects whose figures were just saved, by id; empty where nothing had changed. */
  saved?: readonly string[] | undefined;
  /** What was typed and cannot be saved. */
  refused?: { sent: URLSearchParams; faults: readonly FieldFault[] } | undefined;
}

interface Context extends StaffFurusatoOptions {
  say: StaffFurusatoWords;
  yen: (value: number) => string;
  day: (day: string) => string;
}

/** The staff page about a town's furusato nozei: figures of its projects to be updated, and what it may not say. */
export function staffFurusatoPage(options: StaffFurusatoOptions): { title: string; body: Markup } {
  const { language, profile, town, refused } = options;
  const say = staffFurusatoWords[language];
  const number = new Intl.NumberFormat(language);
  const days = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long' });
  const yen = (value: number) => say.yen(number.format(value));
  const context: Context = { ...options, say, yen, day: (day) => days.format(toInstant(day)) };
  const body = markup`<h1>${say.title}</h1>
      <p class="lead">${profile ? say.lead : say.nothing}</p>
      ${profile ? markup`${done(context, profile)}${figures(context, profile)}${advertising(context, profile)}` : markup`<p>${say.nothingHelp(town)}</p>`}`;
  return { title: refused ? `${say.error}${say.title}` : say.title, body };
}

/** What was just saved, and of which day it is; also where the public sees newer figures. */
function done({ saved, say, language, histories, yen, day }: Context, { projects }: Furusato): Markup {
  if (!saved) return markup``;
  const lines = projects
    .filter(({ id }) => saved.includes(id))
    .flatMap(({ id, title, asOf }) => {
      const last = (histories.get(id) ?? []).reduce<RecordedFigures | undefined>(
        (latest, one) => (latest && latest.recordedAt > one.recordedAt ? latest : one),
        undefined,
      );
      if (!last) return [];
      const line = say.savedFigures(inLanguage(title, language), yen(last.raised), day(last.asOf));
      return [markup`<li>${line}${last.asOf < asOf ? markup` ${say.notShown(day(asOf))}` : ''}</li>`];
    });
  return markup`<div class="done" role="status"><p>${saved.length ? say.saved : say.unchanged}</p>${lines.length ? markup`<ul>${lines}</ul>` : ''}</div>`;
}

function figures(context: Context, { projects }: Furusato): Markup {
  const { say, refused, language, today, action, csrf } = context;
  const faults = refused?.faults ?? [];
  const named = projects.flatMap((project) =>
    Object.entries(figureFields(project, today)).map(
      ([name, field]): Field => ({
        ...field,
        ...(project.start !== undefined && { from: project.start }),
        label: `${inLanguage(project.title, language)} ${say[name as FigureName]}`,
      }),
    ),
  );
  return markup`<section aria-labelledby="figures">
        <h2 id="figures">${say.figures}</h2>
        ${faultSummary({ fields: named, answers: {}, faults, language })}
        ${
          projects.length
            ? markup`<p>${say.figuresHelp}</p>
        <form method="post" action="${action}" novalidate class="fields">
          ${csrf}
          ${projects.map((project) => projectFields(context, project))}
          <p><button type="submit">${say.save}</button></p>
        </form>`
            : markup`<p>${say.noProjects}</p>`
        }
      </section>`;
}

function projectFields(context: Context, project: DonationProject): Markup {
  const { say, language, today, refused, yen, day } = context;
  const { goal, raised, donors, start } = project;
  const number = new Intl.NumberFormat(language);
  const fields = figureFields(project, today);
  const helps: Record<FigureName, string | undefined> = {
    goal: undefined,
    raised: say.raisedHelp,
    donors: say.donorsHelp,
    asOf: say.asOfHelp(today),
  };
  const shown: Record<FigureName, string> = {
    goal: number.format(goal),
    raised: number.format(raised),
    donors: donors === undefined ? '' : number.format(donors),
    asOf: '',
  };
  const { state, percent } = projectProgress(project, today);
  const labelled = figureNames.map((name): Field => {
    const help = helps[name];
    return {
      ...fields[name],
      label: say[name],
      ...(help && { help }),
      ...(name === 'asOf' && start !== undefined && { from: start }),
    };
  });
  const answers: Answers = Object.fromEntries(
    figureNames.map((name) => [fields[name].name, refused?.sent.get(fields[name].name) ?? shown[name]]),
  );
  return markup`<fieldset class="project">
            <legend>${inLanguage(project.title, language)}</legend>
            <p class="small">${say.states[state]}　${say.now(yen(raised), percent, day(project.asOf))}</p>
            <input type="hidden" name="${shownNameOf(project)}" value="${refused?.sent.get(shownNameOf(project)) ?? shownValueOf(project)}">
            <div class="figures">${formFields({ fields: labelled, answers, faults: refused?.faults, language })}</div>
            ${history(context, project)}
          </fieldset>`;
}

function history({ say, histories, yen, day, language }: Context, project: DonationProject): Markup {
  const all = [...(histories.get(project.id) ?? [])].reverse();
  if (!all.length) return markup``;
  const title = say.history(all.length);
  const times = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(language);
  const shown = all.find((one) => one.asOf === project.asOf && one.raised === project.raised);
  return markup`<details>
              <summary>${title}</summary>
              <div class="table" role="region" tabindex="0" aria-label="${title} ${inLanguage(project.title, language)}">
              <table>
                <thead><tr><th scope="col">${say.dayOf}</th><th scope="col">${say.raised}</th><th scope="col">${say.donors}</th><th scope="col">${say.goal}</th><th scope="col">${say.recordedAt}</th></tr></thead>
                <tbody>${all.map(
                  (one) => markup`
                  <tr><th scope="row">${day(one.asOf)}${one === shown ? markup` <strong>${say.shown}</strong>` : ''}</th><td>${yen(one.raised)}</td><td>${one.donors === undefined ? say.unknown : say.people(number.format(one.donors))}</td><td>${yen(one.goal)}</td><td>${times.format(one.recordedAt)}</td></tr>`,
                )}</tbody>
              </table>
              </div>
            </details>`;
}

/** The texts of the profile that the public does not see, with the rule and what to write instead. */
function advertising({ say, language }: Context, profile: Furusato): Markup {
  const flagged = flaggedTexts(profile);
  const words = advertisingWords[language];
  return markup`<section aria-labelledby="advertising">
        <h2 id="advertising">${say.advertising}</h2>
        <p>${flagged.length ? say.flagged(flagged.length) : say.allWell}</p>
        ${flagged.map(
          (text) => markup`<div class="flagged">
          <h3>${placeName(profile, text, say, language)}</h3>
          <dl>
            <div><dt>${say.flaggedText}</dt><dd>${text.text}</dd></div>
            <div><dt>${say.words}</dt><dd><ul>${text.findings.map(
              (finding) =>
                markup`<li>${say.finding(finding.word, words.reasons[finding.reason], words.rule(finding))}</li>`,
            )}</ul></dd></div>
            <div><dt>${say.instead}</dt><dd><ul>${[
              ...new Set(text.findings.map(({ reason }) => words.instead[reason])),
            ].map((line) => markup`<li>${line}</li>`)}</ul></dd></div>
          </dl>
        </div>`,
        )}
      </section>`;
}

/** `projects.0.title.ja` as people find it: its project by name, then the kind of text, then the language. */
function placeName(profile: Furusato, { name }: FlaggedText, say: StaffFurusatoWords, language: Language): string {
  const [first = '', index = '', ...rest] = name.split('.');
  const listed = first === 'uses' || first === 'projects' ? profile[first][Number(index)] : undefined;
  const parts = listed
    ? [say.named(say.places[first] ?? first, inLanguage(listed.title, language)), ...rest]
    : name.split('.');
  return parts.map((part) => (Object.hasOwn(say.places, part) ? say.places[part] : part)).join(' › ');
}
