import { type MemberCard, makeProblem, ProblemError } from '@kankei/core';
import { forgetCards } from '@kankei/elements';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { memberCard, memberToken } from '../fixtures/member-card.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { cardTown, mountCard, onPaper, readCode } from './card-support.ts';
import { all, isIn, isVisible, one, until, words } from './support.ts';

const { code: town } = fixtureTown;
afterEach(() => forgetCards());

function pixels(
  image: CanvasImageSource,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
) {
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')!;
  context.drawImage(image, -x, -y);
  return context.getImageData(0, 0, width, height).data;
}

async function load(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}

describe('a member’s card', () => {
  it('shows town, title, name, number, tier and days', async () => {
    const card = await mountCard({ card: memberCard });
    expect(words(card, 'town')).to.deep.equal(['むすび野町']);
    expect(words(card, 'title')).to.deep.equal(['むすび野ファンクラブ']);
    expect(words(card, 'name')).to.deep.equal(['川原 はるか']);
    expect(words(card, 'number')).to.deep.equal(['12345']);
    expect(words(card, 'tier')).to.deep.equal(['おうえん会員']);
    expect(words(card, 'facts')[0]).to.include('2026年11月21日').and.to.include('2027年11月21日まで');
    expect(isVisible(card.querySelector('p')!)).to.equal(false);
  });

  it('shows what it brings, in the town’s own words of the page’s language', async () => {
    const card = await mountCard({ card: memberCard, lang: 'en' });
    await until('English', () => words(card, 'title')[0] === 'Musubino Fan Club');
    expect(words(card, 'tier')).to.deep.equal(['Supporter']);
    expect(all(card, 'benefit')).to.have.length(3);
    expect(words(card, 'benefit')[1]).to.equal('A bag of vegetables at the farm shop むすび野直売所');
    expect(one(card, 'benefit').querySelector('a')!.href).to.equal('https://onsen.musubino.example/');
  });

  it('carries a QR code that leads a camera to the page where it is checked', async () => {
    const card = await mountCard({ card: memberCard });
    const svg = card.shadowRoot!.querySelector('.qr')!;
    expect(svg.getAttribute('role')).to.equal('img');
    expect(svg.getAttribute('aria-label')).to.equal('会員証を確かめるためのQRコード');
    const source = new XMLSerializer().serializeToString(svg).replace('<svg', '<svg width="400" height="400"');
    const image = await load(`data:image/svg+xml,${encodeURIComponent(source)}`);
    expect(await readCode(image, 400, 400)).to.equal(memberCard.checkUrl);
    expect((one(card, 'check') as HTMLAnchorElement).href).to.equal(memberCard.checkUrl);
  });

  it('says that its time is over from the day after its last, in Tokyo', async () => {
    const at = async (time: string) => (await mountCard({ card: memberCard, now: Date.parse(time) })).shadowRoot!;
    expect((await at('2027-11-21T23:59:00+09:00')).querySelector('[part="expired"]')).to.equal(null);
    expect((await at('2027-11-22T00:00:00+09:00')).querySelector('[part="expired"]')!.textContent).to.include(
      '有効期限が切れています',
    );
  });

  it('shows text as text, whatever it holds', async () => {
    const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
    const card = await mountCard({
      card: {
        ...memberCard,
        name: hostile,
        title: hostile,
        tier: { id: 'x', label: hostile },
        benefits: [{ title: hostile, url: 'javascript:alert(3)' as string }],
      },
    });
    expect(words(card, 'name')).to.deep.equal([hostile]);
    expect(card.shadowRoot!.querySelector('img, script, [href^="javascript"]')).to.equal(null);
  });

  it('is saved as a picture with a code that can be read, and no text under it', async () => {
    const tier = { id: 'supporter', label: 'おうえん会員'.repeat(10) };
    const card = await mountCard({ card: { ...memberCard, tier } });
    const saved: { name: string; url: string }[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      saved.push({ name: this.download, url: this.href });
    };
    try {
      one(card, 'save').click();
      await until('the word of it', () => words(card, 'said')[0]);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(words(card, 'said')).to.deep.equal(['会員証の画像を保存しました。']);
    expect(saved.map(({ name }) => name)).to.deep.equal(['member-card-12345.png']);
    const image = await load(saved[0]!.url);
    expect([image.naturalWidth, image.naturalHeight]).to.deep.equal([1712, 1080]);
    expect(await readCode(image, 1712, 1080)).to.equal(memberCard.checkUrl);
    const besideCode = pixels(image, { x: 1076, y: 540, width: 34, height: 460 });
    expect(besideCode.every((channel) => channel === 255)).to.equal(true);
  });

  it('needs neither town nor backend where the card itself is given, and shows another when it is given', async () => {
    const card = await mountCard({ card: memberCard });
    card.card = { ...memberCard, number: 7 };
    await until('the other card', () => words(card, 'number')[0] === '7');
  });
});

describe('a card asked for by a token', () => {
  it('is shown, kept on this device, and its member is told so', async () => {
    const card = await mountCard({ town, token: memberToken, backend: cardTown() });
    expect(words(card, 'number')).to.deep.equal(['12345']);
    expect(words(card, 'kept')[0]).to.include('この端末に残しています');
    expect(all(card, 'stale')).to.deep.equal([]);
  });

  it('is shown without network once it was, with the time it was received', async () => {
    await mountCard({ town, token: memberToken, backend: cardTown() });
    const card = await mountCard({ town, token: memberToken, backend: cardTown({ fail: () => 'network' }) });
    expect(words(card, 'number')).to.deep.equal(['12345']);
    expect(words(card, 'stale')[0]).to.include('11月21日 12:00');
  });

  it('is shown without network where the page does not know the town', async () => {
    await mountCard({ town, token: memberToken, backend: cardTown() });
    const card = await mountCard({ token: memberToken, backend: cardTown({ fail: () => 'network' }) });
    await until('the card', () => words(card, 'number')[0] === '12345');
  });

  it('is the one at hand while the network is slow, and the new one when it comes', async () => {
    await mountCard({ town, token: memberToken, backend: cardTown() });
    const newer: MemberCard = { ...memberCard, name: 'あたらしい名前' };
    const slow = cardTown({ delay: 2600, cards: { [memberToken]: newer } });
    const card = await mountCard({ town, token: memberToken, backend: slow });
    expect(words(card, 'name')).to.deep.equal(['川原 はるか']);
    expect(all(card, 'stale')).to.have.length(1);
    await until('the new name', () => words(card, 'name')[0] === 'あたらしい名前');
    expect(all(card, 'stale')).to.deep.equal([]);
  }).timeout(15_000);

  it('is shown to nobody with another token', async () => {
    await mountCard({ town, token: memberToken, backend: cardTown() });
    const card = await mountCard({
      town,
      token: 'another-token-of-nobody',
      backend: cardTown({ fail: () => 'network' }),
    });
    expect(isIn(card, 'failed')).to.equal(true);
    expect(all(card, 'card')).to.deep.equal([]);
  });

  it('goes from this device when its member has left', async () => {
    await mountCard({ town, token: memberToken, backend: cardTown() });
    const left = await mountCard({ town, token: memberToken, backend: cardTown({ cards: {} }) });
    expect(isIn(left, 'failed')).to.equal(true);
    const offline = await mountCard({ town, token: memberToken, backend: cardTown({ fail: () => 'network' }) });
    expect(isIn(offline, 'failed')).to.equal(true);
  });

  it('goes from this device when one says so, with the keyboard too', async () => {
    const card = await mountCard({ town, token: memberToken, backend: cardTown() });
    one(card, 'clear').focus();
    await sendKeys({ press: 'Enter' });
    await until('the word of it', () => words(card, 'said')[0]);
    expect(words(card, 'said')[0]).to.include('消しました');
    await until('the focus on it', () => card.shadowRoot!.activeElement === one(card, 'said'));
    expect(all(card, 'kept')).to.deep.equal([]);
    const offline = await mountCard({ town, token: memberToken, backend: cardTown({ fail: () => 'network' }) });
    expect(isIn(offline, 'failed')).to.equal(true);
  });

  it('leaves neither token nor name in an address or a storage’s key', async () => {
    await mountCard({ town, token: memberToken, backend: cardTown() });
    const addresses: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) addresses.push(url);
    expect(addresses.filter((url) => url.includes('/kankei-card/'))).to.have.length(1);
    expect(addresses.join()).not.to.include(memberToken);
    expect(document.documentElement.outerHTML).not.to.include(memberToken);
  });

  it('says what to do where there is neither network nor card', async () => {
    const none = await mountCard({ token: memberToken, backend: cardTown({ fail: () => 'network' }) });
    expect(words(none, 'problem')[0]).to.include('この端末には会員証が残っていません');
    const nothing = await mountCard({ backend: cardTown() });
    expect(words(nothing, 'problem')[0]).to.include('メールで届いたリンクをひらいてください');
    expect(isVisible(nothing.querySelector('p')!)).to.equal(true);
  });

  it('tells the page what went wrong by a code alone', async () => {
    const heard: string[] = [];
    document.addEventListener('kankei-error', (event) => heard.push(event.code), { once: true });
    const refusing = { ...cardTown(), memberCard: () => Promise.reject(new ProblemError(makeProblem('link-expired'))) };
    const card = await mountCard({ town, token: memberToken, backend: refusing });
    expect(heard).to.deep.equal(['link-expired']);
    expect(words(card, 'problem')[0]).to.include('このリンクは、もう使えません');
  });
});

