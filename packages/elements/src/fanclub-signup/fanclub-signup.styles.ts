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
  [part='benefits'] ul {
    list-style: disc;
    padding-inline-start: 1.5em;
  }
  .detail {
    display: block;
    font-size: var(--_small);
  }
  [part='notice'] {
    padding: 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  [part='notice'] > :not(:first-child) {
    font-size: var(--_small);
  }
  dl {
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
`;
