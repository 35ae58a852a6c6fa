// Ready-made replies: filled with what is known, searched by what is typed after "/", suggested by the packet. Pure.
import type { Packet, ReadyReply } from "../api/types";
import { asLang, type Lang } from "../ui/i18n";

export type Known = Readonly<Record<string, string>>;
const HOLE = /\{(\w+)\}/gu;

/** What replies may name: the facts of the packet, and who is who. */
export function known(packet: Packet | null, agent: string): Known {
  const facts = Object.fromEntries((packet?.facts ?? []).map((fact) => [fact.name, fact.value]));
  const name = packet?.customer.name;
  return { ...facts, ...(name ? { customer_name: name } : {}), agent_name: agent };
}

/** The text in the customer's language. A hole nothing is known for stays, so that the agent sees and fills it. */
export function filled(reply: ReadyReply, lang: string, facts: Known): string {
  const text = reply.text[asLang(lang) ?? "en"];
  const done = text.replace(HOLE, (hole, name: string) => facts[name] ?? hole);
  return facts["customer_name"] ? done : done.replace(/^(Hello) \{customer_name\}/u, "$1").replace(/^\{customer_name\}/u, "");
}

/** The first hole that is left, to be selected: its start and end; null when nothing is left open. */
export function openHole(text: string): [number, number] | null {
  const found = text.match(/\{\w+\}/u);
  return found?.index === undefined ? null : [found.index, found.index + found[0].length];
}

/** Replies that hold every word of the query in id, title or text, in either language; titles that begin so come first. */
export function searched(replies: readonly ReadyReply[], query: string): ReadyReply[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = replies.filter((reply) => words.every((word) => everything(reply).includes(word)));
  const first = words[0];
  if (!first) return found;
  const begins = (reply: ReadyReply): boolean => [reply.id, ...Object.values(reply.title)].some((t) => t.toLowerCase().startsWith(first));
  return [...found.filter(begins), ...found.filter((reply) => !begins(reply))];
}

function everything(reply: ReadyReply): string {
  return [reply.id, ...Object.values(reply.title), ...Object.values(reply.text)].join(" ").toLowerCase();
}

/**
 * At most `most` replies for what was tried, wanted and given as the reason; the last thing tried counts first. None is suggested
 * against the facts, nor with a hole that nobody can fill yet.
 */
export function suggested(replies: readonly ReadyReply[], packet: Packet | null, most = 3): ReadyReply[] {
  if (!packet) return [];
  const facts = { ...known(packet, "agent"), customer_name: "customer", verified: packet.customer.verified ? "yes" : "no" };
  const fit = replies.filter((reply) => holds(reply, facts) && openHole(filled(reply, packet.lang, facts)) === null);
  const signs = [...lastOutcomes(packet), packet.goal.intent, packet.why.reason].filter((one): one is string => Boolean(one));
  const found = signs.flatMap((sign) => fit.filter((reply) => reply.when.includes(sign)));
  const byFacts = fit.filter((reply) => !reply.when.length && Object.keys(reply.facts ?? {}).length);
  return [...new Set([...byFacts, ...found])].slice(0, most);
}

function holds(reply: ReadyReply, facts: Known): boolean {
  return Object.entries(reply.facts ?? {}).every(([name, values]) => values.includes(facts[name] ?? ""));
}

/** How each task ended, the last tried first; what came of it before does not count any more. */
function lastOutcomes(packet: Packet): string[] {
  const ends = new Map<string, string>();
  for (const one of [...packet.tried].reverse()) if (!ends.has(one.what)) ends.set(one.what, one.outcome);
  return [...ends.values()];
}

/** The name a reply is shown by. */
export function titled(reply: ReadyReply, lang: Lang): string {
  return reply.title[lang];
}
