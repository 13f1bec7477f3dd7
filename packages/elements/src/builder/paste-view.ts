import { type EmbedForm, type EmbedSnippets, embedAdvice, markdownLink } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formFields } from '../internal/form/form-view.ts';
import type { Builder } from './builder.ts';
import { type Choices, scriptFile } from './choices.ts';
import { take } from './choose-view.ts';
import type { Copying } from './copying.ts';
import { sourceOptions } from './widgets.ts';

/** The forms in the order a webmaster should try them. */
const forms: readonly EmbedForm[] = ['element', 'div', 'link', 'frame'];

/** The lines to paste, each with when to use it. */
export function pasteView(builder: Builder, choices: Choices, copying: Copying): TemplateResult {
  const { words, form } = builder;
  const snippets = builder.snippets(choices);
  const groups = form.groups.filter(({ id }) => id === 'paste');
  return html`<section aria-labelledby="paste">
    <h2 id="paste">${words.paste}</h2>
    <p>${words.pasteHelp}</p>
    <form class="fields" novalidate @input=${(event: Event) => take(builder, event)} @submit=${(event: Event) => event.preventDefault()}>
      ${formFields(form, () => nothing, groups)}
    </form>
    ${pinFault(builder, choices)}
    ${snippets ? html`${advice(builder)} ${cards(builder, choices, snippets, copying)}` : html`<p>${words.fixFirst}</p>`}
  </section>`;
}

/** What is missing of what was wished for. */
function pinFault({ hashes, words }: Builder, { pin }: Choices): TemplateResult | typeof nothing {
  if (!hashes || pin === 'newest' || hashes[scriptFile(pin)]) return nothing;
  return html`<p part="fault" role="alert">${hashes['kankei.js'] ? words.singleMissing : words.pinMissing}</p>`;
}

const adviceOf = ({ form }: Builder) => embedAdvice.find(({ system }) => system === form.answers.cms);

function advice(builder: Builder): TemplateResult {
  const { words } = builder;
  const known = adviceOf(builder);
  if (!known) return html`<p role="status">${words.adviceUnknown}</p>`;
  return html`<p role="status">
    ${words.advice(forms.filter((one) => known.keeps.includes(one)).map((one) => words.forms[one].name))}
    ${known.keepsScript ? nothing : words.scriptApart}
  </p>`;
}

function cards(builder: Builder, choices: Choices, snippets: EmbedSnippets, copying: Copying): TemplateResult {
  const { words } = builder;
  const known = adviceOf(builder);
  const best = known ? forms.find((one) => known.keeps.includes(one)) : 'element';
  // Anybody may write a link: one that names where answers come from is never turned into a widget.
  const namesSource = sourceOptions.some((name) => name in choices.options);
  const wordsOfLink = choices.words || builder.usualWords(choices);
  const lines = (one: EmbedForm) => {
    if (one === 'link' && known?.ownLinks) return markdownLink({ words: wordsOfLink, address: snippets.address });
    // What the CMS would remove is not among the lines to paste.
    const needsScript = (one === 'element' || one === 'div') && known?.keepsScript !== false;
    return needsScript ? `${snippets.script}\n${snippets[one]}` : snippets[one];
  };
  return html`<div class="cards">
    ${forms.map((one) => {
      const { name, when } = words.forms[one];
      const isKept = !known || known.keeps.includes(one);
      return html`<section class="card" aria-labelledby="form-${one}">
        <h3 id="form-${one}">
          ${name}
          ${one === best ? html`<span class="tag good">${words.recommended}</span>` : nothing}
          ${isKept ? nothing : html`<span class="tag">${words.removed}</span>`}
        </h3>
        <p>${one === 'link' && namesSource ? words.linkStays : when}</p>
        ${copying.view(one, name, lines(one), words)}
      </section>`;
    })}
    ${(['script', 'address'] as const).map(
      (one) => html`<section class="card" aria-labelledby="form-${one}">
        <h3 id="form-${one}">${words[one].name}</h3>
        <p>${words[one].when}</p>
        ${copying.view(one, words[one].name, snippets[one], words)}
      </section>`,
    )}
  </div>`;
}
