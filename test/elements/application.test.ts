import { makeProblem, type ProblemCode, ProblemError } from '@kankei/core';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fixtureReport, recruitingTown } from '../fixtures/recruiting.ts';
import {
  applied,
  applying,
  code,
  control,
  fillIn,
  focused,
  opened,
  press,
  recruiting,
  review,
  send,
  submit,
  tick,
  type,
} from './application-support.ts';
import { all, mount, one, open, until, words } from './support.ts';

beforeEach(() => sessionStorage.clear());

const failing = (question: string, fails: () => ProblemCode | undefined) =>
  recruiting(recruitingTown, { fail: (asked) => (asked === question ? fails() : undefined) });

const reached = (list: Element) => all(list, 'problem').length || all(list, 'apply').length;

describe('what an opened program offers', () => {
  for (const [id, way, said] of [
    ['apple', '応募する', '「気になる」を押すと、町に数だけが伝わります。'],
    ['packed', 'キャンセル待ちに応募する', '空きが出たら、応募の早い順に、メールでお知らせします。'],
  ] as const)
    it(`is to apply here: ${id}`, async () => {
      const list = await opened(recruiting().backend, id);
      const button = await until('the way in', () =>
        all(list, 'apply').find(({ localName }) => localName === 'button'),
      );
      expect(button.textContent).to.equal(way);
      expect(words(list, 'tally').join()).to.contain(said);
      expect(all(list, 'apply'), 'one way in leads').to.have.length(1);
    });

  for (const id of ['late', 'off', 'elsewhere', 'open-door', 'parade'])
    it(`is not to apply here where one cannot, or need not: ${id}`, async () => {
      const list = await opened(recruiting().backend, id);
      if (id !== 'off') await until('what else one can do', () => all(list, 'interest').length);
      const inPlace = all(list, 'apply').filter(({ localName }) => localName === 'button');
      expect(inPlace).to.have.length(0);
      const own = all(list, 'apply').map((link) => (link as HTMLAnchorElement).href);
      if (id === 'elsewhere') expect(own).to.deep.equal(['https://musubino.example/apply/']);
    });

  it('is nothing of the kind in a town that takes nothing in, or where the backend knows of none', async () => {
    for (const { backend } of [recruiting({ takes: [] }), failing('recruitment', () => 'not-found')]) {
      const list = await opened(backend);
      await list.updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(all(list, 'interest').length + all(list, 'problem').length).to.equal(0);
      expect(words(list, 'apply')).to.deep.equal(['電話で申し込む・尋ねる']);
      list.remove();
      history.replaceState(null, '', location.pathname);
    }
  });

  it('is told to be over where the backend’s clock is past the deadline', async () => {
    const { backend } = recruiting();
    const list = await opened({
      ...backend,
      recruitment: async (...asked) => ({
        ...(await backend.recruitment(...asked)),
        ...{ state: 'closed', until: '2026-11-21T00:00:00Z', asOf: '2026-11-21T00:00:01Z' },
      }),
    });
    await until('the notice', () => all(list, 'notice').length);
    expect(words(list, 'notice')).to.deep.equal(['受付は終わりました。']);
  });

  it('says why where it cannot be asked, and asks again when told to, or when the connection is back', async () => {
    let fails: ProblemCode | undefined = 'unavailable';
    const { backend } = failing('recruitment', () => fails);
    const list = await opened(backend);
    await until('why', () => all(list, 'problem').length);
    expect(words(list, 'problem').join()).to.match(/応募できるかどうかを.*もう一度お試しください/);
    expect(words(list, 'apply'), 'the program’s own way stays').to.deep.equal(['電話で申し込む・尋ねる']);
    fails = 'network';
    one(list, 'retry').click();
    await until('another reason', () => words(list, 'problem').join().includes('通信'));
    fails = undefined;
    dispatchEvent(new Event('online'));
    await until('the way in', () => !all(list, 'problem').length && reached(list));
    expect(words(list, 'apply')).to.deep.equal(['応募する']);
  });

  it('is to say that it interests one, once, without a word of who it is', async () => {
    const { backend, taken } = recruiting();
    const list = await opened(backend);
    const button = await until('the button', () => all(list, 'interest')[0]);
    button.click();
    button.click();
    await until('what came of it', () => words(list, 'said')[0]);
    expect(words(list, 'said')).to.deep.equal(['「りんごの葉つみ」が気になると、町に伝えました。']);
    button.click();
    expect(taken).to.deep.equal([{ what: 'interest', town: code, program: 'apple' }]);
  });

  it('tells afterwards what was done', async () => {
    const list = await opened(recruiting().backend, 'over');
    await until('the report', () => all(list, 'report').length);
    const [said] = words(list, 'report');
    for (const part of ['10月3日', '14人が参加', '三枚の棚田', fixtureReport.thanks!]) expect(said).to.contain(part);
  });
});

