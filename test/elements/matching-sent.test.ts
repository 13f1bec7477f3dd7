import type { Backend, SendOptions, Taken } from '@kankei/client';
import { type Enquiry, makeProblem, type Need, needFields, ProblemError } from '@kankei/core';
import type { KankeiMatchingForm } from '@kankei/elements/matching-form';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  asking,
  askingBoth,
  both,
  chooseTown,
  code,
  control,
  fixtureMatching,
  goOn,
  mount,
  neighbour,
  openEnquiry,
  openMatching,
  send,
  suggested,
  tellEnquiry,
  tellNeed,
  tick,
  type,
} from './matching-support.ts';
import { all, isIn, one, showsFallback, until, words } from './support.ts';

// A window may serve several files of tests, one after the other.
beforeEach(() => sessionStorage.clear());

const host = { side: 'host' } as const;
const focused = (form: Element) => form.shadowRoot!.activeElement as HTMLElement | null;
/** What has the focus, by its part or name: an element that is not the right one would be told of at length. */
const at = (form: Element) => focused(form)?.getAttribute('part') ?? focused(form)?.getAttribute('name');
const sentIn = (taken: Taken[]) => taken.map((one) => ('sent' in one ? one.sent : undefined));
const namesIn = (form: Element) => [
  ...new Set([...form.shadowRoot!.querySelectorAll<HTMLInputElement>('form [part] [name]')].map(({ name }) => name)),
];
const answersIn = (form: Element) =>
  Object.fromEntries(
    [...one(form, 'review').querySelectorAll('dl > div')].map((row) => [
      row.querySelector('dt')!.textContent!.trim(),
      row.querySelector('dd')!.textContent!.trim(),
    ]),
  );

