import {
  type DayRangeName,
  dayRange,
  dayRangeNames,
  type FacetName,
  type ListOptions,
  type ProgramPage,
  splitValues,
} from '@kankei/core';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import { live } from '../internal/live.ts';
import { languageOf } from '../internal/program/facts.ts';
import type { Chosen } from './chosen.ts';
import { chipsOf } from './filter-chips.ts';
import { filterPanelStyles } from './filter-panel.styles.ts';
import type { FullView } from './view.ts';

/** What the panel narrows, and how. */
export interface PanelOptions {
  attributes: ListOptions;
  answer: ProgramPage;
  chosen: Chosen;
  view: FullView;
  choose(change: Chosen): void;
  clear(): void;
}

type ListName = 'theme' | 'town' | 'area' | 'effort' | 'pay';

/** No day before this can be meant, and none is asked while a year is still being typed. */
const firstDay = '2000-01-01';

/** So many values of a filter are shown at first; what comes last has the fewest programs. */
const few = 10;

/** Everything a visitor can narrow by beside words and kinds, and what is chosen as chips. */
export class FilterPanel {
  private readonly host: LitElement;
  /** The values of each facet in the order they first came, so that none moves while one chooses. */
  private readonly seen = new Map<FacetName, Set<string>>();
  /** Filters that were offered stay: what one is about to press must not go. */
  private readonly offered = new Set<string>();
  /** The filters that show all their values. */
  private readonly unfolded = new Set<ListName>();

  constructor(host: LitElement) {
    this.host = host;
    addStyles(host, filterPanelStyles);
  }

  /** The filters the data can use. */
  fields(options: PanelOptions): TemplateResult {
    const { s } = options.view;
    const name = (code: string) => options.view.townName(code) ?? code;
    const where = [
      this.choices(options, 'town', name),
      this.choices(options, 'area', (value) => value),
      this.online(options),
    ];
    return html`<div part="panel" class="panel">
      ${this.group(
        s.labels.themes,
        this.choices(options, 'theme', (value) => value),
      )}
      ${this.group(s.labels.where, ...where)} ${this.group(s.filters.when, this.days(options))}
      ${this.group(
        s.labels.effort,
        this.choices(options, 'effort', (value) => s.efforts[value as 'light']),
      )}
      ${this.group(
        s.labels.pay,
        this.choices(options, 'pay', (value) => s.pays[value as 'wage']),
      )}
      ${this.group(s.filters.status, this.open(options))}
    </div>`;
  }

  /** What is chosen, each removable, and a way to remove all. */
  chips({ chosen, view, choose, clear }: PanelOptions): TemplateResult | typeof nothing {
    const { s } = view;
    const chips = chipsOf(chosen, view);
    if (!chips.length) return nothing;
    const remove = async (index: number) => {
      choose(chips[index]!.without);
      await this.host.updateComplete;
      const rest = this.host.renderRoot.querySelectorAll<HTMLElement>('[part="chip"]');
      const count = this.host.renderRoot.querySelector<HTMLElement>('[part="count"]');
      (rest[Math.min(index, rest.length - 1)] ?? count)?.focus();
    };
    return html`<div part="chips" class="chips" role="group" aria-label=${s.filters.chosen}>
      ${chips.map(
        ({ label }, index) =>
          html`<button
            part="chip"
            class="chip"
            type="button"
            aria-label=${s.filters.remove(label)}
            lang=${languageOf(label, s)}
            @click=${() => remove(index)}
          >${label}</button>`,
      )}
      <button part="clear" type="button" @click=${clear}>${s.clear}</button>
    </div>`;
  }

  private group(legend: string, ...fields: unknown[]) {
    const shown = fields.filter((field) => field !== nothing);
    return shown.length ? html`<fieldset part="filter"><legend>${legend}</legend>${shown}</fieldset>` : nothing;
  }

  /** True when a filter is of use now, or was when it was first offered. */
  private offers(name: string, isOfUse: boolean): boolean {
    if (isOfUse) this.offered.add(name);
    return this.offered.has(name);
  }

