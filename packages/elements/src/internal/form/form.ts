import { type Answer, type Answers, type Field, type FieldFaultCode, inLanguage, isShown } from '@kankei/core';
import { type FormRestStrings, type FormStrings, jaForm } from '../../strings/form.ts';
import { draft, keepDraft } from './draft.ts';

/** The element a form stands in. */
export interface FormHost {
  readonly renderRoot: ParentNode;
  requestUpdate(): void;
}

/** What a person fills in, from the first letter to the last check. How it looks: `form-view.ts`. */
export class Form {
  fields: readonly Field[] = [];
  answers: Readonly<Answers> = {};
  /** By the name of the field. */
  faults: ReadonlyMap<string, FieldFaultCode> = new Map();
  /** True once a check has failed: then the faults stand together above the form as well. */
  tried = false;
  /** True when something typed before a reload came back. */
  cameBack = false;
  /** On a computer others use too, nothing is kept beyond the page. */
  shared = false;
  words: FormStrings = jaForm;
  /** The words for a form that is being filled in, once they have come. */
  rest: FormRestStrings | undefined;
  /** The name under which what was typed outlives a reload. */
  private name = '';
  private readonly host: FormHost;

  constructor(host: FormHost) {
    this.host = host;
  }

  /** Begins with what a page fills in beforehand, and with what was typed before a reload. */
  open(name: string, fields: readonly Field[], prefilled: Answers): void {
    const kept = draft(name);
    this.name = name;
    this.fields = fields;
    this.shared = kept?.shared ?? false;
    this.cameBack = !!kept?.answers;
    this.answers = { ...prefilled, ...kept?.answers };
    this.faults = new Map();
    this.tried = false;
  }

  /** Where the form's controls stand. */
  get root(): ParentNode {
    return this.host.renderRoot;
  }

  /** The fields that are asked as things stand. */
  get asked(): Field[] {
    return this.fields.filter((field) => isShown(field, this.fields, this.answers));
  }

  /** What a field is called. */
  label({ name, label }: Field): string {
    return label === undefined ? (this.words.labels[name] ?? name) : inLanguage(label, this.words.language);
  }

  /** What an option of a field is called. */
  optionLabel({ name, options }: Field, value: string): string {
    const label = options?.find((option) => option.value === value)?.label;
    return label === undefined ? (this.words.options[name]?.[value] ?? value) : inLanguage(label, this.words.language);
  }

  /** Takes over what a person or a suggestion put in; an answer that was at fault is no longer said to be. */
  set(name: string, answer: Answer): void {
    this.answers = { ...this.answers, [name]: answer };
    if (this.faults.has(name)) this.faults = new Map([...this.faults].filter(([faulty]) => faulty !== name));
    this.keep();
    this.host.requestUpdate();
  }

  /** On a shared computer what was kept goes at once. */
  share(shared: boolean): void {
    this.shared = shared;
    this.keep();
    this.host.requestUpdate();
  }

  /** Shows what is wrong, or that nothing is. */
  blame(faults: ReadonlyMap<string, FieldFaultCode>): void {
    this.faults = faults;
    this.tried = faults.size > 0;
    this.host.requestUpdate();
  }

  /** Forgets all that was typed. */
  clear(prefilled: Answers = {}): void {
    this.answers = prefilled;
    this.cameBack = false;
    this.blame(new Map());
    keepDraft(this.name, undefined);
  }

  /** The control of a field: the first of several. */
  control(name: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(`[name="${name}"]`);
  }

  private keep(): void {
    keepDraft(this.name, this.shared ? { shared: true } : { answers: this.answers });
  }
}

/** What a control says: of checkboxes with a value of their own, all that are ticked. */
export function answerOf(control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): Answer {
  if (control.type !== 'checkbox') return control.value;
  const box = control as HTMLInputElement;
  if (!box.closest('[data-choices]')) return box.checked;
  const boxes = box.closest('[data-choices]')!.querySelectorAll<HTMLInputElement>('input');
  return [...boxes].filter(({ checked }) => checked).map(({ value }) => value);
}
