// The looks of a session's story: a sheet at the right with a time line down its left edge.
import { css } from "lit";

export const storyStyles = css`
  dialog {
    width: min(44rem, 100vw);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0 0 0 auto;
    padding: 0;
    border: 0;
    border-left: 1px solid var(--fd-line);
    background: var(--fd-surface);
    color: var(--fd-ink);
    box-shadow: var(--fd-shadow-2);
  }
  dialog[open] {
    animation: in 200ms ease-out;
  }
  @keyframes in {
    from {
      translate: 2rem 0;
      opacity: 0;
    }
  }
  dialog::backdrop {
    background: rgb(5 20 15 / 0.45);
  }
  .sheet {
    display: grid;
    gap: var(--fd-s4);
    min-height: 100%;
    align-content: start;
    padding: 0 clamp(var(--fd-s4), 4vw, var(--fd-s6)) var(--fd-s6);
  }
  header {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: var(--fd-s3) 0;
    border-bottom: 1px solid var(--fd-line);
    background: var(--fd-surface);
  }
  h2 {
    font-size: var(--fd-text-lg);
  }
  .outcome {
    display: flex;
    align-items: center;
    gap: var(--fd-s2);
    font: 600 var(--fd-text-xl) / 1.2 var(--fd-display);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr));
    gap: var(--fd-s3);
  }
  dt {
    color: var(--fd-ink-3);
    font-size: var(--fd-text-xs);
  }
  .facts dd {
    font-size: var(--fd-text-sm);
    font-weight: 600;
  }
  .quiet {
    color: var(--fd-ink-3);
    font-size: var(--fd-text-xs);
    overflow-wrap: anywhere;
  }
  .only {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fd-s1) var(--fd-s5);
    font-size: var(--fd-text-sm);
  }
  .only label {
    display: flex;
    align-items: center;
    gap: var(--fd-s2);
    min-height: 2rem;
  }
  .only input {
    width: 1.1rem;
    height: 1.1rem;
    accent-color: var(--fd-pine);
  }
  .line {
    position: relative;
    display: grid;
    gap: var(--fd-s3);
  }
  .line::before {
    content: "";
    position: absolute;
    left: 4.25rem;
    top: 0.6rem;
    bottom: 0.6rem;
    width: 2px;
    background: var(--fd-line);
  }
  .item {
    display: grid;
    grid-template-columns: 3.25rem 1.5rem 1fr;
    gap: var(--fd-s2);
    align-items: start;
  }
  time {
    padding-top: 0.2rem;
    color: var(--fd-ink-3);
    font-size: var(--fd-text-xs);
    text-align: right;
  }
  .node {
    position: relative;
    display: grid;
    place-items: center;
    justify-self: center;
    width: 1.25rem;
    height: 1.25rem;
    margin-top: 0.1rem;
    border-radius: 50%;
    background: var(--fd-sunken);
    color: var(--fd-ink-2);
    box-shadow: 0 0 0 3px var(--fd-surface);
  }
  .customer .node {
    background: var(--fd-ink-2);
    scale: 0.65;
  }
  .bot .node {
    background: var(--fd-pine);
    scale: 0.65;
  }
  .agent .node {
    background: var(--fd-brass);
    scale: 0.65;
  }
  .handoff_requested .node,
  .handoff_connected .node {
    background: var(--fd-brass);
    color: var(--fd-on-brass);
  }
  .machine_did_fail .node,
  .handoff_abandoned .node,
  .handoff_expired .node {
    background: var(--fd-danger);
    color: var(--fd-on-danger);
  }
  .by {
    color: var(--fd-ink-3);
    font-size: var(--fd-text-xs);
    font-weight: 600;
  }
  .words {
    width: fit-content;
    max-width: 100%;
    padding: var(--fd-s2) var(--fd-s3);
    border-radius: 4px var(--fd-r2) var(--fd-r2) var(--fd-r2);
    background: var(--fd-sunken);
    font-size: var(--fd-text-sm);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .bot .words {
    background: var(--fd-pine-soft);
  }
  .agent .words {
    background: var(--fd-brass-soft);
  }
  .did {
    padding-top: 0.1rem;
    color: var(--fd-ink-2);
    font-size: var(--fd-text-sm);
    overflow-wrap: anywhere;
  }
  .handoff_requested .did,
  .handoff_connected .did,
  .survey_answered .did {
    color: var(--fd-ink);
    font-weight: 600;
  }
  .gap {
    position: relative;
    padding-left: 5.5rem;
    color: var(--fd-ink-3);
    font-size: var(--fd-text-xs);
  }
  .gap span {
    font-style: italic;
  }
  .detail {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--fd-s4);
    padding: var(--fd-s1) 0;
    font-size: var(--fd-text-xs);
  }
  .detail div {
    display: flex;
    gap: var(--fd-s1);
  }
  .detail dd {
    font-family: var(--fd-mono);
    overflow-wrap: anywhere;
  }
  @media (max-width: 30rem) {
    .item {
      grid-template-columns: 2.5rem 1.25rem 1fr;
    }
    .line::before {
      left: 3.55rem;
    }
    .gap {
      padding-left: 4.5rem;
    }
  }
  @media print {
    dialog {
      position: static;
      width: 100%;
      height: auto;
      border: 0;
      box-shadow: none;
    }
    .icon-button,
    .only {
      display: none;
    }
  }
`;
