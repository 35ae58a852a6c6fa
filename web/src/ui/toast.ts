// Short news at the foot of the page, read out politely, gone after a while. Knows no page's words.
import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { house } from "./styles";

type Tone = "plain" | "danger";
interface Toast {
  id: number;
  text: string;
  tone: Tone;
}
const STAYS_MS = 6000;

@customElement("fd-toasts")
export class FdToasts extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        position: fixed;
        inset: auto 0 var(--fd-s5) 0;
        z-index: 50;
        display: grid;
        justify-items: center;
        gap: var(--fd-s2);
        pointer-events: none;
      }
      p {
        max-width: min(36rem, calc(100vw - 2rem));
        padding: var(--fd-s3) var(--fd-s4);
        border-radius: var(--fd-r2);
        background: var(--fd-ink);
        color: var(--fd-bg);
        box-shadow: var(--fd-shadow-2);
        font-size: var(--fd-text-sm);
        animation: rise 200ms ease-out;
      }
      p.danger {
        background: var(--fd-danger);
        color: var(--fd-on-danger);
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
    `,
  ];

  @state() private toasts: Toast[] = [];
  private count = 0;

  add(text: string, tone: Tone): void {
    const id = ++this.count;
    this.toasts = [...this.toasts, { id, text, tone }];
    setTimeout(() => (this.toasts = this.toasts.filter((one) => one.id !== id)), STAYS_MS);
  }

  protected override render() {
    return html`<div role="status" aria-live="polite">
      ${this.toasts.map((one) => html`<p class=${one.tone}>${one.text}</p>`)}
    </div>`;
  }
}

/** Tell the visitor something small: `toast("Saved")`, `toast(sentence, "danger")`. */
export function toast(text: string, tone: Tone = "plain"): void {
  let place = document.querySelector<FdToasts>("fd-toasts");
  if (!place) {
    place = document.createElement("fd-toasts") as FdToasts;
    document.body.append(place);
  }
  place.add(text, tone);
}
