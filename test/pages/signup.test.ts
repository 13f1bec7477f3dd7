import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

type HostWindow = Window & { seen: { errors: string[]; violations: string[] } };

let frame: HTMLIFrameElement;

/** Opens the town's page with the signup in a frame of its own. */
async function open(): Promise<void> {
  frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = '600';
  frame.src = '/hosts/signup.html';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
}

async function until<T>(name: string, what: () => T): Promise<NonNullable<T>> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const value = what();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`never came: ${name} (${part('problem')?.textContent ?? 'no problem is shown'})`);
}

const root = () => frame.contentDocument!.querySelector('kankei-fanclub-signup')!.shadowRoot;
const part = (name: string) => root()?.querySelector<HTMLElement>(`[part~="${name}"]`);
const control = (name: string) => root()!.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
const focused = () => root()?.activeElement as HTMLInputElement | null;
const seen = () => (frame.contentWindow as HostWindow).seen;

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(name: string, where: () => Element | null | undefined): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (where() && focused() === where()) return;
    await sendKeys({ press: 'Tab' });
  }
  throw new Error(`Tab never came to ${name}`);
}

describe('the signup on a town’s page with a strict policy, from another origin', () => {
  afterEach(() => {
    sessionStorage.clear();
    frame.remove();
  });

  it('takes a person who uses the keyboard alone from the first field to the mail', async function () {
    this.timeout(60_000);
    await open();
    await until('the form', () => part('form'));
    await until('the flow', () => root()?.querySelector('[role="status"]'));
    control('name').focus();
    await sendKeys({ type: 'Hana Yamada' });
    await tabTo('e-mail', () => control('email'));
    await sendKeys({ type: `hana-${Date.now()}@example.jp` });
    await tabTo('the prefecture', () => control('prefecture'));
    await sendKeys({ press: 'ArrowDown' });
    await until('a prefecture', () => control('prefecture').value);
    const tier = root()!.querySelector<HTMLInputElement>('[name="tier"]');
    if (tier) {
      await tabTo('the tier', () => tier);
      await sendKeys({ press: 'Space' });
    }
    await tabTo('the consent', () => control('privacy'));
    await sendKeys({ press: 'Space' });
    await tabTo('the button', () => part('submit'));
    await sendKeys({ press: 'Enter' });
    await until('the look over it', () => part('review'));
    await until('focus on the heading', () => focused() === part('heading'));
    await tabTo('the last button', () => part('submit'));
    await sendKeys({ press: 'Enter' });
    await until('what happens next', () => part('done'));
    expect(part('done')!.textContent).to.contain('@example.jp');
    expect(seen().violations).to.deep.equal([]);
    expect(seen().errors).to.deep.equal([]);
    expect(sessionStorage).to.have.length(0);
  });
});
