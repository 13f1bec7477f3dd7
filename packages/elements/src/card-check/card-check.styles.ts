import { css } from 'lit';

export const cardCheckStyles = css`
  .result {
    display: grid;
    gap: 0.75em;
    max-inline-size: 40em;
    padding: 1.25em;
    border: 3px solid var(--_tone);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .valid {
    --_tone: var(--_good);
  }
  .expired,
  .unknown {
    --_tone: var(--_warn);
    border-style: dashed;
  }
  .forged {
    --_tone: var(--_bad);
    border-style: double;
    border-width: 6px;
  }
  .verdict {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
    color: var(--_tone);
    font-size: 1.75em;
    font-weight: bold;
    line-height: 1.35;
  }
  .verdict svg {
    flex: none;
    inline-size: 1.75em;
    block-size: 1.75em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  dl {
    display: grid;
    gap: 0.25em;
    font-size: 1.125em;
  }
  dl div {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.75em;
  }
  dt {
    min-inline-size: 6em;
  }
  dd {
    font-weight: bold;
  }
  form {
    display: grid;
    gap: 0.5em;
    max-inline-size: 40em;
    margin-block: 1.5em 0.75em;
  }
  label {
    font-weight: bold;
  }
  textarea {
    font: inherit;
    letter-spacing: 0;
    color: inherit;
    inline-size: 100%;
    min-block-size: 6em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
    overflow-wrap: anywhere;
    resize: vertical;
  }
  form button {
    justify-self: start;
  }
  [part='problem'] {
    margin-block: 0;
  }
  @media print {
    form,
    [part='retry'] {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .result {
      border-color: CanvasText;
    }
  }
`;
