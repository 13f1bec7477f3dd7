import { type Answers, type Field, type FieldFault, inLanguage, timeZone, toInstant } from '@kankei/core';
import { memberFields, tierOf } from '../members/club.ts';
import { cardNameOf, type Membership } from '../members/member-store.ts';
import { forgetScript, pageScripts } from './check.ts';
import { faultSummary, formFields } from './form.ts';
import { type Markup, markup } from './markup.ts';
import { type MemberWords, memberWords } from './member-words.ts';
import { personPage } from './person-page.ts';
import type { Language } from './words.ts';

/** What was just done, as the page's address names it. */
export const doings = ['details', 'newsletter-on', 'newsletter-off', 'stay'] as const;
export type Doing = (typeof doings)[number];

export interface MemberPageOptions extends Membership {
  token: string;
  language: Language;
  /** A new address that waits to be confirmed. */
  pendingEmail?: string | undefined;
  done?: Doing | undefined;
  /**
   * What was typed and cannot be kept, for its faults or (`wait`, in seconds) because there was too much of it; the page
   * then shows the form alone.
   */
  refused?:
    | { answers: Answers; cardName: string; faults: readonly FieldFault[]; wait?: number | undefined }
    | undefined;
  /** The exact version of the running kankei. */
  version: string;
  /** The way to the root. */
  up?: string;
}

/** What the parts of the page are made from. */
interface Context extends MemberPageOptions {
  say: MemberWords;
  up: string;
  /** The address of one of the page's forms. */
  action: (name: string) => string;
}

/** The fields of the page's form: the newsletter has a button of its own. */
export function detailFields(membership: Membership): Field[] {
  return memberFields(membership.club).filter(({ name }) => name !== 'newsletter');
}

/** A member's own page: the card, and all that is kept, to be corrected. Only the card itself needs a script. */
export function memberPage(options: MemberPageOptions): Markup {
  const { club, language, token, refused, version, up = '../' } = options;
  const say = memberWords[language];
  const action = (name: string) => `${up}member/${token}/${name}?lang=${language}`;
  const context: Context = { ...options, say, up, action };
  const title = refused ? `${say.error}${say.details}` : say.title;
  const body = refused
    ? markup`<h1>${say.details}</h1>
      ${details(context)}
      <p><a href="${up}member/${token}?lang=${language}">${say.title}</a></p>`
    : markup`<h1>${say.title}</h1>
      ${said(context)}
      ${options.member.warned_at === null ? '' : staying(context)}
      ${card(context)}
      ${nameCards(context)}
      ${newsletter(context)}
      <section aria-labelledby="details">
        <h2 id="details">${say.details}</h2>
        ${pending(context)}
        <details>
          <summary>${say.detailsOpen}</summary>
          ${details(context)}
        </details>
      </section>
      ${kept(context)}
      <section aria-labelledby="leave">
        <h2 id="leave">${say.leave}</h2>
        <p>${say.leaveText}</p>
        <p><a href="${up}member/${token}/leave?lang=${language}">${say.leaveLink}</a></p>
      </section>`;
  return personPage({ language, club, title, body, head: pageScripts(up, version), up });
}

function said({ done, pendingEmail, say }: Context): Markup {
  if (!done) return markup``;
  const text = done === 'details' && pendingEmail !== undefined ? say.done.moving(pendingEmail) : say.done[done];
  return markup`<p class="done" role="status">${text}</p>`;
}

function staying({ say, action }: Context): Markup {
  return markup`<section class="done" aria-labelledby="stay">
        <h2 id="stay">${say.stay}</h2>
        <p>${say.stayText}</p>
        <form method="post" action="${action('stay')}"><button type="submit">${say.stayPress}</button></form>
      </section>`;
}

/** The fallback inside says without a script what a shop may ask for. */
function card({ club, member, language, say }: Context): Markup {
  const tier = club.fanclub.tiers.find(({ id }) => id === tierOf(club, member.answers));
  return markup`<section aria-labelledby="card">
        <h2 id="card">${say.card}</h2>
        <kankei-member-card town="${member.town}" heading-level="3">
          <dl>
            <div><dt>${say.number}</dt><dd>${member.number}</dd></div>
            <div><dt>${say.name}</dt><dd>${cardNameOf(member)}</dd></div>
            ${tier ? markup`<div><dt>${say.tier}</dt><dd>${inLanguage(tier.label, language)}</dd></div>` : ''}
            <div><dt>${say.since}</dt><dd>${dayIn(member.since, language)}</dd></div>
          </dl>
          <p class="small">${say.cardLater}</p>
        </kankei-member-card>
      </section>`;
}

function pending({ pendingEmail, say }: Context): Markup {
  return pendingEmail === undefined ? markup`` : markup`<p class="done">${say.pending(pendingEmail)}</p>`;
}

