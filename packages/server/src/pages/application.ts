import {
  type Answers,
  type Field,
  type FieldFault,
  type Program,
  type ProgramState,
  programState,
  timeZone,
} from '@kankei/core';
import type { Applied, PrivateFacts } from '../applications/application-store.ts';
import { whenOf } from '../mail/application-mails.ts';
import { type ApplicationWords, applicationLabels, applicationPageWords, membersHelp } from './application-words.ts';
import { faultSummary, formFields } from './form.ts';
import { type Markup, markup } from './markup.ts';
import { personPage } from './person-page.ts';
import type { Language } from './words.ts';

/** What was just done, as the page's address names it. */
export const applicationDoings = ['details', 'reply', 'late'] as const;
export type ApplicationDoing = (typeof applicationDoings)[number];

/** The forms of the page. */
export type ApplicationForm = 'details' | 'reply';

export interface ApplicationPageOptions extends Applied {
  token: string;
  language: Language;
  /** ms since 1970. */
  now: number;
  /** Whether anything can still be changed, and what. */
  isChangeable: boolean;
  fields: readonly Field[];
  replyField: Field;
  /** Of who waits: the place in the list, from 1. */
  position?: number | undefined;
  /** Given for who was accepted, and for nobody else. */
  privateFacts?: PrivateFacts | undefined;
  done?: ApplicationDoing | undefined;
  /** What was typed and cannot be kept; the page then shows that form alone. */
  refused?: { form: ApplicationForm; answers: Answers; faults: readonly FieldFault[] } | undefined;
  /** The way to the root. */
  up?: string;
}

/** What the parts of the page are made from. */
interface Context extends ApplicationPageOptions {
  say: ApplicationWords;
  /** The address of something below the page. */
  below: (name: string) => string;
}

/** An applicant's own page: how the application stands, and all that was written, to be corrected or taken back. */
export function applicationPage(options: ApplicationPageOptions): Markup {
  const { recruiting, language, token, refused, up = '../' } = options;
  const say = applicationPageWords[language];
  const below = (name: string) => `${up}application/${token}/${name}?lang=${language}`;
  const context: Context = { ...options, say, below };
  const { town, program } = recruiting;
  const back = markup`<p><a href="${up}application/${token}?lang=${language}">${say.title}</a></p>`;
  if (refused) {
    const title = `${say.error}${say[refused.form]}`;
    const form = refused.form === 'reply' ? replyForm(context) : detailsForm(context);
    return personPage({ language, town, title, body: markup`<h1>${say[refused.form]}</h1>${form}${back}`, up });
  }
  const body = markup`<p class="small">${say.title}</p>
      <h1>${program.title}</h1>
      ${options.done ? markup`<p class="${options.done === 'late' ? 'summary' : 'done'}" role="status">${say.done[options.done]}</p>` : ''}
      ${standing(context)}
      ${words(context)}
      ${joining(context)}
      ${facts(context)}
      ${options.isChangeable ? changing(context) : ''}
      ${kept(context)}`;
  return personPage({ language, town, title: `${say.title}：${program.title}`, body, up });
}

function standing({ application, recruiting, position, now, say }: Context): Markup {
  const { label, text } = say.states[application.state];
  const off = offText(say, programState(recruiting.program, now));
  return markup`<div class="done">
        <h2>${label}</h2>
        <p>${position === undefined ? '' : say.position(position)}${text}</p>
        ${off ? markup`<p>${off}</p>` : ''}
      </div>`;
}

function offText(say: ApplicationWords, state: ProgramState): string | undefined {
  return state === 'cancelled' || state === 'postponed' || state === 'over' ? say.off[state] : undefined;
}

/** What staff or the host wrote, and what was answered. */
function words(context: Context): Markup {
  const { application, isChangeable, say } = context;
  const { message, reply, state } = application;
  if (!message && !reply) return markup``;
  return markup`<section aria-labelledby="words">
        <h2 id="words">${say.wrote}</h2>
        ${message ? markup`<p class="said">${message}</p>` : ''}
        ${reply ? markup`<h3>${say.replied}</h3><p class="said">${reply}</p>` : ''}
        ${state === 'asked' && isChangeable ? replyForm(context) : ''}
      </section>`;
}

function replyForm({ replyField, refused, language, say, below }: Context): Markup {
  const fields = [{ ...replyField, label: say.reply }];
  const { answers = {}, faults = [] } = refused?.form === 'reply' ? refused : {};
  return markup`${faultSummary({ fields, answers, faults, language })}
        <form method="post" action="${below('reply')}" novalidate class="fields">
        ${formFields({ fields, answers, faults, language })}
        <p><button type="submit">${say.replyPress}</button></p>
        </form>`;
}

