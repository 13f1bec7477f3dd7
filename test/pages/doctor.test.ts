import { expect } from '@open-wc/testing';
import { type HostWindow, open, page, until } from './support.ts';

/** Opens a page of the town's site so high that all its widgets come, and waits for the script. */
async function visit(path: string): Promise<HostWindow> {
  await open(path, '', 900);
  await until('the script', () => page().Kankei);
  return page();
}

/** The page's server, as its script names it. */
const serverOf = (page: HostWindow) =>
  new URL(page.document.querySelector<HTMLScriptElement>('script[type="module"]')!.src).origin;

describe('the doctor on a page that is broken on purpose', () => {
  it('explains each way in Japanese and in English, shows no secrets, and opens by #kankei-doctor', async () => {
    const page = await visit('/hosts/doctor.html');
    const server = serverOf(page);
    page.document.documentElement.lang = 'ja';
    const ja = await page.Kankei.doctor();
    page.document.documentElement.lang = 'en';
    const en = await page.Kankei.doctor();
    const policy = `connect-src 'self' http://127.0.0.1:9 ${server}`;
    const explained: [japanese: string, english: string][] = [
      ['CSP）の connect-src が', 'CSP) stops'],
      [policy, policy],
      [
        '市区町村コード「213305」は、最後の確認用の数字が合いません',
        '“213305” of <kankei-program-list> (no. 2) has a wrong',
      ],
      ['town="213306"', 'town="213306"'],
      ['town、compact が空か、消えています', 'town, compact of <div data-kankei="furusato-link">'],
      ['data-town="999997" data-compact', 'data-town="999997" data-compact'],
      ['「<kankei-card-check」というタグが、文字として', '“<kankei-card-check” is shown as words'],
      ['<kankei-fanclub-signup> ではありませんか', 'Did you mean <kankei-fanclub-signup>?'],
      ['headinglevel という設定はありません', 'no setting called headinglevel'],
      ['heading-level ではありませんか', 'Did you mean heading-level?'],
      ['同じ id が2か所以上で使われています：menu', 'used more than once: menu'],
      ['代わりのリンクがありません', 'no link inside'],
      ['div.closed の高さで切れています', 'cut off by the height of div.closed'],
      ['サーバーに届きません：http://127.0.0.1:9/', 'cannot be reached: http://127.0.0.1:9/'],
      ['直すところがあり、読めません', 'Something is written wrongly'],
      ['fanclub.title：', 'fanclub.title: '],
      ['type="module" のない script', 'no type="module"'],
      ['違う版が同じページにあります：1.0.0、0.9.0', 'Different versions of kankei are on this page: 1.0.0, 0.9.0'],
      ['背景の色と近すぎます（#cfd8ff と #ffffff', '#cfd8ff on #ffffff'],
      ['matching-form のリンク', 'The link to matching-form'],
    ];
    for (const [japanese, english] of explained) {
      expect(ja).to.include(japanese);
      expect(en).to.include(english);
    }
    for (const text of [ja, en]) expect(text).not.to.match(/SECRET|undefined|\[object/);

    page.location.hash = '#kankei-doctor';
    const host = await until('the panel', () => page.document.querySelector('[data-kankei-doctor]'));
    const dialog = host.shadowRoot!.querySelector('dialog')!;
    expect(dialog.open).to.equal(true);
    expect(dialog.lang).to.equal(page.navigator.language.startsWith('ja') ? 'ja' : 'en');
    expect(dialog.textContent).to.include(policy);
    dialog.querySelector<HTMLElement>('[part="close"]')!.click();
    await until('the page as it was', () => !host.isConnected);
    expect(page.seen.errors).to.deep.equal([]);
  }).timeout(60_000);

  it('explains the page to copy that has six mistakes, one by one', async () => {
    const page = await visit('/examples/doctor/');
    const ja = await page.Kankei.doctor();
    page.document.documentElement.lang = 'en';
    const en = await page.Kankei.doctor();
    for (const [japanese, english] of [
      ['CSP）の img-src が', 'CSP) stops'],
      ['heading-level ではありませんか', 'Did you mean heading-level?'],
      ['「999998」は、最後の確認用の数字が合いません', '“999998” of <kankei-matching-form>'],
      ['data-town="999997" data-compact', 'data-town="999997" data-compact'],
      ['「<kankei-program-list」というタグが、文字として', 'is shown as words'],
      ['town.code：市区町村コードの最後の数字が合いません', 'town.code: the last digit'],
    ] as const) {
      expect(ja).to.include(japanese);
      expect(en).to.include(english);
    }
  }).timeout(30_000);

  it('finds nothing to mend where nothing is wrong, and no policy in its own way', async () => {
    const page = await visit('/hosts/strict-policy.html');
    const text = await page.Kankei.doctor();
    expect(text).to.include('直すところはありません');
    expect(text).to.include('情報が届きました');
    expect(text).not.to.include('CSP');
    expect(page.seen.errors).to.deep.equal([]);
  }).timeout(30_000);

  it('tells which pictures and which names of trusted types a policy leaves out', async () => {
    const page = await visit('/hosts/doctor-policy.html');
    const text = await page.Kankei.doctor();
    expect(text).to.match(/img-src 'self' https?:/);
    if ('trustedTypes' in page) expect(text).to.include('trusted-types town kankei');
    expect(page.seen.errors).to.deep.equal([]);
  }).timeout(30_000);

  it('tells a server that does not let the page read from one that is not there', async function () {
    const page = await visit('/hosts/plain.html');
    const other = new URL('/', page.location.href);
    other.hostname = other.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    // Where the machine's two names lead to the same server, it sends no CORS header to the other.
    if (!(await fetch(other, { mode: 'no-cors' }).catch(() => undefined))) this.skip();
    page.document.querySelector('kankei-program-list')!.setAttribute('endpoint', other.href);
    const text = await page.Kankei.doctor();
    expect(text).to.include('読むことを許していません（CORS）');
    expect(text).to.include(`Access-Control-Allow-Origin: ${page.origin}`);
  }).timeout(30_000);
});
