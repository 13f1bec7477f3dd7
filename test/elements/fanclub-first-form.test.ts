import type { Backend } from '@kankei/client';
import { expect } from '@open-wc/testing';
import { paint as paintFirstForm } from '../../packages/elements/src/fanclub-signup/first-form.ts';
import { fixtureClub } from '../fixtures/fanclub.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { all, isIn, one, town, until } from './support.ts';

// The element is defined half-way through: what is painted first is painted without it.

const { code } = fixtureTown;
/** The runner knows its page by the address. */
const address = location.href;
const isDefined = () => !!customElements.get('kankei-fanclub-signup');

function tag(attributes: Record<string, string> = {}): HTMLElement {
  const element = document.createElement('kankei-fanclub-signup');
  for (const [name, value] of Object.entries({ town: code, ...attributes })) element.setAttribute(name, value);
  element.innerHTML = '<a href="https://musubino.example/fanclub/">ファンクラブのページを見る</a>';
  document.body.append(element);
  return element;
}

/** What a server answers. */
const answer = (more: object = {}) => JSON.parse(JSON.stringify({ ...fixtureClub, ...more }));

async function painted(attributes: Record<string, string> = {}, more: object = {}): Promise<HTMLElement> {
  const signup = tag(attributes);
  await paintFirstForm(signup, answer(more));
  return signup;
}

const control = (signup: Element, name: string) =>
  signup.shadowRoot!.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
const ticked = (signup: Element, name: string) =>
  [...signup.shadowRoot!.querySelectorAll<HTMLInputElement>(`[name="${name}"]:checked`)].map(({ value }) => value);

function type(signup: Element, name: string, text: string, more: InputEventInit = {}): void {
  control(signup, name).value = text;
  control(signup, name).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, ...more }));
}

/** Presses what Enter presses. True when the page would have gone elsewhere. */
function submit(signup: Element): boolean {
  const event = new SubmitEvent('submit', { bubbles: true, cancelable: true });
  return one(signup, 'form').dispatchEvent(event);
}

// A window may serve several files of tests, one after the other.
beforeEach(() => sessionStorage.clear());
afterEach(() => history.replaceState(null, '', address));

describe('the form of a signup, before the element is there', () => {
  before(() => expect(isDefined()).to.equal(false));
  afterEach(() => document.querySelector('kankei-fanclub-signup')?.remove());

  it('begins with the questions about the person', async () => {
    const signup = await painted({ 'heading-level': '4' });
    expect(one(signup, 'title').textContent).to.contain('おむすびと');
    expect(one(signup, 'title').getAttribute('aria-level')).to.equal('4');
    expect(all(signup, 'field').map((field) => field.querySelector('input')!.name)).to.deep.equal([
      'name',
      'kana',
      'email',
      'birthYear',
    ]);
    expect(all(signup, 'submit')).to.deep.equal([]);
  });

  it('speaks the language of the page', async () => {
    const signup = await painted({ lang: 'en' });
    expect(one(signup, 'form').textContent).to.contain('E-mail address');
    expect(signup.shadowRoot!.querySelector('[lang]')!.getAttribute('lang')).to.equal('en');
  });

  it('keeps what is typed for a reload, and nothing on a shared computer', async () => {
    const signup = await painted();
    type(signup, 'name', '山田 花子');
    signup.remove();
    const again = await painted();
    expect(control(again, 'name').value).to.equal('山田 花子');
    one(again, 'shared').querySelector('input')!.click();
    expect(sessionStorage).to.have.length(0);
  });

  it('never sends by itself, nor leads anywhere', async () => {
    expect(submit(await painted())).to.equal(false);
  });

  const odd = {
    nothing: undefined,
    'a text': 'text',
    'a title that is none': { title: 42 },
    'a form elsewhere': answer({ delivery: { form: 'https://form.example/apply' } }),
    'a form that begins otherwise': answer({ fields: [{ name: 'tie' }, { name: 'name' }, { name: 'email' }] }),
    'a prefecture beside the name': answer({
      questions: [{ name: 'roots', kind: 'prefecture', label: 'ご出身', group: 'you' }],
    }),
  };
  for (const [what, given] of Object.entries(odd))
    it(`is left to the element where there is no beginning of ours to show: ${what}`, async () => {
      const signup = tag();
      await paintFirstForm(signup, given);
      expect(!!signup.shadowRoot).to.equal(false);
    });
});

