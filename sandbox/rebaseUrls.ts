/**
 * Returns the JSON with `to` in each string that begins with the base `from`. It works on the text, because a parser would
 * write the number 7.0 as 7. An opening quote never stands behind a backslash, and slashes may be escaped.
 */
export function rebaseUrls(json: string, from: string, to: string): string {
  const written = from.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('/', String.raw`\\?/`);
  return json.replaceAll(new RegExp(`(?<!\\\\)"${written}(?=\\\\?/|[?"])`, 'g'), () => `"${to}`);
}