describe('a resident who needs help', () => {
  it('is asked everything that is asked, screen by screen, and is told what happens next', async () => {
    const { backend, taken } = asking(openMatching);
    const form = await mount(backend, { ...host, source: 'leaflet' });
    const told: string[] = [];
    form.addEventListener('kankei-need-complete', ({ town, source }) => void told.push(town, source));
    const seen: string[] = [];
    const screens = Number(one(form, 'progress').querySelector('progress')!.max);
    expect(screens).to.equal(6);
    one(form, 'submit').click();
    // What is wrong is said before one goes on.
    await until('the summary', () => focused(form) === all(form, 'summary')[0]);
    expect(words(form, 'fault')).to.deep.equal(['手伝ってほしいことを入力してください。']);
    one(form, 'summary').querySelector('a')!.click();
    await until('the field', () => focused(form) === control(form, 'what'));
    const answer = new MutationObserver(() => seen.push(...namesIn(form)));
    answer.observe(form.shadowRoot!, { childList: true, subtree: true, attributes: true });
    seen.push(...namesIn(form));
    await tellNeed(form);
    answer.disconnect();
    // The list that the server's page is made of, too.
    const asked = needFields(openMatching).map(({ name }) => name);
    expect([...new Set(seen)].sort()).to.deep.equal(asked.filter((name) => name !== 'tel').sort());
    expect(at(form)).to.equal('heading');
    expect(answersIn(form)).to.include({
      手伝ってほしいこと: '柿の収穫と箱づめ',
      来てほしい人数: '5',
      連絡の方法: 'メール',
    });
    expect(taken).to.deep.equal([]);
    await send(form);
    expect(sentIn(taken)).to.have.length(1);
    const { elapsed, ...sent } = sentIn(taken)[0] as Need;
    expect(elapsed).to.be.greaterThan(0);
    expect(sent).to.deep.equal({
      answers: {
        what: '柿の収穫と箱づめ',
        when: '11月の土曜か日曜',
        people: 5,
        thanks: 'とれたての柿',
        name: '畑中 実',
        reach: 'email',
        email: 'minoru@example.jp',
        privacy: true,
      },
      language: 'ja',
      noticeVersion: openMatching.notice!.version,
      source: 'leaflet',
    });
    expect(told).to.deep.equal([code, 'leaflet']);
    expect(at(form)).to.equal('heading');
    expect(words(form, 'done')[0]).to.include('minoru@example.jp に、受け取った内容をお送りしました');
    expect(sessionStorage.length).to.equal(0);
    one(form, 'back').click();
    await until('the first screen', () => words(form, 'progress')[0] === '質問 1／6');
    expect(control(form, 'what').value).to.equal('');
  });

  it('goes all the way by keys alone', async () => {
    const { backend, taken } = asking(openMatching);
    const form = await mount(backend, host);
    const tabTo = async (goal: () => Element | undefined | null) => {
      for (let presses = 0; presses < 15 && focused(form) !== goal(); presses++) await sendKeys({ press: 'Tab' });
      expect(focused(form) === goal(), `Tab came to ${at(form)}`).to.equal(true);
    };
    const next = async () => {
      const before = words(form, 'progress')[0];
      await tabTo(() => one(form, 'submit'));
      await sendKeys({ press: 'Enter' });
      const isOver = () => words(form, 'progress')[0] !== before || all(form, 'summary').length > 0;
      await until(`what follows ${before}`, isOver);
      expect(words(form, 'fault')).to.deep.equal([]);
    };
    control(form, 'what').focus();
    await sendKeys({ type: 'kaki' });
    await next();
    expect(at(form)).to.equal('progress');
    await tabTo(() => control(form, 'when'));
    await sendKeys({ type: 'asa' });
    // Enter in a field goes on, too.
    await sendKeys({ press: 'Enter' });
    await until('the third', () => words(form, 'progress')[0] === '質問 3／6');
    for (let screen = 3; screen < 6; screen++) await next();
    await tabTo(() => control(form, 'name'));
    await sendKeys({ type: 'Minoru' });
    await tabTo(() => control(form, 'reach', 'tel'));
    await sendKeys({ press: ' ' });
    await until('the number', () => control(form, 'tel'));
    await tabTo(() => control(form, 'tel'));
    // No sign twice in a row: WebKit's driver types it once.
    await sendKeys({ type: '0584321670' });
    await tabTo(() => control(form, 'privacy'));
    await sendKeys({ press: ' ' });
    await next();
    expect(at(form)).to.equal('heading');
    await tabTo(() => one(form, 'submit'));
    await sendKeys({ press: 'Enter' });
    await until('the end', () => all(form, 'done').length);
    expect((sentIn(taken)[0] as Need).answers).to.include({ what: 'kaki', when: 'asa', tel: '0584321670' });
    expect(words(form, 'done')[0]).to.include('0584321670 にお電話します');
  }).timeout(20_000);

  it('keeps what was typed through a reload, a failure, and what the server finds wrong, and counts once', async () => {
    const { backend, taken } = asking(openMatching);
    const sendings: SendOptions[] = [];
    const answers: (() => Promise<never>)[] = [
      () => Promise.reject(new ProblemError(makeProblem('network'))),
      () =>
        Promise.reject(
          new ProblemError(makeProblem('invalid-body', { errors: [{ name: 'answers.what', reason: 'too-long' }] })),
        ),
    ];
    const flaky: Backend = {
      ...backend,
      sendNeed(town, need, options) {
        sendings.push(options);
        return answers.shift()?.() ?? backend.sendNeed(town, need, options);
      },
    };
    const before = await mount(flaky, host);
    type(before, 'what', '柿の収穫');
    before.remove();
    const form = await mount(flaky, host);
    expect(control(form, 'what').value).to.equal('柿の収穫');
    await until('the offer', () => all(form, 'discard').length);
    await tellNeed(form);
    await send(form);
    expect(words(form, 'problem')[0]).to.include('入力した内容は残っています');
    expect(at(form)).to.equal('heading');
    one(form, 'submit').click();
    // What is wrong on another screen is shown there.
    await until('the fault', () => words(form, 'fault')[0]?.includes('1,000文字まで'));
    expect(words(form, 'progress')).to.deep.equal(['質問 1／6']);
    expect(at(form)).to.equal('summary');
    await tellNeed(form);
    await send(form);
    expect(sentIn(taken)).to.have.length(1);
    const keys = sendings.map(({ key }) => key);
    expect([keys[0] === keys[1], keys[1] === keys[2]]).to.deep.equal([true, false]);
  });

  it('goes on all at once where the page says so, and on a shared computer leaves nothing behind', async () => {
    const form = await mount(asking(openMatching).backend, { ...host, layout: 'all' });
    expect(all(form, 'progress').length).to.equal(0);
    one(form, 'shared').click();
    type(form, 'what', '柿の収穫');
    expect(sessionStorage.length).to.equal(0);
    await tellNeed(form);
    expect(all(form, 'review').length).to.equal(1);
    all(form, 'change')[1]!.click();
    await until('the field', () => focused(form) === control(form, 'when'));
  });

  it('is led to the town’s own form or mail, and nowhere where none is taken', async () => {
    const at = async (delivery: NonNullable<typeof openMatching.delivery>) =>
      mount(asking({ ...openMatching, delivery }).backend, host);
    const elsewhere = await at({ form: 'https://form.example/need' });
    expect((one(elsewhere, 'link') as HTMLAnchorElement).href).to.equal('https://musubino.example/privacy/');
    expect(all(elsewhere, 'link').map((link) => (link as HTMLAnchorElement).href)).to.include(
      'https://form.example/need',
    );
    expect(all(elsewhere, 'form').length).to.equal(0);
    const mailed = await at({ mail: 'tsunagari@musubino.example' });
    await tellNeed(mailed);
    one(mailed, 'submit').click();
    const link = await until('the mail', () => all(mailed, 'link').find((one) => one.matches('.button')));
    const mail = decodeURIComponent((link as HTMLAnchorElement).href);
    expect(mail).to.include('mailto:tsunagari@musubino.example').and.include('手伝ってほしいこと：柿の収穫と箱づめ');
    const closed = await mount(asking(fixtureMatching).backend, host);
    expect([isIn(closed, 'empty'), showsFallback(closed)]).to.deep.equal([true, true]);
    expect(words(closed, 'closed')).to.deep.equal(['いまは、ここからお手伝いを頼めません。']);
  });

  it('chooses among several towns, and takes along what both ask', async () => {
    const { backend, taken } = askingBoth();
    const form = await mount(backend, { ...host, town: both });
    expect(all(form, 'form').length).to.equal(0);
    chooseTown(form, code);
    await until('the form', () => all(form, 'form').length);
    type(form, 'what', '柿の収穫');
    chooseTown(form, neighbour.code);
    await until('the other form', () => control(form, 'what')?.value === '柿の収穫');
    await tellNeed(form);
    expect(one(form, 'notice').textContent).to.include('千代田区');
    await send(form);
    expect(taken).to.have.length(1);
    expect(taken[0]).to.deep.include({ what: 'need', town: neighbour.code });
  });
});

