import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { onPaper } from './card-support.ts';
import { control, donate, mountTool, setClock, told } from './furusato-tools-support.ts';
import { all, isVisible, one, until, words } from './support.ts';

const key = 'kankei-one-stop';
const standing = (link: Element) => words(link, 'standing')[0]!;
const six = ['むすび野町', '飛騨市', '能登町', '大館市', '西条市', '鶴岡市'];

async function chooseYear(link: Awaited<ReturnType<typeof mountTool>>, year: number): Promise<void> {
  const select = control(link, 'donationYear');
  select.value = String(year);
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await link.updateComplete;
}

describe('the help with the one-stop exception', () => {
  it('counts towns, several donations to one as one, however its name was typed', async () => {
    const link = await mountTool('one-stop');
    expect(standing(link)).to.include('0か所（あと5か所まで）');
    await donate(link, 'むすび野町', 'A町', ' Ａ町　', 'むすび野町');
    expect(all(link, 'donation')).to.have.length(4);
    expect(standing(link)).to.include('2か所（あと3か所まで）');
    await donate(link, ...six.slice(1, 4));
    expect(standing(link)).to.include('5か所（これで上限の5か所です）');
    expect(all(link, 'void')).to.have.length(0);
  });

  it('says that a sixth town makes it void for all of them', async () => {
    const link = await mountTool('one-stop');
    await donate(link, ...six);
    expect(standing(link)).to.include('6か所（5か所を超えました）');
    expect(words(link, 'void')[0]).to.include('使えません').and.to.include('すべての寄付を、確定申告に');
    expect(told(link, 'one-stop')).to.include('使えません');
    all(link, 'remove')[5]!.click();
    await link.updateComplete;
    expect(all(link, 'void')).to.have.length(0);
  });

  for (const [now, year, text] of [
    ['2026-11-22T12:00:00+09:00', undefined, '2027年1月10日（日）必着（あと49日）'],
    ['2027-01-10T23:59:59+09:00', undefined, '2027年1月10日（日）必着（きょうが期限です）'],
    ['2027-01-11T00:00:00+09:00', undefined, '2028年1月10日（月）必着（あと364日）'],
    ['2027-01-11T00:00:00+09:00', 2026, '2027年1月10日（日）必着（期限を過ぎました）'],
  ] as const)
    it(`counts the days to the deadline at ${now} for ${year ?? 'the year in question'}`, async () => {
      setClock(now);
      const link = await mountTool('one-stop');
      if (year) await chooseYear(link, year);
      expect(standing(link)).to.include(text);
      expect(standing(link).includes('確定申告をすれば')).to.equal(year !== undefined);
    });

  it('counts the applications that were not sent yet, one for every donation', async () => {
    const link = await mountTool('one-stop');
    await donate(link, '飛騨市', '飛騨市');
    expect(standing(link)).to.include('まだ送っていない申請書が2件');
    for (const box of one(link, 'donations').querySelectorAll('input')) box.click();
    await link.updateComplete;
    expect(standing(link)).to.include('すべて送りました');
  });

  it('says what voids it, and that it is void as soon as that is the case', async () => {
    const link = await mountTool('one-stop');
    expect(words(link, 'voids')[0]).to.include('確定申告をする').and.to.include('給与が2,000万円を超える');
    for (const name of ['filesReturn', 'highSalary']) {
      control(link, name).click();
      await link.updateComplete;
      expect(all(link, 'void'), name).to.have.length(1);
      control(link, name).click();
      await link.updateComplete;
      expect(all(link, 'void'), name).to.have.length(0);
    }
  });

  it('takes a town by Enter and stays there for the next; what is no name it does not take', async () => {
    const link = await mountTool('one-stop');
    const town = control(link, 'donatedTown');
    town.focus();
    await sendKeys({ type: 'Musubino' });
    await sendKeys({ press: 'Enter' });
    await until('the donation', () => all(link, 'donation').length);
    expect(town.value).to.equal('');
    expect(link.shadowRoot!.activeElement).to.equal(town);
    expect(told(link, 'one-stop')).to.include('「Musubino」を書き加えました');
    for (const [name, fault] of [
      ['　', '名前を入力してください'],
      ['町'.repeat(61), '長すぎます'],
    ] as const) {
      await donate(link, name);
      expect(words(link, 'fault')[0]).to.include(fault);
      expect(town.getAttribute('aria-invalid')).to.equal('true');
      expect(all(link, 'donation')).to.have.length(1);
    }
    await donate(link, '飛騨市');
    expect(all(link, 'fault')).to.have.length(0);
  });

  it('moves on to what is left when a donation is removed', async () => {
    const link = await mountTool('one-stop');
    await donate(link, '飛騨市', '能登町');
    const focused = () => link.shadowRoot!.activeElement as HTMLElement;
    all(link, 'remove')[1]!.click();
    await until('the one before', () => focused() === all(link, 'remove')[0]);
    expect(focused().getAttribute('aria-label')).to.equal('「飛騨市」を消す');
    all(link, 'remove')[0]!.click();
    await until('the field', () => focused() === control(link, 'donatedTown'));
    expect(told(link, 'one-stop')).to.include('「飛騨市」を消しました');
  });

  it('speaks English', async () => {
    const link = await mountTool('one-stop', 'en');
    await donate(link, 'Hida', 'Noto', 'Hida');
    expect(standing(link)).to.include('2 (3 more possible)').and.to.include('3 applications not sent yet');
    // Towns' names and the Japanese terms to look for stay as they are.
    const text = one(link, 'one-stop').textContent!.replaceAll(/ワンストップ特例|申告特例申請書/g, '');
    expect(text).not.to.match(/[ぁ-ん]/);
  });
});

