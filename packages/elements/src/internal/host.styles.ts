import { css } from 'lit';

/**
 * What every widget stands on. A guest takes the page's font and colours, so only what can be pressed and what warns
 * has a colour of its own. Sizes are `em`: `rem` collapses where a site sets `html { font-size: 62.5% }`.
 */
export const hostStyles = css`
  :host {
    --_accent: var(--kankei-accent, var(--color-primitive-blue-900, #0017c1));
    --_on-accent: var(--kankei-on-accent, #fff);
    --_good: var(--kankei-good, var(--color-primitive-green-800, #197a4b));
    --_warn: var(--kankei-warn, var(--color-primitive-orange-900, #ac3e00));
    --_bad: var(--kankei-bad, var(--color-primitive-red-900, #ce0000));
    --_surface: var(--kankei-surface, transparent);
    --_border: var(--kankei-border, #949494);
    /* At least 3:1 on white and on black: the edge of what can be filled in. */
    --_edge: #808080;
    --_radius: var(--kankei-radius, 0.5em);
    --_gap: var(--kankei-gap, 1em);
    /* Nothing below 14 px, whatever the page's own size. */
    --_small: max(0.875em, 14px);

    display: block;
    flex-grow: 1;
    min-inline-size: 0;
    box-sizing: border-box;
    cursor: auto;
    visibility: visible;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  /* Not on the host: a page's own rules for * would reach it there. */
  .root {
    font-size: var(--kankei-font-size, max(1em, 16px));
    font-style: normal;
    font-weight: normal;
    line-height: 1.7;
    letter-spacing: 0.01em;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    overflow-wrap: anywhere;
    line-break: strict;
    container-type: inline-size;
    /* Contained width has no size of its own: without this a shrinking parent would close up. */
    contain-intrinsic-inline-size: 18em;
  }
  .on-dark {
    --_accent: var(--kankei-accent, var(--color-primitive-blue-300, #9db7f9));
    --_on-accent: var(--kankei-on-accent, #000);
    --_good: var(--kankei-good, var(--color-primitive-green-300, #71c598));
    --_warn: var(--kankei-warn, var(--color-primitive-orange-300, #ffa66d));
    --_bad: var(--kankei-bad, var(--color-primitive-red-300, #ff9696));
    --_border: var(--kankei-border, #767676);
    color-scheme: dark;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  p,
  ul,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul {
    list-style: none;
  }
  img,
  svg {
    display: block;
    max-inline-size: 100%;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  button,
  .button,
  input {
    font: inherit;
    line-height: 1.4;
    letter-spacing: inherit;
    color: inherit;
    min-block-size: 2.75em;
    min-block-size: max(2.75em, 44px);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    margin: 0;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    padding: 0.5em 1em;
    border-color: currentColor;
    background: transparent;
    color: var(--_accent);
    font-weight: bold;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  input[type='search'] {
    inline-size: 100%;
    padding: 0.5em 0.75em;
    background: transparent;
    -webkit-appearance: none;
    appearance: none;
  }
  ::placeholder {
    color: inherit;
    opacity: 0.75;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media (forced-colors: active) {
    .primary {
      border-color: ButtonText;
    }
  }
`;