describe('who would like a coordinator to write back', () => {
  const opened = async (backend: Backend, more: Partial<KankeiMatchingForm> = {}) => {
    const form = await mount(backend, { layout: 'all', ...more });
    await openEnquiry(form);
    return form;
  };

  it('sees the answers as they will be sent, leaves out what they like, and goes back to what suits', async () => {
    const { backend, taken } = asking(openMatching);
    const form = await mount(backend, { layout: 'all', source: 'home' });
    const told: string[] = [];
    form.addEventListener('kankei-enquiry-complete', ({ town, source }) => void told.push(town, source));
    type(form, 'boots', '25');
    type(form, 'words', 'ひみつのこと');
    await openEnquiry(form);
    const choices = [...one(form, 'profile').querySelectorAll('label')];
    expect(choices.map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'どんなことに心がひかれますか畑や田んぼ',
      '参加しやすい曜日土曜日',
      'ほかにあれば、自由に書いてくださいひみつのこと',
    ]);
    // What the town asks of its own has no part in a profile, and comes along as it was answered.
    expect(control(form, 'boots').value).to.equal('25');
    choices[2]!.click();
    await tellEnquiry(form);
    expect(answersIn(form)).to.include({ 参加しやすい曜日: '土曜日', 長ぐつの大きさ: '25' });
    expect(one(form, 'review').textContent).not.to.include('ひみつ');
    await send(form);
    const { answers, profile } = sentIn(taken)[0] as Enquiry;
    expect(profile).to.deep.equal({ themes: ['farming'], weekdays: ['sat'] });
    expect(answers).to.deep.equal({ name: '山田 花子', email: 'hana@example.jp', boots: '25', privacy: true });
    expect(told).to.deep.equal([code, 'home']);
    expect(words(form, 'done')[0]).to.include('つながり係 野上が読んで、メールでお返事します。');
    one(form, 'leave').click();
    await until('what suits', () => focused(form) === one(form, 'heading'));
    expect(control(form, 'themes', 'farming').checked).to.equal(true);
    expect(control(form, 'words').value).to.equal('ひみつのこと');
  });

  it('is sent anew what was changed beside the answers, and the same where nothing was', async () => {
    const sendings: [string, Enquiry][] = [];
    const { backend } = asking(openMatching);
    const form = await opened({
      ...backend,
      enquire(_, enquiry, { key }) {
        sendings.push([key, enquiry]);
        return Promise.reject(new ProblemError(makeProblem('network')));
      },
    });
    await tellEnquiry(form);
    await send(form);
    one(form, 'back').click();
    await until('the form', () => all(form, 'profile').length);
    await tellEnquiry(form);
    await send(form);
    one(form, 'back').click();
    (await until('the answers', () => all(form, 'profile')[0])).querySelector('input')!.click();
    await tellEnquiry(form);
    await send(form);
    const [first, second, third] = sendings.map(([key]) => key);
    expect([first === second, second === third]).to.deep.equal([true, false]);
    expect(sendings.map(([, { profile }]) => Object.keys(profile!))).to.deep.equal([
      ['themes', 'weekdays'],
      ['themes', 'weekdays'],
      ['weekdays'],
    ]);
  });

  it('chooses which of several towns sees what: each its own questions, and no other’s answers', async () => {
    const { backend, taken, questions } = askingBoth();
    const form = await mount(backend, { layout: 'all', town: both });
    // Either town's own questions, also where they share a name; the usual ones once, with what either offers.
    expect(words(form, 'group-heading')).to.include('むすび野町からの質問').and.include('千代田区からの質問');
    expect(!!control(form, 'themes', '写真')).to.equal(true);
    expect(namesIn(form).filter((name) => name === 'words' || name.startsWith('boots'))).to.deep.equal([
      'words',
      `bootsT${code}`,
      `bootsT${neighbour.code}`,
    ]);
    type(form, `bootsT${code}`, '25');
    tick(form, `bootsT${neighbour.code}`, 'yes');
    await openEnquiry(form);
    expect(questions.at(-1)!.profile).to.deep.equal({ themes: ['farming'], weekdays: ['sat'] });
    expect(all(form, 'form').length).to.equal(0);
    chooseTown(form, code);
    await until('its form', () => control(form, 'boots'));
    expect(control(form, 'boots').value).to.equal('25');
    one(form, 'profile').querySelectorAll('input')[1]!.click();
    await tellEnquiry(form);
    await send(form);
    one(form, 'another').click();
    await until('the choice', () => all(form, 'town').length);
    chooseTown(form, neighbour.code);
    await until('the other form', () => control(form, 'boots', 'yes'));
    expect(control(form, 'boots', 'yes').checked).to.equal(true);
    // Who one is need not be typed twice.
    expect(control(form, 'email').value).to.equal('hana@example.jp');
    expect([...one(form, 'profile').querySelectorAll('input')].every(({ checked }) => checked)).to.equal(true);
    control(form, 'privacy').click();
    await goOn(form);
    await send(form);
    expect(taken.map((one) => one.town)).to.deep.equal([code, neighbour.code]);
    const [first, second] = sentIn(taken) as Enquiry[];
    expect([first!.answers.boots, second!.answers.boots]).to.deep.equal(['25', 'yes']);
    expect([first!.profile, second!.profile]).to.deep.equal([
      { themes: ['farming'] },
      { themes: ['farming'], weekdays: ['sat'] },
    ]);
    expect([first!.noticeVersion, second!.noticeVersion]).to.deep.equal([openMatching.notice!.version, 'n1']);
  });

  it('is sent to the town’s own address, named for what it is, and promises no mail of ours', async () => {
    const posted: unknown[] = [];
    const { fetch } = window;
    window.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (!request.url.startsWith('https://town.example/')) return fetch(input, init);
      posted.push(await request.json());
      return new Response('thank you');
    };
    try {
      const to = { ...openMatching, delivery: { to: 'https://town.example/in', format: 'json' } as const };
      const form = await opened(asking(to).backend);
      await tellEnquiry(form);
      await send(form);
      expect(words(form, 'done')[0]).to.include('町からの連絡をお待ちください').and.not.to.include('お送りしました');
      const need = await mount(asking(to).backend, host);
      await tellNeed(need);
      await send(need);
    } finally {
      window.fetch = fetch;
    }
    const [enquiry, need] = posted as Record<string, unknown>[];
    expect(enquiry).to.deep.include({ form: 'enquiry', town: code });
    expect(enquiry!.profile).to.deep.equal({ themes: ['farming'], weekdays: ['sat'] });
    expect(need).to.deep.include({ form: 'need', town: code }).and.not.to.have.property('profile');
  });

  it('is not offered where no town takes it in, and a town that cannot be asked takes nothing away', async () => {
    const form = await mount(asking(fixtureMatching).backend, { layout: 'all' });
    tick(form, 'themes', 'farming');
    await suggested(form);
    expect(all(form, 'enquire').length).to.equal(0);
    const { backend } = askingBoth();
    const half = await mount(
      {
        ...backend,
        matching: (town, options) =>
          town === code
            ? Promise.reject(new ProblemError(makeProblem('unavailable')))
            : backend.matching(town, options),
      },
      { layout: 'all', town: both },
    );
    expect([!!control(half, 'themes', '写真'), !!control(half, 'skills')]).to.deep.equal([true, false]);
  });
});
