import { css } from 'lit';

export const applicationStyles = css`
  .application {
    max-inline-size: 40em;
  }
  .application [part='heading'] {
    word-break: auto-phrase;
  }
  .application > :not(:last-child) {
    margin-block-end: 1em;
  }
`;
