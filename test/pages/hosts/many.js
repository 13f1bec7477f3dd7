// Thirty widgets in all forms, of five questions. They are there before the script runs.
document.addEventListener('readystatechange', () => {
  if (document.readyState !== 'interactive') return;
  const base = new URL('../..', document.querySelector('script[src*="kankei.js"]').src);
  for (let at = 0; at < 30; at++) {
    const limit = String((at % 5) + 1);
    const item = document.createElement(['kankei-program-list', 'div', 'a'][at % 3]);
    item.textContent = '一覧';
    if (item.localName === 'a') item.href = new URL(`w/program-list?town=999997&limit=${limit}`, base).href;
    else if (item.localName === 'div') Object.assign(item.dataset, { kankei: 'program-list', town: '999997', limit });
    else {
      item.setAttribute('town', '999997');
      item.setAttribute('limit', limit);
    }
    document.body.append(item);
  }
});
