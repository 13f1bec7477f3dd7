import { estimateLimit, limitRules } from '@kankei/core/furusato';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ask, control, mountTool, press, setClock, told, type } from './furusato-tools-support.ts';
import { all, one, until, words } from './support.ts';

const yen = (n: number) => `${n.toLocaleString('ja')}円`;
const slider = (link: Element) => one(link, 'slider') as HTMLInputElement;

function slideTo(link: Element, salary: number): void {
  slider(link).value = String(salary);
  slider(link).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

describe('the estimate', () => {
  it('answers 61,000 yen for 5,000,000 alone and 120,000 for 8,000,000 as a couple, as an estimate', async () => {
    const link = await mountTool('estimate');
    await ask(link);
    expect(words(link, 'limit')).to.deep.equal(['61,000円']);
    await ask(link, { salary: '8000000', spouse: 'couple' });
    expect(words(link, 'limit')).to.deep.equal(['120,000円']);
    expect(one(link, 'limit').parentElement!.textContent!.trim()).to.match(/^目安\s+120,000円$/);
    expect(words(link, 'ask')[0]).to.include('お住まいの市区町村の税の窓口');
  });

  it('asks for each family of the table in plain words', async () => {
    const link = await mountTool('estimate');
    const suffixes = { none: '', hs: '_hs', univ: '_univ', univ_hs: '_univ_hs' };
    for (const spouse of ['dual', 'couple'])
      for (const [children, suffix] of Object.entries(suffixes)) {
        await ask(link, { salary: '7000000', spouse, children });
        const { limit } = estimateLimit({ salary: 7_000_000, family: spouse + suffix, year: 2026 });
        expect(words(link, 'limit'), spouse + suffix).to.deep.equal([yen(limit!)]);
      }
  });

  it('shows the sum line by line, each with the law it follows, and what it leaves out', async () => {
    const link = await mountTool('estimate');
    await ask(link, { salary: '9000000', spouse: 'couple', children: 'univ_hs' });
    const result = estimateLimit({ salary: 9_000_000, family: 'couple_univ_hs', year: 2026 });
    if (result.limit === undefined) throw new Error('no estimate');
    const shown = all(link, 'line');
    expect(shown).to.have.length(result.lines.length);
    for (const [index, line] of result.lines.entries()) {
      const text = shown[index]!.textContent!;
      expect(text).to.include(limitRules[line.rule].law);
      expect(text).to.include('yen' in line ? yen(line.yen).replace('-', '−') : `${line.per100000 / 1000}%`);
    }
    expect(one(link, 'left-out').querySelectorAll('li')).to.have.length(result.leavesOut.length);
    for (const what of ['住宅ローン', '医療費', '年金', '自営業']) expect(words(link, 'left-out')[0]).to.include(what);
  });

  for (const salary of ['5000000', '５００００００', '5,000,000円', '５，０００，０００円', ' 500万円 ', '￥5,000,000'])
    it(`understands ${salary}`, async () => {
      const link = await mountTool('estimate');
      await ask(link, { salary });
      expect(words(link, 'limit')).to.deep.equal(['61,000円']);
    });

  it('says what is at fault, above and at each question, and leads there', async () => {
    const link = await mountTool('estimate');
    await press(link);
    await until('the focus', () => link.shadowRoot!.activeElement === one(link, 'summary'));
    const links = [...one(link, 'summary').querySelectorAll('a')];
    expect(links.map(({ textContent }) => textContent)).to.deep.equal([
      '年収（税金や保険料が引かれる前の額）を入力してください。',
      '配偶者（夫・妻）を選んでください。',
    ]);
    links[0]!.click();
    const salary = control(link, 'salary');
    expect(link.shadowRoot!.activeElement).to.equal(salary);
    expect(salary.getAttribute('aria-invalid')).to.equal('true');
    const described = salary.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => link.shadowRoot!.getElementById(id)?.textContent).join()).to.include(
      links[0]!.textContent!,
    );
  });

  for (const [salary, fault] of [
    ['五百万', '金額として読み取れませんでした。例：5000000、500万円'],
    ['-5000000', '金額として読み取れませんでした'],
    ['5000000.5', '金額として読み取れませんでした'],
    ['　', 'を入力してください'],
    ['1000000001', '1,000,000,000円以下で入力してください'],
  ] as const)
    it(`does not take ${JSON.stringify(salary)} for a salary, and says why`, async () => {
      const link = await mountTool('estimate');
      await ask(link, { salary });
      expect(words(link, 'fault').join()).to.include(fault);
      expect(all(link, 'result')).to.have.length(0);
    });

  for (const [why, answers, reason] of [
    ['a year that is over', { year: '2024' }, '2025年から2027年まで'],
    ['a year that is not settled', { year: '2028' }, '2025年から2027年まで'],
    ['a spouse with a small income', { spouse: 'other' }, '配偶者の収入が201万円以下'],
    ['other children', { children: 'other' }, 'お子さまの人数や年齢'],
    ['a housing loan and a pension', { circumstances: ['housing-loan', 'pension'] }, '住宅ローン控除を受ける」「年金'],
  ] as const)
    it(`has none for ${why}, and says why`, async () => {
      const link = await mountTool('estimate');
      await ask(link, answers as Parameters<typeof ask>[1]);
      expect(words(link, 'refusal')[0]).to.include(reason).and.to.include('税の窓口');
      expect(all(link, 'limit')).to.have.length(0);
      expect(told(link, 'estimate')).to.include(reason);
    });

  it('begins with the year of today in Tokyo', async () => {
    setClock('2026-12-31T23:00:00+09:00');
    expect(control(await mountTool('estimate'), 'year', '2026').checked).to.equal(true);
    setClock('2027-01-01T00:00:00+09:00');
    expect(control(await mountTool('estimate'), 'year', '2027').checked).to.equal(true);
  });

  it('has none for today where there are no rules for this year yet', async () => {
    setClock('2031-04-01T12:00:00+09:00');
    const link = await mountTool('estimate');
    await ask(link);
    expect(words(link, 'refusal')[0]).to.include('まだ決まっていません');
  });

  it('names the cap on the special part from 2027, where it counts', async () => {
    const link = await mountTool('estimate');
    await ask(link, { salary: '1000000000', year: '2027' });
    expect(words(link, 'limit')).to.deep.equal(['4,382,000円']);
    expect(words(link, 'result')[0]).to.include('193万円まで');
    expect(words(link, 'sum')[0]).to.include('1,930,000円');
    await ask(link, { salary: '1000000000', year: '2026' });
    expect(words(link, 'result')[0]).not.to.include('193万円');
  });

  it('says that there is nothing to come off where no levy is due, and that a return is due above 20,000,000', async () => {
    const link = await mountTool('estimate');
    await ask(link, { salary: '90万' });
    expect(words(link, 'limit')).to.deep.equal(['0円']);
    expect(words(link, 'result')[0]).to.include('引かれる税金がありません');
    await ask(link, { salary: '2000万' });
    expect(words(link, 'result')[0]).not.to.include('確定申告が必要');
    await ask(link, { salary: '20000001' });
    expect(words(link, 'result')[0]).to.include('確定申告が必要');
  });

  it('follows what is changed once it was asked for, and goes where that cannot be read', async () => {
    const link = await mountTool('estimate');
    type(link, 'salary', '5000000');
    await link.updateComplete;
    expect(all(link, 'result')).to.have.length(0);
    await ask(link);
    control(link, 'spouse', 'couple').click();
    await link.updateComplete;
    const { limit } = estimateLimit({ salary: 5_000_000, family: 'couple', year: 2026 });
    expect(words(link, 'limit')).to.deep.equal([yen(limit!)]);
    type(link, 'salary', 'many');
    await link.updateComplete;
    expect(all(link, 'result')).to.have.length(0);
  });

  it('tells a screen reader of what came, politely', async () => {
    const link = await mountTool('estimate');
    expect(told(link, 'estimate')).to.equal('');
    await ask(link);
    expect(told(link, 'estimate')).to.equal('目安は61,000円です。 年収5,000,000円で、2026年に寄付する場合');
  });

  it('speaks another language when the page does, with what was typed and found', async () => {
    const link = await mountTool('estimate');
    await ask(link);
    link.lang = 'en';
    await until('English', () => all(link, 'limit').length && words(link, 'limit')[0] === '¥61,000');
    await until('the form in English', () => words(link, 'form')[0]!.includes('(required)'));
    expect(words(link, 'form')[0])
      .to.match(/Husband or wife/)
      .and.not.to.match(/[ぁ-ん]/);
    expect(control(link, 'salary').value).to.equal('5000000');
    expect(control(link, 'spouse', 'dual').checked).to.equal(true);
  });
});

