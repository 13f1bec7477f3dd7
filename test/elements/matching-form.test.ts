import { makeProblem, matchingFields, ProblemError } from '@kankei/core';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fixturePrograms, makeProgram } from '../fixtures/programs.ts';
import {
  asking,
  code,
  control,
  fixtureMatching,
  mount,
  suggested,
  tick,
  titles,
  told,
  type,
} from './matching-support.ts';
import { all, isIn, one, showsFallback, until, words } from './support.ts';

afterEach(() => sessionStorage.clear());

const onlyHarvest = fixturePrograms.filter(({ id }) => id === 'harvest');
const focused = (form: Element) => form.shadowRoot!.activeElement as HTMLElement | null;

describe('the questions', () => {
  it('come one screen at a time, each to be skipped, with how far one has come', async () => {
    const form = await mount(asking().backend);
    const seen: string[] = [];
    const steps = Number(one(form, 'progress').querySelector('progress')!.max);
    for (let step = 1; step <= steps; step++) {
      expect(words(form, 'progress')).to.deep.equal([`質問 ${step}／${steps}`]);
      seen.push(
        ...new Set([...form.shadowRoot!.querySelectorAll<HTMLInputElement>('form [name]')].map(({ name }) => name)),
      );
      if (step < steps) {
        expect(words(form, 'submit')).to.deep.equal(['飛ばして次へ']);
        one(form, 'submit').click();
        await form.updateComplete;
        expect(focused(form)).to.equal(one(form, 'progress'));
      }
    }
    expect(words(form, 'submit')).to.deep.equal(['合いそうなものを見る']);
    const asked = matchingFields(fixtureMatching).filter(({ shownWhen }) => !shownWhen);
    expect(seen).to.deep.equal(asked.map(({ name }) => name));
    one(form, 'back').click();
    await form.updateComplete;
    expect(words(form, 'progress')).to.deep.equal([`質問 ${steps - 1}／${steps}`]);
  });

  it('come all at once where the page says so', async () => {
    const form = await mount(asking().backend, { layout: 'all' });
    for (const { name } of matchingFields(fixtureMatching).filter(({ shownWhen }) => !shownWhen))
      expect(control(form, name), name).not.to.equal(null);
    expect(all(form, 'progress')).to.deep.equal([]);
  });

  it('are the town’s where it has its own, and none is required', async () => {
    const form = await mount(
      asking({
        supporter: {
          title: { ja: '村の手つだい', en: 'Help the village' },
          intro: 'ようこそ',
          fields: [{ name: 'themes', required: true, options: [{ value: '和紙', label: '和紙すき' }] }],
          questions: [
            { name: 'car', kind: 'choice', label: '車で来られますか', options: [{ value: 'yes', label: 'はい' }] },
          ],
        },
      }).backend,
      { layout: 'all' },
    );
    expect(words(form, 'title')).to.deep.equal(['村の手つだい']);
    expect(words(form, 'intro')).to.deep.equal(['ようこそ']);
    expect(one(form, 'form').textContent)
      .to.include('和紙すき')
      .and.include('車で来られますか')
      .and.not.include('必須');
    expect(control(form, 'skills')).to.equal(null);
  });

  it('go on by Enter, and answer by keys alone', async () => {
    const { backend, questions } = asking();
    const form = await mount(backend);
    control(form, 'themes', 'farming').focus();
    await sendKeys({ press: ' ' });
    await suggested(form);
    expect(questions.at(-1)!.profile).to.deep.equal({ themes: ['farming'] });
    expect(words(form, 'submit')).to.deep.equal(['次の質問へ']);
    one(form, 'submit').focus();
    await sendKeys({ press: 'Enter' });
    await until('the next', () => control(form, 'skills'));
    expect(focused(form)).to.equal(one(form, 'progress'));
  });

  it('stand as they were answered after a reload, and can be cleared', async () => {
    const { backend } = asking();
    const before = await mount(backend);
    tick(before, 'themes', 'farming');
    await suggested(before);
    before.remove();
    const form = await mount(backend);
    await suggested(form);
    expect(control(form, 'themes', 'farming').checked).to.equal(true);
    expect(titles(form).length).to.be.greaterThan(0);
    one(form, 'reset').click();
    await form.updateComplete;
    expect(control(form, 'themes', 'farming').checked).to.equal(false);
    expect(titles(form)).to.deep.equal([]);
    expect(all(form, 'reset')).to.deep.equal([]);
  });

  it('fill in prefecture and municipality from a postal code, say so, and count them', async () => {
    const { backend, questions } = asking();
    const form = await mount(backend, { layout: 'all' });
    type(form, 'postal', '５０９－４２９２');
    await until('the place', () => control(form, 'municipality').value);
    await suggested(form);
    expect(all(form, 'note').map(({ textContent }) => textContent)).to.include(
      '住所に「岐阜県飛騨市」を入れました。違うときは直してください。',
    );
    expect(questions.at(-1)!.profile).to.deep.equal({ prefecture: '岐阜県', municipality: '飛騨市' });
  });

  it('say what is wrong with an answer once one goes on, and count the others', async () => {
    const { backend, questions } = asking();
    const form = await mount(backend, { layout: 'all' });
    tick(form, 'themes', 'food');
    type(form, 'age', 'ひみつ');
    await until('the fault', () => all(form, 'fault').length);
    expect(words(form, 'fault')[0]).to.include('あなたの年齢');
    await suggested(form);
    expect(questions.at(-1)!.profile).to.deep.equal({ themes: ['food'] });
    type(form, 'age', '３５');
    await until('no fault', () => !all(form, 'fault').length);
  });
});

