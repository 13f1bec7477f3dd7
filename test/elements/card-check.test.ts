import { readStatement } from '@kankei/core';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  cardKey,
  forgedStatement,
  goodStatement,
  memberCard,
  oldStatement,
  unknownKeyStatement,
} from '../fixtures/member-card.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { cardTown, mountCheck, onPaper } from './card-support.ts';
import { all, isIn, isVisible, one, until, words } from './support.ts';

const { code: town } = fixtureTown;
const offline = () => cardTown({ fail: () => 'network' });
const forget = () => localStorage.removeItem(`kankei-card-check ${town}`);
beforeEach(forget);
afterEach(forget);

const verdict = async (statement: string, backend = cardTown()) =>
  words(await mountCheck({ statement, backend }), 'verdict')[0];

const valid = '有効な会員証です';
const expired = '期限が切れた会員証です';
const forged = '偽造の疑いがあります';
const unknown = 'いまは確かめられません';

describe('the check of a card', () => {
  it('tells a good one, with town, number, tier and last day', async () => {
    const check = await mountCheck({ statement: goodStatement });
    expect(words(check, 'verdict')).to.deep.equal([valid]);
    const facts = words(check, 'facts')[0]!;
    for (const fact of ['むすび野町', '12345', 'おうえん会員', '2027年11月21日まで']) expect(facts).to.include(fact);
    expect(isIn(check, 'done')).to.equal(true);
  });

  it('tells one whose time is over, from the day after its last in Tokyo', async () => {
    expect(await verdict(oldStatement)).to.equal(expired);
    const at = async (time: string) =>
      words(await mountCheck({ statement: goodStatement, now: Date.parse(time) }), 'verdict')[0];
    expect(await at('2027-11-21T23:59:59+09:00')).to.equal(valid);
    expect(await at('2027-11-22T00:00:00+09:00')).to.equal(expired);
  });

  it('tells a forged one, and nothing of what it claims', async () => {
    const check = await mountCheck({ statement: forgedStatement });
    expect(words(check, 'verdict')).to.deep.equal([forged]);
    expect(all(check, 'facts')).to.deep.equal([]);
    expect(await verdict(unknownKeyStatement)).to.equal(forged);
  });

  it('says forged for every good one of which a single character is another, with and without network', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let at = 0; at < goodStatement.length; at += 7) {
      const other = letters[(letters.indexOf(goodStatement[at]!) + 1 + at) % 64]!;
      const changed =
        goodStatement.slice(0, at) + (other === goodStatement[at] ? '!' : other) + goodStatement.slice(at + 1);
      expect(await verdict(changed), `${at}`).to.equal(forged);
      expect(await verdict(changed, offline()), `${at}`).to.equal(forged);
    }
  }).timeout(60_000);

  it('says that it cannot tell yet where the key is not at hand and there is no network', async () => {
    const check = await mountCheck({ statement: goodStatement, backend: offline() });
    expect(words(check, 'verdict')).to.deep.equal([unknown]);
    expect(words(check, 'help')[0]).to.include('インターネットにつながるところで');
    expect(all(check, 'facts')).to.deep.equal([]);
  });

  it('says where else to ask about a town that is not here', async () => {
    const check = await mountCheck({ statement: goodStatement, backend: cardTown({ towns: [] }) });
    expect(words(check, 'verdict')).to.deep.equal([unknown]);
    expect(words(check, 'help')[0]).to.include('会員証を出した町のページ');
  });

  it('needs no network once the town’s key is known', async () => {
    await verdict(goodStatement);
    expect(await verdict(goodStatement, offline())).to.equal(valid);
    expect(await verdict(oldStatement, offline())).to.equal(expired);
    expect(await verdict(forgedStatement, offline())).to.equal(forged);
    const check = await mountCheck({ statement: goodStatement, backend: offline() });
    for (const fact of ['むすび野町', 'おうえん会員']) expect(words(check, 'facts')[0]).to.include(fact);
  });

  it('needs no network from the first visit on for a town that is named', async () => {
    const check = await mountCheck({ town });
    await until('the town to be known', () => localStorage.getItem(`kankei-card-check ${town}`));
    expect(all(check, 'verdict')).to.deep.equal([]);
    const later = await mountCheck({ town, statement: goodStatement, backend: offline() });
    expect(words(later, 'verdict')).to.deep.equal([valid]);
    expect(words(later, 'facts')[0]).to.include('おうえん会員');
  });

  it('asks nobody about a card that the known key decides', async () => {
    await verdict(goodStatement);
    let asked = 0;
    const backend = cardTown({
      fail: () => {
        asked++;
        return undefined;
      },
    });
    expect(await verdict(goodStatement, backend)).to.equal(valid);
    expect(asked).to.equal(0);
  });

  it('asks again for a key that is newer than those it knows', async () => {
    const older = { ...cardKey, kid: 'BBBBBBBB' };
    expect(await verdict(goodStatement, cardTown({ cardKeys: { [town]: [older] } }))).to.equal(forged);
    expect(await verdict(goodStatement, cardTown({ cardKeys: { [town]: [cardKey, older] } }))).to.equal(valid);
  });

  it('tries again when asked to, and then can tell', async () => {
    let isDown = true;
    const backend = cardTown({ fail: () => (isDown ? 'network' : undefined) });
    const check = await mountCheck({ statement: goodStatement, backend });
    isDown = false;
    one(check, 'retry').click();
    await until('the result', () => words(check, 'verdict')[0] === valid);
  });

  it('is not led astray by what the browser’s storage holds', async () => {
    for (const kept of ['{', 'null', '{}', '7', '{"keys":[null],"tiers":{}}', '{"keys":[],"tiers":{}}']) {
      localStorage.setItem(`kankei-card-check ${town}`, kept);
      expect(await verdict(goodStatement), kept).to.equal(valid);
    }
  });
});

