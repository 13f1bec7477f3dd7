import { fanclub, makeProblem, type ProblemCode, ProblemError } from '@kankei/core';
import type { KankeiFanclubSignup } from '@kankei/elements/fanclub-signup';
import { aTimeout, expect, nextFrame } from '@open-wc/testing';
import { fixtureClub, fixtureClubInput, plainClub } from '../fixtures/fanclub.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { club, control, fillIn, flow, focused, mount, review, send, summary, tick, type } from './signup-support.ts';
import { all, isIn, isVisible, one, showsFallback, town, until, words } from './support.ts';

const { code } = fixtureTown;

describe('<kankei-fanclub-signup>', () => {
  beforeEach(() => sessionStorage.clear());

  it('asks what the town asks, in its order, and says what is required', async () => {
    const signup = await mount(club().backend);
    expect(words(signup, 'title')).to.deep.equal(['むすび野町ファンクラブ「おむすびと」']);
    const labels = [...signup.shadowRoot!.querySelectorAll('[part="field"] > :is(label, legend)')].map((label) =>
      label.textContent!.replace(/\s+/g, ' ').trim(),
    );
    expect(labels).to.deep.equal([
      'お名前 ※必須',
      'ふりがな ※任意',
      'メールアドレス ※必須',
      '生まれた年 ※任意',
      '郵便番号 ※任意',
      '都道府県 ※必須',
      '市区町村 ※任意',
      'この町とのご縁 ※任意',
      'やってみたいこと ※任意',
      'お知らせを読みたいことば ※任意',
      '何で知りましたか ※任意',
      '会員の種類 ※必須',
      'むすび野町に来てみたい季節 ※任意',
      '町からのお知らせをメールで受け取る ※任意',
      '上の個人情報の取り扱いに同意する ※必須',
    ]);
    expect(control(signup, 'newsletter').checked, 'the newsletter').to.equal(false);
    expect(control(signup, 'privacy').checked, 'the consent').to.equal(false);
    expect(await summaryless(signup)).to.equal(true);
  });

  it('says under the name of a membership what it means', async () => {
    const signup = await mount(club().backend);
    const [label] = control(signup, 'tier', 'supporter').labels!;
    expect(label!.querySelector('small')!.textContent).to.equal('人手の足りないときにお声がけします。');
    expect(label!.textContent).to.contain('お手伝い会員');
  });

  it('says who collects what, for how long, how to leave and whom to ask', async () => {
    const signup = await mount(club().backend);
    const [said] = words(signup, 'notice');
    for (const part of [
      'むすび野町（企画課）',
      '会員証の発行',
      'ありません',
      '日本国内',
      '3年',
      '退会する',
      '0577-00-0000',
    ])
      expect(said).to.contain(part);
  });

  it('names every fault above and under its field, moves there, and keeps what was typed', async () => {
    const { backend, sent } = club();
    const signup = await mount(backend);
    type(signup, 'name', '山田　花子');
    type(signup, 'email', 'hana');
    type(signup, 'postal', '12');
    one(signup, 'submit').click();
    expect(await summary(signup)).to.deep.equal([
      'メールアドレスに @ がありません。例：hana@example.jp',
      '郵便番号は、7けたの数字で入力してください。例：509-4221',
      '都道府県を選んでください。',
      '会員の種類を選んでください。',
      '続けるには「上の個人情報の取り扱いに同意する」にチェックを入れてください。',
    ]);
    await until('focus', () => focused(signup) === one(signup, 'summary'));
    expect(control(signup, 'email').getAttribute('aria-invalid')).to.equal('true');
    const described = control(signup, 'email').getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => signup.shadowRoot!.getElementById(id)?.textContent).join()).to.contain(
      '@ がありません',
    );
    expect(control(signup, 'name').value).to.equal('山田　花子');
    one(signup, 'summary').querySelector('a')!.click();
    expect(focused(signup)).to.equal(control(signup, 'email'));
    expect(sent).to.have.length(0);
  });

  it('shows what will be sent as it was understood, and sends just that', async () => {
    const { backend, sent } = club();
    const signup = await mount(backend, { source: 'leaflet' });
    fillIn(signup);
    type(signup, 'birthYear', '昭和５５年');
    tick(signup, 'tie', 'travelled');
    tick(signup, 'tie', 'born');
    await review(signup);
    const [shown] = words(signup, 'review');
    for (const part of [
      '山田 花子',
      'hana@example.jp',
      '1980',
      '生まれた・育った、旅行などで行った',
      'ふつう会員',
      '（入力なし）',
    ])
      expect(shown).to.contain(part);
    const completed: Event[] = [];
    signup.addEventListener('kankei-signup-complete', (event) => completed.push(event));
    await send(signup);
    expect(sent).to.have.length(1);
    expect(sent[0]!.signup.answers).to.deep.equal({
      name: '山田 花子',
      email: 'hana@example.jp',
      birthYear: 1980,
      prefecture: '岐阜県',
      tie: ['born', 'travelled'],
      tier: 'friend',
      privacy: true,
    });
    expect(sent[0]!.signup).to.include({ language: 'ja', noticeVersion: '2026-11', source: 'leaflet' });
    expect(words(signup, 'done').join())
      .to.contain('hana@example.jp に確認のメール')
      .and.to.match(/登録が終わったら\s*会員証は、登録が終わるとすぐに/);
    expect(focused(signup)).to.equal(one(signup, 'heading'));
    expect(Object.keys(completed[0]!).length && { ...completed[0] }).to.deep.include({ town: code, source: 'leaflet' });
    expect(JSON.stringify({ ...completed[0] })).not.to.contain('hana');
  });

  it('forgets what was typed once it was sent', async () => {
    const signup = await mount(club().backend);
    fillIn(signup);
    expect(sessionStorage).to.have.length(1);
    await review(signup);
    await send(signup);
    expect(sessionStorage).to.have.length(0);
  });

  it('sends once however often the button is pressed', async () => {
    const { backend, sent } = club(fixtureClub, { delay: 20 });
    const signup = await mount(backend);
    fillIn(signup);
    await review(signup);
    one(signup, 'submit').click();
    one(signup, 'submit').click();
    await until('the end', () => all(signup, 'done').length > 0);
    expect(sent).to.have.length(1);
  });

  for (const failure of ['unavailable', 'network', 'internal', 'timeout'] as const)
    it(`loses nothing when sending fails (${failure}), and tries again as the same signup`, async () => {
      let fails: ProblemCode | undefined = failure;
      const { backend, sent } = club(fixtureClub, { fail: (question) => (question === 'join' ? fails : undefined) });
      const signup = await mount(backend);
      fillIn(signup);
      await review(signup);
      await send(signup);
      expect(words(signup, 'problem')).to.deep.equal([
        'いま送信できませんでした。入力した内容は残っています。もう一度お試しください。',
      ]);
      fails = undefined;
      await send(signup);
      expect(sent.map(({ key }) => key)).to.have.length(2);
      expect(sent[1]).to.deep.equal(sent[0]);
      expect(all(signup, 'done')).to.have.length(1);
    });

  it('says so when the visitor is offline, and that nothing is lost', async () => {
    const { backend } = club(fixtureClub, { fail: (question) => (question === 'join' ? 'network' : undefined) });
    const signup = await mount(backend);
    fillIn(signup);
    await review(signup);
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      await send(signup);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    expect(words(signup, 'problem').join()).to.match(/インターネット.*入力した内容は残っています/);
  });

  it('says how long to wait when too many were sent', async () => {
    const { backend } = club();
    let refused = makeProblem('too-many-requests', { retryAfter: 125 });
    const signup = await mount({ ...backend, join: () => Promise.reject(new ProblemError(refused)) });
    fillIn(signup);
    await review(signup);
    await send(signup);
    expect(words(signup, 'problem').join()).to.contain('あと3分ほど待って');
    // What stands before a server may not say how long.
    refused = makeProblem('too-many-requests');
    await send(signup);
    await until('the other wait', () => /送信された.*あと1分ほど待って/.test(words(signup, 'problem').join()));
  });

  it('shows faults that only the server finds under their fields', async () => {
    const { backend } = club();
    const problem = makeProblem('invalid-body', { errors: [{ name: 'answers.email', reason: 'email' }] });
    const signup = await mount({ ...backend, join: () => Promise.reject(new ProblemError(problem)) });
    fillIn(signup);
    await review(signup);
    one(signup, 'submit').click();
    expect(await summary(signup)).to.deep.equal([
      'メールアドレスに使えない文字があるか、形が違います。例：hana@example.jp',
    ]);
    expect(control(signup, 'name').value).to.equal('山田　花子');
  });

  it('brings back what was typed after a reload, and clears it when told to', async () => {
    const { backend } = club();
    const first = await mount(backend);
    type(first, 'name', '山田 花子');
    tick(first, 'tie', 'family');
    first.remove();
    const second = await mount(backend);
    expect(control(second, 'name').value).to.equal('山田 花子');
    expect(control(second, 'tie', 'family').checked).to.equal(true);
    const discard = await until('the offer', () =>
      [...second.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('はじめから')),
    );
    discard.click();
    await second.updateComplete;
    expect(control(second, 'name').value).to.equal('');
    expect(sessionStorage).to.have.length(0);
  });

  it('keeps nothing on a computer that others use', async () => {
    const signup = await mount(club().backend);
    type(signup, 'name', '山田 花子');
    expect(Object.values({ ...sessionStorage }).join()).to.contain('山田');
    one(signup, 'shared').querySelector('input')!.click();
    type(signup, 'email', 'hana@example.jp');
    expect(Object.values({ ...sessionStorage }).join()).not.to.match(/山田|hana/);
    expect(control(signup, 'name').value).to.equal('山田 花子');
  });

  it('never goes on while kanji are being chosen', async () => {
    const signup = await mount(club().backend);
    const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, composed: true });
    control(signup, 'name').dispatchEvent(enter);
    await signup.updateComplete;
    expect(all(signup, 'summary')).to.have.length(0);
    expect(enter.defaultPrevented).to.equal(false);
  });

  it('asks more where an answer calls for it', async () => {
    const signup = await mount(club().backend);
    expect(control(signup, 'snow')).to.equal(null);
    tick(signup, 'season', 'winter');
    await signup.updateComplete;
    expect(control(signup, 'snow')).not.to.equal(null);
  });

  it('takes ties, interests and source from the page, and nothing personal', async () => {
    const before = location.href;
    history.replaceState(null, '', '?kankei-tie=donated&kankei-source=poster&name=x&kankei-name=x&kankei-via=abcdef12');
    try {
      const { backend, sent } = club();
      const signup = await mount(backend, { tie: 'born', interests: 'help,nonsense' });
      expect(control(signup, 'tie', 'donated').checked).to.equal(true);
      expect(control(signup, 'tie', 'born').checked).to.equal(false);
      expect(control(signup, 'interests', 'help').checked).to.equal(true);
      expect(control(signup, 'name').value).to.equal('');
      fillIn(signup);
      await review(signup);
      await send(signup);
      expect(sent[0]!.signup).to.include({ source: 'poster', introducer: 'abcdef12' });
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('leads to the form of a town that takes applications elsewhere, with what may be handed over', async () => {
    const delivery = { form: 'https://form.example/apply?x=1', prefill: { tie: 'entry.1', name: 'entry.2' } };
    const signup = await mount(club({ ...fixtureClub, delivery }).backend, { tie: 'donated' });
    const link = one(signup, 'link') as HTMLAnchorElement;
    const links = all(signup, 'link') as HTMLAnchorElement[];
    expect(links.at(-1)!.href).to.equal('https://form.example/apply?x=1&entry.1=donated');
    expect(link.rel).to.contain('noopener');
    expect(links.at(-1)!.childElementCount, 'one run of words, not two columns').to.equal(1);
    expect(signup.shadowRoot!.querySelector('form')).to.equal(null);
  });

  it('makes a mail for a town that takes applications by mail', async () => {
    const { backend, sent } = club({ ...plainClub, delivery: { mail: 'kikaku@musubino.example' } });
    const signup = await mount(backend);
    type(signup, 'name', '山田 & 花子');
    type(signup, 'email', 'hana@example.jp');
    tick(signup, 'privacy');
    await review(signup);
    one(signup, 'submit').click();
    const link = (await until('the mail', () => all(signup, 'link').at(-1))) as HTMLAnchorElement;
    expect(decodeURIComponent(link.href))
      .to.contain('お名前：山田 & 花子')
      .and.to.contain('mailto:kikaku@musubino.example');
    expect(sent).to.have.length(0);
  });

  it('speaks English where the page does, and changes the language without losing a letter', async () => {
    const signup = await mount(club().backend, { lang: 'en' });
    expect(words(signup, 'title')).to.deep.equal(['Musubino Fan Club “Omusubito”']);
    type(signup, 'name', 'Hana');
    signup.lang = 'ja';
    await until('Japanese', () => words(signup, 'title')[0]?.startsWith('むすび野町'));
    expect(control(signup, 'name').value).to.equal('Hana');
  });

  it('keeps the focus where a person goes on, at every step', async () => {
    const { backend } = club(fixtureClub, { fail: (question) => (question === 'join' ? 'unavailable' : undefined) });
    const signup = await mount(backend);
    await flow(signup);
    fillIn(signup);
    await review(signup);
    await until('the heading', () => focused(signup) === one(signup, 'heading'));
    all(signup, 'change')[1]!.click();
    await until('the first question of the group', () => focused(signup) === control(signup, 'postal'));
    await review(signup);
    await until('the heading', () => focused(signup) === one(signup, 'heading'));
    one(signup, 'submit').focus();
    await send(signup);
    expect(focused(signup), 'the button, after a failure').to.equal(one(signup, 'submit'));
    expect(one(signup, 'problem').getAttribute('role')).to.equal('alert');
    one(signup, 'back').click();
    await until('the form', () => focused(signup)?.part.contains('form'));
  });

  it('moves on to the form when all was cleared, with what the page had filled in beforehand', async () => {
    const before = await mount(club().backend);
    type(before, 'name', '山田 花子');
    before.remove();
    const signup = await mount(club().backend, { interests: 'help' });
    const discard = await until('the offer', () => all(signup, 'discard')[0]);
    tick(signup, 'interests', 'help');
    discard.click();
    await until('the form', () => focused(signup)?.part.contains('form'));
    expect(control(signup, 'name').value).to.equal('');
    expect(control(signup, 'interests', 'help').checked).to.equal(true);
    expect(all(signup, 'discard')).to.have.length(0);
  });

  it('is not sent by the second click of a double click on the button before', async () => {
    const { backend, sent } = club();
    const signup = await mount(backend);
    fillIn(signup);
    await review(signup);
    one(signup, 'submit').dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, composed: true }));
    await signup.updateComplete;
    expect(isIn(signup, 'sending')).to.equal(false);
    expect(sent).to.have.length(0);
  });

  it('loses nothing when it is moved, taken out and put back, or asked to speak to another backend', async () => {
    const signup = await mount(club().backend);
    await flow(signup);
    one(signup, 'shared').querySelector('input')!.click();
    fillIn(signup);
    expect(sessionStorage).to.have.length(0);
    const home = signup.parentElement!;
    const other = document.createElement('section');
    home.append(other);
    other.append(signup);
    await signup.updateComplete;
    expect(control(signup, 'name').value).to.equal('山田　花子');
    signup.remove();
    await nextFrame();
    home.append(signup);
    await signup.updateComplete;
    expect(control(signup, 'name').value).to.equal('山田　花子');
    const { backend, sent } = club();
    signup.backend = backend;
    await until('the form anew', () => isIn(signup, 'ready') && all(signup, 'form').length);
    await flow(signup);
    expect(control(signup, 'name').value).to.equal('山田　花子');
    expect(all(signup, 'discard'), 'nothing came back: it was never gone').to.have.length(0);
    await review(signup);
    await send(signup);
    expect(sent[0]!.signup.answers.name).to.equal('山田 花子');
  });

  it('does not mix in what is still being sent for another town', async () => {
    let answer = (_: { confirmBefore: string }) => {};
    const waiting = {
      ...club().backend,
      join: () => new Promise<{ confirmBefore: string }>((done) => (answer = done)),
    };
    const signup = await mount(waiting);
    fillIn(signup);
    await review(signup);
    one(signup, 'submit').click();
    await until('sending', () => isIn(signup, 'sending'));
    const seen: Event[] = [];
    for (const type of ['kankei-error', 'kankei-signup-complete'])
      signup.addEventListener(type, (event) => seen.push(event));
    signup.backend = club().backend;
    await until('the form', () => isIn(signup, 'ready') && all(signup, 'form').length);
    answer({ confirmBefore: '2026-11-28T00:00:00Z' });
    await aTimeout(50);
    expect(all(signup, 'done')).to.have.length(0);
    expect(isIn(signup, 'ready')).to.equal(true);
    expect(seen).to.have.length(0);
  });

  it('drops what came back for questions and options that are no longer asked', async () => {
    const before = await mount(club().backend);
    fillIn(before);
    tick(before, 'season', 'winter');
    await until('the question', () => control(before, 'snow'));
    type(before, 'snow', '雪かき');
    tick(before, 'interests', 'help');
    before.remove();
    const fields = [{ name: 'name' }, { name: 'interests', options: [{ value: 'event' }] }, { name: 'email' }] as const;
    const { backend, sent } = club(fanclub.parse({ ...fixtureClubInput, fields, questions: [] }));
    const signup = await mount(backend);
    await review(signup);
    await send(signup);
    expect(Object.keys(sent[0]!.signup.answers).sort()).to.deep.equal(['email', 'name', 'privacy', 'tier']);
  });

  it('is filled in apart from a second one of another town on the page, each with its own answers', async () => {
    const first = await mount(club().backend);
    type(first, 'name', '山田 花子');
    const second = document.createElement('kankei-fanclub-signup');
    const backend = town([], { fanclubs: { '999989': plainClub }, towns: [{ code: '999989', name: 'あさぎり村' }] });
    Object.assign(second, { town: '999989', backend });
    first.after(second);
    await until('the second', () => all(second, 'form').length);
    expect(control(second, 'name').value).to.equal('');
    type(second, 'name', '佐藤 次郎');
    expect(control(first, 'name').value).to.equal('山田 花子');
    expect(sessionStorage).to.have.length(2);
  });

  it('keeps the fallback with a reason and a way to try again when there is no answer', async () => {
    let fails = true;
    const signup = await mount(club(fixtureClub, { fail: () => (fails ? 'unavailable' : undefined) }).backend);
    expect(showsFallback(signup)).to.equal(true);
    expect(isVisible(one(signup, 'retry'))).to.equal(true);
    fails = false;
    one(signup, 'retry').click();
    await until('the form', () => signup.shadowRoot!.querySelector('form'));
  });

  it('says so where the town has no fan club', async () => {
    const signup = await mount(town([]));
    expect(words(signup, 'problem').join()).to.contain('会員登録は、いま受け付けていません');
  });
});

/** True while nothing is said to be wrong. */
async function summaryless(signup: KankeiFanclubSignup): Promise<boolean> {
  await signup.updateComplete;
  return !all(signup, 'summary').length && all(signup, 'fault').every((fault) => !isVisible(fault));
}
