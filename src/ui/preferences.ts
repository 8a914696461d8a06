/**
 * Stores how a reader wants results shown, for one site and this browser. It says nothing of a person: no
 * result, no name, no id (docs/decisions/0018).
 */
const keyOf = (siteId: string, name: string): string => `longview.choice.${siteId}.${name}`;

/** All views that a reader can save are shorter. What is longer is not ours, and would be read again with each drawing. */
const MAX_LENGTH = 100_000;

/** Returns '' when nothing was chosen. */
export function readPreference(siteId: string, name: string): string {
  try {
    const text = localStorage.getItem(keyOf(siteId, name)) ?? '';
    return text.length > MAX_LENGTH ? '' : text;
  } catch {
    // Storage is blocked, so everything is shown as it is without a choice.
    return '';
  }
}

/** The value '' takes the choice back. */
export function writePreference(siteId: string, name: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(keyOf(siteId, name));
    else localStorage.setItem(keyOf(siteId, name), value);
  } catch {
    // Storage is blocked or full, so the choice lasts as long as the screen.
    return;
  }
}
