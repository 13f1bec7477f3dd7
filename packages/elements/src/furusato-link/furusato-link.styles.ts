import { css } from 'lit';

/** Projects, and where to donate. */
export const furusatoLinkStyles = css`
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
  .compact {
    inline-size: 100%;
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
