import { fanclub, tidyAnswer } from '@kankei/core';
import type { KankeiFanclubSignup } from '@kankei/elements/fanclub-signup';
import { expect } from '@open-wc/testing';
import { fixtureClubInput } from '../fixtures/fanclub.ts';
import { nasty } from '../fixtures/hostile-texts.ts';
import { club, control, fillIn, flow, mount, review, send, tick } from './signup-support.ts';
import { all, one, until, words } from './support.ts';

/** What would run if a text were taken for markup: all of `nasty` that runs, calls `alert`. */
let ran = 0;
const { alert } = window;
before(() => {
  window.alert = () => {
    ran += 1;
  };
});
after(() => {
  window.alert = alert;
});
beforeEach(() => {
  ran = 0;
  sessionStorage.clear();
});

function expectTextAlone(signup: Element): void {
  const made = signup.shadowRoot!.querySelector('script:not([src]), img, svg, iframe, [onerror], [onload], [onfocus]');
  expect(made?.outerHTML).to.equal(undefined);
  expect(ran).to.equal(0);
}

/** A thousand texts, the same in every run: each of the list, then joined two by two. */
const values = [...nasty, ...Array.from({ length: 1000 }, (_, index) => pair(index))]
  // As long as the shortest field takes: what is too long is refused, and other tests see to that.
  .map((text) => [...text].slice(0, 90).join(''))
  .slice(0, 1000);

function pair(index: number): string {
  const at = (step: number) => nasty[(index * step + Math.floor(index / nasty.length)) % nasty.length]!;
  return at(7).slice(0, 45) + at(11).slice(0, 45);
}

/** Fields that take any text, one of each control. */
const free = { name: 'text', municipality: 'municipality', snow: 'long-text' } as const;

async function retype(signup: KankeiFanclubSignup, texts: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) {
    const field = control(signup, name);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
  await signup.updateComplete;
}

describe('hostile texts', () => {
  it('that are typed, a thousand, run nowhere, stay as they are in their fields, and are sent as they were meant', async function () {
    this.timeout(170_000);
    const { backend, sent } = club();
    const signup = await mount(backend);
    await flow(signup);
    for (let from = 0; from < values.length; from += 3) {
      fillIn(signup);
      tick(signup, 'season', 'winter');
      await signup.updateComplete;
      const [name = '', municipality = '', snow = ''] = values.slice(from, from + 3);
      // A name that is nothing but what cannot be seen is no name.
      await retype(signup, { name: tidyAnswer('text', name) ? name : '花', municipality, snow });
      const expected = Object.fromEntries(
        Object.entries(free).map(([name, kind]) => [name, tidyAnswer(kind, control(signup, name).value) || undefined]),
      );
      await review(signup);
      expectTextAlone(signup);
      await send(signup);
      const { answers } = sent.at(-1)!.signup;
      for (const name of Object.keys(free)) expect(answers[name], name).to.equal(expected[name]);
      one(signup, 'back').click();
      await signup.updateComplete;
    }
    expect(sent).to.have.length(Math.ceil(values.length / 3));
    expectTextAlone(signup);
  });

  it('in a town’s own words are shown as text, and their links lead nowhere', async () => {
    const text = '<img src=x onerror=alert(1)></p><script>alert(1)</script>';
    const { notice } = fixtureClubInput;
    const hostile = fanclub.parse({
      ...fixtureClubInput,
      ...{ title: text, intro: text, memberTitle: text.slice(0, 28), next: text },
      benefits: [{ title: text, detail: text, place: text }],
      tiers: [
        { id: 'a', label: text },
        { id: 'b', label: text },
      ],
      questions: [
        { name: 'one', kind: 'choices', label: text, help: text, options: [{ value: text, label: text }], group: 'x' },
        { name: 'two', kind: 'long-text', label: text, help: text, group: 'toString' },
      ],
      notice: { ...notice, purpose: text, contact: text },
    });
    // As from a backend that checks nothing.
    hostile.notice.url = 'javascript:alert(1)';
    const signup = await mount(club(hostile).backend);
    await flow(signup);
    expect(words(signup, 'title')).to.deep.equal([text]);
    expect(words(signup, 'group-heading')).to.include('toString');
    fillInHostile(signup);
    await review(signup);
    expectTextAlone(signup);
    await send(signup);
    expectTextAlone(signup);
    for (const link of signup.shadowRoot!.querySelectorAll('a')) expect(link.href).not.to.match(/^javascript:/);
  });

  function fillInHostile(signup: Element): void {
    for (const [name, text] of Object.entries({ name: '花', email: 'hana@example.jp', prefecture: '岐阜県' })) {
      const field = control(signup, name);
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    tick(signup, 'one');
    tick(signup, 'tier', 'a');
    tick(signup, 'privacy');
  }
});

describe('questions that are named like what every object and every form has', () => {
  const names = [
    ...['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'summary', 'insertBefore', 'removeChild', 'append'],
    ...['submit', 'action', 'elements', 'children', 'parentNode', 'querySelector', 'addEventListener', 'length'],
  ];
  const odd = fanclub.parse({
    ...fixtureClubInput,
    questions: names.map((name) => ({ name, kind: 'text', label: `質問 ${name}` })),
  });

  it('are asked, looked over and sent like any other', async () => {
    const { backend, sent } = club(odd);
    const signup = await mount(backend);
    await flow(signup);
    fillIn(signup);
    await signup.updateComplete;
    for (const name of names) expect(control(signup, name).value, name).to.equal('');
    await review(signup);
    expect(words(signup, 'review').join()).not.to.contain('native code');
    one(signup, 'back').click();
    await until('the form', () => all(signup, 'form').length);
    await retype(signup, Object.fromEntries(names.map((name) => [name, `答え ${name}`])));
    await review(signup);
    await send(signup);
    const { answers } = sent[0]!.signup;
    for (const name of names) expect(answers[name]).to.equal(`答え ${name}`);
    const ids = new Set<string>();
    one(signup, 'back').click();
    await until('the form', () => all(signup, 'form').length);
    for (const { id } of signup.shadowRoot!.querySelectorAll('[id]')) {
      expect(ids.has(id), id).to.equal(false);
      ids.add(id);
    }
  });

  it('stand in groups of at most five', async () => {
    const signup = await mount(club(odd).backend);
    const sizes = all(signup, 'group').map((group) => group.querySelectorAll('[part="field"]').length);
    expect(Math.max(...sizes)).to.be.at.most(5);
    expect(words(signup, 'group-heading').filter((heading) => heading.startsWith('町からの質問'))).to.deep.equal([
      '町からの質問（1／4）',
      '町からの質問（2／4）',
      '町からの質問（3／4）',
      '町からの質問（4／4）',
    ]);
  });
});