function joining({ privateFacts, say }: Context): Markup {
  const { joinUrl, joinNote } = privateFacts ?? {};
  if (!joinUrl && !joinNote) return markup``;
  return markup`<section aria-labelledby="join">
        <h2 id="join">${say.join}</h2>
        <p class="small">${say.joinText}</p>
        ${joinUrl ? markup`<p><a class="press" href="${joinUrl}" rel="noreferrer">${say.joinLink}</a></p><p class="small">${joinUrl}</p>` : ''}
        ${joinNote ? markup`<p class="said">${joinNote}</p>` : ''}
      </section>`;
}

function facts({ application, recruiting, language, now, say, up = '../' }: Context): Markup {
  const { town, program } = recruiting;
  const page = program.url ?? `${up}?town=${town.code}&lang=${language}`;
  const rows: (readonly [string, string | undefined])[] = [
    [say.when, whenOf(program, language, now) ?? program.dateNote ?? say.unknownWhen],
    [say.place, placeOf(program, say)],
    [say.meetingPlace, program.meetingPlace],
    [say.party, say.people(application.party)],
  ];
  return markup`<section aria-labelledby="facts">
        <h2 id="facts">${say.facts}</h2>
        <dl>${rows.map(([name, value]) => (value ? markup`<div><dt>${name}</dt><dd>${value}</dd></div>` : ''))}</dl>
        <p><a href="${page}">${say.program}</a></p>
      </section>`;
}

function placeOf({ mode, place }: Program, say: ApplicationWords): string | undefined {
  const there = [place?.name, place?.address].filter(Boolean).join(' ');
  return there || (mode === 'online' ? say.online : undefined);
}

function changing(context: Context): Markup {
  const { say, below } = context;
  return markup`<section aria-labelledby="details">
        <h2 id="details">${say.details}</h2>
        <details>
          <summary>${say.detailsOpen}</summary>
          ${detailsForm(context)}
        </details>
      </section>
      <section aria-labelledby="withdraw">
        <h2 id="withdraw">${say.withdraw}</h2>
        <p>${say.withdrawText}</p>
        <p><a href="${below('withdraw')}">${say.withdrawLink}</a></p>
      </section>`;
}

function detailsForm({ application, fields, refused, language, say, below }: Context): Markup {
  const shown = fields.map(shownField);
  const { answers = application.answers, faults = [] } = refused?.form === 'details' ? refused : {};
  return markup`${faultSummary({ fields: shown, answers, faults, language })}
        <p>${say.detailsText}${application.state === 'accepted' ? ` ${say.detailsGrow}` : ''}</p>
        <p class="small">${say.email(String(application.answers.email))}</p>
        <form method="post" action="${below('details')}" novalidate class="fields">
        ${formFields({ fields: shown, answers, faults, language })}
        <p><button type="submit">${say.save}</button></p>
        </form>`;
}

/** With our words where the town has none; when to name the others is said by the help, for it depends on a number. */
export function shownField(field: Field): Field {
  const label = field.label ?? applicationLabels[field.name];
  const named = label === undefined ? field : { ...field, label };
  if (field.name !== 'members') return named;
  const { shownWhen, ...always } = named;
  return { ...always, required: false, help: field.help ?? membersHelp };
}

function kept({ application, language, say }: Context): Markup {
  const { notice_version, consent_at } = application;
  const day = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long' }).format(consent_at);
  return markup`<section aria-labelledby="kept">
        <h2 id="kept">${say.kept}</h2>
        <p>${say.keptText(day, notice_version)}</p>
      </section>`;
}

/** Asks once more before an application is withdrawn. */
export function withdrawPage({ recruiting, language, token }: Applied & { language: Language; token: string }): Markup {
  const say = applicationPageWords[language];
  const up = '../../';
  const { town, program } = recruiting;
  const body = markup`<h1>${say.withdrawTitle}</h1>
      <p class="lead">${say.withdrawLead(program.title)}</p>
      <form method="post" action="${up}application/${token}/withdraw?lang=${language}"><button type="submit">${say.withdrawPress}</button></form>
      <p><a href="${up}application/${token}?lang=${language}">${say.withdrawBack}</a></p>`;
  return personPage({ language, town, title: say.withdrawTitle, body, up });
}

/** For a link that opens nothing (any more). */
export function goneApplicationPage(language: Language, up: string): Markup {
  const say = applicationPageWords[language];
  const body = markup`<h1>${say.goneTitle}</h1>
      <p class="lead">${say.goneText}</p>`;
  return personPage({ language, title: say.goneTitle, body, up });
}
