import { css } from 'lit';

/** One list of days; from 44em on a grid of weeks. */
export const calendarStyles = css`
  .calendar {
    display: grid;
    gap: 0.75em;
  }
  .month-bar {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
  }
  .month {
    font-size: 1.25em;
    font-weight: bold;
    line-height: 1.5;
    scroll-margin-block-start: 5em;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .steps button {
    padding-inline: 0.75em;
    font-size: var(--_small);
  }
  .calendar .empty {
    display: grid;
    justify-items: start;
    gap: 0.75em;
  }
  .days {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .weekdays,
  .vacant,
  .number-of-day,
  .more-of-day {
    display: none;
  }
  .day {
    position: relative;
    min-inline-size: 0;
    padding-block: 0.625em;
    border-block-end: 1px solid var(--_border);
  }
  .date {
    font-weight: bold;
    line-height: 1.5;
  }
  .today-word {
    padding-inline: 0.5em;
    border-radius: 0.25em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: var(--_small);
  }
  .entry {
    line-height: 1.5;
  }
  .entry a {
    display: block;
    padding-block: 0.3em;
    text-decoration: none;
  }
  .entry a:hover {
    text-decoration: underline;
  }
  .time {
    font-weight: bold;
  }
  .time,
  .told,
  .span {
    font-size: var(--_small);
  }
  .told {
    font-weight: bold;
    color: inherit;
  }
  .told.cancelled {
    color: var(--_bad);
  }
  .told.postponed {
    color: var(--_warn);
  }
  .first,
  .between,
  .last {
    padding-inline-start: 0.5em;
    border-inline-start: 0.25em solid var(--_accent);
  }
  .long {
    padding: 0.75em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  @container (min-width: 30em) {
    .day {
      display: grid;
      grid-template-columns: 8em minmax(0, 1fr);
      gap: 0 1em;
    }
    .date {
      padding-block: 0.3em;
    }
    .vacant {
      display: none;
    }
  }
  @container (min-width: 44em) {
    .weekdays,
    .days {
      display: grid;
      grid-template-columns: repeat(7, minmax(0, 1fr));
    }
    .weekdays {
      margin-block-end: -0.75em;
      font-size: var(--_small);
      text-align: center;
    }
    .days {
      border-block-start: 1px solid var(--_border);
      border-inline-start: 1px solid var(--_border);
    }
    .day {
      display: block;
      min-block-size: 6.5em;
      padding: 0.25em;
      border-inline-end: 1px solid var(--_border);
    }
    .column-1 {
      grid-column-start: 2;
    }
    .column-2 {
      grid-column-start: 3;
    }
    .column-3 {
      grid-column-start: 4;
    }
    .column-4 {
      grid-column-start: 5;
    }
    .column-5 {
      grid-column-start: 6;
    }
    .column-6 {
      grid-column-start: 7;
    }
    /* Where the first of the month stands further in, it has an edge before it, and the week below one above it. */
    .day[class*='column-']:not(.column-0) {
      border-inline-start: 1px solid var(--_border);
      margin-inline-start: -1px;
    }
    .day:nth-child(-n + 7) {
      border-block-start: 1px solid var(--_border);
      margin-block-start: -1px;
    }
    .date {
      display: flex;
      align-items: center;
      gap: 0.375em;
      padding: 0;
    }
    .number-of-day {
      display: inline;
      padding-inline: 0.25em;
    }
    .whole-date {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .today {
      box-shadow: inset 0 0 0 2px var(--_accent);
    }
    .day .entry {
      margin-block-start: 2px;
      border: 1px solid var(--_border);
      border-radius: 0.25em;
      font-size: var(--_small);
      line-height: 1.35;
    }
    .day .entry a {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      overflow: hidden;
      padding: 0.2em 0.3em;
    }
    .day .entry a:focus-visible {
      overflow: visible;
    }
    /* Days of one program reach for each other across the edges of their cells. */
    .day .first,
    .day .between,
    .day .last {
      padding-inline-start: 0;
      border-color: var(--_accent);
      background: rgb(128 128 128 / 12%);
    }
    /* Absent before Safari 16.2. A declaration with a variable is never passed over: it needs a condition. */
    @supports (color: color-mix(in srgb, red 10%, transparent)) {
      .day .first,
      .day .between,
      .day .last {
        background: color-mix(in srgb, var(--_accent) 10%, transparent);
      }
    }
    .day .first,
    .day .between {
      margin-inline-end: calc(-0.25em - 1px);
      border-start-end-radius: 0;
      border-end-end-radius: 0;
      border-inline-end: 0;
    }
    .day .between,
    .day .last {
      margin-inline-start: -0.25em;
      border-start-start-radius: 0;
      border-end-start-radius: 0;
      border-inline-start: 0;
    }
    .folded .entry:nth-child(n + 4) {
      display: none;
    }
    .more-of-day {
      display: block;
      inline-size: 100%;
      min-block-size: 24px;
      margin-block-start: 2px;
      padding: 0.2em 0.3em;
      border-color: transparent;
      font-size: var(--_small);
      text-align: start;
    }
  }
  @media (forced-colors: active) {
    .today {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .today-word {
      border: 1px solid;
    }
  }
`;
