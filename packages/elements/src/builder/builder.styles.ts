import { css } from 'lit';

/** How the builder stands: choices beside their preview where there is room, all else below. */
export const builderStyles = css`
  :host {
    font-family: inherit;
  }
  .head {
    display: grid;
    gap: 1em;
    margin-block-end: 2em;
  }
  h1,
  h2,
  h3 {
    margin: 0;
    line-height: 1.4;
  }
  h1 {
    font-size: 1.75em;
  }
  h2 {
    font-size: 1.375em;
    margin-block-end: 0.5em;
    padding-block-end: 0.25em;
    border-block-end: 2px solid var(--_border);
  }
  h3 {
    font-size: 1.0625em;
  }
  .head p,
  section > p {
    max-inline-size: 40em;
    margin-block-end: 1em;
  }
  .parts,
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 3em 2em;
  }
  @container (min-width: 60em) {
    .work {
      grid-template-columns: minmax(0, 28em) minmax(0, 1fr);
    }
    .preview {
      position: sticky;
      inset-block-start: 1em;
      align-self: start;
    }
  }
  .fields {
    gap: 1.5em;
  }
  details {
    padding: 0.5em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  details[open] {
    padding-block-end: 1.5em;
  }
  summary {
    min-block-size: max(2.75em, 44px);
    align-content: center;
    font-weight: bold;
    cursor: pointer;
  }
  input[type='color']:not([type='checkbox']) {
    inline-size: 4em;
    min-block-size: 44px;
    padding: 0.25em;
    cursor: pointer;
  }
  .contrast {
    display: grid;
    gap: 0.25em;
    margin-block-start: 0.5em;
    font-size: var(--_small);
  }
  .contrast strong {
    color: var(--_good);
  }
  .low strong,
  .warning {
    color: var(--_bad);
  }
  [part='note'].warning {
    border-color: var(--_bad);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    margin-block: 0.5em;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .stage {
    block-size: 36em;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .stage + p,
  form + p,
  [part='field'] + p {
    margin-block-start: 0.75em;
  }
  .stage > p {
    padding: 1em;
  }
  .stage > iframe {
    display: block;
    inline-size: var(--width, 100%);
    block-size: calc(100% / var(--scale, 1));
    border: 0;
    background: Canvas;
    transform: scale(var(--scale, 1));
    transform-origin: 0 0;
  }
  .phone {
    max-inline-size: calc(375px + 2px);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 26em), 1fr));
    gap: 1.5em;
    margin-block-start: 1em;
  }
  .card {
    padding: 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    min-inline-size: 0;
  }
  .tag {
    display: inline-block;
    margin-inline-start: 0.5em;
    padding: 0 0.5em;
    border: 1px solid currentColor;
    border-radius: 0.25em;
    font-size: var(--_small);
    font-weight: normal;
    color: var(--_warn);
  }
  .tag.good {
    color: var(--_good);
  }
  textarea.lines {
    font-family: monospace;
    font-size: max(0.875em, 14px);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  .places {
    display: grid;
    gap: 0.5em;
    margin-block-start: 0.5em;
  }
  .places > li {
    padding-inline-start: 0.75em;
    border-inline-start: 0.25em solid var(--_border);
  }
  code {
    font-size: max(0.875em, 14px);
  }
  @media (forced-colors: active) {
    [aria-pressed='true'] {
      border-width: 3px;
    }
  }
`;
