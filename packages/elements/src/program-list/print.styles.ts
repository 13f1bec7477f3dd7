import { css } from 'lit';

/** A sheet to take along: no controls, dark on white, addresses written out. */
export const printStyles = css`
  @media print {
    .root {
      color: #000;
      --_border: #767676;
    }
    button,
    .search,
    .buttons,
    .placeholder,
    .shared,
    [part='retry'] {
      display: none;
    }
    .list {
      display: block;
    }
    .card {
      break-inside: avoid;
      margin-block-end: 0.75em;
    }
    .card .picture {
      display: none;
    }
    .summary {
      display: block;
    }
    .field,
    .heading {
      break-inside: avoid;
    }
    .heading,
    dt {
      break-after: avoid;
    }
    .actions,
    .actions .button {
      display: block;
      inline-size: auto;
      border: 0;
      padding: 0;
      background: none;
      color: inherit;
    }
    .actions .icon {
      display: none;
    }
    /* What a calendar or a map opens cannot be read off paper; the ways to apply and to ask can. */
    .actions li:not(:has([part='apply'])) {
      display: none;
    }
    [part='apply']::after,
    .fields a[href^='http']::after {
      content: ' ' attr(href);
      overflow-wrap: anywhere;
      font-weight: normal;
    }
  }
`;
