import { type OneStopSummary, type OneStopVoid, oneStopRules } from '@kankei/core/furusato';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from '../../internal/live.ts';
import type { OneStop } from './one-stop.ts';

// How the help with the one-stop exception looks: what was noted down, how it stands, what makes it void, what is kept.

export function oneStopView(part: OneStop): TemplateResult {
  const { words, level, said } = part;
  const { summary } = part;
  return html`<div part="one-stop" class="part">
    <div part="heading" class="part-heading" role="heading" aria-level=${level}>
      <span class="on-screen">${words.title}</span><span class="on-paper">${words.checklist}</span>
    </div>
    <p class="on-screen">${words.lead}</p>
    ${yearField(part)} ${townForm(part)} ${donationList(part)}
    ${standing(part, summary)} ${voidList(part, summary)}
    <p>${words.changes}</p>
    <p>${words.myNumber}</p>
    ${keeping(part)}
    <p part="said" role="status" tabindex="-1">${said?.(words)}</p>
  </div>`;
}

const subheading = ({ level }: OneStop, text: string) =>
  html`<div class="subheading" role="heading" aria-level=${Math.min(level + 1, 6)}>${text}</div>`;

function yearField({ words, years, notes, chooseYear }: OneStop): TemplateResult {
  return html`<div part="field">
    <label for="donation-year">${words.year}</label>
    <select id="donation-year" name="donationYear" @change=${chooseYear}>
      ${years.map(
        (year) => html`<option value=${year} .selected=${live(year === notes.year)}>${words.yearOption(year)}</option>`,
      )}
    </select>
  </div>`;
}

function townForm({ words, fault, add }: OneStop): TemplateResult {
  return html`<form part="form" class="on-screen" novalidate aria-label=${words.town} @submit=${add}>
    <div part="field">
      <label for="donated-town">${words.town}</label>
      <p part="help" id="donated-town-help">${words.townHelp}</p>
      <input
        id="donated-town" name="donatedTown" type="text" autocomplete="off"
        aria-describedby=${fault ? 'donated-town-help donated-town-fault' : 'donated-town-help'}
        aria-invalid=${fault ? 'true' : nothing}
      />
      ${fault ? html`<p part="fault" id="donated-town-fault">${words[fault]}</p>` : nothing}
    </div>
    <p><button part="add" type="submit">${words.add}</button></p>
  </form>`;
}

function donationList(part: OneStop): TemplateResult {
  const { words, notes } = part;
  return html`${subheading(part, words.list)}
    ${notes.donations.length ? nothing : html`<p class="on-screen">${words.empty}</p>`}
    <ol part="donations">
      ${notes.donations.map(({ town, applied }, index) => donation(part, town, applied, index))}
      ${blankLines(part)}
    </ol>`;
}

function donation(part: OneStop, town: string, applied: boolean, index: number): TemplateResult {
  const { words } = part;
  const tick = ({ target }: Event) => part.apply(index, (target as HTMLInputElement).checked);
  return html`<li part="donation">
    <span class="town">${town}</span>
    <span class="actions on-screen">
      <label class="tick"
        ><input
          type="checkbox" .checked=${live(applied)} aria-label=${words.appliedFor(town)} @change=${tick}
        /><span>${words.applied}</span></label
      >
      <button part="remove" type="button" aria-label=${words.removeFor(town)} @click=${() => part.remove(index)}>
        ${words.remove}
      </button>
    </span>
    ${steps(part, applied)}
  </li>`;
}

/** What is to be done for a donation, to be ticked on paper. */
function steps({ words }: OneStop, done = false): TemplateResult {
  return html`<ul class="on-paper steps">
    ${words.steps.map((step) => html`<li>${done ? '☑' : '☐'} ${step}</li>`)}
  </ul>`;
}

/** On paper there is room for as many towns as there may still be. */
function blankLines(part: OneStop): TemplateResult[] {
  return Array.from(
    { length: part.summary.townsLeft },
    () => html`<li class="on-paper"><span class="town blank"></span>${steps(part)}</li>`,
  );
}

function standing({ words, notes }: OneStop, summary: OneStopSummary): TemplateResult {
  const { towns, townsLeft, toApply, deadline, daysLeft } = summary;
  const isOver = daysLeft < 0;
  const isMany = towns > oneStopRules.mostTowns;
  return html`<dl part="standing" class="box">
    <div>
      <dt>${words.towns}</dt>
      <dd class=${isMany ? 'bad' : ''}>
        <strong>${words.townCount(towns)}</strong>${isMany ? words.tooManyTowns : words.townsLeft(townsLeft)}
      </dd>
      <dd class="small">${words.sameTown}</dd>
    </div>
    <div>
      <dt>${words.deadline}</dt>
      <dd class=${isOver ? 'bad' : ''}>
        <strong>${words.mustArrive(deadline)}</strong>${isOver ? words.over : words.daysLeft(daysLeft)}
      </dd>
      ${isOver ? html`<dd>${words.overHelp}</dd>` : nothing}
    </div>
    <div>
      <dt>${words.applications}</dt>
      ${
        notes.donations.length
          ? html`<dd><strong>${toApply ? words.toApply(toApply) : words.allApplied}</strong></dd>`
          : nothing
      }
      <dd class="small">${words.everyDonation}</dd>
    </div>
  </dl>`;
}

/** The two that only the person knows. */
const asked: Partial<Record<OneStopVoid, 'filesReturn' | 'highSalary'>> = {
  'tax-return': 'filesReturn',
  salary: 'highSalary',
};

function voidList(part: OneStop, { voids }: OneStopSummary): TemplateResult {
  const { words, notes } = part;
  return html`<fieldset part="voids">
      <legend>${words.voidsTitle}</legend>
      <p part="help" class="on-screen">${words.voidsLead}</p>
      ${Object.entries(asked).map(
        ([name, what]) => html`<label class="tick"
          ><input
            type="checkbox" name=${what} .checked=${live(notes[what])}
            @change=${({ target }: Event) => part.tick(what, (target as HTMLInputElement).checked)}
          /><span>${words.voids[name as OneStopVoid]}</span></label
        >`,
      )}
    </fieldset>
    <div role="status">
      ${
        voids.length
          ? html`<div part="void" class="box">
              <p class="bad"><strong>${words.isVoid}</strong></p>
              <ul class="dots">
                ${voids.map((name) => html`<li>${words.voids[name]}</li>`)}
              </ul>
              <p>${words.isVoidHelp}</p>
            </div>`
          : nothing
      }
    </div>`;
}

function keeping({ words, isKept, keep, forget, print }: OneStop): TemplateResult {
  return html`<div class="on-screen">
    <label class="tick"
      ><input type="checkbox" name="keep" aria-describedby="keep-help" .checked=${live(isKept)} @change=${keep} /><span
        >${words.keep}</span
      ></label
    >
    <p part="help" id="keep-help">${words.keepHelp}</p>
    <p class="buttons">
      <button part="print" type="button" @click=${print}>${words.print}</button>
      <button part="forget" type="button" @click=${forget}>${words.forget}</button>
    </p>
  </div>`;
}
