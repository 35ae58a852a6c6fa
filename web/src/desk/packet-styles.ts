// The looks of the context packet.
import { css } from "lit";

export const packetStyles = css`
  :host {
    display: grid;
    gap: var(--fd-s4);
    align-content: start;
  }
  section {
    display: grid;
    gap: var(--fd-s1);
  }
  h3 {
    margin-top: var(--fd-s1);
    font-family: var(--fd-sans);
    font-size: var(--fd-text-xs);
    letter-spacing: 0;
    color: var(--fd-ink-3);
  }
  .none,
  .small {
    color: var(--fd-ink-3);
    font-size: var(--fd-text-xs);
  }
  .small.careful {
    color: var(--fd-danger);
    font-weight: 600;
  }
  .strong {
    font-weight: 600;
  }
  .name {
    font: 600 var(--fd-text-lg) / 1.25 var(--fd-display);
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fd-s1);
  }
  .next {
    padding: var(--fd-s3);
    border-left: 3px solid var(--fd-brass);
    border-radius: 0 var(--fd-r2) var(--fd-r2) 0;
    background: var(--fd-brass-soft);
  }
  .next h3 {
    display: flex;
    align-items: center;
    gap: var(--fd-s1);
    margin: 0;
    color: var(--fd-brass-ink);
  }
  .tasks {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fd-s1);
    margin-top: var(--fd-s1);
  }
  blockquote {
    margin: 0;
    padding-left: var(--fd-s3);
    border-left: 2px solid var(--fd-line-strong);
    color: var(--fd-ink-2);
    font-size: var(--fd-text-sm);
    overflow-wrap: anywhere;
  }
  p,
  li,
  dd {
    font-size: var(--fd-text-sm);
    overflow-wrap: anywhere;
  }
  .name {
    font-size: var(--fd-text-lg);
  }
  .small {
    font-size: var(--fd-text-xs);
  }
  dl {
    display: grid;
    border: 1px solid var(--fd-line);
    border-radius: var(--fd-r2);
    background: var(--fd-surface);
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(6rem, 38%) 1fr;
    gap: var(--fd-s2);
    padding: var(--fd-s2) var(--fd-s3);
  }
  dl > div + div {
    border-top: 1px solid var(--fd-line);
  }
  dt {
    color: var(--fd-ink-2);
    font-size: var(--fd-text-sm);
  }
  dd {
    display: grid;
  }
  .value {
    justify-self: start;
    max-width: 100%;
    margin: -2px -4px;
    padding: 2px 4px;
    border: 0;
    border-radius: 4px;
    background: none;
    font-weight: 600;
    text-align: left;
    overflow-wrap: anywhere;
  }
  .value:hover {
    background: var(--fd-pine-soft);
  }
  .tried {
    display: grid;
    gap: var(--fd-s2);
  }
  .tried li {
    display: flex;
    gap: var(--fd-s2);
  }
  .tried svg {
    margin-top: 0.2em;
  }
  .tried .good svg {
    color: var(--fd-ok);
  }
  .tried .bad svg {
    color: var(--fd-danger);
  }
  .tried .small {
    display: block;
  }
  .effort {
    grid-template-columns: repeat(5, minmax(0, 1fr));
  }
  .effort > div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    gap: 0;
    padding: var(--fd-s2) 0 var(--fd-s2) var(--fd-s2);
    border: 0 !important;
  }
  .effort dt {
    font-size: 0.6875rem;
    line-height: 1.3;
    color: var(--fd-ink-3);
  }
  .effort dd {
    font-weight: 700;
  }
  .effort .zero dd {
    color: var(--fd-ink-3);
    font-weight: 400;
  }
  details {
    font-size: var(--fd-text-sm);
  }
  summary {
    color: var(--fd-ink-2);
    font-size: var(--fd-text-xs);
    font-weight: 600;
    cursor: pointer;
  }
  .path {
    padding-top: var(--fd-s2);
  }
  meter {
    appearance: none;
    width: 100%;
    height: 0.375rem;
    border-radius: 99px;
    overflow: hidden;
    background: var(--fd-sunken);
  }
  meter::-webkit-meter-bar {
    height: 0.375rem;
    border: 0;
    border-radius: 99px;
    background: var(--fd-line);
  }
  meter::-webkit-meter-optimum-value {
    border-radius: 99px;
    background: var(--fd-pine);
  }
  meter::-moz-meter-bar {
    background: var(--fd-pine);
  }
  .judge {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }
  .judging {
    grid-column: 1 / -1;
  }
  .judge button {
    min-height: 1.6rem;
    padding: 0 0.5rem;
    border: 1px solid var(--fd-line-strong);
    border-radius: 99px;
    background: var(--fd-surface);
    color: var(--fd-ink-2);
    font-size: var(--fd-text-xs);
    white-space: nowrap;
  }
  .judge [aria-pressed="true"] {
    border-color: var(--fd-pine);
    background: var(--fd-pine);
    color: var(--fd-on-pine);
  }
`;
