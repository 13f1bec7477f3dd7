import {
  type Answer,
  type Answers,
  type Field,
  type FieldFaultCode,
  inLanguage,
  isShown,
  ownAnswer,
} from '@kankei/core';
import type { FormRestStrings, FormStrings } from '../../strings/form.ts';
import { draft, keepDraft } from './draft.ts';

/** The element a form stands in. */
export interface FormHost {
  readonly renderRoot: ParentNode;
  requestUpdate(): void;
}

/** Fields that stand together. */
export interface FieldGroup {
  id: string;
  /** What stands above them; empty where one question needs no more than itself. */
  heading: string;
  fields: Field[];
}

/** A note under a field, in the language of these words. */
type Note = (rest: FormRestStrings) => string;

/** More than so many questions in one go are too many to look at. */
const mostInGroup = 5;

/** What stands under a field once somebody fills it in. */
export interface FormMarks {
  note(form: Form, field: Field): unknown;
  fault(form: Form, name: string): unknown;
}

/** What a person fills in, from the first letter to the last check. How it looks: `form-view.ts`. */
export class Form {
  fields: readonly Field[] = [];
  answers: Readonly<Answers> = {};
  /** By the name of the field. */
  faults: ReadonlyMap<string, FieldFaultCode> = new Map();
  /** What was filled in for the person, by the name of the field it came from. */
  notes: ReadonlyMap<string, Note> = new Map();
  /** True once a check has failed: then the faults stand together above the form as well. */
  tried = false;
  /** True when something typed before a reload came back. */
  cameBack = false;
  /** On a computer others use too, nothing is kept beyond the page. */
  shared = false;
  words: FormStrings;
  /** The words for a form that is being filled in, once they have come. */
  rest: FormRestStrings | undefined;
  /** How is shown what they say, once that has come. */
  marks: FormMarks | undefined;
  /** Brings a field to the screen, where not all of them stand there at once. */
  reach: ((name: string) => Promise<unknown>) | undefined;
  /** The name under which what was typed outlives a reload. */
  private name = '';
  private prefilled: Readonly<Answers> = {};
  /** Where it stands: first what is painted before the code of an element has come, then the element. */
  host: FormHost;

  constructor(host: FormHost, words: FormStrings) {
    this.host = host;
    this.words = words;
  }

  /**
   * Begins with what a page fills in beforehand, and with what was typed: in this form before its fields were fetched
   * anew, or before a reload.
   */
  open(name: string, fields: readonly Field[], prefilled: Answers): void {
    const isSame = name === this.name;
    const kept = stillAsked(fields, (isSame ? this.answers : draft(name)) ?? {});
    this.name = name;
    this.fields = fields;
    this.prefilled = prefilled;
    this.cameBack = !isSame && Object.keys(kept).length > 0;
    this.answers = { ...prefilled, ...kept };
    this.faults = new Map();
    this.notes = new Map();
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

  /** The same in their groups; one that grew too long in several parts. */
  get groups(): FieldGroup[] {
    const { asked, words } = this;
    const all = new Map<string, Field[]>();
    for (const field of this.fields) all.set(field.group ?? '', [...(all.get(field.group ?? '') ?? []), field]);
    return [...all].flatMap(([id, fields]) => {
      const heading = own(words.groups, id) ?? id;
      const parts = Math.ceil(fields.length / mostInGroup);
      const size = Math.ceil(fields.length / parts);
      return Array.from({ length: parts }, (_, index) => ({
        id,
        heading: parts > 1 && heading ? words.part(heading, index + 1, parts) : heading,
        // What an answer calls for moves no other field to another part.
        fields: fields.slice(index * size, (index + 1) * size).filter((field) => asked.includes(field)),
      })).filter(({ fields }) => fields.length);
    });
  }

  /** What was answered to a field. */
  answer({ name }: Field): Answer | undefined {
    return ownAnswer(this.answers, name);
  }

  /** What a field is called. */
  label({ name, label }: Field): string {
    return label === undefined ? (own(this.words.labels, name) ?? name) : inLanguage(label, this.words.language);
  }

  /** What helps to answer. */
  help({ name, help, kind, maxLength }: Field): string {
    const { words } = this;
    const said = help === undefined ? (own(words.helps, name) ?? '') : inLanguage(help, words.language);
    return kind === 'long-text' && maxLength ? `${said} ${words.upTo(maxLength)}`.trim() : said;
  }

  /** What an option of a field is called. */
  optionLabel({ name, options }: Field, value: string): string {
    const label = options?.find((option) => option.value === value)?.label;
    if (label !== undefined) return inLanguage(label, this.words.language);
    return own(own(this.words.options, name) ?? {}, value) ?? value;
  }

  /** Takes over what a person or a suggestion put in; an answer that was at fault is no longer said to be. */
  set(name: string, answer: Answer): void {
    this.answers = { ...this.answers, [name]: answer };
    if (this.faults.has(name)) this.faults = new Map([...this.faults].filter(([faulty]) => faulty !== name));
    this.keep();
    this.host.requestUpdate();
  }

  /** Says under a field what was filled in for the person; without a note, nothing any more. */
  note(name: string, note?: Note): void {
    const notes = new Map(this.notes);
    if (note) notes.set(name, note);
    else notes.delete(name);
    this.notes = notes;
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
  clear(): void {
    this.answers = this.prefilled;
    this.cameBack = false;
    this.notes = new Map();
    this.blame(new Map());
    keepDraft(this.name);
  }

  /** The control of a field: the first of several. What stands beside the form may have one of the same name. */
  control(name: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(`[part="form"] [name="${name}"]`);
  }

  private keep(): void {
    keepDraft(this.name, this.shared ? {} : this.answers);
  }
}

/** A field or a group may be called `constructor`: only words of ours count. */
function own<T>(words: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

/** The answers to what is still asked and offered: a town may have changed its form since. */
function stillAsked(fields: readonly Field[], answers: Readonly<Answers>): Answers {
  const kept: Answers = {};
  for (const { name, kind, options } of fields) {
    const answer = ownAnswer(answers, name);
    const isOffered = (value: unknown) => !options || options.some((option) => option.value === value);
    if (kind === 'choices' && Array.isArray(answer)) kept[name] = answer.filter(isOffered);
    else if (kind === 'consent' ? typeof answer === 'boolean' : typeof answer === 'string' && isOffered(answer || null))
      kept[name] = answer!;
  }
  return kept;
}

/** What a control says: of checkboxes with a value of their own, all that are ticked. */
export function answerOf(control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): Answer {
  if (control.type !== 'checkbox') return control.value;
  const box = control as HTMLInputElement;
  if (!box.closest('[data-choices]')) return box.checked;
  const boxes = box.closest('[data-choices]')!.querySelectorAll<HTMLInputElement>('input');
  return [...boxes].filter(({ checked }) => checked).map(({ value }) => value);
}
