import '@kankei/elements/matching-form/define';
import type { Backend, MemoryBackendOptions, Taken } from '@kankei/client';
import type { Matching, MatchQuestionInput, Program } from '@kankei/core';
import type { KankeiMatchingForm } from '@kankei/elements/matching-form';
import { fixture, html } from '@open-wc/testing';
import { fixtureClub } from '../fixtures/fanclub.ts';
import { fixturePrograms, fixtureTown } from '../fixtures/programs.ts';
import { all, isIn, one, town, until, words } from './support.ts';

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

type Attributes = Partial<Pick<KankeiMatchingForm, 'town' | 'lang' | 'side' | 'layout' | 'source' | 'headingLevel'>>;

/** The questions in the page, with a link as their fallback. */
export async function mount(backend: Backend, attributes: Attributes = {}): Promise<KankeiMatchingForm> {
  const form = document.createElement('kankei-matching-form');
  form.innerHTML = '<a href="https://musubino.example/programs/">募集の一覧を見る</a>';
  Object.assign(form, { town: code, backend, ...attributes });
  await fixture(html`${form}`);
  await until('an answer', () => ['ready', 'empty', 'failed'].some((state) => isIn(form, state)));
  if (isIn(form, 'ready'))
    await until('the questions', () => form.shadowRoot!.querySelector('form, select, [part="link"]'));
  return form;
}

/** A town that takes everything in. */
export const openMatching: Matching = {
  coordinator: { name: 'つながり係 野上' },
  notice: fixtureClub.notice,
  supporter: {
    questions: [{ name: 'boots', kind: 'text', label: { ja: '長ぐつの大きさ', en: 'Size of your boots' } }],
  },
};

/** Another town, with a question that has the name of one of the first's and is another. */
export const neighbour = { code: '131016', name: '千代田区' };
export const neighbourMatching: Matching = {
  notice: { ...fixtureClub.notice, version: 'n1', collector: '千代田区' },
  supporter: {
    fields: [{ name: 'themes', options: [{ value: '写真', label: '写真' }] }, { name: 'words' }],
    questions: [{ name: 'boots', kind: 'choice', label: '歩けますか', options: [{ value: 'yes', label: 'はい' }] }],
  },
};
export const both = `${code} ${neighbour.code}`;

/** Two towns that take everything in. */
export const askingBoth = (more: Partial<MemoryBackendOptions> = {}) =>
  asking(openMatching, fixturePrograms, {
    towns: [fixtureTown, neighbour],
    matching: { [code]: openMatching, [neighbour.code]: neighbourMatching },
    ...more,
  });

/** Goes on to the next screen, or to a look over it. */
export async function goOn(form: KankeiMatchingForm): Promise<void> {
  const before = one(form, 'form');
  const screen = words(form, 'progress')[0];
  await until('the words', () => all(form, 'form')[0]);
  one(form, 'submit').click();
  await until('what follows', () => {
    const [now] = all(form, 'form');
    return now !== before || words(form, 'progress')[0] !== screen || all(form, 'summary').length > 0;
  });
}

/** Answers, screen by screen, what cannot be left out, and stands before the last look. */
export async function tellNeed(form: KankeiMatchingForm): Promise<void> {
  const answers: Record<string, string> = {
    what: '柿の収穫と箱づめ',
    when: '11月の土曜か日曜',
    people: '５',
    thanks: 'とれたての柿',
    name: '畑中　実',
  };
  for (let screen = 0; screen < 9 && !all(form, 'review').length; screen++) {
    for (const [name, text] of Object.entries(answers)) if (control(form, name)) type(form, name, text);
    if (control(form, 'reach')) {
      tick(form, 'reach', 'email');
      await until('the address', () => control(form, 'email'));
      type(form, 'email', 'ｍｉｎｏｒｕ＠example.jp');
      control(form, 'privacy').click();
    }
    await goOn(form);
  }
}

/** Answers a question, and opens what a coordinator is asked with. */
export async function openEnquiry(form: KankeiMatchingForm): Promise<void> {
  tick(form, 'themes', 'farming');
  tick(form, 'weekdays', 'sat');
  await suggested(form);
  (await until('the button', () => all(form, 'enquire')[0])).click();
  await until('the enquiry', () => all(form, 'leave').length);
}

/** Fills in an enquiry up to the look over it. */
export async function tellEnquiry(form: KankeiMatchingForm): Promise<void> {
  type(form, 'name', '山田 花子');
  type(form, 'email', 'hana@example.jp');
  if (!control(form, 'privacy').checked) control(form, 'privacy').click();
  await goOn(form);
  await until('the look over it', () => all(form, 'review').length);
}

/** Sends what was looked over. */
export async function send(form: KankeiMatchingForm): Promise<void> {
  one(form, 'submit').click();
  await form.updateComplete;
  await until('an answer', () => !isIn(form, 'sending') && (all(form, 'done').length || all(form, 'problem').length));
  await form.updateComplete;
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

/** Chooses which of several towns is asked. */
export function chooseTown(form: Element, code: string): void {
  const choice = one(form, 'town').querySelector('select')!;
  choice.value = code;
  choice.dispatchEvent(new Event('change'));
}
