import type { Backend } from '@kankei/client';
import type { Matching } from '@kankei/core';
import type { KankeiMatchingForm } from '@kankei/elements/matching-form';
import { fixturePrograms, makeProgram } from '../fixtures/programs.ts';
import {
  asking,
  askingBoth,
  both,
  chooseTown,
  control,
  fixtureMatching,
  mount,
  neighbour,
  openEnquiry,
  openMatching,
  send,
  suggested,
  tellEnquiry,
  tellNeed,
  tick,
  type,
} from './matching-support.ts';
import { all, isIn, one, until } from './support.ts';

const everything = { layout: 'all' } as const;
const host = { side: 'host' } as const;
const harvest = fixturePrograms.filter(({ id }) => id === 'harvest');

const long = 'とても長い名前の'.repeat(12);
const longMatching: Matching = {
  ...fixtureMatching,
  supporter: {
    title: long,
    intro: `${long}https://musubino.example/${'a'.repeat(80)}`,
    fields: [{ name: 'themes', options: [{ value: '和紙', label: long.slice(0, 90) }] }],
  },
  coordinator: {
    name: long.slice(0, 90),
    contact: { name: long, phone: long, url: `https://musubino.example/${'b'.repeat(90)}` },
  },
};
const longPrograms = [
  makeProgram({
    id: 'long',
    title: long,
    themes: ['和紙'],
    place: { name: long, area: long.slice(0, 90) },
    thanks: long,
    feeNote: long,
    sessions: [{ startDate: '2026-11-30', startTime: '09:00', endDate: '2027-12-05', endTime: '17:00' }],
  }),
];

const told = async (backend: Backend) => {
  const form = await mount(backend, host);
  await tellNeed(form);
  return form;
};

/** Every state of the questions and the suggestions, as a visitor may come to see it. */
export const matchingStates: Record<string, () => Promise<KankeiMatchingForm>> = {
  'the first question': () => mount(asking().backend),
  'a later question': async () => {
    const form = await mount(asking().backend);
    for (let step = 0; step < 3; step++) {
      one(form, 'submit').click();
      await form.updateComplete;
    }
    return form;
  },
  'all questions': () => mount(asking().backend, everything),
  'what suits': async () => {
    const form = await mount(asking().backend, everything);
    tick(form, 'themes', 'farming');
    tick(form, 'effort', 'light');
    await suggested(form);
    return form;
  },
  'what suits, and whom to ask': async () => {
    const form = await mount(asking(openMatching).backend);
    tick(form, 'themes', 'farming');
    await suggested(form);
    return form;
  },
  'nothing suits': async () => {
    const form = await mount(asking(fixtureMatching, harvest).backend);
    tick(form, 'themes', 'farming');
    one(form, 'submit').click();
    await form.updateComplete;
    one(form, 'submit').click();
    await form.updateComplete;
    tick(form, 'mode', 'online');
    await suggested(form);
    await until('what to loosen', () => all(form, 'loosen').length);
    return form;
  },
  'that one is interested': async () => {
    const form = await mount(asking(fixtureMatching, harvest).backend);
    tick(form, 'themes', 'farming');
    await suggested(form);
    one(form, 'interest').click();
    await until('an answer', () => one(form, 'said').textContent);
    return form;
  },
  'a fault': async () => {
    const form = await mount(asking().backend, everything);
    type(form, 'age', 'ひみつ');
    await until('the fault', () => all(form, 'fault').length);
    return form;
  },
  'long texts': async () => {
    const form = await mount(asking(longMatching, longPrograms).backend);
    tick(form, 'themes', '和紙');
    await suggested(form);
    return form;
  },
  'what a resident needs': () => mount(asking(openMatching).backend, host),
  'all of a need at once': () => mount(asking(openMatching).backend, { ...host, ...everything }),
  'a need with a fault': async () => {
    const form = await mount(asking(openMatching).backend, host);
    one(form, 'submit').click();
    await until('the faults', () => all(form, 'summary').length);
    return form;
  },
  'what was typed of a need came back': async () => {
    const before = await mount(asking(openMatching).backend, host);
    type(before, 'what', '柿の収穫');
    before.remove();
    const form = await mount(asking(openMatching).backend, host);
    await until('the offer', () => all(form, 'discard').length);
    return form;
  },
  'a look over a need': () => told(asking(openMatching).backend),
  'a need is being sent': async () => {
    const form = await told({ ...asking(openMatching).backend, sendNeed: () => new Promise(() => {}) });
    one(form, 'submit').click();
    await until('the state', () => isIn(form, 'sending'));
    return form;
  },
  'a need was not sent': async () => {
    const fail = (question: string) => (question === 'sendNeed' ? ('unavailable' as const) : undefined);
    const form = await told(asking(openMatching, [], { fail }).backend);
    await send(form);
    return form;
  },
  'a need was taken': async () => {
    const form = await told(asking(openMatching).backend);
    await send(form);
    return form;
  },
  'a need by mail': async () => {
    const form = await told(asking({ ...openMatching, delivery: { mail: 'tsunagari@musubino.example' } }).backend);
    one(form, 'submit').click();
    await until('the mail', () => form.shadowRoot!.querySelector('textarea[readonly]'));
    return form;
  },
  'needs by a form elsewhere': () =>
    mount(asking({ ...openMatching, delivery: { form: 'https://form.example/need' } }).backend, host),
  'no needs are taken': () => mount(asking(fixtureMatching).backend, host),
  'a choice of towns': () => mount(askingBoth().backend, { ...host, town: both }),
  'questions of two towns': () => mount(askingBoth().backend, { ...everything, town: both }),
  'an enquiry': async () => {
    const form = await mount(asking(openMatching).backend, everything);
    await openEnquiry(form);
    return form;
  },
  'a look over an enquiry': async () => {
    const form = await mount(asking(openMatching).backend, everything);
    await openEnquiry(form);
    await tellEnquiry(form);
    return form;
  },
  'an enquiry to one of two towns was taken': async () => {
    const form = await mount(askingBoth().backend, { ...everything, town: both });
    await openEnquiry(form);
    chooseTown(form, neighbour.code);
    await until('its form', () => control(form, 'name'));
    await tellEnquiry(form);
    await send(form);
    return form;
  },
  'no suggestions came': async () => {
    const fail = (question: string) => (question === 'matches' ? ('unavailable' as const) : undefined);
    const form = await mount(asking(fixtureMatching, [], { fail }).backend);
    tick(form, 'themes', 'farming');
    await until('why', () => all(form, 'problem').length);
    return form;
  },
};
