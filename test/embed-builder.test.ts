import { checkTownTexts, embedForms, embedSnippets, kankeiFile } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import manifest from '../packages/elements/custom-elements.json' with { type: 'json' };
import {
  carryOver,
  embedOf,
  fieldsFor,
  fromHash,
  otherTown,
  readChoices,
  toHash,
  usualAnswers,
} from '../packages/elements/src/builder/choices.ts';
import { draftKankeiFile } from '../packages/elements/src/builder/draft-file.ts';
import { findWidget, type Widget, widgets } from '../packages/elements/src/builder/widgets.ts';
import { enBuilder } from '../packages/elements/src/strings/en-builder.ts';
import { jaBuilder } from '../packages/elements/src/strings/ja-builder.ts';
import fc from './fixtures/fast-check.ts';

const hashes = { 'kankei.js': 'sha384-a', 'kankei.single.js': 'sha384-b' };
const scripts = {
  newest: 'src="https://a.example/embed/v1/kankei.js">',
  pinned: 'src="https://a.example/embed/1.0.0/kankei.js" integrity="sha384-a">',
  single: 'src="https://a.example/embed/1.0.0/kankei.single.js" integrity="sha384-b">',
};
const known = [{ code: '999997', name: 'むすび野町' }];
const place = { script: 'https://a.example/embed/v1/kankei.js', pinned: 'https://a.example/embed/1.0.0' };
const tags = manifest.modules
  .flatMap(({ declarations }) => declarations as { tagName?: string; attributes?: { name: string }[] }[])
  .filter(({ tagName }) => tagName);

/** What a person may answer to everything that is asked for a widget. */
const answersFor = (widget: Widget) =>
  fc.record(
    Object.fromEntries(
      fieldsFor(widget, known).map(({ name, kind, options, min = 0, max = 9 }) => {
        const values = options?.map(({ value }) => value) ?? [];
        if (name === 'widget') return [name, fc.constant(widget.name)];
        if (name === 'town') return [name, fc.constantFrom('212172', '２１２１７', '221309, 212172')];
        if (name === 'accent' || name === 'background') return [name, fc.constantFrom('#0017c1', '#fff')];
        if (kind === 'choice') return [name, fc.constantFrom(...values)];
        if (kind === 'choices') return [name, fc.subarray(values)];
        if (kind === 'consent') return [name, fc.boolean()];
        if (kind === 'number') return [name, fc.integer({ min, max }).map(String)];
        if (kind === 'date') return [name, fc.constantFrom('', '2026-12-01')];
        if (name === 'src' || name === 'endpoint') return [name, fc.constantFrom('', 'https://b.example/x?a=1&b=2')];
        return [name, fc.constantFrom('', 'help', 'ことば & "引用"', 'a=b#c')];
      }),
    ),
  );
const chosen = fc
  .constantFrom(...widgets)
  .chain((widget) => answersFor(widget).map((answers) => ({ widget, answers })));

describe('what the builder offers', () => {
  it('is every public tag with every attribute of the manifest; a member’s own code belongs to no page', () => {
    const offered = Object.fromEntries(
      widgets.map(({ name, options }) => [name, options.map(({ field }) => field.name)]),
    );
    for (const { tagName, attributes = [] } of tags) {
      const names = attributes.map(({ name }) => name).filter((name) => name !== 'town' && name !== 'via');
      expect(offered[tagName!.replace('kankei-', '')]).toEqual(names);
    }
    expect(widgets).toHaveLength(tags.length);
  });

  it.each([jaBuilder, enBuilder])('has words for each, and for each value there is to choose ($language)', (say) => {
    for (const widget of widgets) {
      expect(say.widgets[widget.name]?.name, widget.name).toBeTruthy();
      expect(say.linkWords[widget.name]?.('町'), widget.name).toContain('町');
      for (const { field } of widget.options) {
        const words = say.options[field.name];
        expect(words?.label, `${widget.name} ${field.name}`).toBeTruthy();
        for (const { value } of field.options ?? [])
          expect(words?.values?.[value], `${widget.name} ${field.name} ${value}`).toBeTruthy();
      }
    }
  });

  it('has words in each language for the same options, and for none that are no more', () => {
    const names = new Set(widgets.flatMap(({ options }) => options.map(({ field }) => field.name)));
    for (const say of [jaBuilder, enBuilder])
      expect(
        Object.keys(say.options).filter((name) => !names.has(name)),
        say.language,
      ).toEqual([]);
    expect(Object.keys(enBuilder.options)).toEqual(Object.keys(jaBuilder.options));
  });

  it('bounds numbers as their descriptions do', () => {
    const numbers = widgets.flatMap(({ options }) => options.filter(({ field }) => field.kind === 'number'));
    expect(numbers.length).toBeGreaterThan(5);
    for (const { field } of numbers) expect(field.max, field.name).toBeGreaterThan(field.min!);
  });
});

