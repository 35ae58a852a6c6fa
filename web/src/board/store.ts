// The board's memory: the chosen day, its figures, the open story; asks again when the log changed. Knows no elements.
import { api, ApiError } from "../api/client";
import { LiveLink, type LinkState } from "../api/live";
import type { BoardDay, SessionStory } from "../api/types";

const NOT_SOONER_MS = 2000;

export interface BoardEars {
  changed: () => void;
  mayRetry: () => Promise<boolean>;
}

export class BoardStore {
  /** The chosen day; null: today, whatever day that is. */
  day: string | null = null;
  data: BoardDay | null = null;
  problem: unknown = null;
  link: LinkState = "connecting";
  updatedAt = 0;
  /** Today's date in the server's zone, once known. */
  today: string | null = null;
  storyId: string | null = null;
  story: SessionStory | null = null;
  storyProblem: unknown = null;
  private asking = false;
  private askAgain = false;
  private timer: number | undefined;
  private readonly live: LiveLink;

  constructor(private readonly ears: BoardEars) {
    this.live = new LiveLink("/api/board/ws", {
      onMessage: () => this.soon(),
      onState: (state) => this.linked(state),
      mayRetry: ears.mayRetry,
    });
  }

  start(): void {
    this.live.start();
    void this.ask();
  }

  stop(): void {
    this.live.stop();
    window.clearTimeout(this.timer);
    this.data = null;
    this.closeStory();
  }

  choose(day: string | null): void {
    this.day = day === this.today ? null : day;
    this.data = null;
    this.ears.changed();
    void this.ask();
  }

  async openStory(session: string): Promise<void> {
    this.storyId = session;
    if (this.story?.session.id !== session) this.story = null;
    this.storyProblem = null;
    this.ears.changed();
    try {
      const story = await api.story(session);
      if (this.storyId === session) this.story = story;
    } catch (error) {
      if (this.storyId === session) this.storyProblem = error;
    }
    this.ears.changed();
  }

  closeStory(): void {
    this.storyId = null;
    this.story = null;
    this.storyProblem = null;
  }

  private linked(state: LinkState): void {
    if (state === "open" && this.link === "lost") this.soon();
    if (state !== "connecting" || this.link !== "lost") this.link = state;
    this.ears.changed();
  }

  /** Ask again shortly: many changes at once are one question. */
  private soon(): void {
    if (this.asking) this.askAgain = true;
    if (this.asking || this.timer !== undefined) return;
    const since = Date.now() - this.updatedAt * 1000;
    this.timer = window.setTimeout(() => void this.ask(), Math.max(200, NOT_SOONER_MS - since));
  }

  private async ask(): Promise<void> {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    this.asking = true;
    const day = this.day;
    try {
      const data = await api.board(day);
      if (day === this.day) this.take(data);
    } catch (error) {
      await this.refused(error);
    }
    this.asking = false;
    this.ears.changed();
    if (day !== this.day) return this.ask();
    if (this.askAgain) this.soon();
    this.askAgain = false;
  }

  private take(data: BoardDay): void {
    this.data = data;
    this.problem = null;
    this.updatedAt = Date.now() / 1000;
    if (this.day === null) this.today = data.day;
    const open = this.story?.session;
    if (open && open.ended_at === null) void this.openStory(open.id);
  }

  private async refused(error: unknown): Promise<void> {
    if (error instanceof ApiError && error.trouble === "not_logged_in") await this.ears.mayRetry();
    this.problem = error;
  }
}
