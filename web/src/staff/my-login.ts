// One's own log-in: where it is open, an end to each, and a new password.
import { css, html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { api } from "../api/client";
import type { OpenLogin } from "../api/types";
import "../ui/dialog";
import type { FdDialog } from "../ui/dialog";
import { Language } from "../ui/i18n";
import { house } from "../ui/styles";
import { toast } from "../ui/toast";
import { moment } from "./format";
import { loginWords } from "./login-words";
import { sentence, staffWords } from "./words";

@customElement("fd-my-login")
export class FdMyLogin extends LitElement {
  static override styles = [
    ...house,
    css`
      h3 {
        font-size: var(--fd-text-md);
      }
      ul,
      form,
      .part {
        display: grid;
        gap: var(--fd-s2);
      }
      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--fd-s3);
        padding: var(--fd-s2) var(--fd-s3);
        border: 1px solid var(--fd-line);
        border-radius: var(--fd-r2);
        font-size: var(--fd-text-sm);
      }
      li p + p {
        color: var(--fd-ink-2);
        overflow-wrap: anywhere;
      }
      .part + .part {
        padding-top: var(--fd-s4);
        border-top: 1px solid var(--fd-line);
      }
    `,
  ];

  @state() private logins: readonly OpenLogin[] = [];
  @state() private problem = "";
  @state() private busy = false;
  @query("fd-dialog") private dialog!: FdDialog;
  @query("#present") private present!: HTMLInputElement;
  @query("#next") private next!: HTMLInputElement;
  private readonly language = new Language(this);

  show(): void {
    this.problem = "";
    this.dialog.show();
    void this.ask();
  }

  private async ask(): Promise<void> {
    try {
      this.logins = (await api.myLogins()).logins;
    } catch (error) {
      toast(sentence(error, this.language.now), "danger");
    }
  }

  protected override render() {
    const words = loginWords(this.language.now);
    return html`<fd-dialog heading=${words.heading}>
      <section class="part">
        <h3>${words.open}</h3>
        <ul>${this.logins.map((one) => this.login(one))}</ul>
      </section>
      <section class="part">
        <h3>${words.change}</h3>
        <form @submit=${this.change}>
          <div class="field"><label for="present">${words.present}</label>
            <input id="present" class="input" type="password" autocomplete="current-password" aria-describedby="why" /></div>
          <div class="field"><label for="next">${words.next}</label>
            <input id="next" class="input" type="password" autocomplete="new-password" minlength="10" maxlength="200" aria-describedby="hint why" />
            <p id="hint" class="hint">${words.hint}</p></div>
          <p id="why" class="problem" role="alert">${this.problem}</p>
          <button class="button primary" type="submit" ?disabled=${this.busy}>${words.change}</button>
        </form>
      </section>
      <button slot="actions" class="button quiet" @click=${() => this.dialog.close()}>${staffWords(this.language.now).close}</button>
    </fd-dialog>`;
  }

  private login(one: OpenLogin) {
    const words = loginWords(this.language.now);
    const end = async (): Promise<void> => {
      await api.endLogin(one.id).catch((error: unknown) => toast(sentence(error, this.language.now), "danger"));
      await this.ask();
    };
    return html`<li>
      <div><p>${words.since(moment(one.since, this.language.now))}${one.here ? html` · <strong>${words.here}</strong>` : ""}</p>
        <p>${[one.address, browserName(one.browser)].filter(Boolean).join(" · ")}</p></div>
      ${one.here ? "" : html`<button class="button small" type="button" @click=${end}>${words.end}</button>`}
    </li>`;
  }

  private readonly change = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const words = loginWords(this.language.now);
    this.problem = this.next.value.length < 10 ? words.short : "";
    if (this.problem || this.busy) return;
    this.busy = true;
    try {
      await api.changePassword(this.present.value, this.next.value);
      this.present.value = this.next.value = "";
      toast(words.changed);
      await this.ask();
    } catch (error) {
      this.problem = this.language.now === "zh" ? words.notChanged : sentence(error, "en");
    } finally {
      this.busy = false;
    }
  };
}

/** A browser by its name, from what it calls itself. */
export function browserName(agent: string): string {
  const found = /(Edg|OPR|Firefox|Chrome|Safari)\/(\d+)/u.exec(agent.includes("Edg/") ? agent.slice(agent.indexOf("Edg/")) : agent);
  if (!found) return agent.slice(0, 40);
  const names: Readonly<Record<string, string>> = { Edg: "Edge", OPR: "Opera" };
  return `${names[found[1]!] ?? found[1]!} ${found[2]!}`;
}
