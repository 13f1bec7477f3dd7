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
  [part='intro'] {
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
`;
