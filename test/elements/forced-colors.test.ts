import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { states } from './states.ts';
import { all, mount, one, open, town, until } from './support.ts';

const forced = matchMedia('(forced-colors: active)');

/** A color as the system has it. */
function system(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = name;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

describe('in forced colours', () => {
  before(async function () {
    // Only Chromium's driver can pretend that a visitor has chosen them.
    await emulateMedia({ forcedColors: 'active' }).catch(() => {});
    if (!forced.matches) this.skip();
  });
  after(() => emulateMedia({ forcedColors: 'none' }).catch(() => {}));

  it('the view that is shown stands out, and today', async () => {
    const list = await states['programs: calendar']!();
    await until('the choice', () => all(list, 'view').length);
    const [cards, , calendar] = all(list, 'view').map((button) => getComputedStyle(button).backgroundColor);
    expect(calendar).to.equal(system('Highlight'));
    expect(cards).not.to.equal(calendar);
    const today = list.shadowRoot!.querySelector('.today')!;
    expect(getComputedStyle(today).outlineStyle).to.equal('solid');
  });

  it('what leads on stands out from what else can be done', async () => {
    const list = await mount(town());
    await open(list, 'harvest');
    const width = (part: string) => Number.parseFloat(getComputedStyle(one(list, part)).borderTopWidth);
    expect(width('apply')).to.be.greaterThan(width('link'));
  });

  it('states have their shape and word, and edges are there', async () => {
    const list = await mount(town());
    for (const state of all(list, 'state')) {
      expect(state.textContent!.trim()).not.to.equal('');
      expect(getComputedStyle(state.querySelector('path')!).stroke).to.equal(getComputedStyle(state).color);
      expect(getComputedStyle(state).borderTopStyle).to.equal('solid');
    }
    expect(getComputedStyle(one(list, 'card')).borderTopStyle).to.equal('solid');
  });
});
