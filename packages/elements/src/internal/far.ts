let far: WeakSet<Element> | undefined;

/** True while no visitor is near an element of a page with the embed: it asks for nothing yet. */
export const isFar = (element: Element): boolean => far?.has(element) === true;

/** Called by the embed, which lets an element update once a visitor is near. */
export function setFar(value: WeakSet<Element>): void {
  far = value;
}
