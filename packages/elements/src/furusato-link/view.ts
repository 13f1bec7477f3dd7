import { dayAt, inLanguage, type LocalText, toInstant } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { picture } from '../internal/picture.ts';
import type { FurusatoStrings } from '../strings/ja-furusato.ts';
import type { FurusatoFirstStrings } from '../strings/ja-furusato-first.ts';
import type { UsualStrings } from '../strings/ja-usual.ts';

/** What the templates of what is seen first need to know. */
export interface FirstView {
  s: UsualStrings;
  words: FurusatoFirstStrings;
  /** The present instant, ms since 1970. */
  now: number;
  /** The level of the title in the page's outline; what stands below it is one and two levels further in. */
  level: number;
  /** Links that lead away open a tab of their own. */
  newTab: boolean;
  /** Years are those of the Japanese era. */
  era: boolean;
}

/** The same for all others, with every word. */
export interface View extends FirstView {
  words: FurusatoStrings;
}

/** A town's text in the language of the page; one that is not in it says so to who hears it. */
export function said(text: LocalText, { s }: Pick<FirstView, 's'>): string | TemplateResult {
  const shown = inLanguage(text, s.language);
  return s.language !== 'ja' && /[\u3040-\u30ff\u4e00-\u9fff]/.test(shown)
    ? html`<span lang="ja">${shown}</span>`
    : shown;
}

/** A paragraph of the town's, where it has one. */
export function paragraph(text: LocalText | undefined, view: FirstView, part: string) {
  return text === undefined ? nothing : html`<p part=${part} class="text">${said(text, view)}</p>`;
}

/** A picture of the town's with whose it is. */
export function townPicture(image: TownImage | undefined, { s }: FirstView) {
  if (!image) return nothing;
  const { url, alt = '', credit } = image;
  return html`${picture({ url, alt: inLanguage(alt, s.language) }, 'lazy')}${credit ? html`<p class="credit">${credit}</p>` : nothing}`;
}

interface TownImage {
  url: string;
  alt?: LocalText | undefined;
  credit?: string | undefined;
}

export function heading(text: unknown, level: number, part: string, id?: string): TemplateResult {
  return html`<div part=${part} class=${part} id=${id ?? nothing} role="heading" aria-level=${Math.min(level, 6)}>${text}</div>`;
}

/** A day `YYYY-MM-DD` in words; the year is said where it is not the present one. */
export function dayText(day: string, { s, now }: Pick<FirstView, 's' | 'now'>): string {
  return s.date(toInstant(day), day.slice(0, 4) !== dayAt(now).slice(0, 4));
}
