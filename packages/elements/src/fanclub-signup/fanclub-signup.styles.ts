import { css } from 'lit';

export const fanclubSignupStyles = css`
  .root {
    display: flow-root;
  }
  [part='title'] {
    font-size: 1.5em;
    font-weight: bold;
    line-height: 1.4;
  }
  [part='heading'] {
    font-size: 1.375em;
    font-weight: bold;
  }
  [part='intro'],
  dd {
    white-space: pre-line;
  }
  .root > * {
    margin-block: 0 1em;
    max-inline-size: 40em;
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
  [part='notice'] {
    padding: 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  [part='notice'] > * {
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
    font-weight: bold;
  }
  @container (min-width: 32em) {
    dl > div {
      display: grid;
      grid-template-columns: 12em 1fr;
      gap: 1em;
    }
  }
  [part='review'] section {
    padding-block: 1em;
    border-block-start: 1px solid var(--_border);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  textarea[readonly] {
    font-size: var(--_small);
  }
`;
