import {
  exchangeOf,
  feeOf,
  isAsked,
  isOpen,
  type ProgramItem,
  type ProgramState,
  programState,
  whenOf,
  whereOf,
} from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../internal/icons.ts';
import { picture } from '../internal/picture.ts';
import { languageOf, tags } from '../internal/program/facts.ts';
import type { View } from './view.ts';

/** What a card does: the address it links and what happens instead in place. */
export interface CardActions {
  href(program: ProgramItem): string;
  open(event: MouseEvent, program: ProgramItem): void;
}

/**
 * A program as a card, or in outline its title and link alone: the same elements, so that focus stays where it is when
 * the rest comes. What cannot be read never spoils the list: it becomes a card that says so.
 */
export function card(program: ProgramItem, view: View, actions: CardActions, whole = true): TemplateResult {
  try {
    return readableCard(program, view, actions, whole);
  } catch {
    return brokenCard(program, view);
  }
}

function readableCard(program: ProgramItem, view: View, { href, open }: CardActions, whole: boolean): TemplateResult {
  const { title } = program;
  const rest = whole ? restOf(program, view) : undefined;
  return html`<li part="card" class="card">
    ${rest?.picture}
    <div class="body">
      ${rest?.tags}
      <div part="title" class="title" role="heading" aria-level=${view.level}>
        <a
          href=${href(program)}
          data-program="${program.town}/${program.id}"
          lang=${languageOf(title, view.s)}
          @click=${(event: MouseEvent) => open(event, program)}
        >${title}</a>
      </div>
      ${rest?.lines}
    </div>
  </li>`;
}

/** What an outline leaves out, by its place. */
function restOf(program: ProgramItem, view: View) {
  const { s, now } = view;
  const { image, summary } = program;
  const state = programState(program, now);
  return {
    picture: picture(image, 'lazy'),
    tags: tags(program, state, view),
    lines: html`${whenLine(program, state, view)} ${whereLine(program, state, view)}
      ${summary ? html`<p part="summary" class="summary" lang=${languageOf(summary, s)}>${summary}</p>` : nothing}
      ${factsLine(program, state, view)}`,
  };
}

function whenLine(program: ProgramItem, state: ProgramState, { s, now }: View) {
  const when = whenOf(program, state, now, s);
  if (!when) return nothing;
  return html`<p part="when" class="line">
    ${icon('when')}<span
      ><span lang=${languageOf(when.text, s)}>${unbroken(when.text)}</span> ${when.more ? html`<span class="unbroken">${when.more}</span> ` : nothing}
      ${when.near ? html`<strong class="near">${when.near}</strong>` : nothing}</span
    >
  </p>`;
}

/** A span of time breaks after its 〜 and not within a date. */
export function unbroken(text: string) {
  return text.match(/[^〜]*〜|[^〜]+/g)?.map((part) => html`<span class="unbroken">${part}</span>`);
}

function whereLine(program: ProgramItem, state: ProgramState, { s }: View) {
  const where = whereOf(program, s, isAsked(state));
  return where
    ? html`<p part="where" class="line">${icon('where')}<span lang=${languageOf(where, s)}>${where}</span></p>`
    : nothing;
}

function factsLine(program: ProgramItem, state: ProgramState, { s }: View) {
  const { placesLeft, capacity } = program;
  const left = placesLeft
    ? s.placesLeft(placesLeft)
    : capacity && placesLeft === undefined
      ? s.capacity(capacity)
      : undefined;
  const facts = [feeOf(program, s, isAsked(state)), isOpen(state) ? left : undefined, ...exchangeOf(program, s)].filter(
    (fact) => fact !== undefined,
  );
  return facts.length
    ? html`<ul part="facts" class="facts">
        ${facts.map((fact) => html`<li lang=${languageOf(fact, s)}>${fact}</li>`)}
      </ul>`
    : nothing;
}

function brokenCard(program: unknown, { s, level }: View): TemplateResult {
  const title = (program as { title?: unknown } | null)?.title;
  const text = typeof title === 'string' && title ? title : s.untitled;
  return html`<li part="card" class="card">
    <div class="body">
      <div part="title" class="title" role="heading" aria-level=${level} lang=${languageOf(text, s)}>${text}</div>
      <p part="summary" class="summary">${s.malformed}</p>
    </div>
  </li>`;
}
