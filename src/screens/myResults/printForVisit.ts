/** What stands on paper alone comes in a file of its own, which is there before anything is printed. */
import type { FunctionComponent } from 'react';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { shortcutKey } from '../../ui/keyboard/shortcutGuard.ts';
import { currentSpeech } from '../../words/language.ts';
import { glossaryOnceMore, hasGlossary } from './plainNames.ts';
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

/** Returns whether the sheet and its words are there, so that it is drawn as soon as a browser prints. */
const isReady = (): boolean => parts !== undefined && hasGlossary(currentSpeech().language);

/** Fetches the sheet and its words. Without a connection they stay away, and the screen is printed as it stands. */
export async function loadVisitSheet(): Promise<void> {
  const words = glossaryOnceMore(currentSpeech().language);
  try {
    parts ??= await import('./result/VisitSheet.tsx');
  } catch {
    // The next press tries again.
  }
  await words;
}

/** A line that is silent keeps nobody from paper: the screen is then printed as it stands. */
const WAIT_FOR_SHEET_MS = 3000;

type Wait = {
  /** Somebody asked for the sheet by name meanwhile. */
  isForVisit: boolean;
};
/** One wait goes on at a time, however often somebody asks. */
let wait: Wait | undefined;

/** Prints once the sheet is there, or it is late. */
async function printSoon(isForVisit: boolean): Promise<void> {
  if (wait !== undefined) {
    wait.isForVisit ||= isForVisit;
    return;
  }
  const own: Wait = { isForVisit };
  wait = own;
  if (!isReady()) {
    const isLate = new Promise((resolve) => {
      setTimeout(resolve, WAIT_FOR_SHEET_MS);
    });
    await Promise.race([loadVisitSheet(), isLate]);
  }
  // Whoever has left the record gets no page of something else.
  if (wait !== own) return;
  wait = undefined;
  if (own.isForVisit) {
    isAskedFor = true;
    addEventListener('afterprint', () => void (isAskedFor = false), { once: true });
  }
  globalThis.print();
}

/** Prints the sheet for a visit. */
export const printForVisit = (): Promise<void> => printSoon(true);

/** On a Mac, Ctrl+P moves to the line above. A key that the browser fills in by itself has no name. */
function isPrintKey(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isMac = navigator.userAgent.includes('Mac');
  const isCommand = isMac ? metaKey && !ctrlKey : ctrlKey !== metaKey;
  return isCommand && !altKey && !shiftKey && key !== undefined && shortcutKey(event).toLowerCase() === 'p';
}

/**
 * Lets the keys of the browser, which print at once, wait until the sheet is there. It prints once, however often they are pressed meanwhile.
 * Returns how to stop, which ends the wait too.
 */
export function letPrintKeysWait(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !isPrintKey(event)) return;
    if (isReady() && wait === undefined) return;
    event.preventDefault();
    void printSoon(false);
  };
  addEventListener('keydown', onKey);
  return () => {
    wait = undefined;
    removeEventListener('keydown', onKey);
  };
}
