// What every look inside is: it asks for its data when the period changes, tells when that fails, and shows it in both languages.
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { sentence } from "../staff/words";
import { Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import type { Catalogue, Named, Period } from "./insight";
import { insightStyles } from "./insight-styles";
import { insightWords, type InsightWords } from "./insight-words";

export abstract class InsightView<T> extends LitElement {
  static override styles = [...house, insightStyles];

  @property({ attribute: false }) period: Period | null = null;
  @property({ attribute: false }) catalogue: Catalogue | null = null;
  /** Counts up when something happened: what is shown is asked for again. */
  @property({ type: Number }) news = 0;
  @state() protected data: T | null = null;
  @state() private problem: unknown = null;
  @state() private busy = false;
  protected readonly language = new Language(this, () => this.spoken());
  private asked = 0;

  protected abstract load(period: Period): Promise<T>;
  protected abstract show(data: T, words: InsightWords): TemplateResult;

  /** What the view does when the language changes, beyond showing its words. */
  protected spoken(): void {
    return;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("period")) this.data = null;
    if ((changed.has("period") || changed.has("news")) && this.period) void this.reload();
  }

  protected async reload(): Promise<void> {
    const period = this.period;
    if (!period) return;
    const turn = ++this.asked;
    this.busy = true;
    try {
      const data = await this.load(period);
      if (turn !== this.asked) return;
      this.data = data;
      this.problem = null;
    } catch (error) {
      if (turn === this.asked) this.problem = error;
    }
    this.busy = false;
  }

  protected named(id: string): Named | undefined {
    return this.catalogue?.figures.find((figure) => figure.id === id);
  }

  protected nameOf(id: string): string {
    const named = this.named(id);
    return named ? named[this.language.now] : id;
  }

  protected override render() {
    const words = insightWords(this.language.now);
    if (this.problem) {
      return html`<p class="wrong" role="alert">${icon("warn")} ${sentence(this.problem, this.language.now)}
        <button class="button small" @click=${() => void this.reload()}>${words.again}</button></p>`;
    }
    if (this.data === null || !this.catalogue) return html`<p class="quiet" role="status">${words.reading}</p>`;
    return html`<span class="visually-hidden" role="status">${this.busy ? words.reading : ""}</span>${this.show(this.data, words)}`;
  }
}