describe('the suggestions', () => {
  it('wait for the first answer, then come with their reasons in words', async () => {
    const { backend, questions } = asking();
    const form = await mount(backend, { layout: 'all' });
    expect(questions).to.deep.equal([]);
    expect(words(form, 'status')).to.deep.equal(['質問に答えると、合いそうな募集がここに並びます。']);
    tick(form, 'themes', 'farming');
    tick(form, 'skills', 'field-work');
    tick(form, 'weekdays', 'sat');
    await suggested(form);
    expect(titles(form)[0]).to.equal('大根の収穫と、たくあんの仕込み');
    expect(told(form, '大根の収穫', 'reasons')).to.deep.equal([
      '「畑や田んぼ」に関われます（農業）',
      '収穫の経験が生きます',
      '週末の11月28日（土）にできます',
    ]);
    expect(one(form, 'suggestion').textContent).to.include('11月28日（土）9:30〜12:00').and.include('無料・残り3人');
  });

  it('are ranked anew with every answer', async () => {
    const form = await mount(asking().backend, { layout: 'all' });
    tick(form, 'themes', 'farming');
    await suggested(form);
    const before = titles(form);
    tick(form, 'mode', 'online');
    tick(form, 'themes', 'people');
    await suggested(form);
    expect(titles(form)).not.to.deep.equal(before);
    expect(titles(form)[0]).to.equal('オンラインお茶会');
  });

  it('say honestly what does not suit', async () => {
    const form = await mount(asking().backend, { layout: 'all' });
    tick(form, 'themes', 'farming');
    tick(form, 'effort', 'light');
    await suggested(form);
    expect(told(form, '大根の収穫', 'misfits')).to.deep.equal(['ご希望より体力がいります（少し体力がいる作業）']);
  });

  it('are asked for once one stops typing, and not twice for the same', async () => {
    const { backend, questions } = asking();
    const form = await mount(backend, { layout: 'all' });
    for (const text of ['大', '大根', '大根の収穫']) type(form, 'words', text);
    await suggested(form);
    tick(form, 'themes', 'sea');
    tick(form, 'themes', 'sea');
    await suggested(form);
    expect(questions.map(({ profile }) => profile)).to.deep.equal([{ words: '大根の収穫' }]);
  });

  it('are those of the last question, however late an earlier answer comes', async () => {
    const { backend } = asking();
    const waiting: (() => void)[] = [];
    const slow = {
      ...backend,
      matches: async (...question: Parameters<typeof backend.matches>) => {
        if (!waiting.length) await new Promise<void>((resolve) => waiting.push(resolve));
        return backend.matches(question[0], question[1]);
      },
    };
    const form = await mount(slow, { layout: 'all' });
    tick(form, 'themes', 'farming');
    await until('the first question', () => waiting.length);
    tick(form, 'themes', 'farming');
    tick(form, 'hopes', 'taste');
    tick(form, 'mode', 'online');
    await suggested(form);
    const after = titles(form);
    waiting[0]!();
    await suggested(form);
    expect(titles(form)).to.deep.equal(after);
  });

  it('tell a screen reader how many there are and which comes first, once for each answer', async () => {
    const form = await mount(asking().backend, { layout: 'all' });
    const status = one(form, 'status');
    expect(status.getAttribute('role')).to.equal('status');
    const said: string[] = [];
    new MutationObserver(() => void said.push(status.textContent!.trim())).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    for (const text of ['ら', '大', '大根']) type(form, 'words', text);
    await suggested(form);
    const once = [...new Set(said)].filter((text) => text !== '探しています');
    expect(once).to.deep.equal(['合いそうなものが4件あります。 いちばん上は「大根の収穫と、たくあんの仕込み」です。']);
  });

  it('lead to the list on the page, else to the program’s own page', async () => {
    const form = await mount(asking().backend, { layout: 'all' });
    tick(form, 'themes', 'farming');
    await suggested(form);
    const link = one(form, 'open') as HTMLAnchorElement;
    expect(link.href).to.equal('https://musubino.example/programs/harvest');
    expect(link.rel).to.equal('noopener');
    const list = document.createElement('kankei-program-list');
    list.setAttribute('town', code);
    document.body.append(list);
    try {
      tick(form, 'themes', 'food');
      await suggested(form);
      expect(new URL((one(form, 'open') as HTMLAnchorElement).href).hash).to.equal(`#kankei-program=${code}/harvest`);
    } finally {
      list.remove();
    }
  });

  it('show more on a press, and go on there', async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      makeProgram({ id: `p${index}`, title: `畑の手伝い ${index}`, url: `https://musubino.example/${index}` }),
    );
    const form = await mount(asking(fixtureMatching, many).backend, { layout: 'all' });
    tick(form, 'themes', 'farming');
    await suggested(form);
    expect(titles(form)).to.have.length(5);
    one(form, 'more').click();
    await until('more', () => titles(form).length === 20);
    await until('the focus', () =>
      focused(form)
        ?.textContent?.trim()
        .startsWith(titles(form)[5] ?? ''),
    );
  });

  it('show no markup, whatever a program says', async () => {
    const text = '<img src=x onerror=alert(1)>畑';
    const form = await mount(asking(fixtureMatching, [makeProgram({ id: 'a', title: text })]).backend, {
      layout: 'all',
    });
    tick(form, 'themes', 'farming');
    await suggested(form);
    expect(titles(form)).to.deep.equal([text]);
    expect(form.shadowRoot!.querySelector('img')).to.equal(null);
  });
});

