import type { Matches, Matching, Obstacle, UnmetCode } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { phoneLink } from '../internal/phone-link.ts';
import { webLink } from '../internal/web-link.ts';
import type { AskedTown } from './asked-towns.ts';
import { type SuggestionView, suggestionView } from './suggestion.ts';
import type { Words } from './words.ts';

/** What a person does with the suggestions. */
export interface SuggestionsActions {
  /** Takes a condition back. */
  loosen(code: UnmetCode): void;
  more(): void;
  /** Opens what a coordinator is asked with. */
  enquire(): void;
  retry(): void;
}

/** How far the search has come. */
export interface Found {
  matches: Matches | undefined;
  isAsking: boolean;
  hasMore: boolean;
  /** Why nothing newer could be found, in words. */
  problem: string;
}

/** What one can do beside, and whom one can ask. */
export interface Ways {
  asked: readonly AskedTown[];
  /** True where a town takes in that one is interested, or an enquiry. */
  interest: boolean;
  enquiry: boolean;
  /** Why an enquiry could not be opened, in words. */
  problem: string;
}

/** What suits, why, and what to do where nothing does. */
export function suggestionsView(
  found: Found,
  ways: Ways,
  view: SuggestionView,
  { loosen, more, retry, enquire }: SuggestionsActions,
): TemplateResult {
  const { matches, isAsking, hasMore, problem } = found;
  const { matching: m } = view.words;
  const { suggestions = [], alternatives = [], obstacles = [] } = matches ?? {};
  const nearer = { ...view, level: Math.min(6, view.level + 1) };
  return html`<section part="suggestions" class="suggestions" aria-labelledby="suggestions" aria-busy=${isAsking ? 'true' : nothing}>
    <div part="heading" class="heading" id="suggestions" role="heading" aria-level=${view.level} tabindex="-1">${m.suggestions}</div>
    <p part="status" role="status">${status(found, view)}</p>
    ${
      problem
        ? html`<p part="problem" role="alert">${problem}</p>
            <p><button part="retry" type="button" @click=${retry}>${view.words.program.retry}</button></p>`
        : nothing
    }
    ${matches && ways.interest ? html`<p class="small">${m.interestHelp}</p>` : nothing}
    ${suggestions.length ? list('list', suggestions, nearer) : nothing}
    ${hasMore ? html`<p><button part="more" type="button" @click=${more}>${m.more}</button></p>` : nothing}
    ${matches && !suggestions.length ? nothingSuits(obstacles, alternatives, nearer, loosen) : nothing}
    ${matches ? help(ways, view, !suggestions.length, enquire) : nothing}
  </section>`;
}

/** Told to screen readers whenever it changes, and that is once for each answer. */
function status({ matches, isAsking }: Found, { words: { matching: m } }: SuggestionView) {
  if (!matches) return isAsking ? m.asking : m.before;
  const [best] = matches.suggestions;
  if (!best) return m.none;
  return html`${m.found(matches.total)}<span class="hidden"> ${m.first(best.program.title)}</span>`;
}

function list(part: string, suggestions: Matches['suggestions'], view: SuggestionView): TemplateResult {
  return html`<ul part=${part} class="list">${suggestions.map((suggestion) => suggestionView(suggestion, view))}</ul>`;
}

/** What to ask less of, and what comes nearest. */
function nothingSuits(
  obstacles: readonly Obstacle[],
  alternatives: Matches['alternatives'],
  view: SuggestionView,
  loosen: SuggestionsActions['loosen'],
) {
  const { matching: m } = view.words;
  const heading = (text: string) => html`<div class="subheading" role="heading" aria-level=${view.level}>${text}</div>`;
  const deeper = { ...view, level: Math.min(6, view.level + 1) };
  return html`
    ${
      obstacles.length
        ? html`${heading(m.nearest)}
            <ul part="obstacles" class="buttons">
              ${obstacles.map(
                ({ code, count }) =>
                  html`<li><button part="loosen" type="button" @click=${() => loosen(code)}>${m.loosen[code](count)}</button></li>`,
              )}
            </ul>`
        : nothing
    }
    ${alternatives.length ? html`${heading(m.alternatives)} ${list('alternatives', alternatives, deeper)}` : nothing}
  `;
}

/** Whom to ask; and news from the towns, for who finds nothing now. */
function help(
  { asked, enquiry, problem }: Ways,
  { words, level }: SuggestionView,
  isLost: boolean,
  enquire: () => void,
): TemplateResult | typeof nothing {
  const { matching: m } = words;
  const helping = asked.filter(({ matching }) => matching.coordinator || (isLost && webLink(matching.newsletter)));
  if (!helping.length && !enquiry) return nothing;
  return html`<div part="help" class="help">
    <div class="subheading" role="heading" aria-level=${Math.min(6, level + 1)}>${m.help}</div>
    ${enquiry ? html`<p>${m.enquireHelp}</p><p><button part="enquire" type="button" @click=${enquire}>${m.enquire}</button></p>` : nothing}
    ${problem ? html`<p part="problem" role="alert">${problem}</p>` : nothing}
    ${helping.map((town) => helpOf(town, words, isLost))}
  </div>`;
}

function helpOf({ name, matching: { coordinator, newsletter } }: AskedTown, { matching: m }: Words, isLost: boolean) {
  const letters = isLost ? webLink(newsletter) : undefined;
  return html`
    ${name ? html`<p><strong>${name}</strong></p>` : nothing}
    ${coordinator ? html`<p>${m.coordinator(coordinator.name)}</p> ${contact(coordinator.contact, m)}` : nothing}
    ${letters ? html`<p><a part="link" href=${letters} target="_blank" rel="noopener">${m.newsletter}${m.leaves}</a></p>` : nothing}
  `;
}

function contact(whom: NonNullable<Matching['coordinator']>['contact'], m: SuggestionView['words']['matching']) {
  if (!whom) return nothing;
  const { name, phone = '', extension, email } = whom;
  const call = phoneLink(phone);
  const page = webLink(whom.url);
  const more = extension ? m.extension(extension) : '';
  return html`<ul class="contact">
    ${name ? html`<li>${name}</li>` : nothing}
    ${phone ? html`<li>${call ? html`<a part="link" href=${call}>${phone}</a>` : phone}${more}</li>` : nothing}
    ${email ? html`<li><a part="link" href="mailto:${email}">${email}</a></li>` : nothing}
    ${page ? html`<li><a part="link" href=${page} target="_blank" rel="noopener">${page}${m.leaves}</a></li>` : nothing}
  </ul>`;
}
