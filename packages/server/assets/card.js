/**
 * The pages that check and show cards. The link to the other language takes along what is behind `#`; a card that stands
 * in for a member's page without network gets the token from that page's address, which goes nowhere else.
 */
for (const link of document.querySelectorAll('a[data-keep-hash]'))
  link.addEventListener('click', () => {
    link.hash = location.hash;
  });

const card = document.querySelector('kankei-member-card');
const token = /\/member\/([\w-]+)$/.exec(location.pathname)?.[1];
if (card && token) card.token = token;
