import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * A browser that a test drives, with no more than the walk needs. Each browser speaks another protocol, so each
 * has a file of its own beside this one, and everything else is written once (reader.ts).
 */
export type Engine = {
  /** This is the name with the version, such as "Firefox 140.5.0". */
  readonly name: string;
  /** The browser saves its downloads in this folder, without a question. */
  readonly downloads: string;
  /** Goes on in a new window, whose session storage is empty, and closes the one before. */
  newWindow(): Promise<void>;
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs the text of a function in the page, or in its only frame, and returns what the function returns. */
  run(functionText: string, args: readonly unknown[], place: Place): Promise<unknown>;
  /** Presses keys one after another, by the names that Playwright gives them, such as "Tab" and "Control+v". */
  press(...keys: string[]): Promise<void>;
  /** Clicks at a place in the window. */
  clickAt(xPx: number, yPx: number): Promise<void>;
  /** Returns a picture of the window as PNG. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
};

export type Place = 'page' | 'frame';

/** The window has this size in every engine, as in the other tests. */
export const WINDOW_PX = { width: 1366, height: 850 };

/** The protocols write keys without a character as private code points (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const CODE_POINTS: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Control: '\uE009',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

const codeOf = (key: string): string => CODE_POINTS[key] ?? key;

/** Returns the parts of a key such as "Control+v", each as the protocols write it. */
export const chordOf = (key: string): string[] => (key.length === 1 ? [key] : key.split('+').map(codeOf));

/** Returns the first of these programs that this machine has. */
export function findProgram(names: readonly string[]): string | undefined {
  for (const name of names) {
    if (name.includes('/')) {
      if (existsSync(name)) return name;
      continue;
    }
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch {
      // The next name may be there.
    }
  }
  return undefined;
}