describe('an application', () => {
  it('asks what the town and the program ask, who comes along, and shows the notice above the consent', async () => {
    const list = await applying(recruiting().backend);
    const labels = [...one(list, 'form').querySelectorAll('[part="field"] > :is(label, legend)')].map((label) =>
      label.textContent!.replace(/\s+/g, ' ').trim(),
    );
    expect(labels).to.deep.equal([
      'お名前 ※必須',
      'ふりがな ※任意',
      'メールアドレス ※必須',
      '電話番号 ※任意',
      '参加する人数 ※必須',
      '伝えておきたいこと ※任意',
      'どうやって来ますか ※任意',
      '長靴の大きさ ※必須',
      '上の個人情報の取り扱いに同意する ※必須',
    ]);
    expect(words(list, 'notice').join()).to.contain('むすび野町（企画課）');
    expect(words(list, 'application').join()).to.contain('11月29日（日）9:00〜12:00').and.to.contain('あと3人の空き');
    expect(control(list, 'people').value).to.equal('1');
    type(list, 'people', '2');
    await until('who comes along', () => control(list, 'members'));
  });

  it('is shown as it was understood, and sent just so; then what comes next is said', async () => {
    const { backend, sent } = recruiting();
    const list = await applying(backend);
    fillIn(list);
    type(list, 'people', '２');
    await until('who comes along', () => control(list, 'members'));
    type(list, 'members', '山田 太郎 8歳');
    tick(list, 'coming', 'train');
    await review(list);
    for (const part of [
      '山田 花子',
      'hana@example.jp',
      '列車',
      '24センチ',
      '山田 太郎 8歳',
      'まだ応募は終わっていません',
    ])
      expect(words(list, 'application').join()).to.contain(part);
    const events: Event[] = [];
    list.addEventListener('kankei-application-complete', (event) => events.push(event));
    await send(list);
    expect(sent).to.have.length(1);
    expect(sent[0]!.application).to.deep.include({ language: 'ja', noticeVersion: '2026-11' });
    expect(sent[0]!.application.answers).to.deep.equal({
      name: '山田 花子',
      email: 'hana@example.jp',
      people: 2,
      members: '山田 太郎 8歳',
      coming: 'train',
      boots: '24センチ',
      privacy: true,
    });
    const [done] = words(list, 'done');
    for (const part of ['応募を受け付けました', 'hana@example.jp', '三日のうちに', '企画課 0577-00-0000'])
      expect(done).to.contain(part);
    await until('focus', () => focused(list)?.textContent === '応募を受け付けました');
    expect({ ...events[0] }).to.deep.include({ town: code, program: 'apple', state: 'pending' });
    expect(JSON.stringify({ ...events[0] })).not.to.match(/hana|山田/);
    expect(Object.values({ ...sessionStorage }).join()).not.to.contain('山田');
  });

  it('takes places: the program and its card say how many are left', async () => {
    const list = await applied(recruiting().backend);
    all(list, 'back').at(-1)!.click();
    await until('the program', () => all(list, 'fields').length);
    expect(words(list, 'fields').join()).to.contain('残り2人');
    await until('focus', () => focused(list)?.part.contains('apply'));
    one(list, 'back').click();
    await until('the list', () => !all(list, 'detail').length);
    const card = list.shadowRoot!.querySelector('[data-program$="/apple"]')!.closest('[part~="card"]')!;
    expect(card.textContent).to.contain('残り2人');
  });

  it('for a full program joins the waiting list and says where one stands there', async () => {
    const { backend } = recruiting();
    const before = await applied(backend, 'packed');
    before.remove();
    history.replaceState(null, '', location.pathname);
    const list = await opened(backend, 'packed');
    await until('how many wait', () => words(list, 'tally').join().includes('いま1組が待っています'));
    await press(list);
    expect(words(list, 'application').join()).to.contain('いまは空きがありません');
    fillIn(list);
    await review(list);
    await send(list);
    expect(words(list, 'done').join()).to.contain('キャンセル待ちで受け付けました').and.to.contain('順番は2番目です');
  });

  it('says before sending that there is no room for so many', async () => {
    const list = await applying(recruiting().backend);
    fillIn(list);
    type(list, 'people', '4');
    await until('who comes along', () => control(list, 'members'));
    type(list, 'members', '家族');
    await review(list);
    expect(words(list, 'application').join()).to.contain('4人が入れる空きがない（残り3人）ため');
    await send(list);
    expect(words(list, 'done').join()).to.contain('キャンセル待ちで受け付けました');
  });

  it('names every fault above and under its field, and moves there', async () => {
    const { backend, sent } = recruiting();
    const list = await applying(backend);
    type(list, 'email', 'hana');
    type(list, 'people', '99');
    submit(list).click();
    await until('a summary', () => all(list, 'summary').some((one) => one.querySelector('a')));
    const summary = all(list, 'summary').find((one) => one.querySelector('a'))!;
    expect([...summary.querySelectorAll('a')].map(({ textContent }) => textContent)).to.deep.equal([
      'お名前を入力してください。',
      'メールアドレスに @ がありません。例：hana@example.jp',
      '参加する人数は、5以下にしてください。',
      '長靴の大きさを入力してください。',
      '続けるには「上の個人情報の取り扱いに同意する」にチェックを入れてください。',
    ]);
    await until('focus', () => focused(list) === summary);
    summary.querySelectorAll('a')[1]!.click();
    await until('the field', () => focused(list) === control(list, 'email'));
    expect(sent).to.have.length(0);
  });

  it('loses nothing when sending fails, and tries again as the same application', async () => {
    let fails: ProblemCode | undefined;
    const { backend, sent } = failing('apply', () => fails);
    const list = await applying(backend);
    fillIn(list);
    await review(list);
    for (fails of ['unavailable', 'network', 'timeout'] as const) {
      await send(list);
      expect(words(list, 'problem').join(), fails).to.equal(
        'いま送信できませんでした。入力した内容は残っています。もう一度お試しください。',
      );
    }
    fails = undefined;
    await send(list);
    expect(sent).to.have.length(4);
    for (const one of sent) expect(one).to.deep.equal(sent[0]);
    expect(all(list, 'done')).to.have.length(1);
  });

  it('says so where one is offline, where it has become too late, and where too many were sent', async () => {
    const { backend } = recruiting();
    let problem = makeProblem('network');
    const list = await applying({ ...backend, apply: () => Promise.reject(new ProblemError(problem)) });
    fillIn(list);
    await review(list);
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      await send(list);
      expect(words(list, 'problem').join()).to.match(/インターネット.*入力した内容は残っています/);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    problem = makeProblem('recruitment-closed');
    await send(list);
    await until('that it is over', () => words(list, 'problem').join().includes('受け付けを終わりました'));
    problem = makeProblem('too-many-requests', { retryAfter: 125 });
    await send(list);
    await until('how long to wait', () => words(list, 'problem').join().includes('あと3分ほど待って'));
    problem = makeProblem('invalid-body', { errors: [{ name: 'answers.boots', reason: 'too-long' }] });
    submit(list).click();
    await until('the fault', () => words(list, 'fault').join().includes('長靴の大きさが長すぎます'));
  });

  it('is left by Escape and by the button above, with what was typed kept, and taken up again', async () => {
    const list = await applying(recruiting().backend);
    await until('focus', () => focused(list)?.part.contains('heading'));
    type(list, 'name', '山田 花子');
    control(list, 'email').focus();
    await sendKeys({ press: 'Escape' });
    await until('the program', () => all(list, 'fields').length);
    await until('focus', () => focused(list)?.part.contains('apply'));
    await sendKeys({ press: 'Enter' });
    await until('the form', () => all(list, 'form').length);
    await until('focus', () => focused(list)?.closest('[part="application"]'));
    expect(control(list, 'name').value).to.equal('山田 花子');
    expect(words(list, 'back')[0]).to.equal('募集の内容に戻る');
    one(list, 'back').click();
    await until('the program', () => all(list, 'fields').length);
    await sendKeys({ press: 'Escape' });
    await until('the list', () => !all(list, 'detail').length);
    expect(getComputedStyle(one(list, 'summary')).borderTopWidth, 'a card looks as before').to.equal('0px');
  });

  it('brings back what was typed after a reload, and on a shared computer nothing', async () => {
    const { backend } = recruiting();
    for (const isShared of [false, true]) {
      const first = await applying(backend);
      if (isShared) one(first, 'shared').querySelector('input')!.click();
      type(first, 'name', '山田 花子');
      first.remove();
      const second = await mount(backend);
      await until('the program', () => all(second, 'fields').length);
      await press(second);
      expect(control(second, 'name').value).to.equal(isShared ? '' : '山田 花子');
      expect(all(second, 'restored')).to.have.length(isShared ? 0 : 1);
      second.remove();
      history.replaceState(null, '', location.pathname);
      sessionStorage.clear();
    }
  });

  it('goes where the town has it sent: to an address, into a mail, to a form elsewhere', async () => {
    const posted: unknown[] = [];
    const { fetch } = window;
    window.fetch = async (url, init) => {
      posted.push([String(url instanceof Request ? url.url : url), await new Request(url, init).json()]);
      return new Response();
    };
    try {
      const to = { to: 'https://musubino.example/take', format: 'json' } as const;
      const list = await applied(recruiting({ ...recruitingTown, delivery: to }).backend);
      expect(words(list, 'done').join()).to.contain('応募を送りました');
      const [[address, body]] = posted as [[string, Record<string, unknown>]];
      expect(address).to.equal('https://musubino.example/take');
      expect(body).to.deep.include({ form: 'application', program: 'apple', town: code });
      list.remove();
    } finally {
      window.fetch = fetch;
    }
    history.replaceState(null, '', location.pathname);

    const mail = await applying(
      recruiting({ ...recruitingTown, delivery: { mail: 'kikaku@musubino.example' } }).backend,
    );
    fillIn(mail);
    await review(mail);
    submit(mail).click();
    await until('the mail', () => mail.shadowRoot!.querySelector('textarea[readonly]'));
    const href = decodeURIComponent((all(mail, 'link').at(-1) as HTMLAnchorElement).href);
    expect(href).to.contain('「りんごの葉つみ」への応募').and.to.contain('長靴の大きさ：24センチ');
    mail.remove();
    history.replaceState(null, '', location.pathname);

    const delivery = {
      form: 'https://form.example/f?x=1',
      prefill: { program: 'entry.1', title: 'entry.2', name: 'n' },
    };
    const form = await opened(recruiting({ ...recruitingTown, delivery }).backend);
    const link = (await until('the form', () =>
      all(form, 'apply').find(({ textContent }) => textContent!.includes('応募フォーム')),
    )) as HTMLAnchorElement;
    expect(decodeURIComponent(link.href)).to.equal('https://form.example/f?x=1&entry.1=apple&entry.2=りんごの葉つみ');
    expect(link.rel).to.contain('noopener');
  });

  it('speaks English where the page does, and changes the language without losing a letter', async () => {
    const list = await opened(recruiting().backend, 'apple', 'en');
    await until('the way in', () => words(list, 'apply').includes('Apply'));
    await press(list);
    type(list, 'name', 'Hana');
    expect(words(list, 'form').join()).to.contain('How will you come?').and.to.contain('Size of your boots');
    list.lang = 'ja';
    await until('Japanese', () => words(list, 'form').join().includes('長靴の大きさ'));
    expect(control(list, 'name').value).to.equal('Hana');
    expect(words(list, 'back')[0]).to.equal('募集の内容に戻る');
  });

  it('asks what has the name of a filter of the list without mistaking one for the other', async () => {
    const questions = (['kind', 'words', 'heading'] as const).map((name) => ({
      ...{ name, kind: 'text' as const, label: name, required: true },
    }));
    const { backend } = recruiting({ ...recruitingTown, application: { questions } });
    const list = await applying(backend);
    submit(list).click();
    const summary = await until('a summary', () => all(list, 'summary').find((one) => one.querySelector('a')));
    for (const link of [...summary.querySelectorAll('a')].filter(({ hash }) => /kind|words|heading/.test(hash))) {
      link.click();
      await until('the field', () => focused(list) === control(list, link.hash.slice(1)));
      const label = one(list, 'form').querySelector(`label[for="${link.hash.slice(1)}"]`);
      expect((label as HTMLLabelElement).control).to.equal(focused(list));
    }
  });

  it('leaves another program’s form alone', async () => {
    const { backend } = recruiting();
    const list = await applying(backend);
    type(list, 'name', '山田 花子');
    history.back();
    await until('the list', () => !all(list, 'detail').length);
    await open(list, 'packed');
    await press(list);
    expect(control(list, 'name').value).to.equal('');
  });
});
