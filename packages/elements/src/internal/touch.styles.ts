import { css } from 'lit';

/** What every widget needs once somebody points at it or types, and where something goes wrong: not at first sight. */
export const touchStyles = css`
  a:hover {
    text-decoration-thickness: 0.15em;
  }
  button:hover,
  .button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  [aria-disabled='true'] {
    opacity: 0.7;
    cursor: default;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 4px solid #000;
    outline-offset: 2px;
    border-radius: 0.25em;
    box-shadow: 0 0 0 2px #ffd43d;
  }
  .fallback {
    margin-block: 0.75em;
  }
  [part='problem'] {
    margin-block: 0.75em;
    padding-inline-start: 0.75em;
    border-inline-start: 0.25em solid var(--_bad);
  }
`;
