/**
 * The copy buttons of our pages. Without a script, or where the clipboard is closed (a page without https),
 * the text stays there to be selected.
 */
function select(element) {
  const selection = window.getSelection();
  selection?.removeAllRanges();
  const range = document.createRange();
  range.selectNodeContents(element);
  selection?.addRange(range);
}

for (const button of document.querySelectorAll('button[data-copy]')) {
  const source = document.getElementById(button.dataset.copy);
  const said = button.parentElement?.querySelector('[role="status"]');
  button.hidden = false;
  button.addEventListener('click', async () => {
    // Emptied first, so that the same words are announced again.
    said.textContent = '';
    try {
      await navigator.clipboard.writeText(source.textContent);
      said.textContent = button.dataset.done;
    } catch {
      select(source);
      said.textContent = button.dataset.failed;
    }
  });
}
