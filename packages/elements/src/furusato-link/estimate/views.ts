import { type LimitEstimate, limitRules, limitYears } from '@kankei/core/furusato';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from '../../internal/live.ts';
import type { EstimateStrings } from '../../strings/ja-furusato-rest.ts';
import type { Outcome, Refused } from './question.ts';

// How an estimate is told: the sum large, what it means, how it moves, what it leaves out, how it is reckoned.

/** Salaries the slider goes over, in yen; its steps are whole steps of the law's table of salaries. */
const slider = { min: 1_000_000, max: 20_000_000, step: 100_000 } as const;

interface Telling {
  words: EstimateStrings;
  /** The level of the part's heading; those below it are one further in. */
  level: number;
  slide(event: Event): void;
}

export function outcomeView(outcome: Outcome, telling: Telling): TemplateResult {
  return 'refused' in outcome ? refusedView(outcome, telling) : estimateView(outcome, telling);
}

/** An outcome in one or two sentences, for who does not see it. */
export function outcomeText(outcome: Outcome, words: EstimateStrings): string {
  return 'refused' in outcome
    ? `${words.refusedTitle} ${reason(outcome, words)}`
    : `${words.said(outcome.limit)} ${words.of(outcome.salary, outcome.year)}`;
}

function reason(refusal: Refused, words: EstimateStrings): string {
  const { refused } = words;
  if (refusal.refused === 'year') return refused.year(limitYears[0], limitYears.at(-1)!);
  if (refusal.refused !== 'circumstances') return refused[refusal.refused];
  return refused.circumstances(refusal.circumstances.map((name) => words.options.circumstances![name] ?? name));
}

function refusedView(refusal: Refused, { words }: Telling): TemplateResult {
  return html`<div part="refusal" class="box">
    <p><strong>${words.refusedTitle}</strong></p>
    <p>${reason(refusal, words)}</p>
    <p>${words.refusedAsk}</p>
  </div>`;
}

function estimateView(estimate: LimitEstimate, telling: Telling): TemplateResult {
  const { limit, salary, year, lines, mustFile } = estimate;
  const { words } = telling;
  const isCapped = lines.some(({ code }) => code === 'special-part-capped');
  return html`<div part="result" class="box">
      <p class="small">${words.of(salary, year)}</p>
      <p>${words.result}</p>
      <p class="limit"><span class="mark">${words.mark}</span> <strong part="limit">${amount(limit, words)}</strong></p>
      <p>${limit ? words.meaning(year) : words.nothing}</p>
      ${isCapped ? html`<p>${words.capped}</p>` : nothing} ${mustFile ? html`<p>${words.mustFile}</p>` : nothing}
      ${sliderView(estimate, telling)}
      <p part="ask">${words.ask}</p>
    </div>
    ${leftOutView(estimate, telling)} ${sumView(estimate, telling)}`;
}

function sliderView({ salary, limit }: LimitEstimate, { words, slide }: Telling): TemplateResult {
  const { min, max, step } = slider;
  return html`<div class="slider">
    <label for="estimate-slider">${words.slider}</label>
    <input
      id="estimate-slider" part="slider" type="range" min=${min} max=${max} step=${step} .value=${live(nearest(salary))}
      aria-valuetext=${words.position(salary, limit)} @input=${slide}
    />
  </div>`;
}

/** Where the slider stands for a salary, which may lie between its steps or beyond its ends. */
function nearest(salary: number): string {
  const { min, max, step } = slider;
  return String(Math.min(Math.max(Math.round(salary / step) * step, min), max));
}

function leftOutView({ leavesOut }: LimitEstimate, { words, level }: Telling): TemplateResult {
  return html`<div part="left-out">
    <div class="subheading" role="heading" aria-level=${Math.min(level + 1, 6)}>${words.leftOutTitle}</div>
    <ul class="dots">
      ${leavesOut.map((one) => html`<li>${words.leftOut[one]}</li>`)}
    </ul>
  </div>`;
}

function sumView({ lines, year }: LimitEstimate, { words }: Telling): TemplateResult {
  return html`<details part="sum" open>
    <summary>${words.sumTitle}</summary>
    <p class="small">${words.sumLead(year)}</p>
    <dl>
      ${lines.map(
        (line) => html`<div part="line" class="line-${line.code}">
          <dt>${words.lines[line.code]}</dt>
          <dd class="amount">${'yen' in line ? amount(line.yen, words) : words.rate(line.per100000 / 1000)}</dd>
          <dd class="rule">${words.rule}<span lang="ja">${limitRules[line.rule].law}</span></dd>
        </div>`,
      )}
    </dl>
  </details>`;
}

/** What is taken off has a sign of its own length, which no keyboard has. */
function amount(yen: number, words: EstimateStrings): string {
  return yen < 0 ? `−${words.yen(-yen)}` : words.yen(yen);
}
