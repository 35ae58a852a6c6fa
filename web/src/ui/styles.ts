// The pieces every component shares: reset, buttons, inputs, badges, cards. Adopted sheets only, for a strict CSP.
import { css, unsafeCSS } from "lit";
import tokens from "./tokens.css?inline";

/** The custom properties, for a shadow root on a page that is not ours (the widget). */
export const tokenSheet = unsafeCSS(tokens);

export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    font-family: var(--fd-sans);
    color: var(--fd-ink);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1,
  h2,
  h3 {
    font-family: var(--fd-display);
    font-weight: 600;
    line-height: 1.2;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  a {
    color: var(--fd-pine-ink);
    text-underline-offset: 0.2em;
  }
  svg {
    display: block;
    flex: none;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2.5px solid var(--fd-focus);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

export const buttons = css`
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  button:disabled {
    cursor: not-allowed;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--fd-s2);
    min-height: var(--fd-tap);
    padding: var(--fd-s2) var(--fd-s4);
    border: 1px solid var(--fd-line-strong);
    border-radius: var(--fd-r2);
    background: var(--fd-surface);
    color: var(--fd-ink);
    font-weight: 600;
    font-size: var(--fd-text-sm);
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    transition: background var(--fd-quick), border-color var(--fd-quick), color var(--fd-quick);
  }
  .button:hover:not(:disabled) {
    background: var(--fd-pine-soft);
    border-color: var(--fd-pine);
  }
  .button:active:not(:disabled) {
    transform: translateY(1px);
  }
  .button:disabled {
    opacity: 0.55;
  }
  .button.small {
    min-height: 2.25rem;
    padding: var(--fd-s1) var(--fd-s3);
  }
  .button.primary {
    background: var(--fd-pine);
    border-color: var(--fd-pine);
    color: var(--fd-on-pine);
  }
  .button.primary:hover:not(:disabled) {
    background: var(--fd-pine-deep);
  }
  .button.brass {
    background: var(--fd-brass);
    border-color: var(--fd-brass);
    color: var(--fd-on-brass);
  }
  .button.danger {
    background: var(--fd-danger);
    border-color: var(--fd-danger);
    color: var(--fd-on-danger);
  }
  .button.danger:hover:not(:disabled) {
    background: var(--fd-danger);
    filter: brightness(0.92);
  }
  .button.quiet {
    background: transparent;
    border-color: transparent;
  }
  .button.quiet:hover:not(:disabled) {
    background: var(--fd-sunken);
    border-color: transparent;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    width: var(--fd-tap);
    height: var(--fd-tap);
    padding: 0;
    border: 0;
    border-radius: var(--fd-r2);
    background: transparent;
    color: inherit;
    transition: background var(--fd-quick);
  }
  .icon-button:hover:not(:disabled) {
    background: color-mix(in srgb, currentColor 12%, transparent);
  }
`;

export const inputs = css`
  .field {
    display: grid;
    gap: var(--fd-s1);
  }
  .field > label,
  .label {
    font-size: var(--fd-text-sm);
    font-weight: 600;
    color: var(--fd-ink-2);
  }
  .input,
  textarea.input,
  select.input {
    width: 100%;
    min-height: var(--fd-tap);
    padding: var(--fd-s2) var(--fd-s3);
    border: 1px solid var(--fd-line-strong);
    border-radius: var(--fd-r2);
    background: var(--fd-surface);
    color: var(--fd-ink);
    font: inherit;
    line-height: 1.45;
  }
  .input::placeholder {
    color: var(--fd-ink-3);
    opacity: 1;
  }
  .input:focus-visible {
    outline-offset: 0;
    border-color: transparent;
  }
  .input[aria-invalid="true"] {
    border-color: var(--fd-danger);
  }
  .problem {
    color: var(--fd-danger);
    font-size: var(--fd-text-sm);
  }
  .hint {
    color: var(--fd-ink-3);
    font-size: var(--fd-text-sm);
  }
`;

export const surfaces = css`
  .card {
    background: var(--fd-surface);
    border: 1px solid var(--fd-line);
    border-radius: var(--fd-r3);
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    padding: 0.1em 0.6em;
    border-radius: 99px;
    background: var(--fd-sunken);
    color: var(--fd-ink-2);
    font-size: var(--fd-text-xs);
    font-weight: 600;
    line-height: 1.6;
    white-space: nowrap;
  }
  .badge.pine {
    background: var(--fd-pine-soft);
    color: var(--fd-pine-ink);
  }
  .badge.brass {
    background: var(--fd-brass-soft);
    color: var(--fd-brass-ink);
  }
  .badge.danger {
    background: var(--fd-danger-soft);
    color: var(--fd-danger);
  }
  .badge.ok {
    background: var(--fd-ok-soft);
    color: var(--fd-ok);
  }
  .avatar {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 2.25rem;
    height: 2.25rem;
    border-radius: 50%;
    background: var(--fd-pine-soft);
    color: var(--fd-pine-ink);
    font-size: var(--fd-text-sm);
    font-weight: 700;
    line-height: 1;
  }
  .avatar.person {
    background: var(--fd-brass);
    color: var(--fd-on-brass);
  }
  .tabular {
    font-variant-numeric: tabular-nums;
  }
  @media print {
    .no-print {
      display: none !important;
    }
  }
`;

/** What nearly every component adopts. */
export const house = [base, buttons, inputs, surfaces];
