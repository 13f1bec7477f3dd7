/** What a box does not have room for: its text runs over the edge, or is cut off there. */
export function cutOff(list: Element): string[] {
  const edge = list.getBoundingClientRect().right + 1;
  const root = list.shadowRoot!;
  return [...root.querySelectorAll<HTMLElement>('*')]
    .filter((element) => element.checkVisibility?.() !== false && !element.closest('.hidden, .whole-date, svg'))
    .filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      const clips = getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
      return width > 0 && (right > edge || clips);
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 200));
}
