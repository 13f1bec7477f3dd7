import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { makeProgram } from '../fixtures/programs.ts';
import { all, isIn, mount, one, search, town, until, words } from './support.ts';

describe('with the keyboard alone', () => {
  it('one searches, opens a program, comes back and goes on', async () => {
    const list = await mount(town());
    const root = list.shadowRoot!;
    one(list, 'keyword').focus();
    await sendKeys({ type: 'yu' });
    (one(list, 'keyword') as HTMLInputElement).value = '大根';
    await sendKeys({ press: 'Enter' });
    await until('one card', () => words(list, 'title').length === 1);
    expect(root.activeElement).to.equal(one(list, 'keyword'));
    const link = one(list, 'title').querySelector('a')!;
    for (let presses = 0; root.activeElement !== link && presses < 20; presses++) await sendKeys({ press: 'Tab' });
    expect(root.activeElement).to.equal(link);
    await sendKeys({ press: 'Enter' });
    await until('detail', () => all(list, 'fields').length);
    expect(root.activeElement).to.equal(one(list, 'heading'));
    await sendKeys({ press: 'Tab' });
    expect(root.activeElement).to.equal(one(list, 'apply'));
    await sendKeys({ press: 'Escape' });
    await until('focus on the card', () => root.activeElement === one(list, 'title').querySelector('a'));
  });

  it('one chooses a kind with the space bar and stays on it', async () => {
    const list = await mount(town());
    const box = one(list, 'kind').querySelector('input')!;
    list.shadowRoot!.querySelector('details')!.open = true;
    box.focus();
    await sendKeys({ press: ' ' });
    await until('two cards', () => all(list, 'card').length === 2);
    expect(list.shadowRoot!.activeElement).to.equal(box);
    expect(box.checked).to.equal(true);
  });

  it('one unfolds the filters, chooses, takes a choice back, and shows the list another way', async () => {
    const list = await mount(town());
    const root = list.shadowRoot!;
    const go = async (name: string, here: (focused: Element) => boolean) => {
      for (let presses = 0; presses < 60; presses++, await sendKeys({ press: 'Tab' }))
        if (root.activeElement && here(root.activeElement)) return;
      throw new Error(`the Tab key never came to ${name}`);
    };
    one(list, 'keyword').focus();
    await go('the filters', (focused) => focused.matches('[part="more-filters"]'));
    await sendKeys({ press: 'Enter' });
    await until('the filters', () => all(list, 'panel').length);
    await go('the effort', (focused) => focused.matches('[name="effort"]'));
    await sendKeys({ press: ' ' });
    await until('a chip', () => all(list, 'chip').length === 1);
    expect(root.activeElement!.matches('[name="effort"]')).to.equal(true);
    await go('the chip', (focused) => focused.matches('[part="chip"]'));
    await sendKeys({ press: 'Enter' });
    await until('no chip', () => !all(list, 'chip').length);
    await until('focus on the number', () => root.activeElement?.matches('[part="count"]'));
    await go('the views', (focused) => focused.matches('[part="view"][aria-pressed="false"]'));
    await sendKeys({ press: 'Enter' });
    await until('lines', () => all(list, 'group').length);
    await go('the first line', (focused) => focused.matches('[part="title"] a'));
  });

  it('one leaves the list again by the Tab key', async () => {
    const list = await mount(town(), { limit: 1 });
    const next = document.createElement('button');
    next.textContent = 'ページの続き';
    list.after(next);
    one(list, 'keyword').focus();
    for (let presses = 0; document.activeElement !== next && presses < 60; presses++) await sendKeys({ press: 'Tab' });
    expect(next.matches(':focus')).to.equal(true);
  });

  it('one sees where one is: a ring of two colours', async () => {
    const list = await mount(town());
    one(list, 'keyword').focus();
    await sendKeys({ press: 'Tab' });
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one(list, 'submit'));
    expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '4px']);
    expect(boxShadow).to.include('rgb(255, 212, 61)');
  });
});

describe('to a screen reader', () => {
  it('the number of programs is a polite message that is there before it changes', async () => {
    const list = await mount(town());
    const count = one(list, 'count');
    await search(list, '大根');
    expect(one(list, 'count')).to.equal(count);
    expect(count.getAttribute('role')).to.equal('status');
  });

  it('a failure is told at once', async () => {
    const list = await mount(town([], { fail: () => 'network' }));
    expect(one(list, 'problem').getAttribute('role')).to.equal('alert');
  });

  it('a list that is being asked anew says that it is busy', async () => {
    let answer = () => {};
    const backend = town();
    const list = await mount({
      ...backend,
      programs: async (towns, query, more) => {
        if (query?.q)
          await new Promise<void>((resolve) => {
            answer = resolve;
          });
        return backend.programs(towns, query, more);
      },
    });
    expect(one(list, 'list').getAttribute('aria-busy')).to.equal('false');
    (one(list, 'keyword') as HTMLInputElement).value = '大根';
    one(list, 'submit').click();
    await until('busy', () => one(list, 'list').getAttribute('aria-busy') === 'true');
    expect(isIn(list, 'loading')).to.equal(true);
    answer();
    await until('one card', () => all(list, 'card').length === 1);
  });

  it('pictures have their words, and those without are passed over', async () => {
    const image = { url: new URL('/test/fixtures/none.png', location.href).href };
    const list = await mount(
      town([makeProgram({ id: 'a', image: { ...image, alt: '川と橋' } }), makeProgram({ id: 'b', image })]),
    );
    expect(all(list, 'image').map((element) => (element as HTMLImageElement).alt)).to.deep.equal(['川と橋', '']);
    await until(
      'a picture that does not load to give its room back',
      () => !all(list, 'image')[0]!.getClientRects().length,
    );
  });
});
