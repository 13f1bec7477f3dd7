import { expect } from '@open-wc/testing';

type HostWindow = Window & typeof globalThis & { seen: { errors: string[]; violations: string[] } };

let frame: HTMLIFrameElement;

async function until<T>(name: string, what: () => T): Promise<NonNullable<T>> {
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const value = what();
    if (value) return value;
  }
  throw new Error(`never came: ${name} (${part('problem')?.textContent ?? 'no problem is shown'})`);
}

const page = () => frame.contentWindow as HostWindow;
const root = () => frame.contentDocument?.querySelector('kankei-program-list')?.shadowRoot;
const part = (name: string) => root()?.querySelector<HTMLElement>(`[part~="${name}"]`);
const submit = () => root()!.querySelector<HTMLElement>('[part="application"] [part~="submit"]')!;
const left = () => Number(/残り(\d+)人/.exec(part('fields')?.textContent ?? '')?.[1]);

function type(name: string, text: string): void {
  const field = root()!.querySelector<HTMLInputElement>(`[part="form"] [name="${name}"]`)!;
  field.value = text;
  field.dispatchEvent(new (page().InputEvent)('input', { bubbles: true, composed: true }));
}

afterEach(() => {
  frame.remove();
  sessionStorage.clear();
});

it('one applies on a page with a strict policy, from another origin, and places fall by those who come', async () => {
  frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = '600';
  frame.src = '/hosts/matching.html#kankei-program=999997/bridge-sweep';
  document.body.append(frame);
  const apply = await until('the way in', () => root()?.querySelector<HTMLElement>('button[part="apply"]'));
  const before = left();
  expect(before).to.be.greaterThan(1);
  apply.click();
  await until('the form', () => part('form'));
  type('name', '山田　花子');
  // One server stands for all engines: who applies again takes no more places.
  const email = `hanako-${Date.now()}@example.jp`;
  type('email', email);
  type('people', '２');
  await until('who comes along', () => root()!.querySelector('[name="members"]'));
  type('members', '山田 太郎 8歳');
  root()!.querySelector<HTMLInputElement>('[part="form"] [name="privacy"]')!.click();
  submit().click();
  await until('the look over it', () => part('review'));
  submit().click();
  const done = await until('what comes next', () => part('done'));
  expect(done.textContent).to.contain('応募を受け付けました').and.to.contain(email);
  done.querySelector('button')!.click();
  await until('fewer places', () => left() <= before - 2);
  expect(page().seen.violations).to.deep.equal([]);
  expect(page().seen.errors).to.deep.equal([]);
}).timeout(40_000);
