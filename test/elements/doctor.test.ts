import '@kankei/elements/furusato-link/define';
import { asText, examine, type Finding, showPanel } from '@kankei/elements/doctor';
import { enDoctor } from '@kankei/elements/strings/en-doctor';
import { jaDoctor } from '@kankei/elements/strings/ja-doctor';
import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { everyFinding } from '../fixtures/findings.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { mount, town, until } from './support.ts';

const base = `${location.origin}/town`;
const context = { scriptUrl: `${base}/embed/v1/kankei.js`, far: new WeakSet<Element>() };

const panel = (host: Element) => host.shadowRoot!.querySelector('dialog')!;
const part = (host: Element, name: string) => panel(host).querySelector<HTMLElement>(`[part="${name}"]`)!;
const status = (host: Element) => panel(host).querySelector('[role="status"]')!.textContent;

/** What the doctor says of a page with this in it, beside the widget `mount` puts there. */
async function examined(content: unknown): Promise<Finding[]> {
  await fixture(html`<div>${content}</div>`);
  return examine(context, document);
}
const of = <Code extends Finding['code']>(findings: Finding[], code: Code) =>
  findings.flatMap((one) => (one.code === code ? [one.facts as Extract<Finding, { code: Code }>['facts']] : []));

describe('the doctor in a page', () => {
  afterEach(() => document.documentElement.removeAttribute('lang'));

  it('finds widgets in each form, and blames nothing where nothing is wrong', async () => {
    document.documentElement.lang = 'ja';
    const options = `town=${fixtureTown.code}&sort=new`;
    const list = await mount(town(), { town: fixtureTown.code });
    const found = await examined(html`
      <h2>町に関わる</h2>
      ${list}
      <div data-kankei="furusato-link" data-town=${fixtureTown.code}><a href="${base}/w/furusato-link?${options}">A</a></div>
      <a href="${base}/w/matching-form?${options}">B</a>
      <iframe src="about:blank" title="C"></iframe>
      <iframe src="${base}/w/program-list?${options}" title="C" height="600"></iframe>
    `);
    const widgets = of(found, 'widget').map(({ widget }) => widget);
    expect(widgets).to.deep.equal([
      { widget: 'program-list', form: 'element', nth: 1, of: 2 },
      { widget: 'furusato-link', form: 'div', nth: 1, of: 1 },
      { widget: 'matching-form', form: 'link', nth: 1, of: 1 },
      { widget: 'program-list', form: 'frame', nth: 2, of: 2 },
    ]);
    const worse = found.filter(({ severity }) => severity === 'error' || severity === 'warning');
    // Nothing here is the embed: a link stays what it is, and its tag is not defined.
    expect(worse.filter(({ code }) => code !== 'not-loaded')).to.deep.equal([]);
  });

  it('tells what a CMS left of widgets', async () => {
    const found = await examined(html`
      <p>&lt;kankei-program-list town="213306"&gt;</p>
      <p>&amp;lt;div data-kankei="x"&amp;gt;</p>
      <pre>&lt;kankei-card-check&gt;</pre>
      <kankei-programlist></kankei-programlist>
      <div data-kankei="furusato_link"></div>
      <div data-town="213306"><a href="${base}/w/fanclub-signup?town=213306">A</a></div>
      <div data-kankei="program-list" data-town=""><a href="${base}/w/program-list?town=213306&limit=3">B</a></div>
      <a href="${base}/w/matching-form">C</a>
      <a href="${base}/w/fanclub-signup?town=999997&src=/kankei.json">C</a>
      <a href="https://old.example/w/program-list?town=213306&email=SECRET">D</a>
      <iframe src="${base}/w/card-check" height="150"></iframe>
      <svg><a href="/w/program-list"><text>E</text></a></svg><math><mi>x</mi></math>
      <i id="twice"></i><i id="twice"></i>
    `);
    expect(of(found, 'tag-as-text').map(({ text }) => text)).to.deep.equal(['<kankei-program-list', '<div']);
    expect(of(found, 'unknown-widget')).to.deep.equal([
      { written: '<kankei-programlist>', nearest: '<kankei-program-list>' },
      { written: 'data-kankei="furusato_link"', nearest: 'data-kankei="furusato-link"' },
    ]);
    expect(of(found, 'place-without-name')[0]!.line).to.equal('data-kankei="fanclub-signup"');
    expect(of(found, 'options-lost')[0]!.line).to.equal('data-town="213306" data-limit="3"');
    expect(of(found, 'no-town').map(({ widget }) => widget.form)).to.deep.equal(['link']);
    expect(of(found, 'link-stays').map(({ widget }) => widget.widget)).to.deep.equal(['fanclub-signup']);
    expect(of(found, 'link-elsewhere')[0]!.place).to.equal('https://old.example/');
    expect(of(found, 'frame-untitled')).to.have.length(1);
    expect(of(found, 'frame-low')[0]!.height).to.be.lessThan(200);
    expect(of(found, 'duplicate-ids')[0]!.ids).to.include('twice');
    expect(of(found, 'no-page-language')).to.have.length(1);
    expect(JSON.stringify(found)).not.to.include('SECRET');
  });

  it('sees how widgets stand in the page', async () => {
    const lists = await Promise.all([1, 2, 3, 4, 5].map(() => mount(town())));
    const [plain, hidden, narrow, low, pale] = lists;
    plain!.setAttribute('headinglevel', '2');
    pale!.style.setProperty('--kankei-accent', 'rgb(200 200 255)');
    pale!.querySelector('a')!.remove();
    const found = await examined(html`
      <h1>A</h1>
      ${plain}
      <div id="tab" hidden>${hidden}</div>
      <div style="inline-size: 0; overflow: hidden">${narrow}</div>
      <div id="box" style="block-size: 100px; overflow: hidden">${low}</div>
      <div style="background: #fff">${pale}</div>
    `);
    const nth = (code: Finding['code']) =>
      found.flatMap((one) => (one.code === code && 'widget' in one.facts ? [one.facts.widget.nth] : []));
    expect(of(found, 'hidden')).to.deep.include.members([
      { widget: { widget: 'program-list', form: 'element', nth: 2, of: 5 }, by: 'div#tab' },
    ]);
    expect(nth('no-width')).to.deep.equal([3]);
    expect(of(found, 'cut-off').find(({ widget }) => widget.nth === 4)).to.include({ by: 'div#box', height: 100 });
    const [contrast] = of(found, 'low-contrast');
    expect(contrast).to.deep.include({ of: 'accent', color: '#c8c8ff', ground: '#ffffff' });
    expect(contrast!.widget.nth).to.equal(5);
    expect(of(found, 'heading-skipped')[0]).to.deep.include({ level: 3, before: 1, line: 'heading-level="2"' });
    expect(of(found, 'unknown-option')[0]).to.deep.include({ written: 'headinglevel', nearest: 'heading-level' });
    expect(nth('no-fallback')).to.deep.equal([5]);
  });

  it('leaves the page as it was', async () => {
    const list = await mount(town());
    const page = () => document.documentElement.outerHTML.replaceAll(/<!--.*?-->/gs, '');
    const before = page();
    await examine(context, document);
    expect(page()).to.equal(before);
    expect(list.isConnected).to.equal(true);
  });

  it('goes on where a page has changed what its browser answers', async () => {
    const list = await mount(town(), { town: fixtureTown.code });
    const broken = () => {
      throw new Error('the page’s own');
    };
    Object.defineProperty(document.documentElement, 'lang', { configurable: true, get: broken });
    try {
      const found = await examine(context, document);
      expect(of(found, 'page')).to.deep.equal([]);
      expect(of(found, 'widget')[0]!.options).to.deep.equal([`town="${fixtureTown.code}"`]);
    } finally {
      Reflect.deleteProperty(document.documentElement, 'lang');
      list.remove();
    }
  });

  it('tells a tag that belongs to another script, and one that swallows what comes after it', async () => {
    if (!customElements.get('kankei-card-check'))
      customElements.define('kankei-card-check', class extends HTMLElement {});
    const found = await examined(html`
      <kankei-card-check><a href="/">A</a></kankei-card-check>
      <kankei-furusato-link town=${fixtureTown.code}><a href="/">A</a><footer>B</footer></kankei-furusato-link>
    `);
    expect(of(found, 'name-taken')).to.have.length(1);
    expect(of(found, 'not-closed')[0]!.line).to.equal('</kankei-furusato-link>');
  });
});

