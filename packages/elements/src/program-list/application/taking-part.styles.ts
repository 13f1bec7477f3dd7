import { css } from 'lit';

/** What one can do here about an opened program. */
export const takingPartStyles = css`
  .taking-part {
    display: grid;
    gap: 0.5em;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 0.75em;
  }
  .interest .small:not(:empty) {
    margin-block-start: 0.25em;
  }
  [part='report'] {
    padding: 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  [part='report'] > :not(:first-child) {
    margin-block-start: 0.5em;
  }
  [part='report'] .name {
    font-size: 1.125em;
    font-weight: bold;
  }
`;