describe('what is noted down', () => {
  it('is kept nowhere unless somebody asks for it', async () => {
    const link = await mountTool('one-stop');
    await donate(link, '飛騨市');
    control(link, 'filesReturn').click();
    await link.updateComplete;
    expect(localStorage.getItem(key)).to.equal(null);
    expect(JSON.stringify(sessionStorage)).not.to.include('飛騨市');
    expect(all(await mountTool('one-stop'), 'donation')).to.have.length(0);
  });

  it('stands there again where it was asked for, with what came after', async () => {
    const link = await mountTool('one-stop');
    await donate(link, '飛騨市');
    control(link, 'keep').click();
    await link.updateComplete;
    expect(told(link, 'one-stop')).to.include('残しました');
    await donate(link, '能登町');
    one(link, 'donations').querySelector('input')!.click();
    control(link, 'highSalary').click();
    link.remove();
    const later = await mountTool('one-stop');
    expect(
      [...later.shadowRoot!.querySelectorAll('[part="donation"] .town')].map((one) => one.textContent),
    ).to.deep.equal(['飛騨市', '能登町']);
    expect(standing(later)).to.include('まだ送っていない申請書が1件');
    expect(control(later, 'keep').checked).to.equal(true);
    expect(control(later, 'highSalary').checked).to.equal(true);
  });

  it('of a year before is shown as that year’s, and over', async () => {
    const link = await mountTool('one-stop');
    await donate(link, '飛騨市');
    control(link, 'keep').click();
    setClock('2028-03-01T12:00:00+09:00');
    const later = await mountTool('one-stop');
    expect(control(later, 'donationYear').value).to.equal('2026');
    expect(standing(later)).to.include('期限を過ぎました');
  });

  it('is no longer kept when the choice is taken back, and stays in the page', async () => {
    const link = await mountTool('one-stop');
    await donate(link, '飛騨市');
    control(link, 'keep').click();
    control(link, 'keep').click();
    await link.updateComplete;
    expect(localStorage.getItem(key)).to.equal(null);
    expect(all(link, 'donation')).to.have.length(1);
    expect(told(link, 'one-stop')).to.include('このブラウザーに残していた内容を消しました');
  });

  it('goes with one press, from the page and from the browser', async () => {
    const link = await mountTool('one-stop');
    await donate(link, '飛騨市', '能登町');
    control(link, 'keep').click();
    one(link, 'forget').click();
    await until('what is said', () => told(link, 'one-stop').includes('すべて消しました'));
    expect(localStorage.getItem(key)).to.equal(null);
    expect(all(link, 'donation')).to.have.length(0);
    expect(control(link, 'keep').checked).to.equal(false);
    await until('the focus', () => link.shadowRoot!.activeElement === one(link, 'said'));
    expect(all(await mountTool('one-stop'), 'donation')).to.have.length(0);
  });

  it('is said not to be kept where storage is blocked or full', async () => {
    const { getItem, setItem, removeItem } = Storage.prototype;
    const block = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    Object.assign(Storage.prototype, { getItem: block, setItem: block, removeItem: block });
    try {
      const link = await mountTool('one-stop');
      await donate(link, '飛騨市');
      control(link, 'keep').click();
      await until('what is said', () => told(link, 'one-stop').includes('残せませんでした'));
      expect(control(link, 'keep').checked).to.equal(false);
      expect(all(link, 'donation')).to.have.length(1);
      one(link, 'forget').click();
      await until('nothing', () => !all(link, 'donation').length);
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem, removeItem });
    }
  });

  it('is no longer said to be kept when storage becomes full', async () => {
    const link = await mountTool('one-stop');
    await donate(link, '飛騨市');
    control(link, 'keep').click();
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await donate(link, '能登町');
    } finally {
      Storage.prototype.setItem = setItem;
    }
    expect(told(link, 'one-stop')).to.include('残せませんでした');
    expect(control(link, 'keep').checked).to.equal(false);
    expect(localStorage.getItem(key)).to.equal(null);
  });

  for (const junk of [
    'no JSON',
    'null',
    '[]',
    '"2026"',
    '{"year":"2026","donations":[]}',
    '{"year":2026,"donations":{"length":1}}',
    '{"year":2026.5,"donations":[]}',
  ])
    it(`begins anew where something else is kept: ${junk}`, async () => {
      localStorage.setItem(key, junk);
      const link = await mountTool('one-stop');
      expect(all(link, 'donation')).to.have.length(0);
      expect(control(link, 'keep').checked).to.equal(false);
      expect(control(link, 'donationYear').value).to.equal('2026');
    });

  it('leaves out what is no donation, and takes no more than can be noted down', async () => {
    const donations = [null, 3, { town: '' }, { town: {} }, { town: '<b>飛騨市</b>', applied: 'yes' }];
    const kept = { year: 2026, donations: [...donations, ...Array.from({ length: 200 }, () => ({ town: 'A' }))] };
    localStorage.setItem(key, JSON.stringify(kept));
    const link = await mountTool('one-stop');
    expect(all(link, 'donation')).to.have.length(100);
    expect(all(link, 'donation')[0]!.textContent).to.include('<b>飛騨市</b>');
    expect(standing(link)).to.include('100件');
    await donate(link, '能登町');
    expect(words(link, 'fault')[0]).to.include('これ以上は');
  });
});

