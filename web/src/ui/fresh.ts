// Ids of what this page makes.

/** An id nobody else will draw; `crypto.randomUUID` needs a secure origin, a shop's test page may have none. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
