import { css } from 'lit';

export const oneStopStyles = css`
  .on-paper {
    display: none;
  }
  [part='add'] {
    margin-block-start: 0.75em;
  }
  [part='donations'] {
    margin: 0;
    padding-inline-start: 1.75em;
  }
  [part='donation'] {
    padding-block: 0.25em;
  }
  [part='donation'] > .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1em;
  }
  .town {
    font-weight: bold;
  }
  /* Read from top to bottom, unlike the figures of a project. */
  [part='standing'] > div {
    display: block;
  }
  [part='standing'] dt {
    font-size: var(--_small);
    font-weight: bold;
  }
  .bad {
    color: var(--_bad);
  }
  .bad::before {
    content: '⚠\uFE0E ';
    content: '⚠\uFE0E ' / '';
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block-start: 0.75em;
  }
  [part='said']:empty {
    margin: 0;
  }
  @media print {
    .on-screen.on-screen,
    [part='one-stop'] [part='said'] {
      display: none;
    }
    /* An engine without :has() drops the rule and prints the other parts as well. */
    [data-checklist] :not([part='one-stop'], [part='one-stop'] *, :has([part='one-stop'])) {
      display: none;
    }
    .on-paper {
      display: block;
    }
    li.on-paper {
      display: list-item;
    }
    span.on-paper {
      display: inline;
    }
    [part='donations'] > li {
      break-inside: avoid;
      padding-block: 0.5em;
    }
    .steps {
      padding-inline-start: 0.5em;
    }
    .blank {
      display: inline-block;
      inline-size: 12em;
      block-size: 1.5em;
      border-block-end: 1px solid;
    }
  }
`;
