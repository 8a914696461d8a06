/** A formatter takes milliseconds to make, and the screen asks for the same zone with each drawing. */
const known = new Map<string, boolean>();

/**
 * Returns the zone of a site where this browser knows it, else the zone of the device, else UTC. The build knows all zones of its day, and a
 * browser that is older throws a RangeError for one that was named later. https://tc39.es/ecma402/#sec-isvalidtimezonename
 */
export function usableTimeZone(wanted: string): string {
  if (isKnown(wanted)) return wanted;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return isKnown(timeZone) ? timeZone : 'UTC';
}

function isKnown(timeZone: string): boolean {
  const before = known.get(timeZone);
  if (before !== undefined) return before;
  const isNow = canFormat(timeZone);
  known.set(timeZone, isNow);
  return isNow;
}

function canFormat(timeZone: string): boolean {
  try {
    return Boolean(timeZone) && Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}
