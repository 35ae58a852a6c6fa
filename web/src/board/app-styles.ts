// The board's frame: the day's head, three figures side by side, then outcomes and sessions; and how it prints.
import { css } from "lit";

export const appStyles = css`
  :host {
    display: block;
  }
  .button {
    white-space: nowrap;
  }
  .me {
    margin-right: var(--fd-s2);
    font-size: var(--fd-text-sm);
    font-weight: 600;
    white-space: nowrap;
  }
  .board {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--fd-s5);
    width: min(84rem, 100%);
    margin: 0 auto;
    padding: var(--fd-s5) clamp(var(--fd-s3), 3vw, var(--fd-s5)) var(--fd-s7);
  }
  .tabs ul {
    display: flex;
    gap: var(--fd-s1);
    overflow-x: auto;
    border-bottom: 1px solid var(--fd-line);
  }
  .tabs a {
    display: block;
    padding: var(--fd-s3) var(--fd-s4);
    border-bottom: 3px solid transparent;
    color: var(--fd-ink-2);
    font-weight: 600;
    font-size: var(--fd-text-sm);
    text-decoration: none;
    white-space: nowrap;
  }
  .tabs a:hover {
    background: var(--fd-sunken);
  }
  .tabs a[aria-current] {
    color: var(--fd-pine-ink);
    border-bottom-color: var(--fd-pine);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--fd-s3);
  }
  h1 {
    font-size: var(--fd-text-2xl);
  }
  h2 {
    font-size: var(--fd-text-md);
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fd-s1) var(--fd-s4);
    margin-top: var(--fd-s1);
    color: var(--fd-ink-2);
    font-size: var(--fd-text-sm);
  }
  .live::before {
    content: "";
    display: inline-block;
    width: 0.55rem;
    height: 0.55rem;
    margin-right: 0.45rem;
    border-radius: 50%;
    background: var(--fd-ok);
  }
  .live.lost {
    color: var(--fd-danger);
    font-weight: 600;
  }
  .live.lost::before {
    background: var(--fd-danger);
  }
  .days {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fd-s1);
  }
  .days .input {
    width: auto;
  }
  .days .icon-button:disabled {
    opacity: 0.4;
  }
  .turn {
    display: block;
    rotate: 90deg;
  }
  .turn.on {
    rotate: -90deg;
  }
  .print {
    margin-left: var(--fd-s2);
  }
  .figures {
    display: grid;
    grid-template-columns: minmax(0, 1.35fr) minmax(0, 1.1fr) minmax(0, 0.75fr);
    gap: var(--fd-s4);
  }
  .card {
    padding: var(--fd-s5);
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: var(--fd-s2);
    margin-bottom: var(--fd-s3);
  }
  .quiet {
    color: var(--fd-ink-2);
    font-size: var(--fd-text-sm);
  }
  .pairs {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fd-s2) var(--fd-s5);
    padding-top: var(--fd-s3);
    border-top: 1px dashed var(--fd-line-strong);
  }
  dt {
    color: var(--fd-ink-2);
    font-size: var(--fd-text-sm);
  }
  .pairs dd {
    font-size: var(--fd-text-lg);
    font-weight: 600;
  }
  .waits {
    display: grid;
    gap: var(--fd-s4);
    align-content: start;
  }
  .tall {
    display: grid;
    gap: var(--fd-s4);
  }
  .tall dd {
    font: 600 var(--fd-text-xl) / 1.2 var(--fd-display);
  }
  .nothing {
    display: grid;
    gap: var(--fd-s2);
    justify-items: center;
    padding: var(--fd-s8) var(--fd-s5);
    text-align: center;
  }
  .wrong {
    display: flex;
    gap: var(--fd-s2);
    padding: var(--fd-s3);
    border-radius: var(--fd-r2);
    background: var(--fd-danger-soft);
    color: var(--fd-danger);
    font-weight: 500;
  }
  @media (max-width: 72rem) {
    .figures {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .figures .waits {
      grid-column: 1 / -1;
    }
    .tall {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (max-width: 48rem) {
    .figures {
      grid-template-columns: minmax(0, 1fr);
    }
    .card {
      padding: var(--fd-s4);
    }
    h1 {
      font-size: var(--fd-text-xl);
    }
    .print,
    .me {
      display: none;
    }
  }
  @media print {
    :host {
      color-scheme: light;
    }
    .days {
      display: none;
    }
    .board {
      width: 100%;
      padding: 0;
      gap: var(--fd-s4);
    }
    .card {
      break-inside: avoid;
      padding: var(--fd-s3);
    }
  }
`;
