/** Returns what was sent as JSON; undefined for what is nested deeper than the browser writes, or is no JSON. */
export function contentText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
