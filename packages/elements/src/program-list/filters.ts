import type { Facets, ProgramKind } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings/ja.ts';

/** What the visitor has chosen. */
export interface Chosen {
  words: string;
  kinds: readonly ProgramKind[];
  /** Set when the visitor asked for what is over. */
  past?: 'only' | undefined;
}

export const nothingChosen: Chosen = { words: '', kinds: [] };

export interface FilterOptions {
  s: Strings;
  chosen: Chosen;
  counts: Facets['kind'];
  /** True where there is room to show the kinds at once. */
  wide: boolean;
  choose(chosen: Partial<Chosen>): void;
}

/** Native form and controls: Enter submits and an input method's own Enter does not, without a key handler. */
export function filters(options: FilterOptions): TemplateResult {
  const { s, chosen, choose } = options;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const words = new FormData(event.currentTarget as HTMLFormElement).get('words');
    choose({ words: String(words ?? '').trim() });
  };
  return html`<form part="search" class="search" role="search" @submit=${submit}>
    <label for="words">${s.searchLabel}</label>
    <div class="keyword">
      <input
        part="keyword"
        id="words"
        name="words"
        type="search"
        maxlength="200"
        enterkeyhint="search"
        autocomplete="off"
        placeholder=${s.searchPlaceholder}
        .value=${chosen.words}
      />
      <button part="submit" type="submit" class="primary">${s.search}</button>
    </div>
    ${kinds(options)}
  </form>`;
}

/** The kinds the data has, in their own order so that none moves while one chooses. */
function kinds({ s, chosen, counts, wide, choose }: FilterOptions) {
  const found = new Map(counts.map(({ value, count }) => [value, count]));
  const shown = (Object.keys(s.kinds) as ProgramKind[]).filter(
    (kind) => found.has(kind) || chosen.kinds.includes(kind),
  );
  if (shown.length < 2 && !chosen.kinds.length) return nothing;
  const toggle = (kind: ProgramKind) =>
    choose({
      kinds: chosen.kinds.includes(kind) ? chosen.kinds.filter((one) => one !== kind) : [...chosen.kinds, kind],
    });
  return html`<details class="kinds" ?open=${wide}>
    <summary part="kinds-label">
      ${s.kindsLabel}${chosen.kinds.length ? html`<span class="chosen">${s.chosen(chosen.kinds.length)}</span>` : nothing}
    </summary>
    <fieldset>
      <legend class="hidden">${s.kindsLabel}</legend>
      ${shown.map(
        (kind) => html`<label part="kind" class="kind">
          <input type="checkbox" name="kind" value=${kind} .checked=${chosen.kinds.includes(kind)} @change=${() => toggle(kind)} />
          <span>${s.kinds[kind]}</span><span class="number">${s.kindCount(found.get(kind) ?? 0)}</span>
        </label>`,
      )}
    </fieldset>
  </details>`;
}
