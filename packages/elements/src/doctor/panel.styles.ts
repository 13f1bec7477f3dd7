/** The build leaves out of templates of this name what means nothing. */
const css = String.raw;

/** How the panel looks, wherever it stands: nothing of the page reaches it but what is said here. */
export const panelStyles = css`
:host {
  all: initial !important;
  display: contents !important;
}
dialog {
  --accent: #0017c1;
  --on-accent: #fff;
  --error: #ce0000;
  --warning: #ac3e00;
  --ok: #197a4b;
  --edge: #767676;
  --soft: #f2f2f2;
  box-sizing: border-box;
  inline-size: min(46rem, 100vw);
  max-inline-size: 100vw;
  block-size: auto;
  max-block-size: 100vh;
  max-block-size: 100dvh;
  margin-block: auto;
  margin-inline: auto;
  padding: 0;
  overflow: auto;
  border: 1px solid var(--edge);
  border-radius: 8px;
  background: #fff;
  color: #1a1a1a;
  color-scheme: light;
  font: 16px/1.7 system-ui, 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif;
  letter-spacing: 0.01em;
  text-align: start;
  overflow-wrap: anywhere;
  line-break: strict;
}
dialog::backdrop {
  background: rgb(0 0 0 / 50%);
}
header {
  position: sticky;
  inset-block-start: 0;
  z-index: 1;
  padding: 16px 24px;
  border-block-end: 1px solid var(--edge);
  background: inherit;
}
.body {
  padding: 8px 24px 24px;
}
h2,
h3,
p,
ul,
pre {
  margin: 0;
  padding: 0;
}
h2 {
  font-size: 1.25em;
  line-height: 1.4;
}
h2:focus {
  outline: none !important;
  box-shadow: none !important;
}
h3 {
  margin-block: 24px 8px;
  font-size: 1.0625em;
}
.actions {
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin-block-start: 12px;
}
button {
  min-block-size: 44px;
  padding: 8px 16px;
  border: 1px solid currentColor;
  border-radius: 8px;
  background: transparent;
  color: var(--accent);
  font: inherit;
  font-weight: bold;
  line-height: 1.4;
  cursor: pointer;
}
button.main {
  border-color: var(--accent);
  background: var(--accent);
  color: var(--on-accent);
}
:focus-visible {
  outline: 4px solid #000;
  outline-offset: 2px;
  box-shadow: 0 0 0 2px #ffd43d;
}
ul {
  list-style: none;
}
li {
  margin-block-start: 12px;
  padding-inline-start: 16px;
  border-inline-start: 4px solid var(--edge);
  white-space: pre-line;
}
.error {
  border-color: var(--error);
}
.warning {
  border-color: var(--warning);
}
.ok {
  border-color: var(--ok);
}
.mark {
  display: inline-block;
  inline-size: 1.5em;
  color: var(--edge);
}
h3 .error {
  color: var(--error);
}
h3 .warning {
  color: var(--warning);
}
h3 .ok {
  color: var(--ok);
}
.todo {
  margin-block-start: 4px;
}
pre {
  margin-block-start: 8px;
  padding: 8px 12px;
  border: 1px solid var(--edge);
  border-radius: 8px;
  background: var(--soft);
  font: 14px/1.6 ui-monospace, Menlo, Consolas, monospace;
  white-space: pre-wrap;
}
summary {
  min-block-size: 44px;
  margin-block-start: 24px;
  line-height: 44px;
  font-weight: bold;
  cursor: pointer;
}
textarea {
  box-sizing: border-box;
  inline-size: 100%;
  block-size: 12em;
  padding: 8px 12px;
  border: 1px solid var(--edge);
  border-radius: 8px;
  background: transparent;
  color: inherit;
  font: 14px/1.6 ui-monospace, Menlo, Consolas, monospace;
}
.status:not(:empty) {
  margin-block-start: 8px;
}
.small {
  margin-block-start: 24px;
  font-size: 14px;
}
@media (max-width: 480px) {
  header {
    padding: 12px 16px;
  }
  .body {
    padding: 4px 16px 16px;
  }
}
@media (max-height: 480px) {
  header {
    position: static;
  }
}
@media (prefers-color-scheme: dark) {
  dialog {
    --accent: #9db7f9;
    --on-accent: #000;
    --error: #ff9696;
    --warning: #ffa66d;
    --ok: #71c598;
    --edge: #949494;
    --soft: #262626;
    background: #1a1a1a;
    color: #f2f2f2;
    color-scheme: dark;
  }
  :focus-visible {
    outline-color: #fff;
  }
}
@media (forced-colors: active) {
  li {
    border-inline-start-style: double;
  }
  button.main {
    border-width: 3px;
  }
}
`;
