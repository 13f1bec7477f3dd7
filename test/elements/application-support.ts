import '@kankei/elements/program-list/define';
import type { Backend, MemoryBackendOptions, Taken } from '@kankei/client';
import type { Application, Matching } from '@kankei/core';
import type { KankeiProgramList } from '@kankei/elements/program-list';
import { fixturePrograms, fixtureTown } from '../fixtures/programs.ts';
import { recruitingPrograms, recruitingTown, recruitments } from '../fixtures/recruiting.ts';
import { all, mount, one, open, town, until } from './support.ts';

// What tests of applying have in common.

export const { code } = fixtureTown;

/** A town in memory that notes what is sent to it, with the key it was sent under. */
export function recruiting(says: Matching | undefined = recruitingTown, more: Partial<MemoryBackendOptions> = {}) {
  const sent: { key: string; application: Application }[] = [];
  const taken: Taken[] = [];
  const memory = town([...recruitingPrograms, ...fixturePrograms], {
    matching: says && { [code]: says },
    recruitments,
    onTake: (what) => void taken.push(what),
    ...more,
  });
  const backend: Backend = {
    ...memory,
    apply: (town, id, application, options) => {
      sent.push({ key: options.key, application });
      return memory.apply(town, id, application, options);
    },
  };
  return { backend, sent, taken };
}

/** A list with a program opened, once it is known what one can do about it. */
export async function opened(backend: Backend, id = 'apple', lang = ''): Promise<KankeiProgramList> {
  const list = await mount(backend, { ...(lang && { lang }), ...(id === 'over' && { past: 'only' }) });
  await open(list, id);
  return list;
}

/** The same, with its form open. */
export async function applying(backend: Backend, id = 'apple'): Promise<KankeiProgramList> {
  const list = await opened(backend, id);
  await press(list);
  return list;
}

/** Opens the form from the program. */
export async function press(list: KankeiProgramList): Promise<void> {
  (await until('the way in', () => all(list, 'apply').find(({ localName }) => localName === 'button'))).click();
  await until('the form', () => all(list, 'form').length);
}

export const control = (list: Element, name: string, value?: string) =>
  one(list, 'form').querySelector<HTMLInputElement>(`[name="${name}"]${value ? `[value="${value}"]` : ''}`)!;

export function type(list: Element, name: string, text: string): void {
  const field = control(list, name);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.blur();
}

export const tick = (list: Element, name: string, value?: string) => control(list, name, value).click();

export function fillIn(list: Element): void {
  type(list, 'name', '山田　花子');
  type(list, 'email', 'ｈａｎａ＠example。jp');
  if (control(list, 'boots')) type(list, 'boots', '24センチ');
  tick(list, 'privacy');
}

/** The button that goes on from the form, or sends. */
export const submit = (list: Element) => all(list, 'submit').find((button) => button.closest('[part="application"]'))!;

export async function review(list: KankeiProgramList): Promise<void> {
  submit(list).click();
  await until('the look over it', () => all(list, 'review').length);
}

export async function send(list: KankeiProgramList): Promise<void> {
  submit(list).click();
  await list.updateComplete;
  const isSettled = () => submit(list)?.getAttribute('aria-disabled') !== 'true';
  await until('an answer', () => isSettled() && (all(list, 'done').length || all(list, 'problem').length));
  await list.updateComplete;
}

/** From the card to the end. */
export async function applied(backend: Backend, id = 'apple'): Promise<KankeiProgramList> {
  const list = await applying(backend, id);
  fillIn(list);
  await review(list);
  await send(list);
  return list;
}

export const focused = (list: Element): HTMLElement | null => list.shadowRoot!.activeElement as HTMLElement | null;
