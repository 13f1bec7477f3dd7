import { type ApplicationState, holdsPlaces, inLanguage, type StageRule, timeZone } from '@kankei/core';
import type { KeptApplication } from '../applications/application-store.ts';
import { type Decided, type Decision, decisionsFor } from '../applications/decide.ts';
import type { Recruiting } from '../applications/recruiting.ts';
import { whenOf } from '../mail/application-mails.ts';
import { shownField } from './application.ts';
import { answerText, labelOf } from './form.ts';
import { type Markup, markup } from './markup.ts';
import type { StaffApplicationWords } from './staff-applications-words.ts';
import type { Language } from './words.ts';

export type GroupName = keyof StaffApplicationWords['groups'];

const groups: Record<GroupName, readonly ApplicationState[]> = {
  open: ['pending', 'asked'],
  waiting: ['waiting'],
  accepted: ['accepted'],
  ended: ['declined', 'withdrawn'],
};

/** How the applications for a program stand. */
export interface HeadOptions {
  say: StaffApplicationWords;
  language: Language;
  recruiting: Recruiting;
  applications: readonly KeptApplication[];
  /** Infinity where nobody counts. */
  left: number;
  /** ms since 1970. */
  now: number;
  done?: Decision | 'settings' | 'report' | undefined;
  /** What could not be done, with what was typed. */
  refused?: { id: string; why: Exclude<Decided, 'done'>; message: string } | undefined;
}

export interface CardOptions extends Omit<HeadOptions, 'done'> {
  /** Where decisions are sent, and what is sent along. */
  action: string;
  csrf: Markup;
  /** How far the relation of each to the town has come, by the application's id; for staff alone. */
  stages?: ReadonlyMap<string, StageRule>;
  /** Answers that are not shown, by their fields. */
  leftOut?: readonly string[];
  /** All of them unless said. */
  shownGroups?: readonly GroupName[];
}

/** What was just done or could not be, when the program is, how many places are left. */
export function applicationsHead({
  say,
  language,
  recruiting,
  applications,
  left,
  now,
  done,
  refused,
}: HeadOptions): Markup {
  const taken = applications.filter(({ state }) => holdsPlaces(state)).reduce((sum, { party }) => sum + party, 0);
  return markup`${done ? markup`<p class="done" role="status">${say.done[done]}</p>` : ''}
      ${refused ? markup`<p class="summary" role="alert">${say.refused[refused.why]}</p>` : ''}
      <p>${whenOf(recruiting.program, language, now) ?? ''}</p>
      <p>${Number.isFinite(left) ? say.places(taken, left) : say.placesUncounted(taken)}</p>`;
}

/** The applications for one program, those first that wait for an answer, with what can be decided. */
export function applicationCards(options: CardOptions): Markup {
  const { applications, say, shownGroups = Object.keys(groups) as GroupName[] } = options;
  if (!applications.length) return markup`<p>${say.noApplications}</p>`;
  return markup`${shownGroups.map((name) => group(options, name))}`;
}

function group(options: CardOptions, name: GroupName): Markup {
  const { say } = options;
  const some = options.applications.filter(({ state }) => groups[name].includes(state));
  return markup`<section aria-labelledby="group-${name}">
        <h2 id="group-${name}">${say.groups[name]}</h2>
        ${some.length ? some.map((application) => card(options, application)) : markup`<p>${say.nobody}</p>`}
      </section>`;
}

function card(options: CardOptions, application: KeptApplication): Markup {
  const { recruiting, language, refused, leftOut = [], say } = options;
  const stage = options.stages?.get(application.id);
  const { id, answers, party, state, message, reply, created_at } = application;
  const day = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(
    created_at,
  );
  const shown = recruiting.fields
    .filter(({ name }) => !['name', 'people', 'privacy', ...leftOut].includes(name))
    .map(shownField);
  const rows = shown.map(
    (field) => [labelOf(field, language), answerText(field, answers[field.name], language)] as const,
  );
  const said: (readonly [string, string | null])[] = [
    ...rows,
    [say.csv.message, message],
    [say.csv.reply, reply],
    [say.stage, stage ? inLanguage(stage.label, language) : null],
  ];
  const facts = said.map(([name, value]) =>
    value ? markup`<div><dt>${name}</dt><dd class="lines">${value}</dd></div>` : '',
  );
  return markup`<details class="project" id="application-${id}"${refused?.id === id ? markup` open` : ''}>
          <summary><strong>${String(answers.name)}</strong> ${say.people(party)} <span class="small">${say.states[state]} ${say.applied(day)}</span></summary>
          <dl>${facts}</dl>
          ${deciding(options, application)}
        </details>`;
}

/** One form an application: the words, and a button for each decision that can be taken. */
function deciding({ csrf, refused, action, say }: CardOptions, { id, state }: KeptApplication): Markup {
  const decisions = decisionsFor(state);
  if (!decisions.length) return markup``;
  const typed = refused?.id === id ? refused.message : '';
  return markup`<form method="post" action="${action}" class="fields">
            ${csrf}
            <input type="hidden" name="application" value="${id}">
            <div class="field">
              <label for="message-${id}">${say.message}</label>
              <p class="small" id="help-${id}">${say.messageHelp}</p>
              <textarea name="message" id="message-${id}" rows="3" maxlength="2000" aria-describedby="help-${id}">
${typed}</textarea>
            </div>
            <p class="ways">${decisions.map((one) => markup`<button type="submit" name="decision" value="${one}">${say.decisions[one]}</button>`)}</p>
          </form>`;
}
