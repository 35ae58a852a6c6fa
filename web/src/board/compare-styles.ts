// The look of a comparison: two sides, a line for each interval, and on a narrow screen a card for each figure.
import { css } from "lit";

export const compareStyles = css`
  .sides {
    gap: var(--fd-s3);
    margin-block: var(--fd-s4) var(--fd-s3);
  }
  .side {
    display: grid;
    gap: var(--fd-s1);
    align-content: start;
    padding: var(--fd-s3) var(--fd-s4);
    border-radius: var(--fd-r2);
    background: var(--fd-sunken);
    overflow-wrap: anywhere;
  }
  .fields .input {
    max-width: min(22rem, 100%);
  }
  td.line {
    width: 8rem;
    vertical-align: middle;
  }
  svg {
    display: block;
    width: 100%;
    min-width: 6rem;
    height: 1rem;
  }
  svg line {
    stroke: var(--fd-ink-2);
    stroke-width: 3;
    vector-effect: non-scaling-stroke;
  }
  svg .nought {
    stroke: var(--fd-line-strong);
    stroke-width: 1;
  }
  svg .at {
    stroke-width: 2;
  }
  svg.better line:not(.nought) {
    stroke: var(--fd-ok);
  }
  svg.worse line:not(.nought) {
    stroke: var(--fd-danger);
  }
  @media (max-width: 40rem) {
    .versus,
    .versus tbody {
      display: block;
    }
    .versus thead {
      display: none;
    }
    .versus tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--fd-s1) var(--fd-s3);
      padding-block: var(--fd-s3);
      border-bottom: 1px solid var(--fd-line);
    }
    .versus th,
    .versus td {
      display: block;
      width: auto;
      padding: 0;
      border: 0;
      text-align: left;
      white-space: normal;
    }
    .versus th {
      grid-column: 1 / -1;
    }
    .versus td.line {
      order: 1;
      grid-column: 1 / -1;
    }
    .versus td:last-child {
      align-self: center;
    }
    .versus td[data-name]::before {
      content: attr(data-name);
      display: block;
      color: var(--fd-ink-2);
      font-size: var(--fd-text-xs);
    }
  }
`;
