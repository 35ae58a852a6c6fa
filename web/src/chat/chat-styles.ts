// How the chat looks. Neutral is the assistant, pine the customer, brass a person.
import { css } from "lit";

export const frame = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    grid-template-columns: minmax(0, 1fr);
    min-height: 0;
    overflow: hidden;
    background: var(--fd-bg);
    color: var(--fd-ink);
    font: 400 var(--fd-text-md) / 1.5 var(--fd-sans);
    text-align: left;
  }
  :host(:lang(zh)) {
    line-height: 1.65;
  }
  .top {
    position: relative;
    display: flex;
    align-items: center;
    gap: var(--fd-s3);
    min-height: 4.25rem;
    padding: var(--fd-s3) var(--fd-s3) var(--fd-s3) var(--fd-s4);
    background: radial-gradient(circle at 100% 130%, transparent 3.4rem, rgb(255 255 255 / 0.07) 3.45rem 3.55rem, transparent 3.6rem
          5.4rem, rgb(255 255 255 / 0.06) 5.45rem 5.55rem, transparent 5.6rem 7.4rem, rgb(255 255 255 / 0.05) 7.45rem 7.55rem, transparent 7.6rem),
      var(--fd-hero);
    color: var(--fd-on-hero);
  }
  .top .who {
    min-width: 0;
    flex: 1;
  }
  .top h2 {
    font-size: var(--fd-text-md);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .top p {
    color: var(--fd-on-hero-2);
    font-size: var(--fd-text-sm);
    line-height: 1.35;
  }
  .top .avatar {
    width: 2.5rem;
    height: 2.5rem;
    background: rgb(255 255 255 / 0.12);
    color: var(--fd-on-hero);
  }
  .top .avatar.person {
    background: var(--fd-brass);
    color: var(--fd-on-brass);
  }
  .top :focus-visible {
    outline-color: #fff;
  }
  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fd-s1) var(--fd-s3);
    padding: var(--fd-s2) var(--fd-s4);
    background: var(--fd-brass-soft);
    color: var(--fd-brass-ink);
    font-size: var(--fd-text-sm);
  }
  .banner span {
    flex: 1 1 12rem;
  }
  .banner .button {
    min-height: 1.75rem;
  }
  .foot {
    display: grid;
    gap: var(--fd-s2);
    padding: var(--fd-s3) var(--fd-s3) max(var(--fd-s3), env(safe-area-inset-bottom));
    border-top: 1px solid var(--fd-line);
    background: var(--fd-surface);
  }
  .foot .aids {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: var(--fd-s2);
  }
  .over {
    display: grid;
    justify-items: center;
    gap: var(--fd-s3);
    padding: var(--fd-s2);
    text-align: center;
  }
  .wait {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 var(--fd-s3);
    align-items: start;
    padding: var(--fd-s3);
    border: 1px solid color-mix(in srgb, var(--fd-brass) 45%, transparent);
    border-radius: var(--fd-r2);
    background: var(--fd-brass-soft);
    color: var(--fd-brass-ink);
    font-size: var(--fd-text-sm);
  }
  .wait > svg {
    margin-top: 0.1rem;
  }
  .wait strong {
    color: var(--fd-ink);
  }
