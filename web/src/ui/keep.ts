// Small things a browser keeps for us. Storage may be blocked or full; then they live as long as the page.

const inMemory = new Map<string, string>();

/** The kept value, from the lasting store, else the tab's, else this page's memory. */
export function kept(key: string): string | null {
  for (const store of stores()) {
    try {
      const value = store.getItem(key);
      if (value !== null) return value;
    } catch {
      continue;
    }
  }
  return inMemory.get(key) ?? null;
}

/** Keep `value` in the most lasting store that takes it. */
export function keep(key: string, value: string): void {
  inMemory.set(key, value);
  for (const store of stores()) {
    try {
      store.setItem(key, value);
      return;
    } catch {
      continue;
    }
  }
}

export function forget(key: string): void {
  inMemory.delete(key);
  for (const store of stores()) {
    try {
      store.removeItem(key);
    } catch {
      continue;
    }
  }
}

function stores(): Storage[] {
  const found: Storage[] = [];
  for (const name of ["localStorage", "sessionStorage"] as const) {
    try {
      const store = globalThis[name] as Storage | undefined;
      if (store) found.push(store);
    } catch {
      continue; // Some browsers throw on the mere look when cookies are blocked.
    }
  }
  return found;
}

/** This tab's storage, or null where the browser has none for us: it outlives a reload, and ends with the tab. */
export function tabStorage(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null; // Some browsers throw on the mere look when cookies are blocked.
  }
}
