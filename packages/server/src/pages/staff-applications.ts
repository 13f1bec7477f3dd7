import {
  type Answers,
  type ApplicationState,
  type Field,
  type FieldFault,
  feedbackFields,
  type Program,
  reportFields,
} from '@kankei/core';
import type { Selectable } from 'kysely';
import type { ProgramSummary } from '../applications/program-list.ts';
import { settingFields } from '../applications/settings.ts';
import { whenOf } from '../mail/application-mails.ts';
import type { FeedbackTable } from '../storage/tables.ts';
import { applicationCards, applicationsHead, type CardOptions, type HeadOptions } from './application-cards.ts';
import { namedFeedbackField } from './feedback-words.ts';
import { answerText, faultSummary, formFields, labelOf } from './form.ts';
import { type Markup, markup } from './markup.ts';
import { type StaffApplicationWords, staffApplicationWords } from './staff-applications-words.ts';
import type { Language } from './words.ts';

/** A page of the desk: what stands in its frame. */
interface Content {
  title: string;
  body: Markup;
}

/** What every one of these pages is made from. */
interface Base {
  language: Language;
  /** The address of a page of the desk, relative to this one. */
  link: (path: string) => string;
  /** ms since 1970. */
  now: number;
}

export interface ApplicationListOptions extends Base {
  summaries: readonly ProgramSummary[];
  /** What was searched for, and what was found. */
  q: string;
  found: readonly Program[] | undefined;
}

/** The programs with what has come in for them, and a way to any other. */
export function applicationListPage(options: ApplicationListOptions): Content {
  const { summaries, q, found, language, link } = options;
  const say = staffApplicationWords[language];
  const body = markup`<h1>${say.listTitle}</h1>
      ${summaries.length ? summaryTable(options, say) : markup`<p>${say.none}</p>`}
      <section aria-labelledby="search">
        <h2 id="search">${say.search}</h2>
        <form method="get" action="${link('/applications')}" class="fields">
          <input type="hidden" name="lang" value="${language}">
          <div class="field">
            <label for="q">${say.searchLabel}</label>
            <input type="search" name="q" id="q" value="${q}" maxlength="100">
          </div>
          <p><button type="submit">${say.searchPress}</button></p>
        </form>
        ${found && (found.length ? markup`<ul class="links">${found.map((one) => foundItem(one, options))}</ul>` : markup`<p>${say.searchNone}</p>`)}
      </section>`;
  return { title: say.title, body };
}

function foundItem(program: Program, { language, link, now }: Base): Markup {
  const when = whenOf(program, language, now);
  return markup`<li><a href="${link(`/applications/${program.id}`)}">${program.title}</a>${when ? markup` <span class="small">${when}</span>` : ''}</li>`;
}

function summaryTable({ summaries, language, link, now }: ApplicationListOptions, say: StaffApplicationWords): Markup {
  const states: ApplicationState[] = ['pending', 'asked', 'waiting', 'accepted'];
  return markup`<div class="table" tabindex="0" role="region" aria-label="${say.listTitle}"><table>
        <thead><tr><th scope="col">${say.program}</th><th scope="col">${say.when}</th>${states.map((state) => markup`<th scope="col">${say.states[state]}</th>`)}<th scope="col">${say.left}</th><th scope="col">${say.interested}</th></tr></thead>
        <tbody>${summaries.map(
          ({ program, people, interested, left }) =>
            markup`<tr>
          <th scope="row" class="wrapped"><a href="${link(`/applications/${program.id}`)}">${program.title}</a></th>
          <td>${whenOf(program, language, now) ?? say.uncounted}</td>
          ${states.map((state) => markup`<td>${people[state] ?? 0}</td>`)}
          <td>${Number.isFinite(left) ? left : say.uncounted}</td>
          <td>${interested}</td>
        </tr>`,
        )}</tbody>
      </table></div>`;
}

export interface ProgramApplicationsOptions extends Base, Omit<CardOptions, 'action' | 'say'> {
  done?: HeadOptions['done'];
  feedback: readonly Selectable<FeedbackTable>[];
}