  private choices(options: PanelOptions, name: ListName, label: (value: string) => string) {
    const { answer, attributes, chosen, view, choose } = options;
    const counts = new Map(answer.facets[name].map(({ value, count }) => [value, count]));
    const wanted: readonly string[] = chosen[name] ?? [];
    const seen = this.seen.get(name) ?? new Set();
    this.seen.set(name, seen);
    for (const value of [...counts.keys(), ...wanted]) seen.add(value);
    const ordered = name === 'effort' ? view.s.efforts : name === 'pay' ? view.s.pays : undefined;
    const allowed = name === 'theme' ? splitValues(attributes.theme) : [];
    const values = (ordered ? Object.keys(ordered) : [...seen]).filter(
      (value) => seen.has(value) && (!allowed.length || allowed.includes(value)),
    );
    if (!this.offers(name, wanted.length > 0 || values.filter((value) => counts.has(value)).length > 1)) return nothing;
    const toggle = (value: string) =>
      choose({ [name]: wanted.includes(value) ? wanted.filter((one) => one !== value) : [...wanted, value] });
    // One more is no more room than the button; a value that is chosen is never hidden.
    if (values.length < few + 2 || values.slice(few).some((value) => wanted.includes(value))) this.unfolded.add(name);
    const shown = this.unfolded.has(name) ? values : values.slice(0, few);
    return html`<div class="choices">
      ${shown.map((value) =>
        box({
          view,
          name,
          label: label(value),
          count: counts.get(value) ?? 0,
          checked: wanted.includes(value),
          change: () => toggle(value),
        }),
      )}
      ${
        shown.length < values.length
          ? html`<button part="more-choices" type="button" @click=${(event: Event) => this.unfold(name, event)}>
              ${view.s.filters.others(values.length - few)}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** Shows all values of a filter. The button goes; the first that it brings has focus. */
  private async unfold(name: ListName, { currentTarget }: Event): Promise<void> {
    const choices = (currentTarget as HTMLElement).parentElement;
    this.unfolded.add(name);
    this.host.requestUpdate();
    await this.host.updateComplete;
    choices?.querySelectorAll('input')[few]?.focus();
  }

  private online({ answer, chosen, view, choose }: PanelOptions) {
    const modes = answer.facets.mode;
    const count = modes
      .filter(({ value }) => (onlineModes as readonly string[]).includes(value))
      .reduce((sum, mode) => sum + mode.count, 0);
    const others = modes.reduce((sum, mode) => sum + mode.count, 0) - count;
    const checked = Boolean(chosen.mode?.length);
    if (!this.offers('online', checked || (count > 0 && others > 0))) return nothing;
    const change = () => choose({ mode: checked ? undefined : [...onlineModes] });
    return html`<div class="choices">
      ${box({ view, name: 'online', label: view.s.filters.online, count, checked, change })}
    </div>`;
  }

  private open({ answer, chosen, view, choose }: PanelOptions) {
    const checked = Boolean(chosen.open);
    if (!this.offers('open', checked || (answer.open > 0 && answer.open < answer.total))) return nothing;
    const change = () => choose({ open: !checked || undefined });
    return html`<div class="choices">
      ${box({ view, name: 'open', label: view.s.filters.open, count: answer.open, checked, change })}
    </div>`;
  }

  /** Stretches of days by name, and any other by its first and last day. */
  private days(options: PanelOptions) {
    const { answer, attributes, chosen, view, choose } = options;
    const { s, now } = view;
    const counts = dayRangeNames.map((name) => answer.days[name]);
    const isOfUse = counts.some((count) => count > 0 && count < answer.total);
    if (!this.offers('days', Boolean(chosen.from || chosen.to) || isOfUse)) return nothing;
    const fits = (name: DayRangeName) => {
      const { from, to } = dayRange(name, now);
      return chosen.from === from && chosen.to === to;
    };
    // Two names may mean the same days: the first is checked, as with radio buttons it must be.
    const checked = chosen.from || chosen.to ? dayRangeNames.find(fits) : 'any';
    const radio = (name: DayRangeName | 'any', label: string, change: Chosen) => html`<label part="choice" class="kind">
      <input type="radio" name="days" .checked=${live(checked === name)} @change=${() => choose(change)} />
      <span>${label}</span>${name === 'any' ? nothing : html`<span class="number">${s.kindCount(answer.days[name])}</span>`}
    </label>`;
    const date = (name: 'from' | 'to', label: string) => html`<label>
      ${label}
      <input
        part="date"
        type="date"
        name=${name}
        min=${name === 'to' && chosen.from ? chosen.from : attributes.from || firstDay}
        max=${attributes.to || '9999-12-31'}
        .value=${live(chosen[name] ?? '')}
        @change=${({ target }: Event) => takeDay(target as HTMLInputElement, name, options)}
      />
    </label>`;
    // Counts by name leave out what the page itself asks of days: there they would promise too much.
    const named = attributes.from || attributes.to || (chosen.past ?? attributes.past) === 'only' ? [] : dayRangeNames;
    return html`${
      named.length
        ? html`<div class="choices">
            ${radio('any', s.filters.anytime, { from: undefined, to: undefined })}
            ${named.map((name) => radio(name, s.filters.days[name], dayRange(name, now)))}
          </div>`
        : nothing
    }
      <div class="days">${date('from', s.filters.from)} ${date('to', s.filters.to)}</div>`;
  }
}

const onlineModes = ['online', 'mixed'] as const;

interface Box {
  view: FullView;
  name: string;
  label: string;
  count: number;
  checked: boolean;
  change(): void;
}

/** A checkbox with its count. */
function box({ view: { s }, name, label, count, checked, change }: Box): TemplateResult {
  return html`<label part="choice" class="kind">
    <input type="checkbox" name=${name} .checked=${live(checked)} @change=${change} />
    <span lang=${languageOf(label, s)}>${label}</span><span class="number">${s.kindCount(count)}</span>
  </label>`;
}

/** Takes a day that can be meant; while a year is still being typed nothing is asked. */
function takeDay(input: HTMLInputElement, name: 'from' | 'to', { chosen, choose }: PanelOptions): void {
  const { value, validity } = input;
  if (validity.badInput || (value && value < firstDay)) return;
  const change: Chosen = { [name]: value || undefined };
  const { from, to } = { ...chosen, ...change };
  // The day that was chosen last stands.
  choose(from && to && from > to ? { from: undefined, to: undefined, ...change } : change);
}
