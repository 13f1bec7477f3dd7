import { css } from 'lit';

export const furusatoLinkStyles = css`
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
  .state {
    justify-self: start;
    display: flex;
    align-items: center;
    gap: 0.25em;
    padding-inline: 0.5em;
    border: 1px solid var(--_border);
    border-radius: 0.25em;
    line-height: 1.5;
  }
  .state .icon {
    inline-size: 0.875em;
    block-size: 0.875em;
    stroke-width: 3.5;
  }
  .open,
  .reached {
    border-color: currentColor;
    color: var(--_good);
    font-weight: bold;
  }
  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.875em;
    border: 1px solid var(--_edge);
    border-radius: 1em;
    overflow: hidden;
    -webkit-appearance: none;
    appearance: none;
    background: transparent;
    color: var(--_good);
  }
  ::-webkit-progress-bar {
    background: transparent;
  }
  ::-webkit-progress-value {
    background: var(--_good);
  }
  ::-moz-progress-bar {
    background: var(--_good);
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1em;
  }
  .period {
    font-weight: bold;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block-start: 0.5em;
  }
  section > .label {
    margin-block-start: 1em;
  }
  .button {
    max-inline-size: 100%;
    justify-content: space-between;
    text-align: start;
  }
  .words {
    display: grid;
  }
  .button small {
    font-weight: normal;
  }
  @media (forced-colors: active) {
    progress {
      forced-color-adjust: none;
      border-color: CanvasText;
    }
    ::-webkit-progress-value {
      background: Highlight;
    }
    ::-moz-progress-bar {
      background: Highlight;
    }
  }
`;