describe('what was chosen', () => {
  it('comes back from the address it was put into', () => {
    fc.assert(
      fc.property(chosen, ({ widget, answers }) => {
        const fields = fieldsFor(widget, known);
        const hash = toHash(fields, answers, usualAnswers(widget, known));
        const back = fromHash(`#${hash}`, known);
        expect(back.widget).toBe(widget);
        expect(readChoices(back.widget, known, back.answers)).toEqual(readChoices(widget, known, answers));
      }),
      { numRuns: 300 },
    );
  });

  it('becomes snippets whose options are the widget’s own, what is as usual left out', () => {
    fc.assert(
      fc.property(chosen, ({ widget, answers }) => {
        const choices = readChoices(widget, known, answers);
        expect([...choices.faults]).toEqual([]);
        const names = widget.options.map(({ field }) => field.name);
        for (const name of Object.keys(choices.options)) expect([...names, 'town']).toContain(name);
        const snippets = embedSnippets(embedOf(choices, place, '言葉', hashes));
        for (const form of embedForms) expect(snippets[form]).toContain(choices.towns[0]);
        expect(snippets.script).toContain(scripts[choices.pin]);
      }),
      { numRuns: 300 },
    );
    const usual = readChoices(findWidget('program-list'), known, usualAnswers(findWidget('program-list'), known));
    expect(usual.options).toEqual({ town: '999997' });
  });

  it('goes along to another widget, which has its own usual answers all the same', () => {
    for (const from of widgets)
      for (const to of widgets) {
        const usual = carryOver(usualAnswers(from, known), from, to, known);
        expect(usual, `${from.name}, ${to.name}`).toEqual(usualAnswers(to, known));
        const chosen = { ...usualAnswers(from, known), accent: '#003300', 'heading-level': '4' };
        const { options } = readChoices(to, known, carryOver(chosen, from, to, known));
        expect(options).toEqual({ town: '999997', accent: '#003300', 'heading-level': '4' });
      }
  });

  it('is read from any address without a throw, and nothing in it that is not asked', () => {
    const names = fc.constantFrom(
      'widget',
      'town',
      'sort',
      'kind',
      'height',
      'accent',
      'known',
      '__proto__',
      'email',
      'pin',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ unit: 'binary' }))), (pairs) => {
        const { widget, answers } = fromHash(String(new URLSearchParams(pairs)), known);
        expect(Object.keys(answers)).not.toContain('email');
        readChoices(widget, known, answers);
      }),
    );
  });

  it.each([
    ['town', '', 'town-missing'],
    ['town', '212173', 'town'],
    ['town', '飛騨市', 'town'],
    ['accent', 'red', 'color'],
    ['src', 'kankei.json', 'address'],
    ['src', 'javascript:alert(1)', 'address'],
    ['endpoint', '//a.example', 'address'],
    ['height', '10', 'too-small'],
    ['limit', 'many', 'number'],
    ['from', '2026-02-30', 'date'],
  ])('says that %s cannot be “%s”', (name, value, fault) => {
    const widget = findWidget('program-list');
    const answers = { ...usualAnswers(widget, known), known: otherTown, town: '212172', [name]: value };
    const { faults, options } = readChoices(widget, known, answers);
    expect([...faults]).toEqual([[name, fault]]);
    expect(options).not.toHaveProperty(name);
  });

  it('takes a code in any width, and adds the check digit that is missing', () => {
    const widget = findWidget('program-list');
    const read = (town: string) => readChoices(widget, [], { ...usualAnswers(widget, []), town }).towns;
    expect(read('２１２１７')).toEqual(['212172']);
    expect(read('212172、221309')).toEqual(['212172', '221309']);
  });
});

describe('the draft of a kankei.json', () => {
  const town = { code: '212172', name: '飛騨市', prefecture: '岐阜県' };

  it.each([jaBuilder, enBuilder])('can be read, and says what is still to be written ($language)', ({ draft }) => {
    for (const { name } of widgets) {
      const file = draftKankeiFile(name, town, draft);
      if (!file) continue;
      expect(kankeiFile.safeParse(file).error, name).toBeUndefined();
      const found = checkTownTexts(file).filter(({ kind }) => kind !== 'notice-part');
      expect(new Set(found.map(({ kind }) => kind)), name).toEqual(
        new Set(file.programs?.length ? [] : ['to-be-written']),
      );
    }
    expect(draftKankeiFile('member-card', town, draft)).toBeUndefined();
    expect(draftKankeiFile('card-check', town, draft)).toBeUndefined();
  });
});
