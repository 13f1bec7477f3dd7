import { expect } from '@open-wc/testing';
import { fixturePrograms } from '../fixtures/programs.ts';
import { all, mount, one, town, until, words } from './support.ts';

describe('the choice of views', () => {
  it('is the visitor’s, and says which one is shown', async () => {
    const list = await mount(town());
    await until('the choice', () => all(list, 'view').length);
    expect(words(list, 'view')).to.deep.equal(['カード', '一覧', 'カレンダー']);
    const pressed = () => all(list, 'view').map((button) => button.getAttribute('aria-pressed'));
    expect(pressed()).to.deep.equal(['true', 'false', 'false']);
    const [, compact, calendar] = all(list, 'view');
    compact!.focus();
    compact!.click();
    await until('the list', () => all(list, 'group').length);
    expect(pressed()).to.deep.equal(['false', 'true', 'false']);
    expect(list.shadowRoot!.activeElement).to.equal(compact);
    calendar!.click();
    await until('the calendar', () => all(list, 'entry').length);
    expect(pressed()).to.deep.equal(['false', 'false', 'true']);
    expect(all(list, 'group')).to.deep.equal([]);
  });

  it('is the page’s: the view it asks for comes first, and only the views it allows are offered', async () => {
    const list = await mount(town(), { view: 'list', views: 'list calendar' });
    expect(all(list, 'group')).not.to.deep.equal([]);
    expect(words(list, 'view')).to.deep.equal(['一覧', 'カレンダー']);
    list.view = 'cards';
    await until('cards', () => !all(list, 'group').length);
    expect(all(list, 'card').length).to.equal(fixturePrograms.length - 1);
  });

  it('is not offered where the page allows one view alone', async () => {
    const list = await mount(town(), { view: 'list', views: 'list' });
    expect(all(list, 'group')).not.to.deep.equal([]);
    expect(all(list, 'view')).to.deep.equal([]);
  });

  it('goes on as cards where a view is not known', async () => {
    const list = await mount(town(), { view: 'gallery' });
    expect(one(list, 'card').className).to.equal('card');
  });
});
