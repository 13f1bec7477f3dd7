import { css } from 'lit';

export const programListStyles = css`
  .search {
    display: grid;
    gap: 0.75em;
    margin-block-end: 1em;
  }
  .search > label {
    font-weight: bold;
    margin-block-end: -0.5em;
  }
  .keyword {
    display: flex;
    gap: 0.5em;
    max-inline-size: 36em;
  }
  .keyword button {
    flex: none;
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 44px;
    font-weight: bold;
    color: var(--_accent);
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    margin: -0.25em 0.25em 0;
    border: solid currentColor;
    border-width: 0 0.15em 0.15em 0;
    transform: rotate(45deg);
  }
  [open] > summary::before {
    margin-block-start: 0.25em;
    transform: rotate(225deg);
  }
  .kinds fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .kind {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 44px;
    padding: 0.25em 0.875em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .kind input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    min-block-size: 0;
    accent-color: var(--_accent);
  }
  .number {
    font-size: var(--_small);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1em;
    margin-block-end: 0.5em;
  }
  /* The room its buttons will need. */
  .views {
    min-inline-size: min(100%, 15em);
    min-block-size: 44px;
    margin-block-end: 0.25em;
  }
  @container (min-width: 30em) {
    .views {
      display: flex;
      justify-content: flex-end;
      margin-inline-start: auto;
    }
  }
  .count {
    min-block-size: 1.7em;
    margin-inline-end: auto;
    font-weight: bold;
  }
  .count:empty {
    min-block-size: 0;
    margin-inline-end: -1em;
  }
  .list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18em), 1fr));
    gap: var(--_gap);
  }
  .card {
    position: relative;
    display: flex;
    flex-direction: column;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  @media screen {
    /*
      What nobody sees of a long list is not laid out; to find out what is seen costs a layout. The ring of a card that
      has the focus is drawn beyond its edge.
    */
    .long .card:not(:focus-within) {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 17em;
    }
  }
  .body {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 0.5em;
    padding: 1em;
    line-height: 1.5;
  }
  .card .picture {
    border-radius: var(--_radius) var(--_radius) 0 0;
  }
  .picture {
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 4 / 3;
    object-fit: cover;
  }
  .picture:not([src]) {
    display: none;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
    font-size: var(--_small);
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 0.25em;
    padding-inline: 0.5em;
    border: 1px solid var(--_border);
    border-radius: 0.25em;
  }
  .tag .icon {
    inline-size: 0.875em;
    block-size: 0.875em;
    stroke-width: 3.5;
  }
  .open,
  .few,
  .cancelled,
  .postponed {
    border-color: currentColor;
    font-weight: bold;
  }
  .open {
    color: var(--_good);
  }
  .few,
  .postponed,
  .near {
    color: var(--_warn);
  }
  .cancelled {
    color: var(--_bad);
  }
  .title {
    font-size: 1.125em;
    font-weight: bold;
    word-break: auto-phrase;
  }
  .title a,
  .summary {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    text-decoration: none;
  }
  /* The whole card is the link's target; it shows its focus by a rule that comes later. */
  .title a::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }
  .line {
    display: flex;
    gap: 0.375em;
  }
  .line .icon {
    margin-block-start: 0.125em;
  }
  .near,
  .unbroken {
    display: inline-block;
  }
  .facts {
    margin-block-start: auto;
    padding-block-start: 0.5em;
    border-block-start: 1px solid var(--_border);
    font-size: var(--_small);
  }
  .facts li {
    display: inline;
  }
  .facts li:not(:last-child)::after {
    content: '・';
  }
  .root:lang(en) .facts li:not(:last-child)::after {
    content: ' · ';
  }
  .buttons,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .buttons {
    row-gap: 0;
  }
  .buttons button {
    margin-block-start: 0.75em;
  }
  .small {
    margin-block-start: 0.75em;
    font-size: var(--_small);
  }

  @container (max-width: 24em) {
    .actions li,
    .actions .button,
    .buttons button {
      inline-size: 100%;
    }
  }
`;
