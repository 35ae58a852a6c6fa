// The customer as a whole: orders with what can be done about them, earlier contacts with their notes. All of it as text.
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { api } from "../api/client";
import type { Card, CustomerView, EarlierContact, OrderLine } from "../api/types";
import { dayShort, duration, money, moment } from "../staff/format";
import { label } from "../staff/words";
import { Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import { moreWords, type MoreWords } from "./more-words";

@customElement("fd-customer")
export class FdCustomer extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        display: grid;
        gap: var(--fd-s4);
      }
      h3 {
        margin-bottom: var(--fd-s2);
        font-size: var(--fd-text-sm);
        color: var(--fd-ink-2);
      }
      ul {
        display: grid;
        gap: var(--fd-s2);
      }
      li {
        display: grid;
        gap: var(--fd-s1);
        padding: var(--fd-s3);
        border: 1px solid var(--fd-line);
        border-radius: var(--fd-r2);
        background: var(--fd-surface);
        font-size: var(--fd-text-sm);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: var(--fd-s1) var(--fd-s3);
      }
      .strong {
        font-weight: 700;
      }
      .quiet-text {
        color: var(--fd-ink-2);
      }
      blockquote {
        margin: 0;
        padding-left: var(--fd-s2);
        border-left: 3px solid var(--fd-brass);
        overflow-wrap: anywhere;
      }
      .none {
        color: var(--fd-ink-3);
        font-size: var(--fd-text-sm);
      }
    `,
  ];

  @property({ attribute: false }) card: Card | null = null;
  /** Asked anew when it changes: something was done about an order. */
  @property({ type: Number }) turn = 0;
  @state() private view: CustomerView | null = null;
  @state() private trouble = false;
  private asked = "";
  private readonly language = new Language(this);

  protected override willUpdate(): void {
    const wanted = this.card ? `${this.card.id}|${this.card.customer?.verified ?? false}|${this.turn}` : "";
    if (wanted === this.asked) return;
    this.asked = wanted;
    this.view = null;
    if (this.card) void this.ask(this.card.id, wanted);
  }

  private async ask(ticket: string, wanted: string): Promise<void> {
    const answer = await api.customer(ticket).catch(() => null);
    if (this.asked !== wanted) return; // another customer by now
    this.view = answer;
    this.trouble = answer === null;
  }

  protected override render() {
    const words = moreWords(this.language.now);
    if (this.trouble) return html`<p class="none">${words.customerUnreachable}</p>`;
    const view = this.view;
    if (!view) return nothing;
    if (!view.verified) return html`<p class="none">${words.customerUnverified}</p>`;
    return html`
      <section>
        <h3>${words.orders}</h3>
        ${view.shop_answers ? nothing : html`<p class="none">${words.shopDown}</p>`}
        ${view.orders.length || !view.shop_answers ? html`<ul>${view.orders.map((one) => this.order(one, words))}</ul>` : html`<p class="none">${words.noOrders}</p>`}
      </section>
      <section>
        <h3>${words.contacts}</h3>
        ${view.contacts.length ? html`<ul>${view.contacts.map((one) => this.contact(one, words))}</ul>` : html`<p class="none">${words.noContacts}</p>`}
      </section>
    `;
  }

  private order(order: OrderLine, words: MoreWords) {
    const lang = this.language.now;
    const goods = order.goods.map((one) => (one.quantity > 1 ? `${one.quantity} × ${one.name}` : one.name)).join(", ");
    const days = [
      words.placed(dayShort(order.placed_on, lang)),
      order.delivered_on ? words.delivered(dayShort(order.delivered_on, lang)) : order.expected_on ? words.expected(dayShort(order.expected_on, lang)) : "",
      order.return_number ? words.returning(order.return_number) : "",
    ].filter(Boolean);
    return html`<li>
      <p class="row"><span class="strong tabular">${order.number}</span><span class="badge">${label("order_state", order.state, lang)}</span></p>
      <p>${goods}</p>
      <p class="row quiet-text"><span>${days.join(" · ")}</span><span class="tabular">${money(order.total, order.currency, lang)}</span></p>
      <p><button class="button small" type="button" @click=${() => this.act(order.number)}>${icon("arrow", 16)}${words.act}<span class="visually-hidden"> ${order.number}</span></button></p>
    </li>`;
  }

  private contact(one: EarlierContact, words: MoreWords) {
    const lang = this.language.now;
    const what = [label("channel", one.channel, lang), label("goal", one.goal, lang), label("outcome", one.outcome, lang)].filter(Boolean);
    return html`<li>
      <p class="row"><span class="strong">${moment(one.started_at, lang)}</span><span class="quiet-text tabular">${duration(one.seconds, lang)}</span></p>
      <p>${what.join(" · ")}</p>
      ${one.notes.map((note) => html`<p class="quiet-text">${words.notedBy(note.agent, label("disposition", note.disposition, lang))}</p>
        ${note.note ? html`<blockquote dir="auto">${note.note}</blockquote>` : nothing}`)}
    </li>`;
  }

  private act(order: string): void {
    this.dispatchEvent(new CustomEvent("act", { detail: { order }, bubbles: true, composed: true }));
  }
}
