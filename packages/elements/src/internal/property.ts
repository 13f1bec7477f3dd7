import type { PropertyDeclaration, ReactiveElement } from 'lit';

// Lit's own decorators also speak the standard's form, which the build does not use and a page would pay 0.6 kB for.

/** Lit's `@property()`: a reactive property with an attribute. */
export function property(options?: PropertyDeclaration) {
  return (prototype: object, name: string): void =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
}

/** Lit's `@state()`: a reactive property of the element's own. */
export function state() {
  return property({ state: true, attribute: false });
}