`;

export const talk = css`
  .scroll {
    position: relative;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .scroll:focus-visible {
    outline-offset: -3px;
  }
  .log {
    display: flex;
    flex-direction: column;
    gap: var(--fd-s4);
    min-height: 100%;
    max-width: 46rem;
    margin: 0 auto;
    padding: var(--fd-s4);
  }
  .turn {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--fd-s1) var(--fd-s2);
  }
  .turn .avatar {
    width: 1.875rem;
    height: 1.875rem;
    font-size: var(--fd-text-xs);
  }
  .bubbles {
    display: grid;
    justify-items: start;
    gap: var(--fd-s1);
  }
  .bubble {
    max-width: min(34rem, 92%);
    padding: 0.55rem 0.85rem;
    border: 1px solid var(--fd-line);
    border-radius: 4px 14px 14px 14px;
    background: var(--fd-surface);
    white-space: pre-wrap;
    overflow: clip; /* accents can be heaped up without end */
    overflow-clip-margin: 4px; /* a link's focus */
    overflow-wrap: anywhere;
  }
  .bubble + .bubble {
    border-top-left-radius: 14px;
  }
  .agent .bubble {
    background: var(--fd-brass-soft);
    border-color: color-mix(in srgb, var(--fd-brass) 40%, transparent);
  }
  .customer {
    grid-template-columns: minmax(0, 1fr);
  }
  .customer .bubbles {
    justify-items: end;
  }
  .customer .bubble {
    border-color: transparent;
    border-radius: 14px 4px 14px 14px;
    background: var(--fd-pine);
    color: var(--fd-on-pine);
  }
  .customer .bubble.sending {
    opacity: 0.75;
  }
  .customer .bubble a {
    color: inherit;
  }
  .customer .bubble + .bubble {
    border-top-right-radius: 14px;
  }
  .system {
    align-self: center;
    max-width: 34rem;
    padding: var(--fd-s1) var(--fd-s4);
    color: var(--fd-ink-2);
    font-size: var(--fd-text-sm);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .meta {
    grid-column: -2 / -1;
    color: var(--fd-ink-3);
    font-size: var(--fd-text-xs);
    font-variant-numeric: tabular-nums;
  }
  .customer .meta {
    text-align: right;
  }
  .meta .problem {
    font-size: inherit;
  }
  .meta button {
    padding: 0.25rem;
    border: 0;
    background: none;
    color: var(--fd-danger);
    font-weight: 600;
    text-decoration: underline;
  }
  .replies {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fd-s2);
    padding-left: calc(1.875rem + var(--fd-s2));
  }
  .replies .button {
    border-color: var(--fd-pine);
    border-radius: 99px;
    background: var(--fd-surface);
    color: var(--fd-pine-ink);
    overflow-wrap: anywhere;
  }
  .file {
    display: inline-flex;
    align-items: center;
    gap: var(--fd-s2);
    color: inherit;
    font-weight: 600;
  }
  .file img {
    display: block;
    max-width: min(16rem, 100%);
    max-height: 16rem;
    border-radius: 8px;
  }
  .file .size {
    font-size: var(--fd-text-xs);
    font-weight: 400;
  }
  .empty {
    display: grid;
    gap: var(--fd-s3);
    align-content: center;
    justify-items: start;
    flex: 1;
    padding: var(--fd-s4) 0;
  }
  .empty h3 {
    font-size: var(--fd-text-xl);
  }
  .empty p {
    color: var(--fd-ink-2);
  }
  .empty .replies {
    padding: 0;
  }
  .newer {
    position: sticky;
    bottom: var(--fd-s3);
    overflow-anchor: none; /* what comes above it must not carry the reader along */
    display: flex;
    width: max-content;
    margin: 0 auto;
    box-shadow: var(--fd-shadow-2);
    border-radius: 99px;
  }
  .dots {
    justify-self: start;
    display: inline-flex;
    gap: 5px;
    padding: 0.9rem 0.95rem;
  }
  .dots i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--fd-ink-3);
    animation: breathe 1.2s infinite ease-in-out;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }
  @keyframes breathe {
    0%,
    70%,
    100% {
      opacity: 0.35;
    }
    35% {
      opacity: 1;
      transform: translateY(-2px);
    }
  }
`;

export const effortStyle = css`
  .effort {
    display: grid;
    gap: var(--fd-s2);
    padding: var(--fd-s4);
  }
  .scale {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: var(--fd-s1);
  }
  .scale .button {
    padding: 0;
    font-size: var(--fd-text-md);
    font-variant-numeric: tabular-nums;
  }
  .scale .button:hover {
    background: var(--fd-brass);
    border-color: var(--fd-brass);
    color: var(--fd-on-brass);
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: var(--fd-s4);
    color: var(--fd-ink-2);
    font-size: var(--fd-text-sm);
  }
`;