describe('what is checked', () => {
  it('is what stands behind # in the page’s address, and what comes to stand there', async () => {
    history.replaceState(null, '', `#${goodStatement}`);
    const check = await mountCheck();
    await until('the result', () => words(check, 'verdict')[0] === valid);
    location.hash = forgedStatement;
    await until('the other result', () => words(check, 'verdict')[0] === forged);
    location.hash = 'main';
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(words(check, 'verdict')).to.deep.equal([forged]);
  });

  it('is nothing at first', async () => {
    const check = await mountCheck();
    expect(all(check, 'verdict')).to.deep.equal([]);
    expect(all(check, 'code')).to.have.length(1);
  });

  it('can be an address, broken into lines, in full-width letters', async () => {
    expect(await verdict(memberCard.checkUrl)).to.equal(valid);
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    expect(await verdict(` ${wide(goodStatement.slice(0, 60))}\n${goodStatement.slice(60)} `)).to.equal(valid);
    expect(readStatement(goodStatement)).not.to.equal(undefined);
  });

  it('is pasted and checked with the keyboard alone', async () => {
    const check = await mountCheck();
    one(check, 'code').focus();
    await sendKeys({ press: 'Tab' });
    expect(check.shadowRoot!.activeElement).to.equal(one(check, 'submit'));
    await sendKeys({ press: 'Enter' });
    await until('what is missing', () => words(check, 'problem')[0]);
    expect(check.shadowRoot!.activeElement).to.equal(one(check, 'code'));
    expect(one(check, 'code').getAttribute('aria-invalid')).to.equal('true');
    (one(check, 'code') as HTMLTextAreaElement).value = goodStatement;
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until('the result', () => words(check, 'verdict')[0] === valid);
    await until('the focus on it', () => check.shadowRoot!.activeElement === one(check, 'result'));
    expect(all(check, 'problem')).to.deep.equal([]);
    (one(check, 'code') as HTMLTextAreaElement).value = ' ';
    one(check, 'submit').click();
    await until('what is missing', () => words(check, 'problem')[0]);
    await until('nothing that was found of the card before', () => all(check, 'verdict').length === 0);
    expect(check.shadowRoot!.activeElement).to.equal(one(check, 'code'));
  });
});

describe('a result', () => {
  it('is told by words, shape and edge, not by colour alone', async () => {
    const looks = [];
    for (const [statement, backend] of [
      [goodStatement, cardTown()],
      [oldStatement, cardTown()],
      [forgedStatement, cardTown()],
      [goodStatement, cardTown({ towns: [] })],
    ] as const) {
      forget();
      const check = await mountCheck({ statement, backend });
      const { borderTopStyle } = getComputedStyle(check.shadowRoot!.querySelector('.result')!);
      looks.push({ shape: one(check, 'verdict').querySelector('path')!.getAttribute('d'), edge: borderTopStyle });
    }
    expect(new Set(looks.map(({ shape }) => shape)).size).to.equal(4);
    expect(looks.map(({ edge }) => edge)).to.deep.equal(['solid', 'dashed', 'double', 'dashed']);
  });

  it('is a polite message of a part that stood there before', async () => {
    const check = await mountCheck();
    const result = one(check, 'result');
    expect(result.getAttribute('role')).to.equal('status');
    check.statement = goodStatement;
    await until('the result', () => words(check, 'verdict')[0] === valid);
    expect(one(check, 'result')).to.equal(result);
  });

  it('stands on paper without the form', async () => {
    const check = await mountCheck({ statement: goodStatement });
    const giveBack = onPaper(check);
    expect(isVisible(one(check, 'verdict'))).to.equal(true);
    expect(isVisible(one(check, 'code'))).to.equal(false);
    giveBack();
    expect(isVisible(one(check, 'code'))).to.equal(true);
  });

  it('is told in English where the page is', async () => {
    const check = await mountCheck({ statement: goodStatement, lang: 'en' });
    await until('English', () => words(check, 'verdict')[0] === 'This card is valid');
    expect(words(check, 'facts')[0]).to.include('Supporter').and.to.include('November 21, 2027');
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
    'an empty check': () => mountCheck(),
    'a check without input': async () => {
      const check = await mountCheck();
      one(check, 'submit').click();
      await until('what is missing', () => words(check, 'problem')[0]);
      return check;
    },
    'a good card': () => mountCheck({ statement: goodStatement }),
    'an old card': () => mountCheck({ statement: oldStatement }),
    'a forged card': () => mountCheck({ statement: forgedStatement }),
    'a card that cannot be checked': () => mountCheck({ statement: goodStatement, backend: offline() }),
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
