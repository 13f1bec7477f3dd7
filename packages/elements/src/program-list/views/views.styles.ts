import { css } from 'lit';

export const viewsStyles = css`
  .switch {
    display: flex;
    inline-size: fit-content;
    max-inline-size: 100%;
    flex-wrap: wrap;
  }
  .switch button {
    padding-inline: 0.75em;
    border-color: var(--_edge);
    border-radius: 0;
    margin-inline-start: -1px;
    font-size: var(--_small);
    font-weight: normal;
  }
  .switch button:first-child {
    margin-inline-start: 0;
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  .switch button:last-child {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .switch button:focus-visible {
    z-index: 1;
  }
  .switch [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: bold;
  }
  @media (forced-colors: active) {
    .switch [aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
