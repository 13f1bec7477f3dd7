import { noChange } from 'lit';
import { Directive, directive, type PropertyPart } from 'lit/directive.js';

/**
 * Gives a control this value unless it has it, whatever a person did since it was last given one: what stays as it is
 * keeps its caret, and an input method goes on with what it is composing. For properties alone.
 */
export const live = directive(
  class extends Directive {
    render(value: unknown) {
      return value;
    }

    override update({ element, name }: PropertyPart, [value]: [unknown]) {
      const control = element as unknown as Record<string, unknown>;
      if (control[name] !== value) control[name] = value;
      return noChange;
    }
  },
);
