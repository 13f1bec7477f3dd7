/**
 * Gives a tag its accent, the colour of what can be pressed: `#rgb` or `#rrggbb`; no other text becomes a style. It is set
 * through the object model, which every content security policy lets pass. False for what is no such colour.
 */
export function setAccent(tag: HTMLElement, accent: string): boolean {
  const color = accent.trim();
  const isColor = /^#(?:[\da-f]{3}){1,2}$/i.test(color);
  if (isColor) tag.style.setProperty('--kankei-accent', color);
  else tag.style.removeProperty('--kankei-accent');
  return isColor;
}
