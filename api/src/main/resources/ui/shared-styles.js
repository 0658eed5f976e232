import { css } from 'lit';

/** What every component starts from: type, focus, buttons, fields, panels. Adopted, never inlined. */
export const sharedStyles = css`
  :host {
    display: block;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  h1 {
    font-size: var(--text-xl);
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  h1:focus {
    outline: none;
  }
  h2 {
    font-size: var(--text-l);
    line-height: 1.4;
    font-weight: 600;
  }
  h3 {
    font-size: var(--text-m);
    line-height: 1.4;
    font-weight: 600;
  }
  a {
    color: var(--accent);
    text-underline-offset: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: var(--round);
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    min-height: 36px;
    padding: 0 var(--s3);
    border: 1px solid var(--line-strong);
    border-radius: var(--round);
    background: var(--surface);
  }
  button {
    font-weight: 500;
    cursor: pointer;
    transition: background var(--quick);
  }
  button:hover {
    background: var(--sunken);
  }
  button[disabled] {
    color: var(--ink-quiet);
    cursor: default;
  }
  .quiet {
    color: var(--ink-quiet);
  }
  .small {
    font-size: var(--text-s);
  }
  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .panel {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--round-l);
    padding: var(--s4) var(--s5) var(--s5);
  }
  .panel > header {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: var(--s1) var(--s4);
    margin-bottom: var(--s4);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (max-width: 600px) {
    .panel {
      padding: var(--s3) var(--s4) var(--s4);
    }
  }
`;
