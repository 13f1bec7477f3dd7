import { css } from 'lit';

/** What follows the form, and what stands above it later. */
export const formFlowStyles = css`
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
  [part='done'] ol {
    padding-inline-start: 1.5em;
    list-style: decimal;
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
  [part='done'] > * {
    margin-block-end: 1em;
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
  [part='review'] .name {
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
