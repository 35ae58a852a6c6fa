// The looks of the sessions table; on a narrow window each row becomes a small card.
import { css } from "lit";

export const sessionsStyles = css`
  :host {
    display: grid;
    gap: var(--fd-s3);
    min-width: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--fd-s2) var(--fd-s4);
  }
  h2 {
    font-size: var(--fd-text-lg);
  }
  .count {
    color: var(--fd-ink-2);
    font-size: var(--fd-text-sm);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--fd-s2);
    margin-left: auto;
  }
  .filters label {
    display: grid;
    gap: 0.15rem;
    color: var(--fd-ink-2);
    font-size: var(--fd-text-xs);
    font-weight: 600;
  }
  .filters .input {
    width: auto;
    min-height: 2.5rem;
    max-width: 14rem;
    font-size: var(--fd-text-sm);
  }
  .filters .button {
    min-height: 2.5rem;
  }
  .wide {
    overflow-x: auto;
    border: 1px solid var(--fd-line);
    border-radius: var(--fd-r2);
    background: var(--fd-surface);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--fd-text-sm);
  }
  thead th {
    padding: 0;
    line-height: 1;
    background: var(--fd-surface);
    text-align: left;
    white-space: nowrap;
  }
  thead button {
    display: inline-flex;
    align-items: center;
    gap: 0.2em;
    min-height: 2.5rem;
    padding: 0 var(--fd-s3);
    border: 0;
    border-radius: var(--fd-r1);
    background: none;
    color: var(--fd-ink-2);
    font-size: var(--fd-text-xs);
    font-weight: 700;
  }
  thead button:hover {
    color: var(--fd-ink);
    background: var(--fd-sunken);
  }
  th.right {
    text-align: right;
  }
  th.right button {
    flex-direction: row-reverse;
  }
  .sort {
    opacity: 0;
  }
  .sort.ascending {
    rotate: 180deg;
  }
  .sort.ascending,
  .sort.descending,
  thead button:hover .sort,
  thead button:focus-visible .sort {
    opacity: 1;
  }
  td {
    padding: 0.45rem var(--fd-s3);
    border-top: 1px solid var(--fd-line);
    white-space: nowrap;
  }
  @media (min-width: 48rem) and (max-width: 84rem) {
    td,
    thead button {
      padding-inline: var(--fd-s2);
    }
    td.outcome {
      min-width: 9rem;
      white-space: normal;
    }
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover,
  tbody tr:focus-within {
    background: var(--fd-pine-soft);
  }
  .right {
    text-align: right;
  }
  .with {
    display: inline-flex;
    align-items: center;
    gap: var(--fd-s2);
  }
  .open {
    min-height: 1.75rem;
    padding: 0 var(--fd-s1);
    margin-left: calc(-1 * var(--fd-s1));
    border: 0;
    border-radius: var(--fd-r1);
    background: none;
    color: var(--fd-pine-ink);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .quiet {
    color: var(--fd-ink-3);
  }
  .no-match {
    padding: var(--fd-s5);
    color: var(--fd-ink-2);
    text-align: center;
  }
  .hint {
    font-size: var(--fd-text-xs);
  }
  @media (max-width: 48rem) {
    .hint {
      display: none;
    }
    .filters {
      margin-left: 0;
      width: 100%;
    }
    .filters label {
      flex: 1 1 8rem;
    }
    .filters .input {
      width: 100%;
      max-width: none;
    }
    .wide {
      overflow: visible;
      border: 0;
      background: none;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table,
    tbody {
      display: block;
    }
    tbody tr {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--fd-s3);
      margin-bottom: var(--fd-s2);
      padding: var(--fd-s1) var(--fd-s3) var(--fd-s3);
      border: 1px solid var(--fd-line);
      border-radius: var(--fd-r2);
      background: var(--fd-surface);
    }
    td,
    td.right {
      padding: 0;
      border: 0;
      text-align: left;
      white-space: normal;
    }
    td.named::before {
      content: attr(data-name) " ";
      color: var(--fd-ink-3);
    }
    td.blank {
      display: none;
    }
    td:first-child {
      order: -2;
    }
    td.outcome {
      flex: 1 0 calc(100% - 5rem);
      order: -1;
      font-weight: 600;
    }
    .open {
      min-height: var(--fd-tap);
    }
  }
  @media print {
    .filters,
    .hint,
    .sort {
      display: none;
    }
    .wide {
      overflow: visible;
      border: 0;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
