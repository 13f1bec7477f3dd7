import { css } from 'lit';

/** What is seen first. */
export const firstStyles = css`
  .root > * {
    margin-block: 0 1em;
  }
  .title {
    font-size: 1.5em;
    font-weight: bold;
    line-height: 1.4;
  }
  .text {
    max-inline-size: 40em;
    white-space: pre-line;
  }
  .root > section {
    margin-block-start: 2em;
  }
  .heading {
    margin-block-end: 0.75em;
    font-size: 1.25em;
    font-weight: bold;
    line-height: 1.4;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18em), 1fr));
    gap: var(--_gap);
  }
  .card {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .picture {
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 4 / 3;
    object-fit: cover;
    border-radius: var(--_radius) var(--_radius) 0 0;
  }
  .picture:not([src]),
  small:empty {
    display: none;
  }
  .body {
    display: grid;
    gap: 0.5em;
    padding: 1em;
  }
  .name {
    font-size: 1.125em;
    font-weight: bold;
    line-height: 1.5;
    word-break: auto-phrase;
  }
  .credit,
  .as-of,
  .label,
  .state,
  small,
  dt {
    font-size: var(--_small);
  }
  .credit {
    padding: 0.25em 1em 0;
  }
  .label {
    font-weight: bold;
  }
  .done {
    padding-inline-start: 0.75em;
    border-inline-start: 0.25em solid var(--_good);
  }
`;
