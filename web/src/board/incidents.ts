// What happened meanwhile, below a chart: publications and incidents; and the dialog that marks, changes and takes away an incident.
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { sentence } from "../staff/words";
import "../ui/dialog";
import type { FdDialog } from "../ui/dialog";
import { Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import { insight, type Note } from "./insight";
import { insightStyles } from "./insight-styles";
import { incidentWords, type IncidentWords } from "./incident-words";
import { noteLine } from "./notes";
import { localTime } from "./times";

@customElement("fd-incidents")
export class FdIncidents extends LitElement {
  static override styles = [
    ...house,
    insightStyles,
    css`
      :host {
        gap: var(--fd-s2);
        justify-items: start;
      }
      .list {
        display: grid;
        gap: var(--fd-s2);
        width: 100%;
      }
      .list li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: var(--fd-s3);
        align-items: start;
        font-size: var(--fd-text-sm);
      }
      .incident svg {
        color: var(--fd-danger);
      }
      .publish svg {
        color: var(--fd-ink-2);
      }
      form {
        display: grid;
        gap: var(--fd-s4);
      }
      .times {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
        gap: var(--fd-s3);
        align-items: start;
      }
      .times input {
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) notes: Note[] = [];
  @property() tz = "UTC";
  @state() private changed: Note | null = null;
  @state() private problem = "";
  @state() private busy = false;
  @query("fd-dialog") private dialog!: FdDialog;
  @query("form") private form!: HTMLFormElement;
  private readonly language = new Language(this);

  protected override render() {
    const words = incidentWords(this.language.now);
    return html`<h3>${words.meanwhile}</h3>
      ${this.notes.length ? html`<ul class="list">${this.notes.map((note) => this.line(note, words))}</ul>` : html`<p class="quiet">${words.nothing}</p>`}
      <button class="button small no-print" @click=${() => this.open(null)}>${words.mark}</button>
      <fd-dialog heading=${this.changed ? words.change : words.mark} @dismissed=${() => (this.problem = "")}>
        <form id="incident" @submit=${this.save}>
          <div class="field"><label for="words">${words.what}</label>
            <input id="words" name="words" class="input" required maxlength="200" autocomplete="off" aria-describedby="what-hint" />
            <p id="what-hint" class="hint">${words.whatHint}</p></div>
          <div class="times">
            <div class="field"><label for="begins">${words.begins}</label>
              <input id="begins" name="begins" class="input" type="datetime-local" required aria-describedby="zone" /></div>
            <div class="field"><label for="ends">${words.ends}</label>
              <input id="ends" name="ends" class="input" type="datetime-local" aria-describedby="ends-hint" />
              <p id="ends-hint" class="hint">${words.endsHint}</p></div>
          </div>
          <p id="zone" class="quiet">${words.zone(this.tz)}</p>
          <p class="wrong" role="alert">${this.problem}</p>
        </form>
        ${this.changed ? html`<button slot="actions" class="button danger" ?disabled=${this.busy} @click=${this.takeAway}>${words.remove}</button>` : nothing}
        <button slot="actions" class="button" @click=${() => this.dialog.close()}>${words.cancel}</button>
        <button slot="actions" class="button primary" ?disabled=${this.busy} @click=${() => this.form.requestSubmit()}>${words.save}</button>
      </fd-dialog>`;
  }

  private line(note: Note, words: IncidentWords) {
    const line = noteLine(note, this.tz, this.language.now);
    if (note.kind !== "incident") return html`<li class="publish">${icon("arrow")}${line}</li>`;
    return html`<li class="incident">${icon("warn")}${line}
      <button class="row-button no-print" aria-label=${words.changeThis(note.words ?? "")} @click=${() => this.open(note)}>${words.change}</button></li>`;
  }

  private open(note: Note | null): void {
    this.changed = note;
    this.dialog.show();
    const set = (name: string, value: string): void => {
      (this.form.elements.namedItem(name) as HTMLInputElement).value = value;
    };
    set("words", note?.words ?? "");
    set("begins", localTime(note?.at ?? Date.now() / 1000, this.tz));
    set("ends", note?.until ? localTime(note.until, this.tz) : "");
  }

  private readonly save = (event: SubmitEvent): void => {
    event.preventDefault();
    const given = new FormData(this.form);
    const read = (name: string): string => String(given.get(name) ?? "");
    const body = { words: read("words"), begins: read("begins"), ends: read("ends") || null };
    const number = this.changed?.number;
    void this.done(() => (number === undefined ? insight.mark(body) : insight.changeIncident(number, body)));
  };

  private readonly takeAway = (): void => {
    const number = this.changed?.number;
    if (number !== undefined) void this.done(() => insight.removeIncident(number));
  };

  private async done(deed: () => Promise<unknown>): Promise<void> {
    this.busy = true;
    try {
      await deed();
      this.dialog.close();
      this.dispatchEvent(new Event("marked"));
    } catch (error) {
      this.problem = sentence(error, this.language.now);
    }
    this.busy = false;
  }
}
