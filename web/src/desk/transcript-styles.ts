// The looks of the transcript: the customer at the left, our side at the right, what came before us quieter.
import { css } from "lit";

export const transcriptStyles = css`
  :host {
    position: relative;
    display: grid;
    min-height: 0;
  }
  .scroll {
    overflow-y: auto;
    padding: var(--fd-s4) clamp(var(--fd-s3), 3vw, var(--fd-s5)) var(--fd-s5);
    overscroll-behavior: contain;
  }
  .scroll:focus-visible {
    outline-offset: -3px;
  }
  ol {
    display: flex;
    flex-direction: column;
    gap: var(--fd-s3);
  }
  li {
    max-width: min(36rem, 86%);
    align-self: flex-start;
    animation: come 160ms ease-out;
  }
  li.follows {
    margin-top: calc(-1 * var(--fd-s2));
  }
  @keyframes come {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
  .words {
    width: fit-content;
    padding: var(--fd-s2) var(--fd-s3);
    border-radius: var(--fd-r3) var(--fd-r3) var(--fd-r3) 4px;
    background: var(--fd-sunken);
    white-space: pre-wrap;
    overflow: clip; /* accents can be heaped up without end */
    overflow-clip-margin: 4px; /* a link's focus */
    overflow-wrap: anywhere;
  }
  fd-listen {
    display: block;
    width: min(20rem, 70vw);
    margin-top: var(--fd-s1);
  }
  .by {
    margin-bottom: 0.15rem;
    color: var(--fd-ink-2);
    font-size: var(--fd-text-xs);
    font-weight: 600;
  }
  time {
    color: var(--fd-ink-3);
    font-weight: 400;
    margin-left: var(--fd-s1);
  }
  .bot,
  .agent {
    align-self: flex-end;
  }
  .bot .words,
  .agent .words {
    margin-left: auto;
    border-radius: var(--fd-r3) var(--fd-r3) 4px var(--fd-r3);
  }
  .bot .by,
  .agent .by {
    text-align: right;
  }
  .bot .words {
    border: 1px solid var(--fd-line);
    background: transparent;
    color: var(--fd-ink-2);
  }
  .agent .words {
    background: var(--fd-pine);
    color: var(--fd-on-pine);
  }
  .before .words {
    font-size: var(--fd-text-sm);
  }
  .system {
    align-self: center;
    text-align: center;
  }
  .system .by {
    display: none;
  }
  .system .words {
    padding: 0;
    background: none;
    color: var(--fd-ink-3);
    font-size: var(--fd-text-sm);
  }
  .part {
    margin-bottom: var(--fd-s3);
    color: var(--fd-ink-3);
    font-size: var(--fd-text-xs);
    text-align: center;
  }
  .handover {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--fd-s2);
    margin: var(--fd-s4) 0;
    color: var(--fd-brass-ink);
    font-size: var(--fd-text-xs);
    font-weight: 600;
    text-align: center;
  }
  .handover::before,
  .handover::after {
    content: "";
    flex: 1;
    height: 1px;
    min-width: 1rem;
    background: var(--fd-brass);
    opacity: 0.6;
  }
  .sending .words {
    opacity: 0.7;
  }
  .fate {
    margin-top: 0.15rem;
    color: var(--fd-ink-3);
    font-size: var(--fd-text-xs);
    text-align: right;
  }
  .failed .words {
    background: var(--fd-danger-soft);
    color: var(--fd-ink);
    outline: 1px solid var(--fd-danger);
  }
  .failed .fate {
    color: var(--fd-danger);
  }
  .fate svg {
    display: inline-block;
    vertical-align: -2px;
  }
  .fate button {
    padding: 0.25rem 0.4rem;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 700;
    text-decoration: underline;
  }
  .newer {
    position: absolute;
    bottom: var(--fd-s3);
    left: 50%;
    translate: -50% 0;
    border-radius: 99px;
    box-shadow: var(--fd-shadow-2);
  }
  .file a {
    display: inline-flex;
    align-items: center;
    gap: var(--fd-s2);
    color: inherit;
    font-weight: 600;
  }
  .file img {
    display: block;
    max-width: min(18rem, 100%);
    max-height: 14rem;
    border-radius: var(--fd-r1);
  }
  .file .size {
    font-size: var(--fd-text-xs);
    font-weight: 400;
  }
  .typing {
    min-height: 1.4em;
    color: var(--fd-ink-3);
    font-size: var(--fd-text-sm);
    font-style: italic;
  }
  li.note {
    align-self: stretch;
    max-width: none;
    padding: var(--fd-s2) var(--fd-s3);
    border: 1px dashed var(--fd-line-strong);
    border-radius: var(--fd-r2);
    background: var(--fd-sunken);
    font-size: var(--fd-text-sm);
  }
  li.note .by {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fd-s1);
    align-items: center;
    margin: 0;
    color: var(--fd-ink-2);
  }
  li.note .words {
    max-width: none;
    padding: 0;
    border: 0;
    background: none;
    color: var(--fd-ink);
  }
`;
