import type { BackendLinks } from '@kankei/client';
import { nextSession, type Program, type ProgramState, programState } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../internal/icons.ts';
import { picture } from '../internal/picture.ts';
import { richText } from '../internal/rich-text.ts';
import { webLink } from '../internal/web-link.ts';
import { fields } from './detail-fields.ts';
import { googleCalendarLink, mapLink } from './outside-links.ts';
import { languageOf, type View } from './view.ts';

/**
 * Everything known about a program, under the title that the list shows already. Fetched when a program is first
 * opened: a list that is only looked at does not pay for it.
 */
export function detail(program: Program, view: View, links: BackendLinks): TemplateResult {
  const { s, now } = view;
  const state = programState(program, now);
  const { image, description, summary } = program;
  const text = description ?? summary;
  return html`
    ${
      state === 'open' || state === 'few'
        ? nothing
        : html`<p part="notice" class="notice ${state}">${icon(state)}${s.notOpen[state]}</p>`
    }
    <div class="intro">
      ${picture(image)}
      <div class="words">
        ${
          summary && !text?.startsWith(summary)
            ? html`<p class="lead text" lang=${languageOf(summary, s)}>${richText(summary)}</p>`
            : nothing
        }
        ${text ? html`<p part="description" class="text" lang=${languageOf(text, s)}>${richText(text)}</p>` : nothing}
        ${actions(program, state, view, links)}
      </div>
    </div>
    <dl part="fields" class="fields">
      ${fields(program, view).map(([label, content]) => html`<div class="field"><dt>${label}</dt><dd>${content}</dd></div>`)}
    </dl>
  `;
}

/** What one can do next; the one way in comes first. */
function actions(program: Program, state: ProgramState, { s, now }: View, links: BackendLinks) {
  const session = nextSession(program, now);
  const file = session && webLink(links.programCalendar?.(program.town, program.id));
  const comes = session && state !== 'cancelled' && state !== 'postponed';
  const map = program.mode === 'online' ? undefined : mapLink(program);
  const list = [
    (state === 'open' || state === 'few') && button(webLink(program.apply?.url), s.apply, s, 'apply', 'button primary'),
    comes && (file ? button(file, s.addToCalendar, s) : button(googleCalendarLink(program, session), s.addToGoogle, s)),
    button(map, s.map, s),
    button(webLink(program.url), s.source, s),
  ].filter((action) => action && action !== nothing);
  return list.length
    ? html`<ul part="actions" class="actions">${list.map((action) => html`<li>${action}</li>`)}</ul>`
    : nothing;
}

/** A link as a button; one that leaves the site says so and opens beside the page, so that the place in it is kept. */
function button(href: string | undefined, label: string, s: View['s'], part = 'link', look = 'button') {
  if (!href) return nothing;
  return leaves(href)
    ? html`<a part=${part} class=${look} href=${href} target="_blank" rel="noopener"
        ><span>${label}<span class="hidden">${s.leaves}</span></span>${icon('leave')}</a
      >`
    : html`<a part=${part} class=${look} href=${href}>${label}</a>`;
}

/** True for another site than the page's own; a calendar file is fetched, nobody goes there. */
function leaves(href: string): boolean {
  const { host, pathname } = new URL(href);
  return host !== location.host && !pathname.endsWith('.ics');
}
