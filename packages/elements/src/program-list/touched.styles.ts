import { css } from 'lit';

/** How a list answers to a visitor's hand. It comes when the first cards stand. */
export const touchedStyles = css`
  .count {
    scroll-margin-block-start: 5em;
  }
  .busy {
    opacity: 0.5;
    transition: opacity 0s 0.3s;
  }
  .chosen {
    padding-inline: 0.5em;
    border: 1px solid;
    border-radius: var(--_radius);
    font-size: var(--_small);
  }
  .kind:hover > span:first-of-type {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .card:hover .title a {
    text-decoration: underline;
  }
  .card:hover {
    border-color: var(--_accent);
  }
  .title a:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .title a:focus-visible::after {
    outline: 4px solid #000;
    outline-offset: 2px;
    box-shadow: 0 0 0 2px #ffd43d;
  }
`;