describe('the slider', () => {
  it('shows how the estimate moves, from where the salary stands', async () => {
    const link = await mountTool('estimate');
    await ask(link, { salary: '5,040,000' });
    expect(slider(link).value).to.equal('5000000');
    expect(slider(link).getAttribute('aria-valuetext')).to.include('5,040,000円');
    slideTo(link, 8_000_000);
    await link.updateComplete;
    const { limit } = estimateLimit({ salary: 8_000_000, family: 'dual', year: 2026 });
    expect(words(link, 'limit')).to.deep.equal([yen(limit!)]);
    expect(control(link, 'salary').value).to.equal('8,000,000');
    expect(slider(link).getAttribute('aria-valuetext')).to.equal(`年収8,000,000円、目安${yen(limit!)}`);
    expect(slider(link).labels![0]!.textContent).to.include('年収を動かして');
  });

  it('moves by the arrow keys, and says its own position alone', async () => {
    const link = await mountTool('estimate');
    await ask(link);
    const before = told(link, 'estimate');
    slider(link).focus();
    await sendKeys({ press: 'ArrowRight' });
    await until('the step', () => slider(link).getAttribute('aria-valuetext')!.startsWith('年収5,100,000円'));
    expect(told(link, 'estimate')).to.equal(before);
    expect(link.shadowRoot!.activeElement).to.equal(slider(link));
  });

  it('never lowers the estimate on its way up', async () => {
    const link = await mountTool('estimate');
    await ask(link, { spouse: 'couple', children: 'univ_hs' });
    let before = 0;
    for (
      let salary = Number(slider(link).min);
      salary <= Number(slider(link).max);
      salary += Number(slider(link).step)
    ) {
      slideTo(link, salary);
      await link.updateComplete;
      const now = Number(words(link, 'limit')[0]!.replace(/\D/g, ''));
      expect(now, `${salary}`).to.be.at.least(before);
      before = now;
    }
    expect(before).to.be.greaterThan(100_000);
  });

  it('stands at its end for a salary beyond it', async () => {
    const link = await mountTool('estimate');
    await ask(link, { salary: '１００００万円' });
    expect(slider(link).value).to.equal(slider(link).max);
    expect(slider(link).getAttribute('aria-valuetext')).to.include('100,000,000円');
  });
});

