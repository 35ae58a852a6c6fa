// The company's log-in on the log-in page: its button, and why it let nobody in, as the address tells after coming back.
import { html, nothing } from "lit";
import { staffWords } from "./words";
import type { Lang } from "../ui/i18n";

const REASONS = ["refused", "failed", "no_mail", "wrong_domain", "no_role", "no_account", "disabled"] as const;
export type CompanyReason = (typeof REASONS)[number];

/** The reason in `#login=…`; null when there is none we know. */
export function reasonIn(hash: string): CompanyReason | null {
  const given = new URLSearchParams(hash.replace(/^#/u, "")).get("login");
  return REASONS.find((one) => one === given) ?? null;
}

/** Taken out of the address, so that a reload does not tell it again. */
export function takeReason(): CompanyReason | null {
  const reason = reasonIn(location.hash);
  if (reason) history.replaceState(null, "", location.pathname + location.search);
  return reason;
}

export function companyButton(name: string | null, lang: Lang) {
  if (!name) return nothing;
  const to = encodeURIComponent(location.pathname);
  return html`<p class="or">${staffWords(lang).or}</p>
    <a class="button" href="/api/login/company?to=${to}">${name}</a>`;
}
