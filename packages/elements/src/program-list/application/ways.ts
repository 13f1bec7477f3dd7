import {
  isOpen,
  type Matching,
  type Program,
  type ProgramState,
  type Recruitment,
  takesApplications,
  takesIn,
} from '@kankei/core';
import { webLink } from '../../internal/web-link.ts';

/** What a backend says of taking part in a program. */
export interface Terms {
  matching: Matching;
  recruitment: Recruitment;
}

/** How one can apply here: for a place, for the waiting list, by a form elsewhere. */
export type Way = 'open' | 'waiting' | { form: string };

/** Words that nobody need apply: 申し込みはいりません, 事前申込不要, 予約なし; but not 申込書は不要. */
const noneNeeded =
  /(?:申\s?し?込み?|予約|応募)[^。、書]{0,6}(?:不要|なし|(?:いり|要り)ません|必要(?:は)?(?:ない|ありません))/;

/**
 * How one can apply here, as things stand; undefined where one cannot. A program that names an address of its own to
 * apply at is applied for there: two registers would give one place away twice.
 */
export function wayOf(program: Program, state: ProgramState, { matching, recruitment }: Terms): Way | undefined {
  const { apply } = program;
  const takesAny = takesApplications(program) && !webLink(apply?.url) && !noneNeeded.test(apply?.method ?? '');
  if (!takesAny || recruitment.state === 'closed' || !(isOpen(state) || state === 'full')) return undefined;
  const { delivery } = matching;
  return delivery && 'form' in delivery ? { form: elsewhere(delivery, program) } : recruitment.state;
}

/** The town's own form, told in the parameters that `prefill` names which program it is about: `program`, `title`. */
function elsewhere(
  { form, prefill }: { form: string; prefill?: Record<string, string> | undefined },
  { id, title }: Program,
): string {
  const address = new URL(webLink(form) ?? 'about:blank');
  for (const [name, value] of Object.entries({ program: id, title })) {
    const parameter = prefill?.[name];
    if (parameter) address.searchParams.set(parameter, value);
  }
  return address.href;
}

/** True where one can say that the program interests one: nothing that is over or off is worth it. */
export function takesInterest(state: ProgramState, { matching }: Terms): boolean {
  return takesIn(matching, 'interest') && state !== 'over' && state !== 'cancelled';
}

/** True where applications were taken here and are not any more, though by the visitor's clock they would be. */
export function hasEnded(state: ProgramState, { matching, recruitment }: Terms): boolean {
  const { until, asOf } = recruitment;
  return (
    isOpen(state) && takesIn(matching, 'application') && until !== undefined && Date.parse(until) <= Date.parse(asOf)
  );
}