describe('the doctor’s panel', () => {
  const shown: HTMLElement[] = [];
  const show = (findings: readonly Finding[], options?: Parameters<typeof showPanel>[1]) => {
    const host = showPanel(findings, options);
    shown.push(host);
    return host;
  };
  afterEach(async () => {
    for (const host of shown.splice(0)) if (host.isConnected) panel(host).close();
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' }).catch(() => {});
  });

  for (const words of [jaDoctor, enDoctor])
    it(`passes axe with everything there is to find (${words.language})`, async () => {
      const host = show(everyFinding, { language: words.language, again: async () => [] });
      panel(host).querySelector('details')!.open = true;
      await expect(host).to.be.accessible();
      expect(panel(host).lang).to.equal(words.language);
      for (const { code } of everyFinding) expect(panel(host).querySelector(`[data-code="${code}"]`), code).to.exist;
      expect(panel(host).querySelector('[style]')).to.equal(null);
    });

  it('passes axe in the dark and fits a narrow window', async () => {
    const [width, height] = [innerWidth, innerHeight];
    await emulateMedia({ colorScheme: 'dark' }).catch(() => {});
    // Not every driver can; then it is looked at as wide as the window is.
    await setViewport({ width: 320, height: 640 }).catch(() => {});
    try {
      const host = show(everyFinding, { language: 'ja' });
      panel(host).querySelector('details')!.open = true;
      await expect(host).to.be.accessible();
      expect(panel(host).scrollWidth).to.be.at.most(panel(host).clientWidth);
    } finally {
      await setViewport({ width, height }).catch(() => {});
    }
  });

  it('takes the focus, gives it back when Escape closes it, and leaves the page', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>A</button>`);
    button.focus();
    const host = show(everyFinding, { language: 'en' });
    expect(host.shadowRoot!.activeElement?.id).to.equal('title');
    expect(panel(host).matches(':modal, dialog[open]')).to.equal(true);
    await sendKeys({ press: 'Tab' });
    expect(host.shadowRoot!.activeElement?.getAttribute('part')).to.equal('copy');
    await sendKeys({ press: 'Escape' });
    await until('the panel to close', () => !host.isConnected);
    expect(document.activeElement === button).to.equal(true);
  });

  it('shows the text ready to be copied where the clipboard is closed, and says so', async () => {
    const host = show(everyFinding, { language: 'ja' });
    const clipboard = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    part(host, 'copy').click();
    await until('what came of it', () => status(host));
    expect(status(host)).to.equal(jaDoctor.notCopied);
    const field = panel(host).querySelector('textarea')!;
    expect(field.value).to.equal(asText(everyFinding, 'ja'));
    expect(field.selectionEnd).to.equal(field.value.length);
    let copied = '';
    const writeText = async (text: string) => {
      copied = text;
    };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    part(host, 'copy').click();
    await until('the text', () => copied);
    await until('the word of it', () => status(host) === jaDoctor.copied);
    expect(copied).to.equal(asText(everyFinding, 'ja'));
    if (clipboard) Object.defineProperty(navigator, 'clipboard', clipboard);
    else Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('examines again on a press, says what came of it and keeps the focus', async () => {
    const host = show(everyFinding, { language: 'en', again: async () => [] });
    part(host, 'again').click();
    await until('the new findings', () => !panel(host).querySelector('li'));
    expect(status(host)).to.equal('Nothing to mend.');
    expect(host.shadowRoot!.activeElement?.getAttribute('part')).to.equal('again');
  });

  it('stands once in a page, whatever the page’s own style sheet says', async () => {
    const style = document.createElement('style');
    style.textContent = 'body * { display: none !important; color: #fff !important; font-size: 3px !important }';
    document.head.append(style);
    show([], { language: 'ja' });
    const host = show(everyFinding, { language: 'ja' });
    const { height } = panel(host).querySelector('h2')!.getBoundingClientRect();
    const { color } = getComputedStyle(panel(host));
    style.remove();
    expect(document.querySelectorAll('[data-kankei-doctor]').length).to.equal(1);
    expect(height).to.be.greaterThan(20);
    expect(color).not.to.equal('rgb(255, 255, 255)');
  });
});
