// Speaks as a hosted page would, but is none; and notes whether anybody answers.
window.heard = [];
addEventListener('message', ({ data }) => window.heard.push(data));
setInterval(() => {
  for (const message of [
    { kankei: 'here' },
    { kankei: 'height', height: 7777 },
    { kankei: 'event', type: 'kankei-program-open', fields: { town: 'forged', program: 'forged' } },
  ])
    window.parent.postMessage(message, '*');
}, 50);
