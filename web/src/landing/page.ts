// The landing page: what this is, the four doors, what to try. Knows no protocol.
import { html, LitElement, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { SAMPLES } from "../chat/page-words";
import { htmlLang, Language } from "../ui/i18n";
import { icon, type IconName } from "../ui/icons";
import { house } from "../ui/styles";
import "../ui/shell";
import { body, hero } from "./styles";
import { landingWords } from "./words";

type Words = ReturnType<typeof landingWords>;

@customElement("fd-landing")
export class FdLanding extends LitElement {
  static override styles = [...house, hero, body];
  private readonly language = new Language(this);

  protected override render() {
    const words = landingWords(this.language.now);
    document.title = words.documentTitle;
    return html`<fd-shell page="home">
      <div>
        ${top(words)}
        <div class="in band doors">
          <section>
            <h2>${words.customers}</h2>
            <ul class="pair">
              ${door("chat", "chat", words.chatTitle, words.chatText)} ${door("phone", "phone", words.phoneTitle, words.phoneText)}
            </ul>
          </section>
          <section class="staff">
            <h2>${words.staff}</h2>
            <ul class="pair">
              ${door("desk", "headset", words.deskTitle, words.deskText)} ${door("board", "board", words.boardTitle, words.boardText)}
            </ul>
            <p class="note">${words.password}</p>
          </section>
        </div>
        <div class="in band two">${orders(words)} ${way(words)}</div>
        ${more(words)}
      </div>
    </fd-shell>`;
  }
}

function top(words: Words): TemplateResult {
  return html`<section class="hero">
    <div class="in">
      <div>
        <h1><span>${words.heading1}</span> <span>${words.heading2}</span></h1>
        <p>${words.lead}</p>
        <div class="go">
          <a class="button brass" href="/chat">${icon("chat")} ${words.toChat}</a>
          <a class="button plain" href="/phone">${icon("phone")} ${words.toPhone}</a>
        </div>
      </div>
      <div class="bell" aria-hidden="true">
        <svg viewBox="0 0 200 150">
          <path d="M30 112a70 70 0 0 1 140 0z" fill="#f4f6f3"></path>
          <path class="glint" d="M50 100a52 52 0 0 1 28-37"></path>
          <path d="M18 132h164" stroke="#e3a73a" stroke-width="14" stroke-linecap="round"></path>
          <path d="M100 42V26M80 19h40" stroke="#e3a73a" stroke-width="12" stroke-linecap="round" fill="none"></path>
        </svg>
      </div>
    </div>
  </section>`;
}

function door(page: string, sign: IconName, title: string, text: string): TemplateResult {
  return html`<li>
    <a class="card door" href="/${page}">
      <span class="sign">${icon(sign, 24)}</span>
      <strong>${title}${icon("arrow", 18)}</strong>
      <p>${text}</p>
    </a>
  </li>`;
}

function orders(words: Words): TemplateResult {
  return html`<section>
    <h2>${words.tryHeading}</h2>
    <p class="lead">${words.tryText}</p>
    <table>
      <thead>
        <tr><th scope="col">${words.order}</th><th scope="col">${words.lastFour}</th><th scope="col">${words.ask}</th></tr>
      </thead>
      <tbody>
        ${SAMPLES.map(
          (one) => html`<tr><td class="key">${one.order}</td><td>${one.lastFour}</td><td lang=${htmlLang(one.lang)}>${one.ask}</td></tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function way(words: Words): TemplateResult {
  return html`<section>
    <h2>${words.wayHeading}</h2>
    <ol class="way">
      ${[words.way1, words.way2, words.way3, words.way4, words.way5].map((step) => html`<li>${step}</li>`)}
    </ol>
  </section>`;
}

function more(words: Words): TemplateResult {
  const docs = [
    [words.docsTutorial, "docs/tutorial"], [words.docsEmbed, "docs/how-to/embed-the-chat-widget.md"],
    [words.docsTwilio, "docs/how-to/connect-twilio.md"], [words.docsShop, "docs/reference/demo-shop.md"],
  ];
  return html`<footer>
    <div class="in">
      <h2>${words.moreHeading}</h2>
      <p>${words.docs}</p>
      <ul>
        ${docs.map(([name, path]) => html`<li>${name} <code>${path}</code></li>`)}
        <li><a href="/readyz">${words.ready}</a></li>
        <li><a href="/metrics">${words.metrics}</a></li>
      </ul>
    </div>
  </footer>`;
}