/** The applications for one program, and what else there is to do about it. */
export function programApplicationsPage(options: ProgramApplicationsOptions): Content {
  const { recruiting, applications, language, link } = options;
  const say = staffApplicationWords[language];
  const { program } = recruiting;
  const path = `/applications/${program.id}`;
  const body = markup`<p class="small"><a href="${link('/applications')}">${say.back}</a></p>
      <h1>${program.title}</h1>
      ${applicationsHead({ ...options, say })}
      <ul class="links">
        <li><a href="${link(`${path}/settings`)}">${say.settings}</a></li>
        <li><a href="${link(`${path}/report`)}">${say.report}</a></li>
        ${applications.length ? markup`<li><a href="${link(`${path}/csv`)}">${say.csv.press}</a></li>` : ''}
      </ul>
      ${applicationCards({ ...options, say, action: link(path) })}
      ${feedbackTable(options, say)}`;
  return { title: program.title, body };
}

/** What guests and the host said after the day; for staff alone. */
function feedbackTable({ feedback, language }: ProgramApplicationsOptions, say: StaffApplicationWords): Markup {
  if (!feedback.length) return markup``;
  const fields = feedbackFields.map(namedFeedbackField);
  return markup`<section aria-labelledby="feedback">
        <h2 id="feedback">${say.feedback}</h2>
        <div class="table" tabindex="0" role="group" aria-labelledby="feedback"><table>
          <thead><tr><th scope="col">${say.side}</th>${fields.map((field) => markup`<th scope="col">${labelOf(field, language)}</th>`)}</tr></thead>
          <tbody>${feedback.map(
            ({ side, good, again, message }) =>
              markup`<tr><th scope="row">${say.sides[side]}</th>${fields.map((field) => {
                const answer = { good, again, message: message ?? undefined }[field.name];
                return markup`<td class="wrapped lines">${answerText(field, answer, language)}</td>`;
              })}</tr>`,
          )}</tbody>
        </table></div>
      </section>`;
}

export interface SettingsOptions extends Base {
  program: Program;
  answers: Answers;
  faults?: readonly FieldFault[];
  csrf: Markup;
}

/** What staff set for a program's applications. */
export function settingsPage(options: SettingsOptions): Content {
  const say = staffApplicationWords[options.language];
  const fields = settingFields.map((field): Field => {
    const name = field.name as keyof typeof say.labels;
    return { ...field, label: say.labels[name], help: say.helps[name] };
  });
  return formPage(options, { name: 'settings', title: say.settings, lead: say.settingsLead, press: say.save, fields });
}

/** What staff tell of the day, for everybody to read. */
export function reportPage(options: SettingsOptions): Content {
  const say = staffApplicationWords[options.language];
  const fields = reportFields.map(
    (field): Field => ({ ...field, label: say.reportLabels[field.name as keyof typeof say.reportLabels] }),
  );
  return formPage(options, { name: 'report', title: say.report, lead: say.reportLead, press: say.reportSave, fields });
}

interface FormWords {
  /** Below the program's page. */
  name: string;
  title: string;
  lead: string;
  press: string;
  fields: readonly Field[];
}

/** A form about one program. */
function formPage(
  { program, answers, faults = [], csrf, language, link }: SettingsOptions,
  { name, title, lead, press, fields }: FormWords,
): Content {
  const path = `/applications/${program.id}`;
  const body = markup`<p class="small"><a href="${link(path)}">${staffApplicationWords[language].backToProgram}</a></p>
      <h1>${title}</h1>
      <p class="lead">${program.title}</p>
      ${faultSummary({ fields, answers, faults, language })}
      <p>${lead}</p>
      <form method="post" action="${link(`${path}/${name}`)}" novalidate class="fields">
        ${csrf}
        ${formFields({ fields, answers, faults, language })}
        <p><button type="submit">${press}</button></p>
      </form>`;
  return { title: `${title}：${program.title}`, body };
}
