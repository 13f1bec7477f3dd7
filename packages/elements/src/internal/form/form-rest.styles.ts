import { css } from 'lit';

/** What a form shows once somebody fills it in. */
export const formRestStyles = css`
  [part='note'] {
    font-size: var(--_small);
  }
  [part='note']:not(:empty) {
    margin-block-start: 0.5em;
    padding-inline-start: 0.75em;
    border-inline-start: 0.25em solid var(--_good);
  }
  [aria-invalid='true']:is(input, select, textarea):not([type='checkbox'], [type='radio']) {
    border-color: var(--_bad);
    border-width: 2px;
  }
  [part='fault'] {
    margin-block-start: 0.25em;
    color: var(--_bad);
    font-weight: bold;
  }
  [part='fault']::before {
    content: '⚠\uFE0E ';
    content: '⚠\uFE0E ' / '';
  }
  [part='summary'] {
    padding: 1em;
    border: 2px solid var(--_bad);
    border-radius: var(--_radius);
  }
  [part='summary'] ul {
    list-style: disc;
    padding-inline-start: 1.5em;
  }
  [part='summary'] a {
    color: var(--_bad);
  }
  .consent > [part='fault'] {
    padding-inline-start: 2.25em;
  }
`;
