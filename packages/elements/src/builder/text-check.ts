import { type Backend, httpBackend } from '@kankei/client';
import { checkTownTexts, ProblemError, type TextFinding } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { BuilderStrings } from '../strings/builder.ts';
import type { Builder } from './builder.ts';
import type { Choices } from './choices.ts';

type Result = 'idle' | 'checking' | 'failed' | 'not-json' | TextFinding[];

/** The check of what a town wrote, pasted or as its server has it. */
export class TextCheck {
  private pasted = '';
  private result: Result = 'idle';
  private readonly server: string | undefined;
  private readonly draw: () => void;

  /** `server`: the backend beside this page, if any. */
  constructor(server: string | undefined, draw: () => void) {
    this.server = server;
    this.draw = draw;
  }

  view({ words }: Builder, { towns }: Choices): TemplateResult {
    const [town] = towns;
    return html`<section aria-labelledby="check">
      <h2 id="check">${words.check}</h2>
      <p>${words.checkHelp}</p>
      ${
        this.server && town
          ? html`<p><button type="button" @click=${() => this.checkTown(town)}>${words.checkTown}</button></p>
            <p part="help">${words.checkTownHelp}</p>`
          : nothing
      }
      <div part="field">
        <label for="pasted">${words.checkJson}</label>
        <textarea id="pasted" rows="6" spellcheck="false" autocomplete="off" @input=${this.take}></textarea>
      </div>
      <p><button type="button" @click=${this.checkPasted}>${words.checkPasted}</button></p>
      <div class="findings" tabindex="-1" role="status">${this.findings(words)}</div>
    </section>`;
  }

  private readonly take = ({ target }: Event) => {
    this.pasted = (target as HTMLTextAreaElement).value;
  };

  private readonly checkPasted = () => {
    try {
      this.show(checkTownTexts(JSON.parse(this.pasted)));
    } catch {
      this.show('not-json');
    }
  };

  private async checkTown(code: string): Promise<void> {
    this.show('checking');
    try {
      this.show(checkTownTexts(await wholeTown(httpBackend(this.server!), code)));
    } catch {
      this.show('failed');
    }
  }

  private show(result: Result): void {
    this.result = result;
    this.draw();
  }

  private findings(words: BuilderStrings): TemplateResult | string {
    const { result } = this;
    if (result === 'idle') return '';
    if (result === 'checking') return words.checking;
    if (result === 'failed') return html`<p part="fault">${words.checkFailed}</p>`;
    if (result === 'not-json') return html`<p part="fault">${words.notJson}</p>`;
    if (!result.length) return html`<p>${words.fine}</p>`;
    return html`<p><strong>${words.found(result.length)}</strong></p>
      <ul class="places">
        ${result.map((one) => html`<li><code translate="no">${one.name || 'kankei.json'}</code> ${sentence(one, words)}</li>`)}
      </ul>`;
  }
}

function sentence(finding: TextFinding, { findings: say }: BuilderStrings): string {
  if (finding.kind === 'unreadable') return say.unreadable(finding.reason);
  if (finding.kind === 'not-https') return say['not-https'](finding.address);
  if (finding.kind !== 'advertising') return say[finding.kind];
  return say.advertising([...new Set(finding.findings.map(({ word }) => word))], finding.findings[0]!.rule);
}

/** All a town has said to its server, as it would stand in a file. Rejects when the town cannot be read. */
async function wholeTown(backend: Backend, code: string): Promise<unknown> {
  const missing = (error: unknown) => {
    if (error instanceof ProblemError && /not-found$/.test(error.problem.code)) return undefined;
    throw error;
  };
  const [town, fanclub, furusato, matching] = await Promise.all([
    backend.town(code),
    backend.fanclub(code).catch(missing),
    backend.furusato(code).catch(missing),
    backend.matching(code).catch(missing),
  ]);
  // The server says the fan club's notice in place of one of its own: once is enough to hear of it.
  const isSame = JSON.stringify(matching?.notice) === JSON.stringify(fanclub?.notice);
  const { notice: _, ...asked } = matching ?? {};
  return {
    town: {
      ...town,
      ...(fanclub && { fanclub }),
      ...(furusato && { furusato }),
      ...(matching && { matching: isSame ? asked : matching }),
    },
    programs: ['events.csv'],
  };
}
