/**
 * The page that says somebody has left: the card goes from this device too. The token stands in the page's address and
 * goes nowhere else. A card that is not in the page asks nobody for anything.
 */
const token = /\/member\/([\w-]+)\/leave$/.exec(location.pathname)?.[1];
await customElements.whenDefined('kankei-member-card');
const card = document.createElement('kankei-member-card');
card.token = token ?? '';
if (token) await card.clear();
