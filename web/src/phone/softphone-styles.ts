// How the telephone looks: a dark handset, beside or beneath it what is said.
import { css } from "lit";

export const layout = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .whole {
    display: grid;
    gap: var(--fd-s4);
  }
  @container (min-width: 46rem) {
    .whole {
      grid-template-columns: 21rem minmax(0, 1fr);
      gap: clamp(var(--fd-s5), 4cqi, var(--fd-s7));
      align-items: stretch;
    }
  }
`;

export const handset = css`
  .handset {
    display: grid;
    grid-template-rows: minmax(9.5rem, auto) 1fr auto;
    gap: var(--fd-s4);
    padding: var(--fd-s5);
    border: 1px solid rgb(255 255 255 / 0.08);
    border-radius: 2rem;
    background: radial-gradient(circle at 50% -4rem, transparent 7rem, rgb(255 255 255 / 0.05) 7.05rem 7.15rem, transparent 7.2rem 10rem,
          rgb(255 255 255 / 0.045) 10.05rem 10.15rem, transparent 10.2rem 13rem, rgb(255 255 255 / 0.04) 13.05rem 13.15rem, transparent 13.2rem),
      var(--fd-hero);
    color: var(--fd-on-hero);
    box-shadow: var(--fd-shadow-2);
  }
  .handset :focus-visible {
    outline-color: #fff;
  }
  .display {
    display: grid;
    grid-template-rows: auto 1fr auto auto;
    justify-items: center;
    gap: var(--fd-s1);
    text-align: center;
  }
  .display .row {
    display: flex;
    justify-content: space-between;
    align-items: center;
    width: 100%;
    min-height: var(--fd-tap);
    color: var(--fd-on-hero-2);
    font-size: var(--fd-text-sm);
    font-variant-numeric: tabular-nums;
  }
  .display .icon-button {
    margin-right: -0.5rem;
  }
  .number {
    align-self: center;
    max-width: 100%;
    font: 500 2rem/1.2 var(--fd-display);
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
    overflow-wrap: anywhere;
  }
  .number.keys {
    font-family: var(--fd-mono);
    letter-spacing: 0.12em;
  }
  .stage {
    display: inline-flex;
    align-items: center;
    gap: var(--fd-s2);
    min-height: 2.25rem;
    padding: 0 var(--fd-s3);
    border-radius: 99px;
    background: rgb(255 255 255 / 0.08);
    font-size: var(--fd-text-sm);
    font-weight: 600;
  }
  .caption {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    min-height: 4.5em;
    margin-top: var(--fd-s2);
    overflow: hidden;
    line-height: 1.5;
  }
  .incoming .stage,
  .bridged .stage {
    background: var(--fd-brass);
    color: var(--fd-on-brass);
  }
  .sign {
    display: inline-grid;
    place-items: center;
    width: 1.375rem;
    height: 1.375rem;
  }
  .sign circle {
    fill: none;
    stroke-width: 3;
  }
  .sign .track {
    stroke: rgb(255 255 255 / 0.2);
  }
  .sign .left {
    stroke: var(--fd-brass);
    stroke-dasharray: 1;
    transform: rotate(-90deg);
    transform-origin: center;
  }
  .wave {
    display: inline-flex;
    gap: 2px;
    align-items: center;
    height: 1rem;
  }
  .wave i {
    width: 3px;
    height: 100%;
    border-radius: 2px;
    background: var(--fd-brass);
    transform: scaleY(0.3);
    animation: speak 0.9s infinite ease-in-out;
  }
  .wave i:nth-child(2) {
    animation-delay: 0.12s;
  }
  .wave i:nth-child(3) {
    animation-delay: 0.24s;
  }
  .wave i:nth-child(4) {
    animation-delay: 0.36s;
  }
  @keyframes speak {
    50% {
      transform: scaleY(1);
    }
  }
  .ring svg {
    animation: shake 1s infinite ease-in-out;
    transform-origin: 50% 20%;
  }
  @keyframes shake {
    0%,
    40%,
    100% {
      transform: rotate(0);
    }
    10%,
    30% {
      transform: rotate(12deg);
    }
    20% {
      transform: rotate(-12deg);
    }
  }
