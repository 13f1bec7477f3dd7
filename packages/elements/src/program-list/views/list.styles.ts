import { css } from 'lit';

export const listStyles = css`
  .months {
    display: grid;
    gap: 1.5em;
  }
  .group-heading {
    padding-block-end: 0.25em;
    border-block-end: 2px solid;
    font-weight: bold;
    line-height: 1.5;
  }
  .row {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.125em 0.75em;
    padding: 0.625em 0.25em;
    border-block-end: 1px solid var(--_border);
    line-height: 1.5;
  }
  .row:hover {
    /* For Safari before 16.2. */
    background: rgb(128 128 128 / 8%);
    background: color-mix(in srgb, currentColor 5%, transparent);
  }
  .row:hover .title a {
    text-decoration: underline;
  }
  .row-when,
  .row-where,
  .row-state {
    font-size: var(--_small);
  }
  /* A date breaks after its weekday or its 〜. */
  .row-when {
    word-break: keep-all;
  }
  .row-title {
    grid-column: 1 / -1;
    font-size: 1em;
    font-weight: bold;
  }
  .row-where {
    grid-column: 1 / -1;
  }
  .row-state {
    grid-area: 1 / 2;
  }
  .row-state .tag {
    white-space: nowrap;
  }
  .row-state:empty {
    display: none;
  }
  @container (min-width: 34em) {
    .row {
      grid-template-columns: 11em minmax(0, 1fr) 7em;
      align-items: baseline;
    }
    .row-title {
      grid-column: 2;
    }
    .row-where {
      grid-area: 2 / 2;
    }
    .row-when {
      grid-row: 1 / 3;
    }
    .row-state {
      grid-area: 1 / 3;
      justify-self: end;
    }
  }
  @container (min-width: 56em) {
    .row {
      grid-template-columns: 16em minmax(0, 1fr) minmax(0, 16em) 7em;
    }
    .row-when {
      grid-row: 1;
    }
    .row-where {
      grid-area: 1 / 3;
    }
    .row-state {
      grid-area: 1 / 4;
    }
  }
`;
