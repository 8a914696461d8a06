/** The sheet for a visit comes in a file of its own, which is there before anything is printed. */
import type { FunctionComponent } from 'react';

type VisitSheetProps = {
  /** The series that the address names; the sheet is about all results without one. */
  readonly seriesId: string | undefined;
};

let sheet: FunctionComponent<VisitSheetProps> | undefined;

/** Returns the sheet once its file has come; undefined before. */
export const visitSheet = (): FunctionComponent<VisitSheetProps> | undefined => sheet;

/** Fetches the sheet. Without a connection it stays away, and the screen is printed as it stands. */
export async function loadVisitSheet(): Promise<void> {
  try {
    sheet ??= (await import('./result/VisitSheet.tsx')).VisitSheet;
  } catch {
    // The next press tries again.
  }
}

/** Prints the sheet for a visit. */
export async function printForVisit(): Promise<void> {
  await loadVisitSheet();
  globalThis.print();
}
