import { css } from 'lit';

export const matchingFormStyles = css`
  .root {
    display: flow-root;
  }
  [part='title'] {
    font-size: 1.5em;
    font-weight: bold;
    line-height: 1.4;
  }
  .lead > * {
    margin-block: 0 0.75em;
    max-inline-size: 40em;
  }
  [part='intro'] {
    white-space: pre-line;
  }
  .small,
  .facts,
  .contact {
    font-size: var(--_small);
  }
  .halves {
    display: grid;
    gap: 2em;
  }
  .halves > * {
    min-inline-size: 0;
  }
  @container (min-width: 54em) {
    .halves {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      align-items: start;
    }
  }
  /* Short words stand side by side on a phone, too. */
  .options:has(> .tick > :is([name='weekdays'], [name='months'])) {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 7em), 1fr));
  }
  [part='progress'] {
    margin-block-end: 1em;
    font-weight: bold;
  }
  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.5em;
    accent-color: var(--_accent);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block: 1.5em 0;
  }
  .suggestions > * {
    margin-block: 0 1em;
  }
  .heading,
  .subheading {
    font-size: 1.25em;
    font-weight: bold;
    line-height: 1.4;
  }
  .subheading {
    font-size: 1.125em;
  }
  .list {
    display: grid;
    gap: var(--_gap);
  }
  .suggestion {
    display: grid;
    gap: 0.5em;
    padding: 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
    font-size: var(--_small);
    line-height: 1.5;
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
  .postponed {
    border-color: currentColor;
    font-weight: bold;
  }
  .open {
    color: var(--_good);
  }
  .few,
  .postponed {
    color: var(--_warn);
  }
  .title {
    font-size: 1.125em;
    font-weight: bold;
    line-height: 1.5;
    word-break: auto-phrase;
  }
  .title a {
    display: inline-block;
    min-block-size: 1.5em;
  }
  .line {
    display: flex;
    gap: 0.375em;
    line-height: 1.5;
  }
  .reasons ul > li,
  .misfits ul > li {
    padding-inline-start: 1.5em;
    text-indent: -1.5em;
  }
  .reasons ul > li::before,
  .misfits ul > li::before {
    display: inline-block;
    inline-size: 1.5em;
    text-indent: 0;
    font-weight: bold;
  }
  .reasons ul > li::before {
    content: '✓';
    content: '✓' / '';
    color: var(--_good);
  }
  .misfits ul > li::before {
    content: '△';
    content: '△' / '';
    color: var(--_warn);
  }
  .help {
    padding: 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .contact a {
    display: inline-block;
    padding-block: 0.5em;
    min-block-size: 44px;
  }
`;
