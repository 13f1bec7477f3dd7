import { expect } from '@open-wc/testing';
import { isUnharmed, open, partsOf, type, until, widget } from './support.ts';

const root = () => widget('kankei-program-list')?.shadowRoot;
const part = (name: string) => partsOf(widget('kankei-program-list'), name)[0];
const submit = () => root()!.querySelector<HTMLElement>('[part="application"] [part~="submit"]')!;
const left = () => Number(/残り(\d+)人/.exec(part('fields')?.textContent ?? '')?.[1]);
const fill = (name: string, text: string) => type(root()!.querySelector(`[part="form"] [name="${name}"]`)!, text);

afterEach(() => sessionStorage.clear());

it('one applies on a page with a strict policy, from another origin, and places fall by those who come', async () => {
  await open('/hosts/matching.html#kankei-program=999997/bridge-sweep');
  const apply = await until('the way in', () => root()?.querySelector<HTMLElement>('button[part="apply"]'));
  const before = left();
  expect(before).to.be.greaterThan(1);
  apply.click();
  await until('the form', () => part('form'));
  fill('name', '山田　花子');
  // One server stands for all engines: who applies again takes no more places.
  const email = `hanako-${Date.now()}@example.jp`;
  fill('email', email);
  fill('people', '２');
  await until('who comes along', () => root()!.querySelector('[name="members"]'));
  fill('members', '山田 太郎 8歳');
  root()!.querySelector<HTMLInputElement>('[part="form"] [name="privacy"]')!.click();
  submit().click();
  await until('the look over it', () => part('review'));
  submit().click();
  const done = await until('what comes next', () => part('done'));
  expect(done.textContent).to.contain('応募を受け付けました').and.to.contain(email);
  done.querySelector('button')!.click();
  await until('fewer places', () => left() <= before - 2);
  isUnharmed();
}).timeout(40_000);
