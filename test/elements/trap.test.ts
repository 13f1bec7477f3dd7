import type { Backend } from '@kankei/client';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import * as application from './application-support.ts';
import * as matching from './matching-support.ts';
import * as signup from './signup-support.ts';
import { all, one, until } from './support.ts';

// The field for machines, in every form that is sent to a server.

const text = 'https://spam.example/ 安い';
const find = (tag: Element) => tag.shadowRoot!.querySelector<HTMLInputElement>('form [name="website-url"]');
const trap = (tag: Element) => until('the trap', () => find(tag));
/** What screens, keys and screen readers know of it. */
function isUnmet(field: HTMLInputElement): boolean {
  const box = field.closest('[aria-hidden="true"]')!;
  const { width, height } = box.getBoundingClientRect();
  const { clipPath, overflow, position, display } = getComputedStyle(box);
  // Of what is not drawn at all simple machines know that nobody sees it.
  const isOut = width <= 1 && height <= 1 && clipPath === 'inset(50%)' && overflow === 'hidden' && display !== 'none';
  return isOut && position === 'absolute' && field.tabIndex === -1 && field.autocomplete === 'off';
}

let sendings: object[];

/** The same backend, noting what is sent to it. */
function noting(backend: Backend): Backend {
  const note =
    <Ask extends readonly unknown[], Answer>(at: number, ask: (...asked: Ask) => Answer) =>
    (...asked: Ask) => {
      sendings.push(asked[at] as object);
      return ask(...asked);
    };
  return {
    ...backend,
    join: note(1, backend.join),
    apply: note(2, backend.apply),
    sendNeed: note(1, backend.sendNeed),
    enquire: note(1, backend.enquire),
  };
}

/** Opens a form; fills it in up to the last look; sends it. */
interface Way {
  open(): Promise<HTMLElement>;
  look(tag: never): Promise<void>;
  send(tag: never): Promise<void>;
}
const ways: Record<string, Way> = {
  'a signup': {
    open: () => signup.mount(noting(signup.club().backend)),
    look: async (tag) => {
      if (!signup.control(tag, 'privacy').checked) signup.fillIn(tag);
      await signup.review(tag);
    },
    send: signup.send,
  },
  'an application': {
    open: () => application.applying(noting(application.recruiting().backend)),
    look: async (tag) => {
      if (!application.control(tag, 'privacy').checked) application.fillIn(tag);
      await application.review(tag);
    },
    send: application.send,
  },
  'a need, all on one page': {
    open: () => matching.mount(noting(matching.asking(matching.openMatching).backend), { side: 'host', layout: 'all' }),
    look: matching.tellNeed,
    send: matching.send,
  },
  'a need, screen by screen': {
    open: () => matching.mount(noting(matching.asking(matching.openMatching).backend), { side: 'host' }),
    look: matching.tellNeed,
    send: matching.send,
  },
  'an enquiry': {
    open: async () => {
      const form = await matching.mount(noting(matching.asking(matching.openMatching).backend), { layout: 'all' });
      await matching.openEnquiry(form);
      return form;
    },
    look: matching.tellEnquiry,
    send: matching.send,
  },
};

describe('the field for machines', () => {
  beforeEach(() => {
    sendings = [];
    sessionStorage.clear();
  });

  for (const [name, { open, look, send }] of Object.entries(ways))
    it(`is met by nobody, and tells the server when it was filled: ${name}`, async () => {
      const tag = await open();
      const field = await trap(tag);
      expect(isUnmet(field)).to.equal(true);
      expect(field.labels![0]!.textContent).to.equal('この欄には何も入力しないでください。');
      await expect(tag).to.be.accessible();
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await look(tag as never);
      expect(one(tag, 'review').textContent).not.to.contain('spam');
      expect(JSON.stringify({ ...sessionStorage })).not.to.contain('spam');
      // Gone back, it still stands there: what was caught is not forgotten.
      all(tag, 'back').at(-1)!.click();
      expect((await trap(tag)).value).to.equal(text);
      await look(tag as never);
      await send(tag as never);
      expect(all(tag, 'done')).to.have.length(1);
      expect(sendings.map((sent) => (sent as { website?: string }).website)).to.deep.equal([text]);
    });

  it('is not sent by a person who goes through the form by keys, and never comes to it', async () => {
    const tag = await signup.mount(noting(signup.club().backend));
    const end = document.createElement('button');
    tag.after(end);
    await trap(tag);
    signup.fillIn(tag);
    const met: string[] = [];
    signup.control(tag, 'name').focus();
    for (let presses = 0; presses < 80 && signup.focused(tag) !== one(tag, 'submit'); presses++) {
      met.push(signup.focused(tag)?.getAttribute('name') ?? '');
      await sendKeys({ press: 'Tab' });
    }
    expect(met).to.include('privacy').and.not.include('website-url');
    await signup.review(tag);
    await signup.send(tag);
    end.remove();
    expect(sendings.map((sent) => Object.keys(sent).includes('website'))).to.deep.equal([false]);
  });

  it('stays out of sight where text is four times as large, and on paper', async () => {
    const tag = await signup.mount(signup.club().backend);
    tag.style.fontSize = '64px';
    expect(isUnmet(await trap(tag))).to.equal(true);
    const ofPaper = tag
      .shadowRoot!.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules])
      .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === 'print')
      .map(({ cssText }) => cssText);
    expect(ofPaper.join()).not.to.contain('.hidden');
  });
});
