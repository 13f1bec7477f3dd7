import { css } from 'lit';

/** While nothing is listed yet, and where there is nothing to list. */
export const nothingListedStyles = css`
  .empty {
    padding: 1.5em 1em;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }
  /* Nothing for 0.3 s, then something quiet; the room is kept from the start, all of it where the page says how much. */
  .waiting {
    min-block-size: var(--kankei-reserve, 0);
  }
  /* Its room would push down what the list begins with, until the list is there. */
  .waiting .fallback {
    margin: 0;
  }
  .placeholder {
    opacity: 0;
    animation: appear 0s 0.3s forwards;
  }
  .placeholder .body {
    min-block-size: 12em;
  }
  .placeholder i {
    display: block;
    inline-size: 60%;
    block-size: 1em;
    margin-block-end: 0.5em;
    border-radius: 0.25em;
    background: var(--_border);
    opacity: 0.35;
  }
  .placeholder i:nth-child(2) {
    inline-size: 90%;
    block-size: 1.5em;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
`;
