import { css } from 'lit';

export const fanclubSignupStyles = css`
  .root {
    display: flow-root;
    max-inline-size: 40em;
  }
  [part='title'] {
    font-size: 1.5em;
    font-weight: bold;
    line-height: 1.4;
  }
  [part='heading'] {
    font-size: 1.375em;
    font-weight: bold;
    line-height: 1.4;
  }
  /* Only where a step begins, not something to press. */
  [part='heading']:focus-visible {
    outline: none;
    box-shadow: none;
  }
  [part='intro'],
  dd {
    white-space: pre-line;
  }
  .root > * {
    margin-block: 0 1em;
  }
  .root > form {
    margin-block-start: 1.5em;
  }
  [part='benefits'] ul,
  [part='done'] ol {
    list-style: disc;
    padding-inline-start: 1.5em;
  }
  [part='done'] ol {
    list-style: decimal;
  }
  .detail {
    display: block;
    font-size: var(--_small);
  }
  [part='restored'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    padding: 0.75em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  [part='notice'] {
    padding: 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  [part='notice'] > :not(:first-child) {
    font-size: var(--_small);
  }
  [part='done'] > * {
    margin-block-end: 1em;
  }
  [part='notice'] dl,
  [part='review'] dl {
    display: grid;
    gap: 0.5em;
    margin-block: 0.5em;
  }
  dt {
    font-size: var(--_small);
    font-weight: bold;
  }
  @container (min-width: 32em) {
    dl > div {
      display: grid;
      grid-template-columns: 12em 1fr;
      align-items: baseline;
      gap: 1em;
    }
    dd {
      grid-column: 2;
    }
  }
  [part='review'] section {
    padding-block: 0.75em;
    border-block-start: 1px solid var(--_border);
  }
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
  }
  .bar > .name {
    font-size: 1.125em;
    font-weight: bold;
  }
  .bar > button {
    flex: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  textarea[readonly] {
    font-size: var(--_small);
  }
  @media print {
    button,
    .button,
    [part='shared'] {
      display: none;
    }
    section,
    [part='field'] {
      break-inside: avoid;
    }
  }
`;
