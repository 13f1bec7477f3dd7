import type { BackendLinks } from '@kankei/client';
import { isOpen, nextSession, type Program, type ProgramState, programState, takesApplications } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../internal/icons.ts';
import { phoneLink } from '../internal/phone-link.ts';
import { picture } from '../internal/picture.ts';
import { languageOf } from '../internal/program/facts.ts';
import { richText } from '../internal/rich-text.ts';
import { webLink } from '../internal/web-link.ts';
import type { TakingPartParts } from './application/taking-part.ts';
import { type Field, fields, isAskedFirst } from './detail-fields.ts';
import { inJapan } from './listing.ts';
import { googleCalendarLink, mapLink } from './outside-links.ts';
import type { Shared } from './share-link.ts';
import type { FullView } from './view.ts';

/** What one can do with a program beside reading it. */
export interface DetailOptions {
  links: BackendLinks;
  /** The towns of the list, for a calendar of all their programs. */
  towns: readonly string[];
  /** What came of sharing. */
  shared: Shared | undefined;
  share(): void;
  /** What one can do here, once it is known. */
  taking: TakingPartParts | undefined;
}

/** Texts longer than this (characters) stand below what everybody asks first. */
const longText = 300;

/**
 * Everything known about a program, under the title that the list shows already.
 */
export function detail(program: Program, view: FullView, options: DetailOptions): TemplateResult {
  const { s, now } = view;
  const { taking } = options;
  const state = taking?.ended ? 'closed' : programState(program, now);
  const { description, summary } = program;
  const text = description ?? summary;
  const isLong = text !== undefined && text.length > longText;
  const all = fields(program, view);
  const first = isLong ? all.filter(([label]) => isAskedFirst(label, view)) : all;
  return html`
    ${
      state === 'open' || state === 'few'
        ? nothing
        : html`<p part="notice" class="notice ${state}">${icon(state)}${s.notOpen[state]}</p>`
    }
    <div class="intro">
      ${picture(program.image)}
      <div class="words">
        ${
          summary && (isLong || !text?.startsWith(summary))
            ? html`<p class="lead text" lang=${languageOf(summary, s)}>${richText(summary)}</p>`
            : nothing
        }
        ${isLong ? nothing : paragraphs(text, view)} ${taking?.ways} ${actions(program, state, view, options)}
      </div>
    </div>
    ${taking?.report} ${sheet(first)} ${isLong ? html`${paragraphs(text, view)} ${sheet(all.filter((field) => !first.includes(field)))}` : nothing}
    ${inJapan() ? nothing : html`<p part="zone" class="small">${s.japanTime}</p>`}
  `;
}

function paragraphs(text: string | undefined, { s }: FullView) {
  return text ? html`<p part="description" class="text" lang=${languageOf(text, s)}>${richText(text)}</p>` : nothing;
}

function sheet(all: readonly Field[]) {
  return all.length
    ? html`<dl part="fields" class="fields">
        ${all.map(([label, content]) => html`<div class="field"><dt>${label}</dt><dd>${content}</dd></div>`)}
      </dl>`
    : nothing;
}

/** What one can do next; the one way in comes first, and looks like it. */
function actions(program: Program, state: ProgramState, { s, now }: FullView, options: DetailOptions) {
  const { links, towns, shared, share, taking } = options;
  const session = nextSession(program, now);
  const file = session && webLink(links.programCalendar?.(program.town, program.id));
  const comes = session && state !== 'cancelled' && state !== 'postponed';
  const map = program.mode === 'online' ? undefined : mapLink(program);
  const feed = webLink(links.calendar?.(towns))?.replace(/^https?:/, 'webcal:');
  const next = isOpen(state) ? nextStep(program, s) : undefined;
  const source = next?.href === webLink(program.url) ? undefined : webLink(program.url);
  // What a calendar or a map opens cannot be read off paper; the ways to apply and to ask can.
  const list: [content: unknown, onPaper?: boolean][] = [
    [
      next &&
        (taking?.takes
          ? button(next.href, next.label, s)
          : button(next.href, next.label, s, 'apply', 'button primary')),
      true,
    ],
    [
      comes &&
        (file ? button(file, s.addToCalendar, s) : button(googleCalendarLink(program, session), s.addToGoogle, s)),
    ],
    [feed && button(feed, s.subscribe, s)],
    [button(map, s.map, s)],
    [button(source, s.source, s), true],
    [html`<button part="share" type="button" @click=${share}>${s.share}</button>`],
  ];
  // Each keeps its place whatever else is there, and with it focus when more becomes known.
  const item = ([content, onPaper]: (typeof list)[number]) =>
    content && content !== nothing ? html`<li class=${onPaper ? 'on-paper' : nothing}>${content}</li>` : nothing;
  return html`<ul part="actions" class="actions">${list.map(item)}</ul>
    <p part="shared" class="shared" role="status">${shared ? s.shared[shared] : nothing}</p>`;
}

/** How to take part: the way to apply, else whom to ask, else the program's own page where it is something to apply for. */
function nextStep(program: Program, s: FullView['s']): { href: string; label: string } | undefined {
  const { apply, contact, url } = program;
  const call = contact?.phone && phoneLink(contact.phone);
  const ways: [string | undefined, string][] = [
    [webLink(apply?.url), s.apply],
    [webLink(contact?.url), s.askOnPage],
    [contact?.email && `mailto:${contact.email}`, s.askByMail],
    [call, s.askByPhone],
    [webLink(url), s.source],
  ];
  const [href, label] = ways.find(([address]) => address) ?? [];
  return href && label && (apply?.url || takesApplications(program)) ? { href, label } : undefined;
}

/** A link as a button; one that leaves the site says so and opens beside the page, so that the place in it is kept. */
function button(href: string | undefined, label: string, s: FullView['s'], part = 'link', look = 'button') {
  if (!href) return nothing;
  return leaves(href)
    ? html`<a part=${part} class=${look} href=${href} target="_blank" rel="noopener"
        ><span>${label}<span class="hidden">${s.leaves}</span></span>${icon('leave')}</a
      >`
    : html`<a part=${part} class=${look} href=${href}>${label}</a>`;
}

/** True for another site than the page's own; to a calendar file, a mail or a call nobody goes away. */
function leaves(href: string): boolean {
  const { protocol, host, pathname } = new URL(href);
  return protocol.startsWith('http') && host !== location.host && !pathname.endsWith('.ics');
}
