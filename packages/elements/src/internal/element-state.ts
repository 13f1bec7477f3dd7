/** Where an element stands. One value, never a handful of booleans. */
export type ElementState = 'idle' | 'loading' | 'empty' | 'ready' | 'sending' | 'done' | 'failed';

/**
 * Mirrors a state to `:state(…)` for style sheets. Chromium before 125 knows only the older `:--…` form and throws at
 * the new one; engines without custom states mirror nothing.
 */
export function mirrorState(internals: ElementInternals | undefined, from: ElementState, to: ElementState): void {
  const states = internals?.states;
  if (!states) return;
  try {
    states.delete(from);
    states.add(to);
  } catch {
    states.delete(`--${from}`);
    states.add(`--${to}`);
  }
}

/** What mirrors the state of an element; undefined in Safari 15.4, and where a polyfill has taken the browser's place. */
export function internalsOf(element: HTMLElement): ElementInternals | undefined {
  try {
    return element.attachInternals?.();
  } catch {
    return undefined;
  }
}
