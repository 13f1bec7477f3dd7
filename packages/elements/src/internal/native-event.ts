/** The browser's own `Event`, also where a page's library has put one of its own in its place, as MooTools 1.2 does. */
export const NativeEvent: typeof Event = Object.getPrototypeOf(CustomEvent);
