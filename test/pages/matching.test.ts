import { expect } from '@open-wc/testing';
import { fetched, isUnharmed, open, partsOf, type, until, wait, widget } from './support.ts';

const part = (name: string) => partsOf(widget('kankei-matching-form'), name)[0];
const control = (name: string, value?: string) =>
  widget('kankei-matching-form')?.shadowRoot?.querySelector<HTMLInputElement>(
    `[name="${name}"]${value ? `[value="${value}"]` : ''}`,
  );

/** Types into a field where it is asked. */
function answer(name: string, text: string): void {
  const field = control(name);
  if (field) type(field, text);
}

/** Tells what is needed, up to the last look. */
async function tellNeed(): Promise<void> {
  const answers = { what: '柿の収穫と箱づめ', when: '11月の土曜か日曜', name: '畑中 実', email: 'minoru@example.jp' };
  for (let screen = 0; screen < 9 && !part('review'); screen++) {
    control('reach', 'email')?.click();
    if (control('reach')) await until('the address', () => control('email'));
    control('privacy')?.click();
    for (const [name, text] of Object.entries(answers)) answer(name, text);
    const before = part('progress')?.textContent;
    part('submit')!.click();
    await until('what follows', () => part('review') || part('progress')?.textContent !== before);
  }
}

afterEach(() => sessionStorage.clear());

it('suggests programs with reasons on a page with a strict policy, from another origin, and opens them in its list', async () => {
  await open('/hosts/matching.html');
  (await until('the questions', () => control('themes', 'farming'))).click();
  const suggestion = await until('a suggestion', () => part('suggestion'));
  expect(suggestion.querySelector('[part="reasons"]')!.textContent).to.include('「畑や田んぼ」に関われます');
  // From then on a list follows the page's address.
  await until('what keeps the list up', () => fetched().some(({ pathname }) => pathname.endsWith('/upkeep.js')));
  await wait(500);
  const title = part('suggestion-title')!.textContent!.trim();
  part('open')!.click();
  const heading = () => partsOf(widget('kankei-program-list'), 'heading')[0];
  await until('the program', () => heading()?.textContent?.trim() === title);
  isUnharmed();
});

it('works from a town’s own files: the browser ranks, and what one answers goes nowhere', async () => {
  await open('/hosts/matching-files.html');
  (await until('the questions', () => control('themes', 'culture'))).click();
  // What the file holds is over one day: then nothing suits, and that is said.
  await until('an answer', () => /あります|見つかりません/.test(part('status')?.textContent ?? ''));
  expect(part('interest')).to.equal(undefined);
  const sent = fetched().filter(
    ({ pathname, origin, search }) => /\/v1\//.test(pathname) || origin !== location.origin || search,
  );
  expect(sent.map(String)).to.deep.equal([]);
  isUnharmed();
});

it('lets who looks for what suits ask a coordinator on a page with a strict policy, and says what happens next', async () => {
  await open('/hosts/matching.html');
  (await until('the questions', () => control('themes', 'farming'))).click();
  (await until('the button', () => part('enquire'))).click();
  await until('the form', () => control('email'));
  answer('name', '山田 花子');
  answer('email', 'hana@example.jp');
  control('privacy')!.click();
  part('submit')!.click();
  const review = await until('the last look', () => part('review'));
  expect(review.textContent).to.include('畑や田んぼ');
  part('submit')!.click();
  const done = await until('the end', () => part('done'));
  expect(done.textContent).to.include('hana@example.jp に、お預かりした内容をお送りしました');
  isUnharmed();
});

it('takes in what a resident needs on a page with a strict policy, with a proof of work, and says what happens next', async () => {
  await open('/hosts/matching-host.html');
  await until('the form', () => control('what'));
  await tellNeed();
  part('submit')!.click();
  const done = await until('the end', () => part('done'));
  expect(done.textContent).to.include('minoru@example.jp に、受け取った内容をお送りしました');
  isUnharmed();
});

it('makes a mail of what a resident needs where a town has files alone, and offers nothing that files cannot take', async () => {
  await open('/examples/matching-static-files/');
  (await until('the questions', () => control('themes', 'farming'))).click();
  await until('a suggestion', () => part('suggestion'));
  expect(part('interest')).to.equal(undefined);
  expect(part('enquire')).not.to.equal(undefined);
  await open('/examples/matching-static-files/need/');
  await until('the form', () => control('what'));
  await tellNeed();
  part('submit')!.click();
  const mail = await until('the mail', () =>
    widget('kankei-matching-form')?.shadowRoot?.querySelector<HTMLAnchorElement>('a.button[href^="mailto:"]'),
  );
  expect(decodeURIComponent(mail.href)).to.match(
    /^mailto:tsunagari@musubino\.example\?.*手伝ってほしいこと：柿の収穫と箱づめ/s,
  );
});
