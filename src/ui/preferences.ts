/**
 * What a reader chose about how results are shown, for one site and this browser. It says nothing of a person: no result, no
 * name, no id. docs/decisions/0018.
 */
const keyOf = (siteId: string, name: string): string => `longview.choice.${siteId}.${name}`;

/** '' when nothing was chosen. */
export function readPreference(siteId: string, name: string): string {
  try {
    return localStorage.getItem(keyOf(siteId, name)) ?? '';
  } catch {
    return ''; // blocked: everything is shown as it is without a choice
  }
}

/** '' takes the choice back. */
export function writePreference(siteId: string, name: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(keyOf(siteId, name));
    else localStorage.setItem(keyOf(siteId, name), value);
  } catch {
    return; // blocked or full: the choice holds as long as the screen stands
  }
}
