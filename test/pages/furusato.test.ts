import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fetched, isUnharmed, open, page, partsOf, until, wait, widget } from './support.ts';

const tag = (at = 0) => widget('kankei-furusato-link', at);
const parts = (name: string) => partsOf(tag(), name);
const part = (name: string) => parts(name)[0];

describe('furusato nozei on a town’s page with a strict policy, from another origin', () => {
  it('shows uses, two running projects and one that is reached, and where to donate, and breaks no rule of the page', async () => {
    await open('/hosts/furusato.html');
    await until('all of it', () => part('tools'));
    expect(parts('use')).to.have.length(3);
    expect(parts('state').map(({ textContent }) => textContent!.trim())).to.deep.equal([
      '受付中',
      '受付中',
      '目標達成・受付中',
    ]);
    expect(parts('progress').every((bar) => bar.getBoundingClientRect().height >= 12)).to.equal(true);
    for (const button of parts('tool')) button.click();
    await until('both tools', () =>
      parts('tool').every((button) => button.getAttribute('aria-expanded') === 'true' && !button.ariaBusy),
    );
    await until('the one link', () => partsOf(tag(1), 'donate-link')[0]);
    isUnharmed();
  });

  it('asks once for both tags, and needs neither ky nor zod', async () => {
    await open('/hosts/furusato.html');
    await until('all of it', () => part('tools'));
    const paths = fetched().map(({ pathname }) => pathname);
    expect(paths.filter((path) => path.endsWith('/furusato'))).to.have.length(1);
    expect(paths.filter((path) => /http-backend|contract|check-advertising/.test(path))).to.deep.equal([]);
  });

  it('leads by the keyboard to the fan club on the same page', async () => {
    await open('/hosts/furusato.html');
    await until('the invitation', () => part('invitation'));
    const link = part('invitation')!.querySelector('a')!;
    link.focus();
    await sendKeys({ press: 'Enter' });
    const signup = widget('kankei-fanclub-signup');
    await until('the signup', () => page().document.activeElement === signup);
  });
});

describe('furusato nozei without a server', () => {
  it('comes from kankei.json alone', async () => {
    await open('/town/furusato/index.html');
    await until('all of it', () => part('tools'));
    expect(parts('use').length).to.be.greaterThan(0);
    expect(parts('project').length).to.be.greaterThan(0);
    expect(part('donate-link')).not.to.equal(undefined);
    expect(fetched().filter(({ pathname }) => pathname.endsWith('/kankei.json'))).to.have.length(1);
  });

  it('leaves out what advertising may not say', async () => {
    await open('/town/furusato-flagged/index.html');
    await until('all of it', () => part('tools'));
    expect(tag()!.shadowRoot!.textContent).not.to.match(/豪華|還元|お得/);
    expect(part('donate-link')!.textContent).to.include('使い道を選んで寄付する');
  });

  it('is a plain link where the file cannot be read', async () => {
    await open('/town/furusato-broken/index.html');
    await until('the reason', () => part('problem'));
    const fallback = tag()!.querySelector('a')!;
    expect(fallback.getClientRects().length).to.equal(1);
    expect(part('retry')).not.to.equal(undefined);
  });

  it('says so where what stands below does not come, nor a tool, and asks again for either on a press', async function () {
    this.timeout(40_000);
    await open('/town/furusato-weak/index.html');
    await until('the reason', () => part('problem'));
    expect(parts('donate-link').length).to.be.greaterThan(0);
    // Firefox remembers of a module that it did not come, for as long as the page stands.
    if (navigator.userAgent.includes('Firefox')) this.skip();
    const back = () => wait(2100);
    await back();
    part('retry')!.click();
    await until('all of it', () => part('tools'));
    expect(part('problem')).to.equal(undefined);
    part('tool')!.click();
    await until('the reason', () => part('problem'));
    expect(part('problem')!.getAttribute('role')).to.equal('alert');
    await back();
    part('retry')!.click();
    await until('the estimate', () => part('estimate'));
    expect(part('problem')).to.equal(undefined);
  });
});
