/**
 * Returns the zone of a site where this browser knows it, else the zone of the device, else UTC. The build knows all zones of its day, and a
 * browser that is older throws a RangeError for one that was named later. https://tc39.es/ecma402/#sec-isvalidtimezonename
 */
export const usableTimeZone = (wanted: string): string =>
  [wanted, Intl.DateTimeFormat().resolvedOptions().timeZone].find(isKnown) ?? 'UTC';

function isKnown(timeZone: string): boolean {
  try {
    return timeZone !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}
