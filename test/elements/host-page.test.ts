import { KankeiErrorEvent, KankeiProgramList } from '@kankei/elements';
import { expect } from '@open-wc/testing';
import { fixturePrograms } from '../fixtures/programs.ts';
import { all, isVisible, mount, one, open, search, town, until } from './support.ts';

const sheet = new CSSStyleSheet();
before(() => {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
});
afterEach(() => {
  sheet.replaceSync('');
  document.documentElement.removeAttribute('class');
});

const accent = (list: Element) => getComputedStyle(one(list, 'title').querySelector('a')!).color;

describe('on somebody else’s page', () => {
  it('takes the page’s font and text colour', async () => {
    sheet.replaceSync('body { font-family: monospace; color: rgb(10, 60, 20); }');
    const { fontFamily, color } = getComputedStyle(one(await mount(town()), 'count'));
    expect([fontFamily, color]).to.deep.equal(['monospace', 'rgb(10, 60, 20)']);
  });

  it('lets no spacing, case or alignment of the page leak in', async () => {
    sheet.replaceSync(
      'body { line-height: 1; letter-spacing: 1em; word-spacing: 2em; text-align: right; text-transform: uppercase; text-indent: 3em; white-space: nowrap; font-style: italic; font-weight: 900; text-shadow: 1px 1px red; }',
    );
    const leaked = getComputedStyle(one(await mount(town()), 'summary'));
    sheet.replaceSync('');
    const clean = getComputedStyle(one(await mount(town()), 'summary'));
    for (const name of [
      'lineHeight',
      'letterSpacing',
      'wordSpacing',
      'textAlign',
      'textTransform',
      'textIndent',
      'whiteSpace',
      'fontStyle',
      'fontWeight',
      'textShadow',
    ] as const)
      expect(leaked[name], name).to.equal(clean[name]);
  });

  it('is never smaller than 16 px, nothing in it than 14 px, whatever the page’s root size', async () => {
    sheet.replaceSync('html { font-size: 62.5%; } body { font-size: 1.2rem; }');
    const list = await mount(town());
    await open(list, 'harvest');
    expect(getComputedStyle(list.shadowRoot!.querySelector('.root')!).fontSize).to.equal('16px');
    for (const element of list.shadowRoot!.querySelectorAll('*'))
      expect(Number.parseFloat(getComputedStyle(element).fontSize), element.outerHTML.slice(0, 80)).to.be.at.least(14);
  });

  it('takes its accent from its own token, else from the design system’s of the site, else blue', async () => {
    const list = await mount(town());
    expect(accent(list)).to.equal('rgb(0, 23, 193)');
    sheet.replaceSync(':root { --color-primitive-blue-900: rgb(1, 2, 3); }');
    expect(accent(list)).to.equal('rgb(1, 2, 3)');
    sheet.replaceSync('kankei-program-list { --kankei-accent: rgb(4, 5, 6); }');
    expect(accent(list)).to.equal('rgb(4, 5, 6)');
  });

  for (const color of ['#eee', 'rgb(230 230 230)', 'oklch(0.9 0 0)', 'lab(90 0 0)', 'color(display-p3 0.9 0.9 0.9)'])
    it(`has a light accent where the page’s text is light (${color}), also when the page turns`, async () => {
      sheet.replaceSync(`.night body { background: #111; color: ${color}; } body { color: #222; }`);
      const list = await mount(town());
      expect(accent(list)).to.equal('rgb(0, 23, 193)');
      document.documentElement.className = 'night';
      await until('a light accent', () => accent(list) === 'rgb(157, 183, 249)');
      document.documentElement.className = '';
      await until('a dark accent', () => accent(list) === 'rgb(0, 23, 193)');
    });

  it('follows a page that fades into its night', async () => {
    sheet.replaceSync('body { color: #222; transition: color 0.1s; } .night body { color: #eee; }');
    const list = await mount(town());
    document.documentElement.className = 'night';
    await until('a light accent', () => accent(list) === 'rgb(157, 183, 249)');
  });

  for (const width of [280, 320, 768])
    it(`fits into ${width} px, also with a text of twice the size`, async () => {
      const long = {
        ...fixturePrograms[0]!,
        id: 'long',
        title: 'a'.repeat(200),
        summary: 'https://example.jp/'.padEnd(300, 'x'),
      };
      const list = await mount(town([long, ...fixturePrograms]));
      const box = list.parentElement!;
      box.style.width = `${width}px`;
      for (const size of ['100%', '200%']) {
        box.style.fontSize = size;
        expect(list.scrollWidth, size).to.be.at.most(width);
        for (const card of all(list, 'card'))
          expect(card.getBoundingClientRect().right, size).to.be.at.most(list.getBoundingClientRect().right + 1);
      }
      await open(list, 'long');
      expect(list.scrollWidth).to.be.at.most(width);
    });

  it('makes everything that can be pressed 44 px high', async () => {
    const list = await mount(town());
    const check = () => {
      for (const element of list.shadowRoot!.querySelectorAll(
        'button, summary, label[part="kind"], input[type="search"], .button',
      ))
        if (isVisible(element))
          expect(element.getBoundingClientRect().height, element.outerHTML.slice(0, 80)).to.be.at.least(44);
    };
    check();
    await search(list, 'くじら');
    check();
    const clear = await until('the way to remove filters', () => all(list, 'clear')[0]);
    check();
    clear.click();
    await until('cards', () => all(list, 'card').length);
    await open(list, 'harvest');
    check();
  });

  it('makes the whole card the target of its link', async () => {
    const list = await mount(town());
    for (const part of ['when', 'where', 'facts', 'card']) {
      one(list, part).scrollIntoView({ block: 'center' });
      const { left, top, width, height } = one(list, part).getBoundingClientRect();
      const hit = list.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2);
      expect(hit, part).to.equal(one(list, 'title').querySelector('a'));
    }
  });

  it('writes no style attribute, which a strict policy would refuse', async () => {
    const list = await mount(town());
    await open(list, 'harvest');
    expect(list.shadowRoot!.querySelectorAll('[style]')).to.have.length(0);
    expect(list.shadowRoot!.querySelectorAll('style, script')).to.have.length(0);
  });
});

describe('what is imported', () => {
  it('carries the version of the package', async () => {
    const answer = await fetch('/packages/elements/package.json');
    const { version } = (await answer.json()) as { version: string };
    expect(KankeiProgramList.version).to.equal(version);
  });

  it('gives events that a page can tell by their class', () => {
    const event = new KankeiErrorEvent('network');
    expect([event.type, event.bubbles, event.composed, event.cancelable]).to.deep.equal([
      'kankei-error',
      true,
      true,
      false,
    ]);
  });
});
