import type { KankeiProgramList } from '@kankei/elements/program-list';
import { expect } from '@open-wc/testing';
import { mount, settle, town, until } from './support.ts';

const accentOf = (list: Element) => getComputedStyle(list).getPropertyValue('--kankei-accent').trim();

/** What is said on the console while `act` runs. */
async function warnings(act: () => Promise<unknown>): Promise<string[]> {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (...words) => said.push(words.join(' '));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return said;
}

async function say(list: KankeiProgramList, name: string, value: string | null): Promise<void> {
  if (value === null) list.removeAttribute(name);
  else list.setAttribute(name, value);
  await list.updateComplete;
  await settle(list);
}

describe('an option that comes, changes and goes', () => {
  it('is the accent where it is a colour, through the object model alone; anything else is said and passed over', async () => {
    const list = await mount(town());
    expect(list.hasAttribute('style')).to.equal(false);
    for (const [given, expected] of [
      ['#0a5', '#0a5'],
      [' #00AA55 ', '#00AA55'],
      ['red; background: url(https://elsewhere.example/)', ''],
      ['#12', ''],
      ['#12345678', ''],
      ['var(--x)', ''],
    ] as const) {
      const said = await warnings(() => say(list, 'accent', given));
      expect(accentOf(list), given).to.equal(expected);
      expect(said, given).to.have.length(expected ? 0 : 1);
    }
    await say(list, 'accent', '#123');
    await say(list, 'accent', null);
    expect(accentOf(list)).to.equal('');
    // Where none is given, the page's own stays.
    list.style.setProperty('--kankei-accent', '#456');
    await say(list, 'sort', 'new');
    expect(accentOf(list)).to.equal('#456');
  });

  it('is as if nobody had said it, once its attribute is gone', async () => {
    const list = await mount(town());
    const names = 'town kind theme from past sort limit view views sync heading-level era no-jsonld'.split(' ');
    const property = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const values = () => names.map((name) => list[property(name) as 'town']);
    const before = values();
    await warnings(async () => {
      for (const name of names) list.setAttribute(name, '2');
      expect(values().every((value, at) => value !== before[at])).to.equal(true);
      for (const name of names) list.removeAttribute(name);
      expect(values()).to.deep.equal(before);
      await settle(list);
    });
    await until('the list as it was', () => list.shadowRoot!.querySelector('[part="card"]'));
  });
});
