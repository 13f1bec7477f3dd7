import type { Program, Recruitment } from '@kankei/core';
import { toInstant } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../internal/icons.ts';
import type { Telling } from '../../internal/interest/interest.ts';
import { interestView } from '../../internal/interest/interest-view.ts';
import { languageOf } from '../../internal/program/facts.ts';
import type { ApplicationStrings } from '../../strings/application.ts';
import type { FullView } from '../view.ts';
import type { Way } from './ways.ts';

// What one can do here about an opened program, and what is told of it.

export interface TakingPartLook {
  program: Program;
  /** Absent where the backend did not tell. */
  recruitment: Recruitment | undefined;
  words: ApplicationStrings;
  way: Way | undefined;
  /** Whether one can say that the program interests one, and what came of it. */
  interest: { telling: Telling | undefined } | undefined;
  /** Why it is not known what one can do, or why the form did not come. */
  problem: string;
  apply(): void;
  showInterest(): void;
  /** Where asking again may help. */
  retry: (() => void) | undefined;
}

/** What stands above everything else one can do. */
export function takingPartView(look: TakingPartLook, { s }: FullView): TemplateResult | undefined {
  const { program, words, way, interest, problem, showInterest, retry } = look;
  const told = tally(look);
  if (!way && !interest && !problem && !told) return undefined;
  return html`<div class="taking-part">
    ${
      way || interest
        ? html`<div class="ways">
      ${way ? wayIn(way, look) : nothing}
      ${interest ? interestView(program, interest.telling, words, showInterest) : nothing}
    </div>`
        : nothing
    }
    ${told ? html`<p part="tally" class="small">${told}</p>` : nothing}
    ${problem ? html`<p part="problem" role="alert">${problem}</p>` : nothing}
    ${retry ? html`<p><button part="retry" type="button" @click=${retry}>${s.retry}</button></p>` : nothing}
  </div>`;
}

function wayIn(way: Way, { words, apply }: TakingPartLook): TemplateResult {
  return typeof way === 'object'
    ? html`<a part="apply" class="button primary" href=${way.form} target="_blank" rel="noopener"
        ><span>${words.elsewhere}<span class="hidden">${words.leaves}</span></span>${icon('leave')}</a
      >`
    : html`<button part="apply" class="primary" type="button" @click=${apply}>${way === 'open' ? words.apply : words.wait}</button>`;
}

function tally({ recruitment, words, way, interest }: TakingPartLook): string {
  const { waiting = 0, interested = 0 } = recruitment ?? {};
  return [
    way === 'waiting' && words.waitHelp,
    way === 'waiting' && waiting > 0 && words.waiting(waiting),
    interest && !interest.telling && words.interestHelp,
    interest && interested > 0 && words.interestedSoFar(interested),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What was done on the day, told by those who were there. */
export function reportView(
  { report }: Recruitment,
  words: ApplicationStrings,
  { s, level }: FullView,
): TemplateResult | undefined {
  if (!report) return undefined;
  const { day, done, people, thanks } = report;
  const text = (said: string) => html`<p class="text" lang=${languageOf(said, s)}>${said}</p>`;
  return html`<section part="report" aria-label=${words.report}>
    <div class="name" role="heading" aria-level=${Math.min(level + 1, 6)}>${words.report}</div>
    <p class="small">${s.date(toInstant(day), true)}${people ? html` ${words.took(people)}` : nothing}</p>
    ${text(done)} ${thanks ? html`<p><strong>${words.thanks}</strong></p>${text(thanks)}` : nothing}
  </section>`;
}