describe('the element that comes while somebody types', () => {
  let asked: string[];
  const signups: Record<string, HTMLElement> = {};
  /** How often a value was put into the control that is being typed into. */
  let puts = 0;
  let before: { name: HTMLInputElement; controls: Element[] };

  beforeEach(async function () {
    this.timeout(20_000);
    if (isDefined()) return;
    asked = [];
    const backend: Backend = {
      ...town([], { fanclubs: { [code]: fixtureClub } }),
      fanclub: async (code) => {
        asked.push(code);
        return { ...fixtureClub, title: '別の町' };
      },
    };
    // What the page and its address say beforehand.
    history.replaceState(null, '', `${location.pathname}${location.search}&kankei-interests=help,event`);
    signups.typing = await painted({ tie: 'donated,nothing' });
    signups.english = await painted({ lang: 'en' });
    signups.moved = await painted();
    type(signups.english, 'name', 'Hana');
    signups.moved.setAttribute('town', '272019');
    const { typing: signup } = signups;
    type(signup, 'email', 'hana@example.jp');
    const name = control(signup, 'name');
    name.focus();
    name.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    type(signup, 'name', 'やまだ', { isComposing: true });
    name.setSelectionRange(1, 2);
    before = { name, controls: [...signup.shadowRoot!.querySelectorAll('input, select, textarea')] };
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    Object.defineProperty(name, 'value', {
      get: () => value.get!.call(name),
      set: (to) => {
        puts++;
        value.set!.call(name, to);
      },
    });
    for (const one of Object.values(signups)) Object.assign(one, { backend });
    await import('@kankei/elements/fanclub-signup/define');
    await until('the consents', () => control(signup, 'privacy'));
    await until('what follows', () => signup.shadowRoot!.querySelector('[role="status"]'));
  });
  after(() => {
    for (const signup of Object.values(signups)) signup.remove();
  });

  it('goes on with the very controls that stand, without asking again', () => {
    const now = [...signups.typing!.shadowRoot!.querySelectorAll('input, select, textarea')];
    expect(before.controls.every((one) => now.includes(one))).to.equal(true);
    expect(now.length).to.be.greaterThan(before.controls.length);
    expect(all(signups.typing!, 'form')).to.have.length(1);
    expect(asked).to.deep.equal(['272019']);
    expect(isIn(signups.typing!, 'ready')).to.equal(true);
  });

  it('leaves focus, caret and what an input method is composing where they are', () => {
    expect(signups.typing!.shadowRoot!.activeElement === before.name).to.equal(true);
    expect([before.name.selectionStart, before.name.selectionEnd]).to.deep.equal([1, 2]);
    expect([before.name.value, puts]).to.deep.equal(['やまだ', 0]);
  });

  it('has all that was typed, or said beforehand, for the look over it too', async () => {
    const { typing: signup } = signups as { typing: HTMLElement };
    expect(control(signup, 'email').value).to.equal('hana@example.jp');
    expect([ticked(signup, 'tie'), ticked(signup, 'interests')]).to.deep.equal([['donated'], ['help', 'event']]);
    type(signup, 'name', '山田 花子');
    type(signup, 'prefecture', '岐阜県');
    signup.shadowRoot!.querySelector<HTMLInputElement>('[name="tier"]')!.click();
    control(signup, 'privacy').click();
    one(signup, 'submit').click();
    await until('the look over it', () => all(signup, 'review').length);
    expect(one(signup, 'review').textContent).to.contain('山田 花子').and.to.contain('hana@example.jp');
  });

  it('goes on in the language that was spoken', async () => {
    const { english } = signups as { english: HTMLElement };
    await until('the button', () => all(english, 'submit').length);
    expect(one(english, 'form').textContent)
      .to.contain('E-mail address')
      .and.not.to.match(/[ぁ-ん]/);
    expect(control(english, 'name').value).to.equal('Hana');
  });

  it('asks anew where the page has turned to another town meanwhile', async () => {
    await until('the other town', () => all(signups.moved!, 'title')[0]?.textContent?.includes('別の町'));
    expect(control(signups.moved!, 'name').value).to.equal('');
  });
});
