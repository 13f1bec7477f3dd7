// A page that already uses our name for something of its own.
customElements.define('kankei-program-list', class extends HTMLElement {});
