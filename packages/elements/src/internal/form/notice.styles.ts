import { css } from 'lit';

/** How pairs of a name and what is said of it stand: in the notice beside a button, and in a look over what was entered. */
export const noticeStyles = css`
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
  dd {
    white-space: pre-line;
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