describe('that a program interests one', () => {
  async function harvest(asked: ReturnType<typeof asking>) {
    const form = await mount(asked.backend, { layout: 'all' });
    tick(form, 'themes', 'farming');
    await suggested(form);
    return form;
  }

  it('is told by one press, once, and without a word of who it is', async () => {
    const asked = asking();
    const { showInterest } = asked.backend;
    const sent: unknown[] = [];
    asked.backend.showInterest = (town, id, interest, options) => {
      sent.push(interest);
      return showInterest(town, id, interest, options);
    };
    const form = await harvest(asked);
    const button = one(form, 'interest');
    button.focus();
    for (let presses = 0; presses < 3; presses++) button.click();
    await until('an answer', () => words(form, 'said')[0]);
    button.click();
    expect(asked.taken).to.deep.equal([{ what: 'interest', town: code, program: 'harvest' }]);
    expect(sent.map((interest) => Object.keys(interest as object))).to.deep.equal([['elapsed']]);
    expect(words(form, 'interest')[0]).to.equal('「気になる」と伝えました：大根の収穫と、たくあんの仕込み');
    expect(words(form, 'said')[0]).to.equal('「大根の収穫と、たくあんの仕込み」が気になると、町に伝えました。');
    expect(focused(form)).to.equal(button);
    expect(one(form, 'suggestions').textContent).to.not.match(/気になる.{0,5}[0-9]+人/);
  });

  it('is sent again by the same key where it got no answer, and says so meanwhile', async () => {
    const asked = asking();
    const { showInterest } = asked.backend;
    const keys: string[] = [];
    asked.backend.showInterest = async (town, id, interest, options) => {
      keys.push(options.key);
      const answer = await showInterest(town, id, interest, options);
      if (keys.length === 1) throw new ProblemError(makeProblem('network'));
      return answer;
    };
    const form = await harvest(asked);
    one(form, 'interest').click();
    await until('why', () => words(form, 'said')[0]?.includes('もう一度'));
    one(form, 'interest').click();
    await until('an answer', () => words(form, 'said')[0]?.includes('町に伝えました'));
    expect(new Set(keys).size).to.equal(1);
    expect(asked.taken).to.have.length(1);
  });

  it('is not offered where the town does not count it', async () => {
    const form = await harvest(asking({ takes: ['application'] }));
    expect(all(form, 'interest')).to.deep.equal([]);
  });

  it('is said not to be taken where the town has changed its mind', async () => {
    const asked = asking();
    asked.backend.showInterest = () => Promise.reject(new ProblemError(makeProblem('not-taken')));
    const form = await harvest(asked);
    one(form, 'interest').click();
    await until('why', () => words(form, 'said')[0]?.includes('受け付けていません'));
    expect(one(form, 'interest').getAttribute('aria-disabled')).to.equal('true');
  });
});

