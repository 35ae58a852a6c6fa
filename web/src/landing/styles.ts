// How the landing page looks: a dark band with the bell, then doors, orders, the way of a contact.
import { css } from "lit";

export const hero = css`
  .hero {
    position: relative;
    overflow: hidden;
    background: radial-gradient(circle at 82% 62%, transparent 11rem, rgb(255 255 255 / 0.06) 11.05rem 11.2rem, transparent 11.25rem 15rem,
          rgb(255 255 255 / 0.05) 15.05rem 15.2rem, transparent 15.25rem 19rem, rgb(255 255 255 / 0.04) 19.05rem 19.2rem, transparent 19.25rem 23rem,
          rgb(255 255 255 / 0.03) 23.05rem 23.2rem, transparent 23.25rem),
      var(--fd-hero);
    color: var(--fd-on-hero);
  }
  .hero .in {
    display: grid;
    grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
    align-items: center;
    gap: var(--fd-s6);
    min-height: 26rem;
    padding-block: var(--fd-s7);
  }
  .hero h1 {
    font-size: clamp(2rem, 4.2vw, 3.1rem);
    line-height: 1.12;
  }
  .hero h1 span {
    display: block;
  }
  .hero p {
    max-width: 36rem;
    margin-top: var(--fd-s4);
    color: var(--fd-on-hero-2);
    font-size: var(--fd-text-lg);
  }
  .hero .go {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fd-s3);
    margin-top: var(--fd-s5);
  }
  .hero .button {
    min-height: 3rem;
    padding-inline: var(--fd-s5);
    font-size: var(--fd-text-md);
  }
  .hero .button.brass:hover {
    background: #f0bd5c;
    border-color: #f0bd5c;
  }
  .hero .button.plain {
    border-color: rgb(255 255 255 / 0.45);
    background: transparent;
    color: var(--fd-on-hero);
  }
  .hero .button.plain:hover {
    background: rgb(255 255 255 / 0.1);
  }
  .hero :focus-visible {
    outline-color: #fff;
  }
  .bell {
    justify-self: center;
    width: min(100%, 19rem);
  }
  .bell .glint {
    fill: none;
    stroke: #dcebe4;
    stroke-width: 3;
    stroke-linecap: round;
  }
  .bell svg {
    width: 100%;
    height: auto;
  }
`;

export const body = css`
  :host {
    display: block;
  }
  .in {
    width: 100%;
    max-width: 72rem;
    margin: 0 auto;
    padding-inline: clamp(var(--fd-s4), 4vw, var(--fd-s6));
  }
  .band {
    padding-block: var(--fd-s7);
  }
  .band + .band {
    padding-top: 0;
  }
  h2 {
    font-size: var(--fd-text-xl);
  }
  .doors {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--fd-s6) var(--fd-s5);
  }
  .doors h2 {
    margin-bottom: var(--fd-s3);
    font: 600 var(--fd-text-sm) / 1.4 var(--fd-sans);
    color: var(--fd-ink-2);
    letter-spacing: 0;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--fd-s3);
  }
  .pair li {
    display: grid;
  }
  .door {
    position: relative;
    display: grid;
    grid-template-rows: auto auto 1fr;
    gap: var(--fd-s2);
    padding: var(--fd-s5) var(--fd-s4) var(--fd-s4);
    color: var(--fd-ink);
    text-decoration: none;
    transition: border-color var(--fd-quick), transform var(--fd-quick), box-shadow var(--fd-quick);
  }
  .door:hover {
    border-color: var(--fd-pine);
    box-shadow: var(--fd-shadow-2);
    transform: translateY(-2px);
  }
  .door .sign {
    display: grid;
    place-items: center;
    width: 3rem;
    height: 3rem;
    border-radius: var(--fd-r2);
    background: var(--fd-pine-soft);
    color: var(--fd-pine-ink);
  }
  .staff .door .sign {
    background: var(--fd-brass-soft);
    color: var(--fd-brass-ink);
  }
  .door strong {
    display: flex;
    align-items: center;
    justify-content: space-between;
    font: 600 var(--fd-text-lg) / 1.3 var(--fd-display);
  }
  .door p {
    color: var(--fd-ink-2);
    font-size: var(--fd-text-sm);
  }
  .note {
    margin-top: var(--fd-s3);
    color: var(--fd-ink-3);
    font-size: var(--fd-text-sm);
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--fd-s7);
  }
  .two p.lead {
    margin: var(--fd-s2) 0 var(--fd-s4);
    color: var(--fd-ink-2);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: var(--fd-s2) var(--fd-s3) var(--fd-s2) 0;
    border-bottom: 1px solid var(--fd-line);
    text-align: left;
    vertical-align: baseline;
  }
  th {
    color: var(--fd-ink-3);
    font-size: var(--fd-text-sm);
    font-weight: 600;
  }
  td.key {
    font-weight: 600;
  }
  .way {
    display: grid;
    gap: 0;
    margin-top: var(--fd-s4);
    counter-reset: way;
  }
  .way li {
    position: relative;
    min-height: 2.9rem;
    padding: 0 0 var(--fd-s3) 2.5rem;
    counter-increment: way;
  }
  .way li::before {
    content: counter(way);
    position: absolute;
    left: 0;
    top: 0;
    display: grid;
    place-items: center;
    width: 1.6rem;
    height: 1.6rem;
    border-radius: 50%;
    background: var(--fd-pine);
    color: var(--fd-on-pine);
    font-size: var(--fd-text-xs);
    font-weight: 700;
  }
  .way li:nth-child(4)::before {
    background: var(--fd-brass);
    color: var(--fd-on-brass);
  }
  .way li:not(:last-child)::after {
    content: "";
    position: absolute;
    left: 0.75rem;
    top: 1.8rem;
    bottom: 0.2rem;
    width: 2px;
    background: var(--fd-line);
  }
  footer {
    border-top: 1px solid var(--fd-line);
    padding-block: var(--fd-s5) var(--fd-s8);
  }
  footer p {
    max-width: 46rem;
    margin-top: var(--fd-s2);
    color: var(--fd-ink-2);
    font-size: var(--fd-text-sm);
  }
  footer ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fd-s1) var(--fd-s5);
    margin-top: var(--fd-s3);
    font-size: var(--fd-text-sm);
  }
  footer code {
    color: var(--fd-ink-2);
    font-family: var(--fd-mono);
    font-size: 0.9em;
  }
  @media (max-width: 56rem) {
    .hero .in,
    .doors,
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
    .hero .in {
      padding-block: var(--fd-s6);
    }
    .bell {
      display: none;
    }
  }
  @media (max-width: 30rem) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
