import type { Backend, MemoryBackendOptions } from '@kankei/client';
import { type Fanclub, fanclub } from '@kankei/core';
import type { KankeiFanclubSignup } from '@kankei/elements/fanclub-signup';
import { expect } from '@open-wc/testing';
import { fixtureClub, fixtureClubInput } from '../fixtures/fanclub.ts';
import { club, control, flow, hida, mount, type } from './signup-support.ts';
import { until } from './support.ts';

const note = (signup: Element, name: string) => signup.shadowRoot!.getElementById(`${name}-note`)!.textContent!.trim();

describe('a reading', () => {
  beforeEach(() => sessionStorage.clear());

  /** When an engine puts the text in: before it says that the composition ended, or after. */
  type Order = 'input first' | 'end first';

  /** What an engine tells while a name is typed: each state of what is being composed, the last of them put in. */
  function compose(field: HTMLInputElement, states: string[], order: Order, put = states.at(-1)!): void {
    const before = field.value;
    const tell = (name: string, data: string) =>
      field.dispatchEvent(new CompositionEvent(name, { data, bubbles: true, composed: true }));
    const input = (isComposing: boolean) =>
      field.dispatchEvent(new InputEvent('input', { isComposing, bubbles: true, composed: true }));
    tell('compositionstart', '');
    for (const state of states) {
      tell('compositionupdate', state);
      field.value = before + state;
      input(true);
    }
    field.value = before + put;
    if (order === 'input first') {
      input(true);
      tell('compositionend', put);
    } else {
      tell('compositionend', put);
      input(false);
    }
  }

  function write(field: HTMLInputElement, text: string): void {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  async function open(one?: Fanclub): Promise<{ signup: KankeiFanclubSignup; name: HTMLInputElement; kana(): string }> {
    const signup = await mount(club(one).backend);
    await flow(signup);
    return { signup, name: control(signup, 'name'), kana: () => control(signup, 'kana').value };
  }

  const yamada = ['y', 'や', 'やm', 'やま', 'やまd', 'やまだ', '山田'];
  const hanako = ['ｈ', 'は', 'はｎ', 'はな', 'はなｋ', 'はなこ', '花子'];

  for (const order of ['input first', 'end first'] as const) {
    it(`is suggested from the kana an input method was given, and said to be a suggestion (${order})`, async () => {
      const { signup, name, kana } = await open();
      compose(name, yamada, order);
      await signup.updateComplete;
      expect(kana()).to.equal('やまだ');
      write(name, '山田　');
      compose(name, hanako, order);
      await signup.updateComplete;
      expect(kana()).to.equal('やまだ はなこ');
      expect(note(signup, 'kana')).to.contain('候補を入れました');
      expect(control(signup, 'kana').getAttribute('aria-describedby')).to.contain('kana-note');
    });

    it(`grows by what is converted one after the other, without gaps of its own (${order})`, async () => {
      const { signup, name, kana } = await open();
      compose(name, ['やま', '山'], order);
      compose(name, ['だ', '田'], order);
      compose(name, ['　'], order);
      compose(name, ['はなこ', '花子', '華子', '花子'], order);
      await signup.updateComplete;
      expect(kana()).to.equal('やまだ はなこ');
    });

    it(`goes with what is taken back and typed anew (${order})`, async () => {
      const { signup, name, kana } = await open();
      compose(name, yamada, order);
      write(name, '山');
      await signup.updateComplete;
      expect(kana()).to.equal('');
      expect(note(signup, 'kana')).to.equal('');
      write(name, '');
      compose(name, ['かわだ', '川田'], order);
      await signup.updateComplete;
      expect(kana()).to.equal('かわだ');
    });
  }

  for (const [what, states, expected] of [
    ['a last n that the input method makes ん', ['け', 'けｎ', '健'], 'けん'],
    ['kana that stay kana', ['さ', 'さく', 'さくら'], 'さくら'],
    ['half-width katakana', ['ﾊﾅｺ', '花子'], 'はなこ'],
    ['a conversion that was taken back on the way', ['やまた', '山田', 'やまた', 'やまだ', '山田'], 'やまだ'],
    ['letters that are no Japanese', ['H', 'Ha', 'Hana'], ''],
    ['an input method that converts while one types on', ['や', 'やま', '山', '山d', '山だ', '山田'], ''],
    ['nothing put in', ['やまだ', ''], ''],
  ] as const)
    it(`of ${what} is ${expected || 'not guessed'}`, async () => {
      const { signup, name, kana } = await open();
      compose(name, [...states], 'input first');
      await signup.updateComplete;
      expect(kana()).to.equal(expected);
    });

  it('is not guessed for a name that was pasted, nor for one in Latin letters', async () => {
    const { signup, name, kana } = await open();
    for (const text of ['山田花子', 'さくら', 'Hana Yamada']) {
      write(name, text);
      await signup.updateComplete;
      expect(kana(), text).to.equal('');
    }
  });

  it('that the person has changed or emptied stays as it is', async () => {
    const { signup, name, kana } = await open();
    compose(name, yamada, 'input first');
    for (const own of ['ヤマタ', '']) {
      type(signup, 'kana', own);
      compose(name, hanako, 'input first');
      await signup.updateComplete;
      expect(kana()).to.equal(own);
    }
  });

  it('is in katakana where the town asks for katakana', async () => {
    const fields = [{ name: 'name' }, { name: 'kana', label: 'お名前（フリガナ）' }, { name: 'email' }] as const;
    const { signup, name, kana } = await open(fanclub.parse({ ...fixtureClubInput, fields }));
    compose(name, yamada, 'input first');
    await signup.updateComplete;
    expect(kana()).to.equal('ヤマダ');
  });
});

describe('a postal code', () => {
  beforeEach(() => sessionStorage.clear());

  const postal: NonNullable<MemoryBackendOptions['postal']> = {
    '5094292': hida,
    '5060000': [{ prefecture: '岐阜県', municipalityCode: '212032', municipality: '高山市' }],
    '4980000': [
      { prefecture: '愛知県', municipalityCode: '232351', municipality: '弥富市' },
      { prefecture: '三重県', municipalityCode: '243035', municipality: '桑名郡木曽岬町' },
    ],
    '8710000': [
      { prefecture: '福岡県', municipalityCode: '406422', municipality: '築上郡吉富町' },
      { prefecture: '福岡県', municipalityCode: '406473', municipality: '築上郡上毛町' },
    ],
  };
  const open = async (more: Partial<Backend> = {}) => {
    const signup = await mount({ ...club(fixtureClub, { postal }).backend, ...more });
    await flow(signup);
    return signup;
  };
  const home = (signup: Element) => [control(signup, 'prefecture').value, control(signup, 'municipality').value];
  const becomes = (signup: Element, ...expected: string[]) =>
    until(expected.join(), () => home(signup).join() === expected.join());

  it('fills prefecture and municipality, whatever its width, and says so under it', async () => {
    const signup = await open();
    type(signup, 'postal', '５０９ー４２９２');
    await becomes(signup, '岐阜県', '飛騨市');
    expect(note(signup, 'postal')).to.equal('住所に「岐阜県飛騨市」を入れました。違うときは直してください。');
    expect(signup.shadowRoot!.getElementById('postal-note')!.role).to.equal('status');
  });

  it('leaves alone what the person typed', async () => {
    const signup = await open();
    type(signup, 'municipality', '高山市');
    type(signup, 'postal', '5094292');
    await becomes(signup, '岐阜県', '高山市');
    expect(note(signup, 'postal')).to.contain('「岐阜県」');
    type(signup, 'prefecture', '愛知県');
    type(signup, 'postal', '8710000');
    await until('silence', () => note(signup, 'postal') === '');
    expect(home(signup)).to.deep.equal(['愛知県', '高山市']);
  });

  it('that is corrected replaces what the first one filled in', async () => {
    const signup = await open();
    type(signup, 'postal', '509-4292');
    await becomes(signup, '岐阜県', '飛騨市');
    type(signup, 'postal', '506-0000');
    await becomes(signup, '岐阜県', '高山市');
  });

  it('of several municipalities fills in what they have in common, and names them', async () => {
    const signup = await open();
    type(signup, 'postal', '509-4292');
    await becomes(signup, '岐阜県', '飛騨市');
    type(signup, 'postal', '8710000');
    await becomes(signup, '福岡県', '');
    expect(note(signup, 'postal')).to.contain('築上郡吉富町・築上郡上毛町のどれか');
  });

  it('that nobody knows, or that cannot be looked up, changes nothing', async () => {
    for (const postal of [async () => undefined, () => Promise.reject(new Error('gone'))]) {
      const signup = await open({ postal });
      type(signup, 'prefecture', '東京都');
      for (const code of ['5094292', '0000000', '12', 'abc', '']) type(signup, 'postal', code);
      await signup.updateComplete;
      expect(home(signup)).to.deep.equal(['東京都', '']);
      expect(note(signup, 'postal')).to.equal('');
      signup.remove();
      sessionStorage.clear();
    }
  });
});
