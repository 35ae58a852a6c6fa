// The telephone inside another page (the desk): flat, so that answer, keys and captions are seen at once.
import { css } from "lit";

export const compact = css`
  :host([compact]) .whole {
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fd-s2);
  }
  :host([compact]) .handset {
    grid-template: auto auto / minmax(0, 1fr) auto;
    gap: var(--fd-s2) var(--fd-s3);
    padding: var(--fd-s3) var(--fd-s4);
    border-radius: var(--fd-r3);
    background: var(--fd-hero);
    box-shadow: none;
  }
  :host([compact]) .display {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-content: center;
    gap: var(--fd-s1) var(--fd-s3);
  }
  :host([compact]) .caption {
    display: none;
  }
  :host([compact]) .display .row {
    order: 3;
    width: auto;
    min-height: 0;
  }
  :host([compact]) .display .row > span {
    display: none;
  }
  :host([compact]) .number {
    font-size: var(--fd-text-lg);
  }
  :host([compact]) .calls {
    grid-area: 1 / 2;
    align-items: center;
  }
  :host([compact]) .calls button {
    flex: none;
    min-height: var(--fd-tap);
  }
  :host([compact]) .keypad {
    grid-area: 2 / 1 / 3 / -1;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    gap: var(--fd-s1);
  }
  :host([compact]) .keypad button {
    width: 100%;
    height: 2.25rem;
    border-radius: var(--fd-r1);
  }
  :host([compact]) .keypad b {
    font-size: 1.1rem;
  }
  :host([compact]) .keypad small,
  :host([compact]) .incoming .keypad {
    display: none;
  }
  :host([compact]) .incoming + .talk,
  :host([compact]) .talk > header:not(:has(button)) {
    display: none;
  }
  :host([compact]) .talk {
    grid-template-rows: auto minmax(4rem, 1fr) auto;
  }
  :host([compact]) .talk > header {
    min-height: 2.75rem;
  }
  :host([compact]) .lines {
    height: auto;
    min-height: 0;
    max-height: 13rem;
    padding: var(--fd-s3) var(--fd-s4);
  }
  :host([compact]) .say {
    padding: var(--fd-s2) var(--fd-s3);
  }
  @container (max-width: 30rem) {
    :host([compact]) .handset {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([compact]) .calls {
      grid-area: 3 / 1;
    }
    :host([compact]) .calls button {
      flex: 1;
    }
    :host([compact]) .lines {
      max-height: 7rem;
      padding: var(--fd-s2) var(--fd-s3);
    }
    :host([compact]) .keypad {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    :host([compact]) .keypad button {
      height: var(--fd-tap);
    }
  }
`;
