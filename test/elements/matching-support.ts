import '@kankei/elements/matching-form/define';
import type { Backend, MemoryBackendOptions, Taken } from '@kankei/client';
import type { Matching, MatchQuestionInput, Program } from '@kankei/core';
import type { KankeiMatchingForm } from '@kankei/elements/matching-form';
import { fixture, html } from '@open-wc/testing';
import { fixturePrograms, fixtureTown } from '../fixtures/programs.ts';
import { all, isIn, one, town, until } from './support.ts';

// What tests of the questions and suggestions have in common.

export const { code } = fixtureTown;

export const fixtureMatching: Matching = {
  takes: ['interest'],
  coordinator: {
    name: 'つながり係 野上',
    contact: { name: 'むすび野町役場', phone: '000-000-0000', extension: '214', email: 'tsunagari@musubino.example' },
  },
  newsletter: 'https://musubino.example/letters/',
};

/** A town in memory that notes what it is asked and what it takes in. */
export function asking(
  matching: Matching | undefined = fixtureMatching,
  programs: readonly Program[] = fixturePrograms,
  more: Partial<MemoryBackendOptions> = {},
) {
  const questions: MatchQuestionInput[] = [];
  const taken: Taken[] = [];
  const memory = town(programs, {
    matching: matching && { [code]: matching },
    onTake: (what) => void taken.push(what),
    postal: { '5094292': [{ prefecture: '岐阜県', municipalityCode: '212172', municipality: '飛騨市' }] },
    ...more,
  });
  const backend: Backend = {
    ...memory,
    matches: (towns, question, options) => {
      questions.push(question);
      return memory.matches(towns, question, options);
    },
  };
  return { backend, questions, taken };
}

type Attributes = Partial<Pick<KankeiMatchingForm, 'town' | 'lang' | 'layout' | 'headingLevel'>>;

/** The questions in the page, with a link as their fallback. */
export async function mount(backend: Backend, attributes: Attributes = {}): Promise<KankeiMatchingForm> {
  const form = document.createElement('kankei-matching-form');
  form.innerHTML = '<a href="https://musubino.example/programs/">募集の一覧を見る</a>';
  Object.assign(form, { town: code, backend, ...attributes });
  await fixture(html`${form}`);
  await until('an answer', () => isIn(form, 'ready') || isIn(form, 'failed'));
  if (isIn(form, 'ready')) await until('the questions', () => all(form, 'form').length);
  return form;
}

export const control = (form: Element, name: string, value?: string) =>
  form.shadowRoot!.querySelector<HTMLInputElement>(`[name="${name}"]${value ? `[value="${value}"]` : ''}`)!;

export const tick = (form: Element, name: string, value: string) => control(form, name, value).click();

/** How long (ms) to wait until suggestions are asked for: a little longer after something was typed. */
const ticked = 250;
let pause = ticked;

/** Types into a field and leaves it. */
export function type(form: Element, name: string, text: string): void {
  const field = control(form, name);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  field.blur();
  pause = 700;
}

/** Waits until an answer stands that belongs to what was answered last. */
export async function suggested(form: Element): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, pause));
  pause = ticked;
  await until('suggestions', () => !one(form, 'suggestions').hasAttribute('aria-busy'));
}

/** The programs that suit, as they stand. */
export const titles = (form: Element, list = 'list'): string[] =>
  [...form.shadowRoot!.querySelectorAll(`[part="${list}"] > [part="suggestion"]`)].map((suggestion) =>
    suggestion.querySelector('[part="suggestion-title"]')!.textContent!.trim().replace('（別のサイトが開きます）', ''),
  );

/** The sentences about a program. */
export function told(form: Element, title: string, part: 'reasons' | 'misfits'): string[] {
  const suggestion = all(form, 'suggestion').find((one) => one.textContent!.includes(title))!;
  return [...suggestion.querySelectorAll(`[part="${part}"] li`)].map((item) => item.textContent!.trim());
}
