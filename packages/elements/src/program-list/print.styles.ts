import { css } from 'lit';

/** A sheet to take along: no controls, dark on white whatever the page's colours, addresses written out. */
export const printStyles = css`
  @media print {
    .root.root {
      font-size: 10pt;
      --_accent: #000;
      --_on-accent: #fff;
      --_good: #000;
      --_warn: #000;
      --_bad: #000;
      --_border: #767676;
      --_surface: transparent;
      --_small: 0.9em;
      color: #000;
      line-height: 1.4;
      color-scheme: light;
    }
    button,
    .search,
    .chips,
    .views,
    .steps,
    .buttons,
    .placeholder,
    .shared,
    .actions li:not(.on-paper) {
      display: none !important;
    }
    :focus-visible,
    .title a:focus-visible::after {
      outline: none;
      box-shadow: none;
    }
    /* Columns and blocks go on over the edge of a page; grids are left there whole, or cut. */
    .list {
      display: block;
      columns: 2 16em;
    }
    .card,
    .row,
    .day,
    .field,
    .heading,
    .long,
    .intro .picture {
      break-inside: avoid;
    }
    .heading,
    .group-heading,
    .month {
      break-after: avoid;
    }
    .list .card {
      margin-block-end: 0.75em;
    }
    .list .body {
      padding: 0.75em;
    }
    .list .picture {
      display: none;
    }
    .title a,
    .summary,
    .entry a {
      display: block !important;
    }
    .folded .entry.entry {
      display: list-item;
    }
    .detail,
    .months {
      display: block;
    }
    .detail > *,
    .months > * + * {
      margin-block-start: 0.75em;
    }
    .field {
      padding-block: 0.25em;
    }
    .day.day {
      min-block-size: 4.5em;
    }
    .actions,
    .actions .button {
      display: block;
      inline-size: auto;
      min-block-size: 0;
      border: 0;
      padding: 0;
      background: none;
      color: inherit;
      text-align: start;
    }
    .actions .icon {
      display: none;
    }
    /* The dates that are folded; where a browser cannot unfold them, their number stands. */
    @supports selector(::details-content) {
      .fields summary {
        display: none;
      }
      .fields ::details-content {
        content-visibility: visible;
      }
    }
    .on-paper a::after,
    .fields a[href^='http']::after {
      content: ' ' attr(href);
      overflow-wrap: anywhere;
      font-weight: normal;
    }
  }
`;
