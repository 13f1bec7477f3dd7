// What Google Translate does to a page: every text goes into two <font>, the page says it is in another language, and
// what is added later is translated, too.
window.translate = () => {
  const said = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
  const seen = new WeakSet();
  function visit(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!said.test(node.data) || seen.has(node.parentNode)) return;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = `[${node.data.replace(/[^\d\s]/gu, 'x')}]`;
      outer.append(inner);
      seen.add(inner);
      node.replaceWith(outer);
      return;
    }
    if (/^(script|style|template|input|textarea)$/i.test(node.nodeName)) return;
    for (const child of [...node.childNodes]) visit(child);
    if (node.shadowRoot && !seen.has(node.shadowRoot)) {
      seen.add(node.shadowRoot);
      watch(node.shadowRoot);
      for (const child of [...node.shadowRoot.childNodes]) visit(child);
    }
  }
  const watch = (root) =>
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) for (const node of [target, ...addedNodes]) visit(node);
    }).observe(root, { childList: true, subtree: true, characterData: true });
  document.documentElement.lang = 'en';
  document.documentElement.classList.add('translated-ltr');
  watch(document.body);
  visit(document.body);
};
