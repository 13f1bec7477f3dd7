import { css } from 'lit';

export const openedProgramStyles = css`
  .detail {
    display: grid;
    gap: 1em;
    scroll-margin-block-start: 5em;
  }
  .detail .tags {
    margin-block-end: -0.5em;
  }
  .detail > .heading {
    justify-self: start;
    font-size: 1.5em;
    font-weight: bold;
    line-height: 1.4;
    word-break: auto-phrase;
  }
  .notice {
    display: flex;
    gap: 0.5em;
    padding: 0.75em 1em;
    border: 2px solid var(--_border);
    border-color: currentColor;
    border-radius: var(--_radius);
    font-weight: bold;
  }
  /* In the middle of the first line. */
  .notice .icon {
    margin-block-start: 0.225em;
  }
  .intro {
    display: grid;
    gap: 1em;
  }
  .intro .picture {
    max-inline-size: 30em;
    border-radius: var(--_radius);
  }
  .intro .words {
    display: grid;
    align-content: start;
    gap: 1em;
  }
  /* One way in leads; the others do not compete with it. */
  .actions :is(button, .button):not(.primary) {
    border-color: var(--_edge);
    font-weight: normal;
  }
  .shared:empty {
    margin-block-start: -1em;
  }
  .trouble p {
    margin: 0;
  }
  .trouble p + p {
    margin-block-start: 0.75em;
  }
  .text {
    white-space: pre-line;
  }
  .lead,
  p.text,
  dd {
    max-inline-size: 40em;
  }
  dl.fields {
    border-block-start: 1px solid var(--_border);
  }
  .field {
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_border);
  }
  dt {
    font-weight: bold;
  }
  @container (max-width: 24em) {
    .actions button {
      inline-size: 100%;
    }
  }
  @container (min-width: 36em) {
    .field {
      display: grid;
      grid-template-columns: 11em minmax(0, 1fr);
      gap: 1em;
    }
    .detail > .heading {
      font-size: 1.75em;
    }
    .intro {
      display: flex;
      align-items: flex-start;
      gap: 1.5em;
    }
    .intro .words {
      flex: 1;
    }
    .intro .picture {
      order: 1;
      flex: 0 1 40%;
    }
  }
  @media (forced-colors: active) {
    .actions .primary {
      border-width: 3px;
    }
  }
`;
