import { css } from 'lit';

/** What the parts that a visitor opens have in common. */
export const partStyles = css`
  .part {
    max-inline-size: 40em;
  }
  .part > * + * {
    margin-block-start: 1em;
  }
  .part-heading {
    font-size: 1.25em;
    font-weight: bold;
    line-height: 1.4;
  }
  .part .subheading,
  .part summary {
    font-weight: bold;
  }
  .part summary {
    padding-block: 0.5em;
    min-block-size: max(2.75em, 44px);
    cursor: pointer;
  }
  .box {
    padding: 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .box > * + * {
    margin-block-start: 0.75em;
  }
  .small {
    font-size: var(--_small);
  }
  .dots {
    list-style: disc;
    padding-inline-start: 1.5em;
  }
`;
