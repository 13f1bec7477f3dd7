import { css } from 'lit';

/** What is said above the programs while their answer is late or where it did not come. */
export const lateStyles = css`
  .late {
    margin-block: 0.75em 1em;
  }
  .late p + p {
    margin-block-start: 0.75em;
  }
`;
