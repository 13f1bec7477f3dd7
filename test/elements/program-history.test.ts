import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fixturePrograms, makeProgram } from '../fixtures/programs.ts';
import { all, mount, one, open, town, until, words } from './support.ts';

const gone = (list: Element) => until('the list', () => !all(list, 'detail').length);
const opened = (list: Element, title: string) =>
  until(title, () => all(list, 'fields').length && words(list, 'heading')[0] === title);
const harvest = '大根の収穫と、たくあんの仕込み';

describe('the browser’s history', () => {
  beforeEach(() => history.replaceState({ page: 'own' }, '', location.pathname + location.search));

  it('has an entry for an opened program: back closes it and forward opens it again', async () => {
    const before = history.length;
    const list = await mount(town());
    await open(list, 'harvest');
    expect(location.hash).to.equal('#kankei-program=999997/harvest');
    expect(history.length).to.be.at.least(Math.min(before + 1, 50));
    history.back();
    await gone(list);
    expect(location.hash).to.equal('');
    history.forward();
    await opened(list, harvest);
    expect(list.shadowRoot!.activeElement).to.equal(one(list, 'heading'));
    one(list, 'back').click();
    await gone(list);
  });

  for (const way of ['the button', 'Escape'])
    it(`is where it was after a program is closed with ${way}`, async () => {
      const list = await mount(town());
      await open(list, 'harvest');
      if (way === 'Escape') await sendKeys({ press: 'Escape' });
      else one(list, 'back').click();
      await gone(list);
      expect(location.hash).to.equal('');
      expect(history.state).to.deep.equal({ page: 'own' });
    });

  it('keeps what the page itself stores in it, and tells its listeners of nothing', async () => {
    const heard: string[] = [];
    const listen = (event: Event) => heard.push(event.type);
    addEventListener('popstate', listen);
    addEventListener('hashchange', listen);
    const list = await mount(town());
    await open(list, 'harvest');
    expect((history.state as { page: string }).page).to.equal('own');
    expect(heard).to.deep.equal([]);
    removeEventListener('popstate', listen);
    removeEventListener('hashchange', listen);
    one(list, 'back').click();
    await gone(list);
  });

  it('is not left by who came straight to a program: closing takes the name out of the address', async () => {
    history.replaceState({ page: 'own' }, '', '#kankei-program=999997/harvest');
    const length = history.length;
    const list = await mount(town());
    await opened(list, harvest);
    one(list, 'back').click();
    await gone(list);
    expect(location.hash).to.equal('');
    expect(history.length).to.equal(length);
    expect(history.state).to.deep.equal({ page: 'own' });
  });

  it('is followed also where its address names a program before the list is kept right', async () => {
    const list = await mount(town());
    location.hash = '#kankei-program=999997/harvest';
    await opened(list, harvest);
    one(list, 'back').click();
    await gone(list);
  });

  it('moves on from one program to another that the page links', async () => {
    const list = await mount(town());
    await open(list, 'harvest');
    location.hash = '#kankei-program=999997/stay';
    await opened(list, 'りんご農家で働く二週間');
    history.back();
    await opened(list, harvest);
    history.back();
    await gone(list);
  });

  it('opens a program again in the list it was opened in, of two of the same town', async () => {
    const [first, second] = [await mount(town()), await mount(town())];
    await open(second, 'harvest');
    history.back();
    await gone(second);
    history.forward();
    await opened(second, harvest);
    expect(all(first, 'detail')).to.have.length(0);
    history.back();
    await gone(second);
  });

  it('may be closed to us: programs open all the same', async () => {
    const list = await mount(town());
    const { pushState } = history;
    history.pushState = () => {
      throw new DOMException('no', 'SecurityError');
    };
    try {
      await open(list, 'harvest');
      one(list, 'back').click();
      await gone(list);
    } finally {
      history.pushState = pushState;
    }
  });
});

describe('sharing an opened program', () => {
  const stub = (name: 'share' | 'clipboard', value: unknown) =>
    Object.defineProperty(navigator, name, { value, configurable: true });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'share');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('hands its address and title to the system where that can share', async () => {
    let shared: ShareData | undefined;
    stub('share', async (data: ShareData) => {
      shared = data;
    });
    const list = await mount(town());
    await open(list, 'harvest');
    one(list, 'share').click();
    await until('shared', () => shared);
    expect(shared).to.deep.equal({ title: harvest, url: location.href });
    expect(new URL(shared!.url!).hash).to.equal('#kankei-program=999997/harvest');
    expect(words(list, 'shared')).to.deep.equal(['']);
  });

  it('copies the address elsewhere and says so politely', async () => {
    let copied = '';
    stub('share', undefined);
    stub('clipboard', {
      writeText: async (text: string) => {
        copied = text;
      },
    });
    const list = await mount(town());
    await open(list, 'harvest');
    one(list, 'share').click();
    await until('said', () => words(list, 'shared')[0]);
    expect(copied).to.equal(location.href);
    expect(one(list, 'shared').getAttribute('role')).to.equal('status');
    expect(words(list, 'shared')).to.deep.equal(['この募集のアドレスをコピーしました。']);
    await expect(list).to.be.accessible();
  });

  it('says how to copy it by hand where the page may not', async () => {
    stub('share', undefined);
    stub('clipboard', undefined);
    const list = await mount(town());
    await open(list, 'harvest');
    one(list, 'share').click();
    await until('said', () => words(list, 'shared')[0]?.includes('アドレス欄'));
  });
});

describe('the next step', () => {
  const step = async (more: Parameters<typeof makeProgram>[0]) => {
    const list = await mount(town([makeProgram(more), ...fixturePrograms]));
    await open(list, more.id);
    return all(list, 'apply').map((link) => (link as HTMLAnchorElement).href);
  };
  const contact = { phone: '0577-00-0000', email: 'hana@town.example', url: 'https://town.example/ask' };
  const url = 'https://town.example/page';

  it('is the way to apply, else whom to ask, else the page it comes from', async () => {
    const help = { kind: 'help', url } as const;
    const apply = { url: 'https://town.example/apply' };
    expect(await step({ ...help, id: 'a', contact, apply })).to.deep.equal([apply.url]);
    expect(await step({ ...help, id: 'b', contact })).to.deep.equal([contact.url]);
    expect(await step({ ...help, id: 'c', contact: { ...contact, url: undefined } })).to.deep.equal([
      'mailto:hana@town.example',
    ]);
    expect(await step({ ...help, id: 'd', contact: { phone: contact.phone } })).to.deep.equal(['tel:0577000000']);
    expect(await step({ ...help, id: 'e' })).to.deep.equal([url]);
  }).timeout(20_000);

  it('is none where there is nothing to apply for, or no more', async () => {
    expect(await step({ id: 'f', kind: 'festival', contact, url })).to.deep.equal([]);
    expect(await step({ id: 'g', kind: 'help', contact, url, status: 'closed' })).to.deep.equal([]);
  });
});

describe('a calendar of all programs', () => {
  it('can be subscribed to where the backend offers one', async () => {
    const calendar = (towns: readonly string[]) => `https://api.example/v1/towns/${towns.join()}/programs.ics`;
    const list = await mount({ ...town(), links: { calendar } });
    await open(list, 'harvest');
    const link = all(list, 'link').find(({ textContent }) => textContent!.includes('まとめてカレンダー'))!;
    expect(link.getAttribute('href')).to.equal('webcal://api.example/v1/towns/999997/programs.ics');
    expect(link.hasAttribute('target')).to.equal(false);
  });
});
