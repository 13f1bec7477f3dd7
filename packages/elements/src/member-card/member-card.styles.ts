import { css } from 'lit';

export const memberCardStyles = css`
  .small {
    font-size: var(--_small);
  }
  .card {
    display: grid;
    gap: 0.75em 1.5em;
    max-inline-size: 34em;
    padding: 1em 1.25em 1.25em;
    border: 1px solid var(--_border);
    border-block-start: 0.5em solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .title,
  .subtitle {
    font-weight: bold;
    line-height: 1.4;
  }
  .title {
    font-size: 1.25em;
  }
  .subtitle {
    font-size: 1.125em;
    margin-block: 1.5em 0.5em;
  }
  [part='name'] {
    font-size: 1.5em;
    font-weight: bold;
    line-height: 1.4;
  }
  [part='facts'] {
    display: grid;
    gap: 0.25em;
    margin-block-start: 0.75em;
  }
  [part='facts'] div {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.75em;
  }
  dt {
    min-inline-size: 6em;
  }
  [part='number'] {
    font-weight: bold;
    font-variant-numeric: tabular-nums;
  }
  [part='expired'] {
    display: flex;
    align-items: center;
    gap: 0.5em;
    margin-block-start: 0.75em;
    font-weight: bold;
    color: var(--_bad);
  }
  .over .qr {
    opacity: 0.35;
  }
  [part='code'] {
    display: grid;
    gap: 0.5em;
    justify-items: start;
  }
  .qr,
  .room {
    inline-size: 12em;
    block-size: 12em;
    max-inline-size: 100%;
    forced-color-adjust: none;
  }
  [part='benefit'] {
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_border);
  }
  .benefit {
    font-weight: bold;
  }
  .detail {
    white-space: pre-line;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block: 1em;
  }
  .renew,
  [part='stale'],
  [part='kept'] {
    max-inline-size: 40em;
    margin-block: 0.75em;
  }
  [part='kept'] p + p {
    margin-block-start: 0.5em;
  }
  [part='stale'] {
    padding-inline-start: 0.75em;
    border-inline-start: 0.25em solid var(--_warn);
  }
  .placeholder {
    block-size: 18em;
    max-inline-size: 34em;
    border-radius: var(--_radius);
    background: currentColor;
    opacity: 0;
    animation: appear 0s 0.3s forwards;
  }
  @keyframes appear {
    to {
      opacity: 0.08;
    }
  }
  @container (min-width: 30em) {
    .card {
      grid-template-columns: 1fr auto;
    }
    .head {
      grid-column: 1 / -1;
    }
    [part='code'] {
      inline-size: 12em;
    }
  }
  @media (forced-colors: active) {
    .card {
      border-color: CanvasText;
    }
  }
  /* To cut out: the size of a bank card, dark on white; what it brings below. */
  @media print {
    .root {
      color: #000;
      --_border: #767676;
      --_surface: #fff;
      --_accent: #000;
      container-type: normal;
      font-size: 8pt;
      line-height: 1.4;
    }
    .card {
      grid-template-columns: 1fr 28mm;
      gap: 1mm 3mm;
      box-sizing: border-box;
      inline-size: 85.6mm;
      min-block-size: 54mm;
      padding: 2mm 4mm 3mm;
      break-inside: avoid;
    }
    .head {
      grid-column: 1 / -1;
    }
    dt {
      min-inline-size: 5em;
    }
    [part='facts'] div {
      column-gap: 0.5em;
    }
    .small,
    figcaption {
      font-size: 7pt;
    }
    .qr,
    .room,
    [part='code'] {
      inline-size: 28mm;
      block-size: auto;
    }
    .actions,
    [part='kept'],
    [part='stale'] {
      display: none;
    }
    [part='benefits'] {
      font-size: 10pt;
    }
    [part='benefit'] {
      break-inside: avoid;
    }
  }
`;
