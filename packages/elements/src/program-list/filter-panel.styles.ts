import { css } from 'lit';

export const filterPanelStyles = css`
  .panel {
    display: grid;
    gap: 1em;
    padding-block: 0.25em 0.5em;
  }
  .panel legend {
    padding: 0;
    margin-block-end: 0.25em;
    font-weight: bold;
  }
  .panel .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .panel .choices + .choices {
    margin-block-start: 0.5em;
  }
  .panel .number {
    flex: none;
  }
  .panel .days {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    margin-block-start: 0.5em;
  }
  .panel .days label {
    display: grid;
    max-inline-size: 100%;
  }
  .panel .kind span {
    min-inline-size: 0;
  }
  input[type='date'] {
    min-inline-size: 0;
    max-inline-size: 100%;
    padding: 0.5em 0.75em;
    background: transparent;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    margin-block-end: 0.75em;
  }
  .chip {
    font-weight: normal;
    color: inherit;
    border-color: var(--_edge);
  }
  .chip::after {
    content: '×';
    color: var(--_accent);
    font-weight: bold;
  }
`;
