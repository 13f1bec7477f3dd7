import { css } from 'lit';

/** How a form stands that is sent to one town. */
export const townFormStyles = css`
  .sent {
    max-inline-size: 40em;
  }
  .sent > * {
    margin-block: 0 1em;
  }
  /* Only where a step begins, not something to press. */
  [part='title']:focus-visible {
    outline: none;
    box-shadow: none;
  }
  [part='town'] > label {
    display: block;
    font-weight: bold;
  }
  [part='profile'] {
    padding: 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  [part='profile'] > legend {
    float: inline-start;
    inline-size: 100%;
  }
  [part='profile'] > :not(legend) {
    clear: both;
  }
  [part='profile'] .answer {
    display: block;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  [part='profile'] .question {
    display: block;
    font-size: var(--_small);
  }
`;
