// Formatters of dates, made once for each way of writing: to make one takes longer than to use it a hundred times. Pure.
const formats = new Map<string, Intl.DateTimeFormat>();

/** The formatter for a BCP 47 locale and these options. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(locale, options)));
  return found;
}
