import { type Answers, type EmbedSnippets, embedPlace, embedSnippets } from '@kankei/core';
import { findMunicipality } from '@kankei/core/municipalities';
import { Form } from '../internal/form/form.ts';
import type { BuilderStrings } from '../strings/builder.ts';
import type { FormRestStrings, FormStrings } from '../strings/form.ts';
import {
  type Choices,
  canBeWritten,
  carryOver,
  embedOf,
  fieldsFor,
  fromHash,
  type KnownTown,
  type Place,
  readChoices,
  toHash,
  usualAnswers,
} from './choices.ts';
import { findWidget, type Widget } from './widgets.ts';

/** What the page knows of where it stands. */
export interface BuilderSetting {
  place: Place;
  /** The towns of the server; none where there is no server. */
  known: readonly KnownTown[];
  /** The town to begin with, unless the address names one. */
  town?: string | undefined;
  /** The file to begin with where there is no server. */
  file?: string | undefined;
  words: BuilderWords;
}

/** The words of this page, and of every form. */
export interface BuilderWords {
  builder: BuilderStrings;
  form: FormStrings;
  rest: FormRestStrings;
}

/** What was chosen, and what follows from it. The page draws it anew whenever it says so. */
export class Builder {
  readonly setting: BuilderSetting;
  readonly form: Form;
  widget: Widget;
  /** Hashes of the files of this version, once they have come; none where they could not. */
  hashes: Readonly<Record<string, string>> | undefined;
  /** The groups of which an address named something: who follows it is to see what. */
  unfolded: ReadonlySet<string> = new Set();
  private readonly draw: () => void;

  constructor(setting: BuilderSetting, root: ParentNode, draw: () => void) {
    this.setting = setting;
    this.draw = draw;
    const { builder, form } = setting.words;
    this.form = new Form({ renderRoot: root, requestUpdate: draw }, formWords(builder, form));
    this.form.rest = setting.words.rest;
    // Everything is in the address: nothing is to be kept on the computer besides.
    this.form.shared = true;
    this.widget = findWidget(undefined);
    this.read('');
  }

  get words(): BuilderStrings {
    return this.setting.words.builder;
  }

  /** Takes over what an address says. */
  read(hash: string): void {
    const { known, town, file } = this.setting;
    const first = { ...(town ? { town } : {}), ...(file ? { src: file } : {}) };
    const { widget, answers } = fromHash(hash.replace(/^#/, '') || String(new URLSearchParams(first)), known);
    this.open(widget, answers);
    const { options, faults } = this.choices;
    const named = this.form.fields.filter(({ name }) => Object.hasOwn(options, name) || faults.has(name));
    this.unfolded = new Set(named.map(({ group = '' }) => group));
  }

  /** What the address should say. */
  get hash(): string {
    return toHash(this.form.fields, this.form.answers, usualAnswers(this.widget, this.setting.known));
  }

  /** Takes over an answer; another widget has other questions. */
  changed(): void {
    const { answers } = this.form;
    const widget = findWidget(answers.widget);
    if (widget !== this.widget) this.open(widget, carryOver(answers, this.widget, widget, this.setting.known));
    this.draw();
  }

  get choices(): Choices {
    return readChoices(this.widget, this.setting.known, this.form.answers);
  }

  /** The name of the town, where it is one. */
  townName({ towns }: Choices): string {
    const [code, another] = towns;
    if (!code || another) return '';
    return this.setting.known.find((one) => one.code === code)?.name ?? findMunicipality(code)?.name ?? '';
  }

  /** What stands in the link where nothing was typed. */
  usualWords(choices: Choices): string {
    const { linkWords, needWords } = this.words;
    const say = choices.options.side === 'host' ? needWords : linkWords[choices.widget.name];
    return say ? say(this.townName(choices)) : choices.widget.name;
  }

  /** The lines to paste; undefined while there is no town, or something that cannot be read. */
  snippets(choices: Choices): EmbedSnippets | undefined {
    if (!canBeWritten(choices)) return undefined;
    return embedSnippets(embedOf(choices, this.setting.place, this.usualWords(choices), this.hashes));
  }

  /**
   * The hosted page to look at, beside this one whatever name the server is reached under, in the language of this page
   * unless another was chosen. `own`: the address of this script.
   */
  previewAddress(choices: Choices, own: string): string {
    if (!canBeWritten(choices)) return '';
    const { base } = embedPlace(this.setting.place.script);
    const options = { lang: this.words.language, ...choices.options };
    const { address } = embedSnippets(embedOf({ ...choices, options, pin: 'newest' }, this.setting.place, ''));
    return address.startsWith(base) ? embedPlace(own).base + address.slice(base.length) : address;
  }

  private open(widget: Widget, answers: Answers): void {
    this.widget = widget;
    // As a name that was not used before: what stood in the form is in `answers`.
    this.form.answers = {};
    this.form.open('builder', fieldsFor(widget, this.setting.known), answers);
  }
}

/** The words of every form, and those of this one. */
function formWords(say: BuilderStrings, form: FormStrings): FormStrings {
  const options = Object.entries(say.options);
  const values = (part: 'label' | 'help') => Object.fromEntries(options.map(([name, one]) => [name, one[part] ?? '']));
  const own = {
    widget: Object.fromEntries(Object.entries(say.widgets).map(([name, { name: title }]) => [name, title])),
    known: { other: say.otherTown },
    cms: say.systems,
    pin: say.scripts,
  };
  return {
    ...form,
    // Nearly nothing has to be answered: it is said once, above.
    optional: '',
    labels: { ...values('label'), ...say.labels },
    helps: { ...values('help'), ...say.helps },
    groups: say.groups,
    options: { ...Object.fromEntries(options.map(([name, one]) => [name, one.values ?? {}])), ...own },
  };
}