describe('what is typed', () => {
  it('stays in the page: nothing is sent, kept, put into the address or told to the page', async () => {
    const link = await mountTool('estimate');
    const seen: string[] = [];
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      seen.push(`storage ${key} ${value}`);
      setItem.call(this, key, value);
    };
    const realFetch = window.fetch;
    window.fetch = (...request) => {
      seen.push(`fetch ${request[0]}`);
      return realFetch(...request);
    };
    const events = ['kankei-error', 'input', 'change', 'submit'];
    const note = ({ type, composed, target }: Event) => {
      if (target !== link || composed === false) seen.push(`event ${type}`);
    };
    for (const name of events) document.addEventListener(name, note);
    const { href } = location;
    const cookies = document.cookie;
    const resources = () => performance.getEntriesByType('resource').map(({ name }) => name);
    const before = new Set(resources());
    try {
      await ask(link, { salary: '7654321' });
      slideTo(link, 8_000_000);
      await link.updateComplete;
    } finally {
      Storage.prototype.setItem = setItem;
      window.fetch = realFetch;
      for (const name of events) document.removeEventListener(name, note);
    }
    expect(seen).to.deep.equal([]);
    expect([location.href, document.cookie]).to.deep.equal([href, cookies]);
    expect(resources().filter((name) => !before.has(name) && /7654321|8,?000,?000/.test(name))).to.deep.equal([]);
    expect(link.outerHTML).not.to.include('7654321');
  });
});

describe('by keyboard alone', () => {
  it('one comes to an estimate', async () => {
    const link = await mountTool('estimate');
    control(link, 'salary').focus();
    // No digit twice in a row: WebKit's driver types such as one.
    await sendKeys({ type: '5040302' });
    control(link, 'spouse', 'dual').focus();
    await sendKeys({ press: ' ' });
    control(link, 'salary').focus();
    await sendKeys({ press: 'Enter' });
    await until('the result', () => all(link, 'limit').length);
    const { limit } = estimateLimit({ salary: 5_040_302, family: 'dual', year: 2026 });
    expect(words(link, 'limit')).to.deep.equal([yen(limit!)]);
  });
});
