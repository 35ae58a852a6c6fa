// What the board's looks inside answer: figures with their n, interval and formula, over a period and a slice. Types and questions.
import { ask, change } from "../api/client";
import type { Lang } from "../ui/i18n";

export type Unit = "share" | "seconds" | "score" | "points";

export interface Target {
  at_least: number | null;
  at_most: number | null;
}

export interface Figure {
  formula: string;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  observed: number | null;
  state: "matured" | "provisional";
  target: Target | null;
  verdict: "met" | "missed" | "unclear" | null;
}

export interface Named {
  id: string;
  formula: string;
  en: string;
  zh: string;
  unit: Unit;
  better: "more" | "less" | "middle";
  windowed: boolean;
  meaning: Readonly<Record<Lang, string>>;
  source: string;
  target: Target | null;
}

export interface Catalogue {
  slices: string[];
  window_days: number;
  figures: Named[];
}

export interface Head {
  from: string;
  to: string;
  tz: string;
  now: number;
  slice: string;
  value: string;
}

export interface Row {
  sessions: number;
  with_need: number;
  figures: Record<string, Figure>;
}

export type Totals = Head & Row & { outcomes: Record<string, number> };
/** With as many days just before, and the differences to them. */
export type Against = Totals & { before: Row & { from: string; to: string }; differences: Record<string, Gap> };
export type Point = Row & { start: number; day: string; hour: number | null };
export interface Note {
  at: number;
  /** An incident's end; null while it lasts, and for what has no length. */
  until: number | null;
  kind: "publish" | "incident";
  en: string;
  zh: string;
  number?: number;
  words?: string;
}
export type Trend = Head & { grain: "day" | "hour"; points: Point[]; notes: Note[] };
/** One act of publishing: which number it was, when, and with which note. */
export interface Publication {
  number: number;
  at: number;
  note: string;
}
/** A version of the flows by the publication that brought it first; `again`: the last that brought it back. */
export type Published = Publication & { again: Publication | null };
export type Breakdown = Head & { by: string; rows: (Row & { value: string; published?: Published | null })[] };
export interface Plain {
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
}
export type Gap = Plain & { sure: boolean };
export type Comparison = Head & {
  by: string;
  one: Row & { value: string };
  other: Row & { value: string };
  differences: Record<string, Gap>;
};
export interface Alert {
  figure: string;
  en: string;
  zh: string;
  now: Figure;
  before: Figure;
  driver: { slice: string; value: string; published?: Published | null } | null;
}
export type Alerts = Head & { alerts: Alert[]; notes: Note[] };
export interface NodeTraffic {
  node: string;
  sessions: number;
  visits: number;
  last: number;
  left: Plain;
  trapped: Plain;
  silence: Plain;
  miss: Plain;
  effort: number | null;
}
export type FlowMap = Head & {
  version: string;
  versions: { version: string; sessions: number; published: Published | null }[];
  sessions: number;
  nodes: NodeTraffic[];
  ways: { from: string | null; to: string; n: number }[];
  flow: string;
  flows: string[];
  drawn: string;
  sheet: string;
  svg: string;
};
export type Funnels = Head & { tasks: { task: string; goal: string; steps: { step: string; n: number; share: Plain }[] }[] };
export type Reasons = Head & { reasons: { reason: string; n: number; share: Plain }[] };
export type Unanswered = Head & { words: { text: string; lang: string; n: number }[] };
export type Estimates = Head & { points: { told_s: number; took_s: number; n: number }[] };
export type Handed = Head & {
  answered: number;
  marked: number;
  facts: { fact: string; used: number; wrong: number; asked_again: number; again: Plain; mistaken: Plain }[];
};
export type EffortPage = Head & {
  question: string;
  points: { what: string; points: number }[];
  bins: { index: number; sessions: number; answers: number; raw: number | null; seen: Plain; score: number | null; easy: number | null }[];
  groups: { group: string; sessions: number; asked: number; answered: number; response: Plain; mean: number | null }[];
  scores: Record<string, number>;
};
export interface HardestRow {
  value: string;
  published?: Published | null;
  sessions: number;
  index: Plain;
  /** The index of all other sessions of the period. */
  elsewhere: Plain;
  gap: Gap;
  /** Of the index of all sessions added up, how much is theirs. */
  part: number;
  /** Points of effort a session, here and in all others. */
  causes: { what: string; points: number | null; elsewhere: number | null }[];
}
export type Hardest = Head & { by: string; sessions: number; rows: HardestRow[] };
export interface ChainStep {
  session: string;
  channel: string;
  outcome: string;
  /** How it followed the one before; the first of a chain has none. */
  kind?: "repeat" | "continuation";
  gap_s?: number;
  started_at?: number;
}
export interface Chain {
  goal: string | null;
  started_at: number;
  steps: ChainStep[];
}
export type Repeats = Head & { chains: Chain[]; ways: { from: string; to: string; kind: string; n: number }[] };

/** A period of whole days and one slice of it. */
export interface Period {
  from: string;
  to: string;
  slice: string;
  value: string;
}

export interface IncidentBody {
  words: string;
  begins: string;
  ends: string | null;
}

type Query = Readonly<Record<string, string | undefined>>;

function question<T>(name: string, period: Period | null, more: Query = {}): Promise<T> {
  const given: Query = period
    ? { from: period.from, to: period.to, ...(period.slice === "all" ? {} : { slice: period.slice, value: period.value }), ...more }
    : more;
  const query = new URLSearchParams(Object.entries(given).filter((pair): pair is [string, string] => Boolean(pair[1])));
  return ask<T>(`/api/board/${name}?${query.toString()}`);
}

export const insight = {
  catalogue: () => question<Catalogue>("catalogue", null),
  figures: (period: Period) => question<Totals>("figures", period),
  against: (period: Period) => question<Against>("figures", period, { against: "before" }),
  trend: (period: Period, figures: string) => question<Trend>("trend", period, { figures }),
  breakdown: (period: Period, by: string, figures: string) => question<Breakdown>("breakdown", { ...period, slice: "all" }, { by, figures }),
  compare: (period: Period, by: string, one: string, other: string) =>
    question<Comparison>("compare", { ...period, slice: "all" }, { by, one, other }),
  alerts: (period: Period) => question<Alerts>("alerts", { ...period, slice: "all" }),
  map: (period: Period, version: string, flow: string, lang: string) =>
    question<FlowMap>("map", { ...period, slice: "all" }, { version, flow, lang }),
  funnels: (period: Period) => question<Funnels>("funnels", period),
  reasons: (period: Period) => question<Reasons>("reasons", period),
  unanswered: (period: Period) => question<Unanswered>("unanswered", { ...period, slice: "all" }),
  estimates: (period: Period) => question<Estimates>("estimates", period),
  handed: (period: Period) => question<Handed>("handed", period),
  effort: (period: Period) => question<EffortPage>("effort", period),
  hardest: (period: Period, by: string) => question<Hardest>("hardest", { ...period, slice: "all" }, { by }),
  repeats: (period: Period) => question<Repeats>("repeats", period),
  mark: (body: IncidentBody) => change<Note>("POST", "/api/board/incidents", body),
  changeIncident: (number: number, body: IncidentBody) => change<Note>("PATCH", `/api/board/incidents/${number}`, body),
  removeIncident: (number: number) => change<unknown>("DELETE", `/api/board/incidents/${number}`),
  sessions: (period: Period, more: Query) => question<Head & { sessions: import("../api/types").BoardDay["sessions"]; next: string | null }>("sessions", { ...period, slice: "all" }, more),
};
