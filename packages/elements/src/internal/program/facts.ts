import type { Effort, PayType, Program, ProgramItem, ProgramState } from '@kankei/core';
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

/** True when a program is something to apply for: only then is it worth saying that it is open. */
export function takesApplications(program: ProgramItem & Partial<Pick<Program, 'apply'>>): boolean {
  const { kind, deadline, capacity, placesLeft, apply } = program;
  return Boolean(deadline ?? capacity ?? placesLeft ?? apply) || (kind !== 'event' && kind !== 'festival');
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

/** True where a person still wants to know what is missing: nobody asks the place of what does not take place. */
export function isAsked(state: ProgramState): boolean {
  return state !== 'cancelled' && state !== 'over';
}

/** Where it takes place, as a card says it. Undefined for what needs no place, and if unknown unless `asked`. */
export function whereOf(
  { mode, kind, place }: Pick<ProgramItem, 'mode' | 'kind' | 'place'>,
  s: Strings,
  asked: boolean,
) {
  if (mode === 'online') return s.modes.online;
  const { name, area, address } = place ?? {};
  const known = [name ?? address, name?.includes(area ?? '') ? undefined : area].filter(Boolean).join(s.dot);
  if (mode === 'mixed') return known ? s.orOnline(known) : s.modes.mixed;
  return known || (asked && kind !== 'letter' ? s.modes.unknown : undefined);
}

/** The fee in words, the town's own where no number tells it; if unknown, said when `asked`, save where a person gives work and not money. */
export function feeOf(
  { fee, feeNote, pay }: Pick<ProgramItem, 'fee' | 'feeNote' | 'pay'>,
  s: Strings,
  asked: boolean,
): string | undefined {
  if (fee !== undefined) return fee ? s.yen(fee) : s.free;
  // Words a card has no room for end in “…”: the opened program has them whole.
  if (feeNote) return feeNote.endsWith('…') ? s.feeInDetail : feeNote;
  return asked && !pay ? s.feeUnknown : undefined;
}

/** What one gives and gets: effort, thanks, wage. */
export function exchangeOf(
  program: { effort?: Effort | undefined; pay?: PayType | undefined; thanks?: string | undefined },
  s: Strings,
) {
  const { effort, pay, thanks } = program;
  return [effort && s.efforts[effort], thanks ? s.thanksFor(thanks) : pay && s.pays[pay]].filter(
    (fact) => fact !== undefined,
  );
}

/** The `lang` for a text of the town inside words of ours: programs are Japanese unless nothing in them is. */
export function languageOf(text: string, s: Strings): string | typeof nothing {
  return s.language !== 'ja' && /[\u3040-\u30ff\u4e00-\u9fff]/.test(text) ? 'ja' : nothing;
}
