// Hearing a recording: fetched only when somebody presses the button, because each hearing is written down.
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { api, ApiError } from "../api/client";
import { sentence, staffWords } from "./words";
import { Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";

@customElement("fd-listen")
export class FdListen extends LitElement {
  static override styles = [
    ...house,
    css`
      audio {
        width: 100%;
        min-height: 2.75rem;
      }
      p {
        margin: var(--fd-s1) 0 0;
      }
    `,
  ];

  @property() session = "";
  @property() recording = "";
  @state() private source = "";
  @state() private problem: ApiError | null = null;
  @state() private fetching = false;
  private readonly language = new Language(this);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.source) URL.revokeObjectURL(this.source);
    this.source = "";
  }

  protected override render() {
    const words = staffWords(this.language.now);
    if (this.source) return html`<audio controls autoplay src=${this.source} aria-label=${words.recording}></audio>`;
    const told = this.problem ? html`<p class="quiet" role="alert">${sentence(this.problem, this.language.now)}</p>` : nothing;
    return html`<button class="button" ?disabled=${this.fetching} @click=${this.fetch}>${icon("sound", 16)} ${words.listen}</button>${told}`;
  }

  private readonly fetch = async (): Promise<void> => {
    this.fetching = true;
    try {
      this.source = URL.createObjectURL(await api.recording(this.session, this.recording));
    } catch (error) {
      this.problem = error instanceof ApiError ? error : new ApiError("broken", "");
    }
    this.fetching = false;
  };
}
