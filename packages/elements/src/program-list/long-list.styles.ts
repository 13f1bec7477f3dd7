import { css } from 'lit';

/** What makes a long list light. The element brings it: finding out which of the first cards are seen costs a layout. */
export const longListStyles = css`
  @media screen {
    /* What nobody sees is not laid out. The ring of a card that has the focus is drawn beyond its edge. */
    .card:not(:focus-within) {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 17em;
    }
  }
`;
