// The look of the board's looks inside: cards in a grid, tables that scroll, notes; and how they print.
import { css } from "lit";

export const insightStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fd-s5);
  }
  .card {
    padding: var(--fd-s5);
    min-width: 0;
  }
  h2 {
    font-size: var(--fd-text-lg);
  }
  h3 {
    font-size: var(--fd-text-md);
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--fd-s2) var(--fd-s4);
    margin-bottom: var(--fd-s3);
  }
  .quiet {
    color: var(--fd-ink-2);
    font-size: var(--fd-text-sm);
    max-width: 62rem;
  }
  .quiet + .fields,
  .fields + *,
  h3 + ul,
  .scroll + .button,
  fd-chart + .quiet + .button {
    margin-top: var(--fd-s3);
  }
  .card > .quiet {
    margin-bottom: var(--fd-s3);
  }
  h3 {
    margin-bottom: var(--fd-s2);
  }
  .tabular {
    font-variant-numeric: tabular-nums;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
    gap: var(--fd-s5);
  }
  .scroll {
    position: relative; /* what is only for screen readers stays inside too */
    overflow-x: auto;
    margin-inline: calc(-1 * var(--fd-s2));
    padding-inline: var(--fd-s2);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--fd-text-sm);
    font-variant-numeric: tabular-nums;
  }
  tbody th[scope="row"] {
    min-width: 6em; /* Chinese would else break after each sign */
  }
  tr.head th {
    padding-top: var(--fd-s5);
    font-size: var(--fd-text-md);
    color: var(--fd-ink);
  }
  caption {
    text-align: left;
    color: var(--fd-ink-2);
    padding-bottom: var(--fd-s2);
  }
  th,
  td {
    padding: var(--fd-s2) var(--fd-s3);
    border-bottom: 1px solid var(--fd-line);
    text-align: left;
    vertical-align: baseline;
  }
  th {
    font-weight: 600;
    color: var(--fd-ink-2);
  }
  thead th {
    word-break: keep-all; /* a narrow column would else break Chinese sign by sign */
  }
  tbody th {
    color: var(--fd-ink);
  }
  .num {
    text-align: right;
    white-space: nowrap;
  }
  tr.chosen > * {
    background: var(--fd-pine-soft);
  }
  td small,
  th small {
    display: block;
    color: var(--fd-ink-2);
    font-weight: 400;
  }
  .row-button {
    border: 0;
    padding: var(--fd-s1) 0;
    background: none;
    color: var(--fd-pine-ink);
    font-weight: 600;
    text-align: left;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    min-height: 1.75rem;
  }
  .alert {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--fd-s3);
    padding: var(--fd-s3) var(--fd-s4);
    border-radius: var(--fd-r2);
    background: var(--fd-danger-soft);
    color: var(--fd-ink);
  }
  .alert svg {
    color: var(--fd-danger);
    margin-top: 0.1em;
  }
  .alerts {
    display: grid;
    gap: var(--fd-s2);
  }
  .fine {
    background: var(--fd-ok-soft);
  }
  .fine svg {
    color: var(--fd-ok);
  }
  .bar {
    display: block;
    height: 0.6rem;
    min-width: 2px;
    border-radius: 99px;
    background: var(--fd-pine);
  }
  .track {
    display: block;
    width: 100%;
    min-width: 6rem;
    border-radius: 99px;
    background: var(--fd-sunken);
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fd-s3);
    align-items: end;
  }
  .fields label {
    display: grid;
    gap: var(--fd-s1);
    font-size: var(--fd-text-sm);
    font-weight: 600;
    color: var(--fd-ink-2);
  }
  .fields .input {
    width: auto;
    min-width: 9rem;
    max-width: 100%;
  }
  .wrong {
    color: var(--fd-danger);
  }
  @media (max-width: 40rem) {
    .card {
      padding: var(--fd-s4) var(--fd-s3);
    }
  }
  @media print {
    .no-print,
    .button {
      display: none !important;
    }
    :host {
      display: block;
    }
    .card {
      break-inside: avoid;
      border-color: #999;
    }
    .scroll {
      overflow: visible;
    }
    table {
      font-size: 0.7rem;
    }
    th,
    td {
      padding: 0.2rem 0.35rem;
    }
    tr,
    h2 {
      break-inside: avoid;
    }
    h2 {
      break-after: avoid;
    }
  }
`;