describe('where nothing suits', () => {
  it('one is told what to ask less of, what comes nearest and whom to ask', async () => {
    const form = await mount(asking(fixtureMatching, onlyHarvest).backend, { layout: 'all' });
    tick(form, 'themes', 'farming');
    tick(form, 'weekdays', 'mon');
    tick(form, 'months', '5');
    await suggested(form);
    expect(titles(form)).to.deep.equal([]);
    expect(words(form, 'status')).to.deep.equal(['ぴったり合うものは、いまのところ見つかりませんでした。']);
    expect(titles(form, 'alternatives')).to.deep.equal(['大根の収穫と、たくあんの仕込み']);
    expect(told(form, '大根の収穫', 'misfits')).to.deep.equal([
      'ご希望の月ではありません（11月28日（土））',
      'ご希望の曜日ではありません（11月28日（土））',
    ]);
    const help = [...one(form, 'suggestions').querySelectorAll('.help a')].map((link) => link.getAttribute('href'));
    expect(help).to.include('mailto:tsunagari@musubino.example').and.include('https://musubino.example/letters/');
  });

  it('a press takes a condition back, and suggestions come', async () => {
    const form = await mount(asking(fixtureMatching, onlyHarvest).backend, { layout: 'all' });
    tick(form, 'themes', 'farming');
    tick(form, 'weekdays', 'mon');
    await suggested(form);
    expect(words(form, 'loosen')).to.deep.equal(['曜日を問わない（1件）']);
    one(form, 'loosen').click();
    await suggested(form);
    expect(titles(form)).to.deep.equal(['大根の収穫と、たくあんの仕込み']);
    expect(control(form, 'weekdays', 'mon').checked).to.equal(false);
    expect(focused(form)).to.equal(one(form, 'heading'));
  });
});

describe('on failure', () => {
  it('the fallback stands where there are no questions', async () => {
    const form = await mount(asking(fixtureMatching, [], { fail: () => 'unavailable' }).backend);
    expect(isIn(form, 'failed')).to.equal(true);
    expect(showsFallback(form)).to.equal(true);
  });

  it('the questions and what was answered stay, and it can be tried again', async () => {
    let fails = true;
    const fail = (question: string) => (fails && question === 'matches' ? ('unavailable' as const) : undefined);
    const form = await mount(asking(fixtureMatching, fixturePrograms, { fail }).backend, { layout: 'all' });
    tick(form, 'themes', 'farming');
    await until('why', () => all(form, 'problem').length);
    expect(control(form, 'themes', 'farming').checked).to.equal(true);
    fails = false;
    one(form, 'retry').click();
    await suggested(form);
    expect(all(form, 'problem')).to.deep.equal([]);
    expect(titles(form)[0]).to.equal('大根の収穫と、たくあんの仕込み');
  });
});

it('speaks English on an English page, and another language as soon as the page does', async () => {
  const form = await mount(asking().backend, { lang: 'en', layout: 'all' });
  await until('English', () => words(form, 'title')[0] === 'Find what suits you');
  tick(form, 'themes', 'farming');
  await suggested(form);
  expect(told(form, '大根の収穫', 'reasons')).to.deep.equal(['Goes with “Fields and farming” (農業)']);
  form.lang = 'ja';
  await until('Japanese', () => words(form, 'title')[0] === 'あなたに合うものを探す');
  expect(control(form, 'themes', 'farming').checked).to.equal(true);
});
