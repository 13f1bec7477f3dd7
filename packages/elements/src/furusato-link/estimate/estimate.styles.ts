import { css } from 'lit';

export const estimateStyles = css`
  .limit {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25em 0.75em;
  }
  .limit > strong {
    font-size: 2.25em;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .mark {
    padding: 0.1em 0.75em;
    border: 1px solid currentColor;
    border-radius: var(--_radius);
    font-weight: bold;
  }
  .slider > label {
    font-weight: bold;
  }
  .slider > input {
    inline-size: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  [part='line'] {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 1em;
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_border);
  }
  [part='line'] > dt {
    font-size: inherit;
    font-weight: normal;
  }
  [part='line'] > .amount {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  [part='line'] > .rule {
    grid-column: 1 / -1;
    font-size: var(--_small);
  }
  [part='line']:is(.line-total-income, .line-levy, .line-limit) > :not(.rule) {
    font-weight: bold;
  }
`;
