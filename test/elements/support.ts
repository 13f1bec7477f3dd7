import type { Backend } from '@kankei/client';
import '@kankei/elements/program-list/define';
import type { KankeiProgramList } from '@kankei/elements/program-list';
import { fixture, html, nextFrame } from '@open-wc/testing';
import { fixtureTown } from '../fixtures/programs.ts';

export { town } from '../fixtures/town.ts';

// An opened program stays in the page's address: the next test's list would open it again. WebKit lets a page change its
// address a hundred times in ten seconds, so this may have to wait.
afterEach(async function () {
  this.timeout(20_000);
  while (location.hash || history.state !== null)
    try {
      history.replaceState(null, '', location.pathname + location.search);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
});

/** Waits until `what` gives something; fails with its name after five seconds. */
export async function until<T>(name: string, what: () => T | null | undefined | false | ''): Promise<T> {
  for (const end = Date.now() + 5000; Date.now() < end; await nextFrame()) {
    const found = what();
    if (found) return found;
  }
  throw new Error(`never came: ${name}`);
}

type Attributes = Partial<
  Pick<
    KankeiProgramList,
    | 'town'
    | 'program'
    | 'from'
    | 'to'
    | 'sort'
    | 'sync'
    | 'kind'
    | 'theme'
    | 'past'
    | 'limit'
    | 'headingLevel'
    | 'era'
    | 'lang'
    | 'endpoint'
    | 'view'
    | 'views'
  >
>;

/** A list in the page, with a link as its fallback; settled unless its backend never answers. */
export async function mount(backend: Backend | undefined, attributes: Attributes = {}, settled = true) {
  const list = document.createElement('kankei-program-list');
  list.innerHTML = '<a href="https://musubino.example/programs/">募集の一覧を見る</a>';
  Object.assign(list, { town: fixtureTown.code, backend, ...attributes });
  await fixture(html`${list}`);
  if (settled) await settle(list);
  return list;
}

/** Waits until no question is under way and everything is drawn. */
export async function settle(list: KankeiProgramList): Promise<void> {
  await list.updateComplete;
  await until('an answer', () => !isIn(list, 'loading'));
  await list.updateComplete;
  await until('all of the list', () => !list.shadowRoot!.querySelector('[aria-busy="true"]'));
}

/** True when style sheets see the element in this state. */
export function isIn(list: Element, state: string): boolean {
  try {
    return list.matches(`:state(${state})`);
  } catch {
    return list.matches(`:--${state}`);
  }
}

export const all = (list: Element, part: string): HTMLElement[] => [
  ...list.shadowRoot!.querySelectorAll<HTMLElement>(`[part~="${part}"]`),
];

export function one(list: Element, part: string): HTMLElement {
  const [found] = all(list, part);
  if (!found) throw new Error(`no part ${part}`);
  return found;
}

/** What a person reads in a part. */
export const words = (list: Element, part: string): string[] =>
  all(list, part).map((element) => element.textContent!.replace(/\s+/g, ' ').trim());

/** True when a person can see it. */
export const isVisible = (element: Element): boolean => element.getClientRects().length > 0;

/** True when the fallback link can be seen. */
export const showsFallback = (list: Element): boolean => isVisible(list.querySelector('a')!);

/** Types words and searches for them as a press on the button would. */
export async function search(list: KankeiProgramList, text: string): Promise<void> {
  const field = one(list, 'keyword') as HTMLInputElement;
  field.value = text;
  one(list, 'submit').click();
  await settle(list);
}

/** Opens a program's card and waits for its detail. */
export async function open(list: KankeiProgramList, id: string): Promise<HTMLElement> {
  list.shadowRoot!.querySelector<HTMLElement>(`[data-program$="/${id}"]`)!.click();
  const came = () => list.shadowRoot!.querySelector('[part="detail"] :is([part="fields"], [part="problem"])');
  await until('detail', came);
  return one(list, 'detail');
}
