import { css } from 'lit';

/** What stands below the first sight. */
export const moreStyles = css`
  .block {
    padding: 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .block > * + * {
    margin-block-start: 0.5em;
  }
  .block > .heading {
    margin-block-end: 0;
    font-size: 1.125em;
  }
  .points {
    list-style: disc;
    padding-inline-start: 1.5em;
  }
  .tool {
    margin-block-end: 0.75em;
  }
  .opened {
    margin-block: 1em 1.5em;
  }
  [aria-expanded]::after {
    content: '';
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-block-start: -0.25em;
    border: solid currentColor;
    border-width: 0 0.15em 0.15em 0;
    transform: rotate(45deg);
  }
  [aria-expanded='true']::after {
    margin-block-start: 0.25em;
    transform: rotate(225deg);
  }
  .block > * {
    max-inline-size: 40em;
  }
  .tiers dt {
    font-weight: bold;
  }
  .tiers dd + dt {
    margin-block-start: 0.5em;
  }
`;
