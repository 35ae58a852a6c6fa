// The login form of the staff pages, and what stands in its place while we ask or when the role does not fit.
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { api, ApiError } from "../api/client";
import { Language } from "../ui/i18n";
import { icon, mark } from "../ui/icons";
import { house } from "../ui/styles";
import { companyButton, takeReason, type CompanyReason } from "./company";
import type { StaffSession } from "./session";
import { sentence, staffWords } from "./words";

/** `<fd-login .session=${session} heading="Log in to the desk">` */
@customElement("fd-login")
export class FdLogin extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        display: grid;
        place-items: center;
        padding: var(--fd-s5) var(--fd-s4);
      }
      .card {
        display: grid;
        gap: var(--fd-s4);
        width: min(25rem, 100%);
        padding: var(--fd-s6);
        box-shadow: var(--fd-shadow-2);
      }
      .lead {
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
      }
      .head {
        display: grid;
        gap: var(--fd-s2);
      }
      h1 {
        margin-top: var(--fd-s2);
        font-size: var(--fd-text-xl);
      }
      .secret {
        position: relative;
      }
      .secret .input {
        padding-right: 4.5rem;
      }
      .secret button {
        position: absolute;
        inset: 0 0 0 auto;
        padding: 0 var(--fd-s3);
        border: 0;
        background: none;
        color: var(--fd-pine-ink);
        font-size: var(--fd-text-sm);
        font-weight: 600;
        border-radius: var(--fd-r2);
      }
      .wrong {
        display: flex;
        gap: var(--fd-s2);
        padding: var(--fd-s3);
        border-radius: var(--fd-r2);
        background: var(--fd-danger-soft);
        color: var(--fd-danger);
        font-size: var(--fd-text-sm);
        font-weight: 500;
      }
      .or {
        display: flex;
        align-items: center;
        gap: var(--fd-s3);
        color: var(--fd-ink-3);
        font-size: var(--fd-text-sm);
      }
      .or::before,
      .or::after {
        content: "";
        flex: 1;
        border-top: 1px solid var(--fd-line);
      }
      .asking {
        color: var(--fd-ink-3);
      }
    `,
  ];

  @property({ attribute: false }) session!: StaffSession;
  /** The session's state and trouble, handed in again so that we render when they change. */
  @property({ attribute: false }) gate = "";
  @property({ attribute: false }) trouble: unknown = null;
  @property() heading = "";
  @state() private busy = false;
  @state() private company: string | null = null;
  @state() private reason: CompanyReason | null = null;
  @state() private shown = false;
  @state() private problem = "";
  @state() private missing: "name" | "password" | null = null;
  @query("#username") private username!: HTMLInputElement;
  @query("#password") private password!: HTMLInputElement;
  private asked = false;
  private readonly language = new Language(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.reason = takeReason();
    void api.ways().then(
      (ways) => (this.company = ways.company),
      () => undefined, // the password is a way in all the same
    );
  }

  protected override render() {
    const words = staffWords(this.language.now);
    switch (this.session.state) {
      case "asking":
        return html`<p class="asking" role="status">${words.loading}</p>`;
      case "not_allowed":
        return html`<div class="card">
          <div class="head">${mark(40)}<h1>${this.heading}</h1></div>
          ${this.wrong(words.notAllowed)}
          <button class="button primary" @click=${() => this.session.logOut()}>${words.otherLogin}</button>
        </div>`;
      default:
        return this.form();
    }
  }

  /** Where nothing else is looked at, the form is what one came for. */
  protected override updated(): void {
    if (this.asked || !this.username) return;
    this.asked = true;
    if (document.activeElement === document.body) this.username.focus();
  }

  private form() {
    const words = staffWords(this.language.now);
    const trouble = this.session.trouble ? sentence(this.session.trouble, this.language.now) : "";
    return html`<form class="card" novalidate @submit=${this.submit}>
      <div class="head">
        ${mark(40)}
        <h1>${this.heading}</h1>
        <p class="lead">${words.loginLead}</p>
      </div>
      <div class="field">
        <label for="username">${words.username}</label>
        <input id="username" class="input" name="username" autocomplete="username" autocapitalize="none" spellcheck="false"
          aria-invalid=${this.missing === "name"} aria-describedby="problem" />
      </div>
      <div class="field">
        <label for="password">${words.password}</label>
        <div class="secret">
          <input id="password" class="input" name="password" type=${this.shown ? "text" : "password"}
            autocomplete="current-password" aria-invalid=${this.missing === "password"} aria-describedby="problem" />
          <button type="button" aria-label=${this.shown ? words.hide : words.show} @click=${() => (this.shown = !this.shown)}>
            ${this.shown ? words.hideShort : words.showShort}
          </button>
        </div>
      </div>
      <div id="problem" role="alert">${this.wrong(this.problem || (this.reason ? words[`company_${this.reason}`] : trouble))}</div>
      <button class="button primary" type="submit" ?disabled=${this.busy}>${this.busy ? words.loggingIn : words.logIn}</button>
      ${companyButton(this.company, this.language.now)}
    </form>`;
  }

  private wrong(text: string) {
    return text ? html`<p class="wrong">${icon("warn")}<span>${text}</span></p>` : nothing;
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    const name = this.username.value.trim();
    const password = this.password.value;
    this.missing = !name ? "name" : !password ? "password" : null;
    const words = staffWords(this.language.now);
    this.problem = this.missing === "name" ? words.needName : this.missing ? words.needPassword : "";
    if (this.missing) return (this.missing === "name" ? this.username : this.password).focus();
    this.busy = true;
    this.reason = null;
    try {
      this.session.welcome(await api.login(name, password));
    } catch (error) {
      this.problem = this.refusal(error);
      this.password.select();
    } finally {
      this.busy = false;
    }
  };

  private refusal(error: unknown): string {
    if (error instanceof ApiError && error.trouble === "locked" && this.language.now === "en" && error.message) return error.message;
    const wrongPair = error instanceof ApiError && error.trouble === "not_logged_in";
    if (!wrongPair) return sentence(error, this.language.now);
    return (this.language.now === "en" && error.message) || staffWords(this.language.now).badLogin;
  }
}
