import { lookEverywhere } from './axe.ts';

const dark = new CSSStyleSheet();
dark.replaceSync('body { background: #15181c; color: #e8e8e8; }');

describe('axe finds nothing, on a dark page:', () => {
  before(() => {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, dark];
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== dark);
  });
  // Programs of different kinds have the same colours.
  lookEverywhere('ja', (state) => !state.startsWith('a program, '));
});
