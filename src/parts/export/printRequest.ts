/**
 * This file remembers that a reader chose "Print" in the menu, so that the page prints as soon as it is complete, without a second
 * press. An address alone never prints.
 */
let isRequested = false;

export function requestPrint(): void {
  isRequested = true;
}

/** Returns whether printing was requested, and forgets it. */
export function takePrintRequest(): boolean {
  const was = isRequested;
  isRequested = false;
  return was;
}
