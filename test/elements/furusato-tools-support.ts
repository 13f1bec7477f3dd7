import '@kankei/elements/furusato-link/define';
import type { KankeiFurusatoLink } from '@kankei/elements/furusato-link';
import { fixture, html } from '@open-wc/testing';
import { fixtureFurusato } from '../fixtures/furusato.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { all, one, town, until } from './support.ts';

// What tests of the estimate and of the help with the one-stop exception have in common.

const realNow = Date.now;

/** Lets every clock of the page begin anew at this instant; the next test has the real one again. */
export function setClock(time: string): void {
  const shift = Date.parse(time) - realNow();
  Date.now = () => realNow() + shift;
}

beforeEach(() => setClock('2026-11-22T12:00:00+09:00'));
afterEach(() => {
  Date.now = realNow;
  localStorage.removeItem('kankei-one-stop');
});

type Tool = 'estimate' | 'one-stop';

/** A tag in the page with one of its tools open. */
export async function mountTool(tool: Tool, lang = 'ja'): Promise<KankeiFurusatoLink> {
  const link = document.createElement('kankei-furusato-link');
  const backend = town([], { furusato: { [fixtureTown.code]: fixtureFurusato } });
  Object.assign(link, {
    town: fixtureTown.code,
    backend,
    lang,
    estimate: tool === 'estimate',
    oneStop: tool !== 'estimate',
  });
  await fixture(html`${link}`);
  await until('the tool', () => link.shadowRoot!.querySelector(`.root[lang="${lang}"] [part="${tool}"] form`));
  return link;
}

export const tool = (link: Element, name: Tool): HTMLElement => one(link, name);

export const control = (link: Element, name: string, value?: string): HTMLInputElement =>
  link.shadowRoot!.querySelector<HTMLInputElement>(`[name="${name}"]${value ? `[value="${value}"]` : ''}`)!;

/** Types over what stands in a control, and leaves it. */
export function type(link: Element, name: string, text: string): void {
  const field = control(link, name);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

interface Case {
  salary?: string;
  spouse?: string;
  children?: string;
  year?: string;
  circumstances?: string[];
}

/** Answers the questions of the estimate and asks for it. */
export async function ask(link: KankeiFurusatoLink, { salary = '5000000', circumstances = [], ...chosen }: Case = {}) {
  type(link, 'salary', salary);
  for (const [name, value] of Object.entries({ spouse: 'dual', ...chosen })) control(link, name, value).click();
  for (const value of circumstances) control(link, 'circumstances', value).click();
  await press(link);
}

/** Asks for the estimate; settled when there is one, or why there is none. */
export async function press(link: KankeiFurusatoLink): Promise<void> {
  one(link, 'submit').click();
  await link.updateComplete;
  await until('an outcome', () => ['result', 'refusal', 'summary'].some((part) => all(link, part).length));
  await link.updateComplete;
}

/** Notes donations to these towns down. */
export async function donate(link: KankeiFurusatoLink, ...towns: string[]): Promise<void> {
  for (const name of towns) {
    control(link, 'donatedTown').value = name;
    one(link, 'add').click();
    await link.updateComplete;
  }
}

/** What a screen reader is told politely. */
export const told = (link: Element, name: Tool): string =>
  [...tool(link, name).querySelectorAll('[role="status"]')]
    .map((one) => one.textContent!.trim())
    .join(' ')
    .trim();
