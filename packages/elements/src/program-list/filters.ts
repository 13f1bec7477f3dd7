import { type ProgramKind, type ProgramPage, splitValues } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings/ja.ts';
import { type Chosen, isNarrowed } from './chosen.ts';

export interface FilterOptions {
  s: Strings;
  answer: ProgramPage;
  chosen: Chosen;
  /** The page's own choice of kinds. */
  kind: string;
  /** The kinds that were offered: they stay while other filters leave nothing of them. */
  offered: Set<string>;
  /** True where there is room to show the kinds at once. */
  wide: boolean;
  /** The filters beyond words and kinds, or what stands there until they have come. */
  more: unknown;
  choose(chosen: Chosen): void;
  /** The visitor wants to see them. */
  unfold(): void;
}

/** Native form and controls: Enter submits and an input method's own Enter does not, without a key handler. */
export function filters(options: FilterOptions): TemplateResult {
  const { s, chosen, choose } = options;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const words = new FormData(event.currentTarget as HTMLFormElement).get('words');
    choose({ q: String(words ?? '').trim() });
  };
  return html`<form part="search" class="search" role="search" @submit=${submit}>
    <label for="search-words">${s.searchLabel}</label>
    <div class="keyword">
      <input
        part="keyword"
        id="search-words"
        name="words"
        type="search"
        maxlength="200"
        enterkeyhint="search"
        autocomplete="off"
        placeholder=${s.searchPlaceholder}
        .value=${chosen.q ?? ''}
      />
      <button part="submit" type="submit" class="primary">${s.search}</button>
    </div>
    ${kinds(options)} ${more(options)}
  </form>`;
}

/** The kinds the data has, in their own order so that none moves while one chooses. */
function kinds({ s, chosen, answer, kind, offered, wide, choose }: FilterOptions) {
  const only = splitValues(kind);
  const chosenKinds = chosen.kind ?? [];
  const found = new Map<string, number>(answer.facets.kind.map(({ value, count }) => [value, count]));
  for (const one of [...found.keys(), ...chosenKinds]) offered.add(one);
  const shown = (Object.keys(s.kinds) as ProgramKind[]).filter(
    (one) => offered.has(one) && (!only.length || only.includes(one)),
  );
  if (shown.length < 2) return nothing;
  const toggle = (one: ProgramKind) =>
    choose({
      kind: chosenKinds.includes(one) ? chosenKinds.filter((other) => other !== one) : [...chosenKinds, one],
    });
  return html`<details class="kinds" ?open=${wide}>
    <summary part="kinds-label">
      ${s.kindsLabel}${chosenKinds.length ? html`<span class="chosen">${s.chosen(chosenKinds.length)}</span>` : nothing}
    </summary>
    <fieldset>
      <legend class="hidden">${s.kindsLabel}</legend>
      ${shown.map(
        (one) => html`<label part="kind" class="kind">
          <input type="checkbox" name="kind" value=${one} .checked=${chosenKinds.includes(one)} @change=${() => toggle(one)} />
          <span>${s.kinds[one]}</span><span class="number">${s.kindCount(found.get(one) ?? 0)}</span>
        </label>`,
      )}
    </fieldset>
  </details>`;
}

/** Folded at every width: what most visitors do not need is not in the way of the first card. */
function more({ s, answer, chosen, more, unfold }: FilterOptions) {
  if (!more && !isNarrowed(chosen) && !isWorthNarrowing(answer)) return nothing;
  return html`<details @toggle=${unfold}>
    <summary part="more-filters">${s.moreFilters}</summary>
    ${more}
  </details>`;
}

/** True when the data differs in something beside words and kinds. */
function isWorthNarrowing({
  total,
  open,
  days,
  facets: { theme, area, town, effort, pay, mode },
}: ProgramPage): boolean {
  return (
    [theme, area, town, effort, pay].some((values) => values.length > 1) ||
    (mode.length > 1 && mode.some(({ value }) => value === 'online' || value === 'mixed')) ||
    [open, ...Object.values(days)].some((count) => count > 0 && count < total)
  );
}