function details(context: Context): Markup {
  const { member, language, refused, say, action } = context;
  const fields = detailFields(context);
  const answers = refused?.answers ?? member.answers;
  const faults = refused?.faults ?? [];
  const isLong = faults.some(({ name }) => name === 'cardName');
  return markup`${faultSummary({ fields: [...fields, cardNameField(say)], answers, faults, language })}
        ${refused?.wait === undefined ? '' : markup`<p class="summary" role="alert">${say.wait(Math.ceil(refused.wait / 60))}</p>`}
        <p>${say.detailsText}</p>
        <form method="post" action="${action('details')}" novalidate class="fields">
        ${formFields({ fields, answers, faults, language })}
        <div class="field">
          <label for="field-cardName">${say.cardName}</label>
          <p class="small" id="help-cardName">${say.cardNameHelp}</p>
          <input type="text" name="cardName" id="field-cardName" value="${refused?.cardName ?? member.card_name ?? ''}" aria-describedby="help-cardName${isLong ? ' fault-cardName' : ''}"${isLong ? markup` aria-invalid="true"` : ''}>
          ${isLong ? markup`<p class="fault" id="fault-cardName">${say.cardNameLong}</p>` : ''}
        </div>
        <p><button type="submit">${say.save}</button></p>
        </form>`;
}

/** For the summary of faults alone. */
const cardNameField = (say: MemberWords): Field => ({
  name: 'cardName',
  kind: 'text',
  label: say.cardName,
  maxLength: 40,
});

function newsletter({ member, say, action }: Context): Markup {
  const isOn = member.answers.newsletter === true;
  return markup`<section aria-labelledby="newsletter">
        <h2 id="newsletter">${say.newsletter}</h2>
        <p>${isOn ? say.newsletterOn : say.newsletterOff}</p>
        <form method="post" action="${action('newsletter')}">
          <button type="submit" name="wanted" value="${isOn ? 'no' : 'yes'}">${isOn ? say.newsletterStop : say.newsletterStart}</button>
        </form>
      </section>`;
}

function nameCards({ member, say, action }: Context): Markup {
  return markup`<section aria-labelledby="name-cards">
        <h2 id="name-cards">${say.nameCards}</h2>
        <p>${say.nameCardsText}</p>
        <form method="post" action="${action('name-cards')}" class="fields">
          <div class="field">
            <label for="name-on-cards">${say.nameCardsName}</label>
            <input type="text" name="name" id="name-on-cards" value="${cardNameOf(member)}" maxlength="40" required>
          </div>
          <p><button type="submit">${say.nameCardsPress}</button></p>
        </form>
        ${member.introduced ? markup`<p>${say.introduced(member.introduced)}</p>` : ''}
      </section>`;
}

function kept({ member, language, say }: Context): Markup {
  const { notice_version, consent_at, source } = member;
  const day = dayFormat(language).format(consent_at);
  return markup`<section aria-labelledby="kept">
        <h2 id="kept">${say.kept}</h2>
        <p>${say.keptText(day, notice_version)}</p>
        ${source === null ? '' : markup`<p>${say.source(source)}</p>`}
      </section>`;
}

const dayFormat = (language: Language) => new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long' });
const dayIn = (day: string, language: Language) => dayFormat(language).format(toInstant(day));

/** Asks once more before everything is deleted. */
export function leavePage({
  club,
  member,
  language,
  token,
}: Membership & { language: Language; token: string }): Markup {
  const say = memberWords[language];
  const up = '../../';
  const body = markup`<h1>${say.leaveTitle}</h1>
      <p class="lead">${say.leaveLead(member.number)}</p>
      <form method="post" action="${up}member/${token}/leave?lang=${language}"><button type="submit">${say.leavePress}</button></form>
      <p><a href="${up}member/${token}?lang=${language}">${say.leaveBack}</a></p>`;
  return personPage({ language, club, title: say.leaveTitle, body, up });
}

/** After it is done; nothing is left to link to, and the card goes from this device too. */
export function leftPage({ club, language }: Pick<Membership, 'club'> & { language: Language }): Markup {
  const say = memberWords[language];
  const body = markup`<h1>${say.leftTitle}</h1>
      <p class="lead">${say.leftText}</p>`;
  const up = '../../';
  return personPage({ language, club, title: say.leftTitle, body, head: forgetScript(up), up });
}

/** For a link that opens nothing (any more). */
export function goneMemberPage(language: Language, up: string): Markup {
  const say = memberWords[language];
  const body = markup`<h1>${say.goneTitle}</h1>
      <p class="lead">${say.goneText}</p>`;
  return personPage({ language, title: say.goneTitle, body, head: forgetScript(up), up });
}