describe('how a card looks', () => {
  it('is the size of a bank card on paper, without buttons', async () => {
    const card = await mountCard({ town, token: memberToken, backend: cardTown() });
    const giveBack = onPaper(card);
    const { width, height } = one(card, 'card').getBoundingClientRect();
    expect(width).to.be.closeTo((85.6 / 25.4) * 96, 1);
    expect(height).to.be.within((54 / 25.4) * 96 - 1, (75 / 25.4) * 96);
    for (const part of ['save', 'check', 'clear', 'kept']) expect(isVisible(one(card, part)), part).to.equal(false);
    giveBack();
  });

  it('keeps the code black on white in forced colours', async () => {
    const card = await mountCard({ card: memberCard });
    expect(
      getComputedStyle(card.shadowRoot!.querySelector('.qr')!).getPropertyValue('forced-color-adjust'),
    ).to.be.oneOf(['none', '']);
    const [ground, modules] = card.shadowRoot!.querySelectorAll('.qr rect, .qr path');
    expect([ground!.getAttribute('fill'), modules!.getAttribute('fill')]).to.deep.equal(['#fff', '#000']);
  });

  it('has room in 280 pixels and with the longest of texts', async () => {
    const card = await mountCard({
      card: { ...memberCard, name: '寿限無'.repeat(20), title: '日本一長い名前の'.repeat(12), number: 4_294_967_295 },
    });
    card.style.inlineSize = '280px';
    await card.updateComplete;
    expect(one(card, 'card').scrollWidth).to.be.at.most(one(card, 'card').clientWidth);
  });
});

const dark = new CSSStyleSheet();
dark.replaceSync('body { background: #15181c; color: #e8e8e8; }');

describe('axe finds nothing', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('lang');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== dark);
  });
  const states: Record<string, () => Promise<Element>> = {
    'a card': () => mountCard({ card: memberCard }),
    'a card whose time is over': () => mountCard({ card: memberCard, now: now + 400 * 86_400_000 }),
    'a kept card': async () => {
      await mountCard({ town, token: memberToken, backend: cardTown() });
      return mountCard({ town, token: memberToken, backend: cardTown({ fail: () => 'network' }) });
    },
    'no card': () => mountCard({ town, token: memberToken, backend: cardTown({ cards: {} }) }),
  };
  for (const [name, show] of Object.entries(states)) {
    for (const lang of ['ja', 'en'])
      it(`in ${name}, ${lang}`, async () => {
        document.documentElement.lang = lang;
        await expect(await show()).to.be.accessible();
      });
    it(`in ${name}, on a dark page`, async () => {
      document.documentElement.lang = 'ja';
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, dark];
      await expect(await show()).to.be.accessible();
    });
  }
});
