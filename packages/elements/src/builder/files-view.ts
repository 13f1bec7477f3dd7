import { checkTownTexts, type KankeiFileInput } from '@kankei/core';
import { findMunicipality } from '@kankei/core/municipalities';
import { html, nothing, type TemplateResult } from 'lit';
import type { Builder } from './builder.ts';
import type { Choices } from './choices.ts';
import { draftKankeiFile } from './draft-file.ts';

/** What is needed where there is no server: a `kankei.json` to save, and what is still to be written in it. */
export function filesView(builder: Builder, choices: Choices): TemplateResult {
  const { words } = builder;
  return html`<section aria-labelledby="files">
    <h2 id="files">${words.files}</h2>
    <p>${words.filesHelp}</p>
    ${draft(builder, choices)}
  </section>`;
}

function draft(builder: Builder, choices: Choices): TemplateResult {
  const { words, widget } = builder;
  const [code] = choices.towns;
  if (!code) return html`<p>${words.fixFirst}</p>`;
  const name = builder.townName({ ...choices, towns: [code] }) || code;
  const prefecture = findMunicipality(code)?.prefecture;
  const file = draftKankeiFile(widget.name, { code, name, prefecture }, words.draft);
  if (!file) return html`<p>${words.filesNotFor}</p>`;
  const open = checkTownTexts(file).filter(({ kind }) => kind === 'to-be-written');
  return html`<p><button type="button" @click=${() => save(file)}>${words.download}</button></p>
    <h3>${words.toFill}</h3>
    ${open.length || file.programs?.length ? nothing : html`<p>${words.toFillNothing}</p>`}
    ${file.programs?.length ? html`<p>${words.toFillPrograms}</p>` : nothing}
    ${
      open.length
        ? html`<p>${words.toFillMark}</p>
          <ul class="places">
            ${open.map((one) => html`<li><code translate="no">${one.name}</code></li>`)}
          </ul>`
        : nothing
    }`;
}

/** Hands the file to the browser to be saved. */
function save(file: KankeiFileInput): void {
  const blob = new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' });
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: 'kankei.json' });
  link.click();
  // Firefox reads it only after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
