import '@kankei/elements/fanclub-signup/define';
import type { Backend, MemoryBackendOptions } from '@kankei/client';
import type { Fanclub, Signup } from '@kankei/core';
import type { KankeiFanclubSignup } from '@kankei/elements/fanclub-signup';
import { fixture, html } from '@open-wc/testing';
import { fixtureClub } from '../fixtures/fanclub.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { all, isIn, one, town, until } from './support.ts';

// What tests of the signup have in common.

const { code } = fixtureTown;
export const hida = [{ prefecture: '岐阜県', municipalityCode: '212172', municipality: '飛騨市' }];

/** A backend with a fan club that notes what was sent. */
export function club(one: Fanclub = fixtureClub, more: Partial<MemoryBackendOptions> = {}) {
  const sent: { key: string; signup: Signup }[] = [];
  const memory = town([], { fanclubs: { [code]: one }, postal: { '5094292': hida }, ...more });
  const backend: Backend = {
    ...memory,
    join: (town, signup, options) => {
      sent.push({ key: options.key, signup });
      return memory.join(town, signup, options);
    },
  };
  return { backend, sent };
}

type Attributes = Partial<Pick<KankeiFanclubSignup, 'tie' | 'interests' | 'source' | 'via' | 'lang'>>;

export async function mount(backend: Backend, attributes: Attributes = {}): Promise<KankeiFanclubSignup> {
  const signup = document.createElement('kankei-fanclub-signup');
  signup.innerHTML = '<a href="https://musubino.example/fanclub/">ファンクラブのページを見る</a>';
  Object.assign(signup, { town: code, backend, ...attributes });
  await fixture(html`${signup}`);
  await until('an answer', () => isIn(signup, 'ready') || isIn(signup, 'failed'));
  if (isIn(signup, 'ready')) await until('what to fill in', () => all(signup, 'title').length > 0);
  return signup;
}

export const control = (signup: Element, name: string, value?: string) =>
  signup.shadowRoot!.querySelector<HTMLInputElement>(`[name="${name}"]${value ? `[value="${value}"]` : ''}`)!;

export function type(signup: Element, name: string, text: string): void {
  const field = control(signup, name);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.blur();
}

export const tick = (signup: Element, name: string, value?: string) => control(signup, name, value).click();

export function fillIn(signup: Element): void {
  type(signup, 'name', '山田　花子');
  type(signup, 'email', 'ｈａｎａ＠example。jp');
  type(signup, 'prefecture', '岐阜県');
  tick(signup, 'tier', 'friend');
  tick(signup, 'privacy');
}

export async function review(signup: KankeiFanclubSignup): Promise<void> {
  one(signup, 'submit').click();
  await until('the look over it', () => all(signup, 'review').length > 0);
}

export async function send(signup: KankeiFanclubSignup): Promise<void> {
  one(signup, 'submit').click();
  await signup.updateComplete;
  await until(
    'an answer',
    () => !isIn(signup, 'sending') && (all(signup, 'done').length || all(signup, 'problem').length),
  );
  await signup.updateComplete;
}

export const summary = async (signup: KankeiFanclubSignup) => {
  await until('a summary', () => all(signup, 'summary').length > 0);
  return [...one(signup, 'summary').querySelectorAll('a')].map(({ textContent }) => textContent);
};

export const focused = (signup: Element): HTMLElement | null => signup.shadowRoot!.activeElement as HTMLElement | null;

/** Waits for the code that comes after the form: suggestions, a look over it, sending. */
export const flow = (signup: Element): Promise<Element> =>
  until('the flow', () => signup.shadowRoot!.querySelector('[role="status"]'));
