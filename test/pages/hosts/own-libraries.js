// A page with parts of its own, made with other versions of what the widgets are made with.
import ky from 'ky-1';
import { css, html, LitElement } from 'lit-2';
import { z } from 'zod-3';

const note = z.object({ code: z.string().regex(/^\d{6}$/), name: z.string() });

class TownNote extends LitElement {
  static properties = { said: {} };
  static styles = css`
    :host {
      display: block;
      block-size: 2em;
    }
  `;

  constructor() {
    super();
    this.said = '';
  }

  async connectedCallback() {
    super.connectedCallback();
    const { code, name } = note.parse(await ky.get('/hosts/note.json').json());
    this.said = `${name} ${code}`;
  }

  render() {
    return html`<p>${this.said}</p>`;
  }
}
customElements.define('town-note', TownNote);
