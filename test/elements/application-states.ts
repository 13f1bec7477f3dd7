import type { Matching } from '@kankei/core';
import type { KankeiProgramList } from '@kankei/elements/program-list';
import { longClub } from '../fixtures/fanclub.ts';
import { longProgram } from '../fixtures/long-program.ts';
import { recruitingPrograms, recruitingTown } from '../fixtures/recruiting.ts';
import { applied, applying, fillIn, opened, recruiting, review, send, submit, type } from './application-support.ts';
import { all, one, until } from './support.ts';

const failing = (question: string, code: 'unavailable' | 'network' = 'unavailable') =>
  recruiting(recruitingTown, { fail: (asked) => (asked === question ? code : undefined) }).backend;

async function reviewed(backend = recruiting().backend, id = 'apple'): Promise<KankeiProgramList> {
  const list = await applying(backend, id);
  fillIn(list);
  await review(list);
  return list;
}

/** A program opened, with what can be done about it. */
async function offered(id: string, backend = recruiting().backend): Promise<KankeiProgramList> {
  const list = await opened(backend, id);
  await until('what one can do', () => all(list, 'interest').length);
  return list;
}

/** A town that asks as much as it may, for a program with long texts. */
const longTown: Matching = {
  ...recruitingTown,
  application: {
    title: longClub.title,
    intro: longClub.intro!,
    questions: longClub.questions,
    next: longClub.intro!,
  },
  notice: longClub.notice,
};
const { apply: _, ...long } = { ...longProgram, ...recruitingPrograms[0], title: longProgram.title, id: 'long' };
const longBackend = () => recruiting(longTown, { programs: [long] }).backend;

/** Every state of taking part in a program, as a visitor may come to see it. */
export const applicationStates: Record<string, () => Promise<KankeiProgramList>> = {
  'one can apply': () => offered('apple'),
  'one can wait': async () => {
    const { backend } = recruiting();
    const before = await applied(backend, 'packed');
    before.remove();
    history.replaceState(null, '', location.pathname);
    return offered('packed', backend);
  },
  'it is too late': () => offered('late'),
  'one can apply elsewhere': () =>
    offered('apple', recruiting({ ...recruitingTown, delivery: { form: 'https://form.example/' } }).backend),
  'it is not known whether one can': async () => {
    const list = await opened(failing('recruitment'));
    await until('why', () => all(list, 'problem').length);
    return list;
  },
  'that one is interested': async () => {
    const list = await offered('apple');
    one(list, 'interest').click();
    await until('an answer', () => one(list, 'said').textContent);
    return list;
  },
  'that one is interested did not arrive': async () => {
    const list = await offered('apple', failing('showInterest'));
    one(list, 'interest').click();
    await until('an answer', () => one(list, 'said').textContent);
    return list;
  },
  'what was done': async () => {
    const list = await opened(recruiting().backend, 'over');
    await until('the report', () => all(list, 'report').length);
    return list;
  },
  'the form': () => applying(recruiting().backend),
  'the form of the waiting list': () => applying(recruiting().backend, 'packed'),
  'who comes along': async () => {
    const list = await applying(recruiting().backend);
    type(list, 'people', '2');
    await until('the question', () => one(list, 'form').querySelector('[name="members"]'));
    return list;
  },
  'a long form': () => applying(longBackend(), 'long'),
  'faults of a long form': async () => {
    const list = await applying(longBackend(), 'long');
    submit(list).click();
    await until('the summary', () => all(list, 'fault').length);
    return list;
  },
  faults: async () => {
    const list = await applying(recruiting().backend);
    type(list, 'email', 'hana');
    submit(list).click();
    await until('the summary', () => all(list, 'fault').length);
    return list;
  },
  'what came back': async () => {
    const before = await applying(recruiting().backend);
    type(before, 'name', '山田 花子');
    before.remove();
    history.replaceState(null, '', location.pathname);
    const list = await applying(recruiting().backend);
    await until('the offer', () => all(list, 'discard').length);
    return list;
  },
  'the look over it': () => reviewed(),
  sending: async () => {
    const list = await reviewed({ ...recruiting().backend, apply: () => new Promise(() => {}) });
    submit(list).click();
    await until('the state', () => submit(list).getAttribute('aria-disabled'));
    return list;
  },
  'not sent': async () => {
    const list = await reviewed(failing('apply'));
    await send(list);
    return list;
  },
  'no connection': async () => {
    const list = await reviewed(failing('apply', 'network'));
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      await send(list);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    return list;
  },
  taken: () => applied(recruiting().backend),
  waiting: () => applied(recruiting().backend, 'packed'),
  'a mail': async () => {
    const list = await reviewed(
      recruiting({ ...recruitingTown, delivery: { mail: 'kikaku@musubino.example' } }).backend,
    );
    submit(list).click();
    await until('the mail', () => list.shadowRoot!.querySelector('textarea[readonly]'));
    return list;
  },
};