describe('the checklist', () => {
  it('is printed with what is to be done for each donation, and room for as many towns as are left', async () => {
    const link = await mountTool('one-stop');
    await donate(link, '飛騨市', '能登町');
    const steps = () => [...one(link, 'donations').querySelectorAll('.steps')].filter(isVisible);
    expect(steps()).to.have.length(0);
    const back = onPaper(link);
    try {
      expect(steps()).to.have.length(5);
      expect(steps()[0]!.textContent).to.include('☐ 申請書').and.to.include('マイナンバー');
      for (const control of one(link, 'one-stop').querySelectorAll('button, [name="donatedTown"], [name="keep"]'))
        expect(isVisible(control), control.outerHTML).to.equal(false);
      expect(isVisible(one(link, 'standing'))).to.equal(true);
    } finally {
      back();
    }
  });

  it('is printed by the browser’s own way, without the rest of the tag', async function () {
    if (!CSS.supports('selector(:has(a))')) this.skip();
    const { print } = window;
    const link = await mountTool('one-stop');
    const seen: boolean[][] = [];
    window.print = () => {
      const back = onPaper(link);
      seen.push([one(link, 'title'), one(link, 'donate'), one(link, 'standing')].map(isVisible));
      back();
    };
    try {
      one(link, 'print').click();
    } finally {
      window.print = print;
    }
    dispatchEvent(new Event('afterprint'));
    const back = onPaper(link);
    seen.push([one(link, 'title'), one(link, 'standing')].map(isVisible));
    back();
    expect(seen).to.deep.equal([
      [false, false, true],
      [true, true],
    ]);
  });
});
