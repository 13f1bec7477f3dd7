import { type ProgramItem, type ProgramState, takesApplications } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../strings/ja.ts';
import { icon } from '../icons.ts';

// What is told of a program in short, wherever it is told.

/** In which words, and of which town. */
export interface Telling {
  s: Strings;
  /** The town's name where several are shown. */
  townName(code: string): string | undefined;
}

/** State and kind as text tags; the state has a shape beside its word. */
export function tags(program: ProgramItem, state: ProgramState, { s, townName }: Telling): TemplateResult {
  const town = townName(program.town);
  const stateTag = html`<li part="state tag" class="tag ${state}">${icon(state)}${s.states[state]}</li>`;
  return html`<ul class="tags">
    ${state === 'open' && !takesApplications(program) ? nothing : stateTag}
    <li part="tag" class="tag">${s.kinds[program.kind]}</li>
    ${town ? html`<li part="tag" class="tag" lang=${languageOf(town, s)}>${town}</li>` : nothing}
  </ul>`;
}

/** The `lang` for a text of the town inside words of ours: programs are Japanese unless nothing in them is. */
export function languageOf(text: string, s: Strings): string | typeof nothing {
  return s.language !== 'ja' && /[\u3040-\u30ff\u4e00-\u9fff]/.test(text) ? 'ja' : nothing;
}
