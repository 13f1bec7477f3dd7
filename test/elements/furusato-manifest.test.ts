import { KankeiFurusatoLink } from '@kankei/elements';
import { expect } from '@open-wc/testing';
import { furusatoStates } from './furusato-states.ts';
import { toolStates } from './furusato-tool-states.ts';
import { isIn } from './support.ts';

interface Named {
  name: string;
}
interface Declaration extends Named {
  cssParts: Named[];
  cssStates: Named[];
  slots: Named[];
  events: (Named & { type: { text: string } })[];
  attributes: (Named & { description?: string })[];
}

let manifest: Declaration;
before(async () => {
  const answer = await fetch('/packages/elements/custom-elements.json');
  expect(answer.ok, 'npm run manifest makes it').to.equal(true);
  const { modules } = (await answer.json()) as { modules: { declarations: Declaration[] }[] };
  manifest = modules.flatMap(({ declarations }) => declarations).find(({ name }) => name === KankeiFurusatoLink.name)!;
});

const names = (items: Named[]) => items.map(({ name }) => name).sort();

describe('the manifest of the link to furusato nozei', () => {
  it('names the parts, slots and states that come up, and no others', async function () {
    this.timeout(60_000);
    const parts = new Set<string>();
    const slots = new Set<string>();
    const states = new Set<string>();
    const wanted = ['loading', 'ready', 'empty', 'failed'];
    for (const show of [...Object.values(furusatoStates), ...Object.values(toolStates)]) {
      const link = await show();
      const root = link.shadowRoot!;
      for (const found of root.querySelectorAll('[part]'))
        for (const part of found.getAttribute('part')!.split(' ')) parts.add(part);
      for (const slot of root.querySelectorAll('slot')) slots.add(slot.name || '(default)');
      for (const state of wanted) if (isIn(link, state)) states.add(state);
    }
    expect([...parts].sort()).to.deep.equal(names(manifest.cssParts));
    expect([...slots]).to.deep.equal(manifest.slots.map(({ name }) => name || '(default)'));
    expect([...states].sort()).to.deep.equal(names(manifest.cssStates));
  });

  it('says of every attribute what it is for', () => {
    expect(names(manifest.attributes)).to.include.members([
      'compact',
      'era',
      'estimate',
      'new-tab',
      'one-stop',
      'town',
    ]);
    for (const { name, description } of manifest.attributes) expect(description, name).not.to.equal(undefined);
  });

  it('names the events', () => {
    expect(names(manifest.events)).to.deep.equal(['kankei-error', 'kankei-furusato-invite']);
  });
});
