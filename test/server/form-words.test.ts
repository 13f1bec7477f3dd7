import { httpBackend } from '@kankei/client';
import { type Field, type FieldFaultCode, overseas, prefectureNames } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { enForm } from '../../packages/elements/src/strings/en-form.ts';
import { enFormRest } from '../../packages/elements/src/strings/en-form-rest.ts';
import { jaForm } from '../../packages/elements/src/strings/ja-form.ts';
import { jaFormRest } from '../../packages/elements/src/strings/ja-form-rest.ts';
import { formWords } from '../../packages/server/src/pages/form-words.ts';
import { makeServer } from './world.ts';

const field: Field = {
  name: 'x',
  kind: 'text',
  minLength: 2,
  maxLength: 3000,
  from: '2026-01-01',
  to: '2026-12-31',
  min: 1,
  max: 9,
};
const consent: Field = { name: 'x', kind: 'consent' };

describe.each([
  ['ja', jaForm, jaFormRest],
  ['en', enForm, enFormRest],
] as const)('a form of the server in %s', (language, form, rest) => {
  const say = formWords[language];

  it('calls fields and options what the elements call them', () => {
    const { privacy, ...labels } = form.labels;
    expect(say.labels).toEqual(labels);
    expect(say.options).toEqual(form.options);
    expect([say.required, say.optional, say.choose]).toEqual([form.required, form.optional, form.choose]);
    const called = [...prefectureNames.map((name) => [name, say.prefecture(name)]), [overseas, say.overseas]];
    expect(Object.entries(form.prefectures)).toEqual(called);
  });

  it('gives for example a postal code that fills in the rest, as is promised beside it', async () => {
    const world = await makeServer();
    const backend = httpBackend('https://kankei.example', {
      fetch: async (request) => world.app.request(request as Request),
    });
    for (const help of [form.helps.postal, say.helps.postal, rest.faults.postal('題', field)])
      for (const [, ...code] of help!.matchAll(/(\d{3})-(\d{4})/g))
        expect(await backend.postal(code.join(''))).toHaveLength(1);
    await world.db.destroy();
  });

  it('says of a fault what the elements say', () => {
    const codes = Object.keys(rest.faults) as FieldFaultCode[];
    expect(Object.keys(say.faults).sort()).toEqual([...codes].sort());
    for (const code of codes)
      for (const one of [field, consent]) expect(say.faults[code]('題', one)).toBe(rest.faults[code]('題', one));
    for (const count of [1, 2]) expect(say.summary(count)).toBe(rest.summary(count));
  });
});
