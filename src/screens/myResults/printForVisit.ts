/** What stands on paper alone comes in a file of its own, which is there before anything is printed. */
import type { FunctionComponent } from 'react';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';

type VisitSheetProps = {
  /** The series that the address names; the sheet is about all results without one. */
  readonly seriesId: string | undefined;
};

type PaperParts = {
  readonly VisitSheet: FunctionComponent<VisitSheetProps>;
  readonly SheetHead: FunctionComponent<{ readonly patient: PatientIdentity }>;
  readonly SheetSource: FunctionComponent<{ readonly record: RecordSnapshot }>;
};

let parts: PaperParts | undefined;
let isAskedFor = false;

/** Returns what stands on paper alone once its file has come; undefined before. */
export const paperParts = (): PaperParts | undefined => parts;

/** Returns whether the sheet for a visit is being printed because somebody asked for it by name, on whichever screen. */
export const isVisitAskedFor = (): boolean => isAskedFor;

/** Fetches the sheet. Without a connection it stays away, and the screen is printed as it stands. */
export async function loadVisitSheet(): Promise<void> {
  try {
    parts ??= await import('./result/VisitSheet.tsx');
  } catch {
    // The next press tries again.
  }
}

/** Prints the sheet for a visit. */
export async function printForVisit(): Promise<void> {
  await loadVisitSheet();
  isAskedFor = true;
  addEventListener('afterprint', () => void (isAskedFor = false), { once: true });
  globalThis.print();
}

/** A line that is silent keeps nobody from paper: the screen is then printed as it stands. */
const WAIT_FOR_SHEET_MS = 3000;

/** On a Mac, Ctrl+P moves to the line above. A key that the browser fills in by itself has no name. */
function isPrintKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  const isMac = navigator.userAgent.includes('Mac');
  const isCommand = isMac ? metaKey && !ctrlKey : ctrlKey !== metaKey;
  return ['p', 'P'].includes(key) && isCommand && !altKey && !shiftKey;
}

/**
 * Lets the keys of the browser, which print at once, wait until the sheet is there. It prints once, however often they are pressed meanwhile.
 * Returns how to stop, which ends the wait too: nobody who has left the record gets a page of something else.
 */
export function letPrintKeysWait(): () => void {
  let [isWaiting, isLeft] = [false, false];
  const printSoon = async (): Promise<void> => {
    isWaiting = true;
    const isLate = new Promise((resolve) => {
      setTimeout(resolve, WAIT_FOR_SHEET_MS);
    });
    await Promise.race([loadVisitSheet(), isLate]);
    isWaiting = false;
    if (!isLeft) globalThis.print();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !isPrintKey(event)) return;
    if (parts !== undefined && !isWaiting) return;
    event.preventDefault();
    if (!isWaiting) void printSoon();
  };
  addEventListener('keydown', onKey);
  return () => {
    isLeft = true;
    removeEventListener('keydown', onKey);
  };
}
