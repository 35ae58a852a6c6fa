// The desk's frame: three columns on a wide window, the context below the list's width, tabs on a phone.
import { css } from "lit";

export const appStyles = css`
  :host {
    display: block;
  }
  fd-desk-help {
    position: absolute;
  }
  .desk {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    min-height: 0;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(15rem, 19rem) minmax(22rem, 1fr) minmax(17rem, 23rem);
    min-height: 0;
  }
  .columns[hidden] {
    display: none;
  }
  .col {
    min-height: 0;
    min-width: 0;
  }
  .middle {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    border-inline: 1px solid var(--fd-line);
  }
  .context {
    overflow-y: auto;
    padding: var(--fd-s4);
  }
  .context h2 {
    margin-bottom: var(--fd-s3);
    font-size: var(--fd-text-sm);
    color: var(--fd-ink-2);
  }
  .sides {
    display: grid;
    grid-template-columns: 1fr 1fr;
    margin-bottom: var(--fd-s4);
    border-bottom: 1px solid var(--fd-line);
  }
  .sides button {
    min-height: 2.5rem;
    border: 0;
    background: none;
    color: var(--fd-ink-2);
    font-size: var(--fd-text-sm);
    font-weight: 600;
  }
  .sides [aria-selected="true"] {
    color: var(--fd-pine-ink);
    box-shadow: inset 0 -3px 0 var(--fd-pine);
  }
  .none,
  .asking {
    color: var(--fd-ink-3);
    font-size: var(--fd-text-sm);
  }
  .asking {
    place-self: center;
  }
  .phone {
    max-height: 60dvh;
    overflow-y: auto;
    padding: var(--fd-s3) clamp(var(--fd-s3), 3vw, var(--fd-s5));
    border-top: 2px solid var(--fd-brass);
    background: var(--fd-surface);
  }
  .elsewhere {
    padding: var(--fd-s3) var(--fd-s5);
    background: var(--fd-brass-soft);
  }
  .lost {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fd-s2);
    padding: var(--fd-s2) clamp(var(--fd-s3), 3vw, var(--fd-s5));
    background: var(--fd-danger-soft);
    color: var(--fd-danger);
    font-size: var(--fd-text-sm);
    font-weight: 600;
  }
  .tabs {
    display: none;
  }
  @media (max-width: 68rem) {
    .columns {
      grid-template-columns: minmax(14rem, 17rem) minmax(0, 1fr);
    }
    .columns:not([data-tab="context"]) .context,
    .columns[data-tab="context"] .middle {
      display: none;
    }
    .tabs {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
      border-top: 1px solid var(--fd-line);
      background: var(--fd-surface);
      padding-bottom: env(safe-area-inset-bottom);
    }
    .tabs button {
      position: relative;
      display: grid;
      justify-items: center;
      gap: 0.1rem;
      min-height: 3.5rem;
      padding: var(--fd-s2);
      border: 0;
      background: none;
      color: var(--fd-ink-2);
      font-size: var(--fd-text-xs);
      font-weight: 600;
    }
    .tabs button[aria-current="true"] {
      color: var(--fd-pine-ink);
      box-shadow: inset 0 3px 0 var(--fd-pine);
    }
    .dot {
      position: absolute;
      top: 0.35rem;
      left: calc(50% + 0.5rem);
      min-width: 1.15rem;
      padding: 0 0.25rem;
      border-radius: 99px;
      background: var(--fd-danger);
      color: var(--fd-on-danger);
      font-size: 0.6875rem;
      line-height: 1.15rem;
    }
  }
  @media (min-width: 48.01rem) and (max-width: 68rem) {
    .tabs button:first-child {
      display: none;
    }
    .tabs {
      grid-template-columns: repeat(2, 1fr);
    }
  }
  @media (max-width: 48rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .columns[data-tab="list"] .col:not([data-col="list"]),
    .columns[data-tab="talk"] .col:not([data-col="talk"]),
    .columns[data-tab="context"] .col:not([data-col="context"]) {
      display: none;
    }
    .middle {
      border: 0;
    }
    .phone {
      max-height: 52dvh;
      padding: var(--fd-s2) var(--fd-s3);
    }
  }
`;