`;

export const keypad = css`
  .keypad {
    display: grid;
    grid-template-columns: repeat(3, 4rem);
    justify-content: center;
    align-content: center;
    gap: var(--fd-s3) var(--fd-s5);
  }
  .keypad button {
    display: grid;
    place-content: center;
    justify-items: center;
    width: 4rem;
    height: 4rem;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: rgb(255 255 255 / 0.09);
    color: inherit;
    transition: background var(--fd-quick);
    touch-action: manipulation;
    user-select: none;
  }
  .keypad button:hover:not(:disabled) {
    background: rgb(255 255 255 / 0.17);
  }
  .keypad button:active:not(:disabled),
  .keypad button.down {
    background: var(--fd-brass);
    color: var(--fd-on-brass);
  }
  .keypad button:disabled {
    color: var(--fd-on-hero-2);
    background: rgb(255 255 255 / 0.04);
  }
  .keypad b {
    font: 500 1.6rem/1.05 var(--fd-display);
  }
  .keypad small {
    min-height: 0.85rem;
    font-size: 0.625rem;
    letter-spacing: 0.14em;
    line-height: 1.3;
    opacity: 0.8;
  }
  .calls {
    display: flex;
    justify-content: center;
    gap: var(--fd-s3);
  }
  .calls button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--fd-s2);
    flex: 1;
    max-width: 12rem;
    min-height: 3.5rem;
    padding: 0 var(--fd-s4);
    border: 0;
    border-radius: 99px;
    font-weight: 700;
  }
  .go {
    background: #62c5a4;
    color: #06231a;
  }
  .go:hover {
    background: #8ad8bd;
  }
  .stop {
    background: #ff9489;
    color: #38090a;
  }
  .stop:hover {
    background: #ffb3ab;
  }
`;

export const captions = css`
  .talk {
    display: grid;
    grid-template-rows: auto minmax(14rem, 1fr) auto;
    min-height: 0;
    overflow: hidden;
  }
  .talk > header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--fd-s3);
    min-height: 3.5rem;
    padding: var(--fd-s1) var(--fd-s4);
    border-bottom: 1px solid var(--fd-line);
  }
  .talk h2 {
    font-size: var(--fd-text-md);
  }
  .lines {
    display: flex;
    flex-direction: column;
    max-height: 34rem;
    overflow-y: auto;
    padding: var(--fd-s4);
    overscroll-behavior: contain;
  }
  @container (min-width: 46rem) {
    .lines {
      max-height: none;
      height: 0;
      min-height: 100%;
    }
  }
  .none {
    margin: auto;
    color: var(--fd-ink-3);
    text-align: center;
  }
  .line {
    display: grid;
    gap: 0.1rem;
    padding-left: var(--fd-s3);
    border-left: 3px solid var(--fd-line);
  }
  .line:not(:first-child) {
    margin-top: var(--fd-s3);
  }
  .line.on {
    margin-top: 0;
    padding-top: var(--fd-s1);
  }
  .line .who {
    color: var(--fd-ink-3);
    font-size: var(--fd-text-xs);
    font-weight: 600;
  }
  .line .text {
    overflow-wrap: anywhere;
    font-size: 1.0625rem;
  }
  .line.me {
    border-color: var(--fd-pine);
  }
  .line.other {
    border-color: var(--fd-brass);
  }
  .line.now {
    border-color: var(--fd-ink);
  }
  .line.now .text {
    font-weight: 600;
  }
  .line.was .text {
    color: var(--fd-ink-2);
  }
  .pressed {
    font-family: var(--fd-mono);
    letter-spacing: 0.1em;
  }
  .say {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: var(--fd-s2);
    padding: var(--fd-s3) var(--fd-s4);
    border-top: 1px solid var(--fd-line);
  }
  .say .icon-button {
    border: 1px solid var(--fd-line-strong);
  }
  .say .hearing {
    background: var(--fd-brass);
    color: var(--fd-on-brass);
  }
`;
