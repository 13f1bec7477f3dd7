import type { Field } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormRestStrings } from '../../strings/form.ts';
import type { Form } from './form.ts';

// What a form shows once somebody fills it in: what is wrong, and what was filled in for the person.

/** Gives a form these words, and what shows them. */
export function mark(form: Form, rest: FormRestStrings): void {
  form.rest = rest;
  form.marks = { note, fault };
}

/** The faults together, each a link to its field. */
export function faultSummary(form: Form): TemplateResult | typeof nothing {
  const { faults, rest } = form;
  if (!form.tried || !faults.size || !rest) return nothing;
  const go = (name: string) => async (event: Event) => {
    event.preventDefault();
    // What stands there already is gone to at once: some browsers show a keyboard only for a focus within the press.
    if (form.reach) await form.reach(name);
    form.control(name)?.focus();
  };
  // No field can take these names: theirs have no hyphen.
  return html`<div part="summary" tabindex="-1" role="group" aria-labelledby="fault-summary">
    <p id="fault-summary"><strong>${rest.summary(faults.size)}</strong></p>
    <ul>
      ${[...faults.keys()].map(
        (name) => html`<li><a href="#${name}" @click=${go(name)}>${sentence(form, name)}</a></li>`,
      )}
    </ul>
  </div>`;
}

/** What is wrong with a field, in words. */
function sentence(form: Form, name: string): string {
  const code = form.faults.get(name);
  const field = form.fields.find((one) => one.name === name);
  if (!code || !form.rest) return '';
  return form.rest.faults[code](field ? form.label(field) : name, field ?? { name, kind: 'text' });
}

/** What was filled in for the person. It is there while empty, so that it is announced when it fills. */
function note({ notes, rest }: Form, { name, kind }: Field): TemplateResult | typeof nothing {
  if (!rest || (kind !== 'postal' && kind !== 'kana')) return nothing;
  return html`<p part="note" id="${name}-note" role="status">${notes.get(name)?.(rest)}</p>`;
}

function fault(form: Form, name: string): TemplateResult | typeof nothing {
  const text = sentence(form, name);
  return text ? html`<p part="fault" id="${name}-fault">${text}</p>` : nothing;
}
