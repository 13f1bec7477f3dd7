import { css } from 'lit';

/** How a form stands: one column, inputs as wide as what goes in. */
export const formStyles = css`
  .fields {
    display: grid;
    gap: 2em;
  }
  .fields > *,
  fieldset[part='group'] > * {
    min-inline-size: 0;
  }
  /* Only where a page goes on to after a step, not something to press. */
  form:focus-visible {
    outline: none;
    box-shadow: none;
  }
  /* No grid: in one WebKit keeps a heading as wide as it was when the page was wider. */
  fieldset[part='group'] > :not(legend) + * {
    margin-block-start: 1.5em;
  }
  [part='group-heading'] {
    padding: 0;
    margin-block-end: 0.75em;
    font-size: 1.25em;
    font-weight: bold;
  }
  [part='field'] {
    display: block;
  }
  [part='field'] > label:not(.tick),
  legend {
    display: block;
    padding: 0;
    font-weight: bold;
  }
  .required,
  .optional {
    font-size: var(--_small);
    font-weight: normal;
    white-space: nowrap;
  }
  .required {
    color: var(--_bad);
  }
  [part='help'],
  .tick small {
    display: block;
    font-size: var(--_small);
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    display: block;
    inline-size: 100%;
    margin: 0.25em 0 0;
    padding: 0.5em 0.75em;
    font: inherit;
    line-height: 1.4;
    letter-spacing: inherit;
    color: inherit;
    min-block-size: max(2.75em, 44px);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background-color: transparent;
  }
  select {
    inline-size: auto;
    max-inline-size: 100%;
    background-color: Canvas;
    color: CanvasText;
    text-overflow: ellipsis;
  }
  .field-postal > input,
  .field-birth-year > input,
  .field-number > input {
    max-inline-size: 12em;
  }
  .field-tel > input,
  .field-date > input,
  .field-municipality > input {
    max-inline-size: 18em;
  }
  textarea {
    resize: vertical;
  }
  .options {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    gap: 0 1em;
  }
  .tick {
    display: flex;
    align-items: flex-start;
    gap: 0.75em;
    padding-block: 0.5em;
    min-block-size: max(2.75em, 44px);
    cursor: pointer;
  }
  .tick > input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    min-block-size: 0;
    margin: 0.1em 0 0;
    accent-color: var(--_accent);
  }
  .tick > span {
    min-inline-size: 0;
  }
  .consent > [part='help'] {
    padding-inline-start: calc(2.25em / 0.875);
  }
`;
