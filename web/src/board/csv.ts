// Numbers as a file people can open in a spreadsheet. A cell never begins a formula. Pure but for the download.

export type Cell = string | number | null;

/** One cell: quoted where needed; text that a spreadsheet would take for a formula gets a mark in front. */
export function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180). */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** Let the browser save it; the mark in front tells spreadsheets that it is UTF-8. */
export function download(name: string, rows: readonly (readonly Cell[])[]): void {
  const file = new Blob(["\ufeff", csv(rows)], { type: "text/csv;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${name}.csv`;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
