// Renders its host every second while connected: for countdowns and running waits.
import type { ReactiveController, ReactiveControllerHost } from "lit";

export class Ticker implements ReactiveController {
  private timer: number | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly everyMs = 1000,
  ) {
    host.addController(this);
  }
  hostConnected(): void {
    this.timer = window.setInterval(() => this.host.requestUpdate(), this.everyMs);
  }
  hostDisconnected(): void {
    window.clearInterval(this.timer);
  }
}
