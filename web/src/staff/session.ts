// Who is logged in on this page: asks once, lets a page's gate show the login form, and forgets at logout.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { api, ApiError } from "../api/client";
import type { Login, Role } from "../api/types";

export type GateState = "asking" | "out" | "in" | "not_allowed";

export class StaffSession implements ReactiveController {
  state: GateState = "asking";
  login: Login | null = null;
  /** Why the page cannot say who is logged in, when it could not even ask. */
  trouble: unknown = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly roles: readonly Role[],
    private readonly onIn: () => void,
    private readonly onOut: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.ask();
  }

  async ask(): Promise<void> {
    try {
      this.welcome(await api.me());
    } catch (error) {
      this.trouble = error instanceof ApiError && error.trouble === "not_logged_in" ? null : error;
      this.leave("out");
    }
  }

  welcome(login: Login): void {
    this.login = login;
    this.trouble = null;
    if (!this.roles.includes(login.role)) return this.leave("not_allowed");
    this.state = "in";
    this.onIn();
    this.host.requestUpdate();
  }

  /** The server no longer knows us. */
  ended(error: unknown): void {
    this.trouble = error;
    this.leave("out");
  }

  async logOut(): Promise<void> {
    await api.logout().catch(() => undefined);
    this.trouble = null;
    this.leave("out");
  }

  /** For live links: is there any use in trying again? */
  readonly stillIn = async (): Promise<boolean> => {
    try {
      await api.me();
      return true;
    } catch (error) {
      if (!(error instanceof ApiError) || error.trouble !== "not_logged_in") return true;
      this.ended(error);
      return false;
    }
  };

  private leave(state: GateState): void {
    const was = this.state;
    this.state = state;
    if (state === "out") this.login = null;
    if (was === "in") this.onOut();
    this.host.requestUpdate();
  }
}
