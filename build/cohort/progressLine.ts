/** An import says here how far it is. */
export type Screen = {
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
};

const REDRAWN_EVERY_MS = 100;
const BAR_WIDTH = 24;
const COLUMNS = 79;

const number = new Intl.NumberFormat('en-US');

/** Returns a number with separators, such as "61,000". */
export const counted = (value: number): string => number.format(value);

/** Shows one line that changes, on a terminal, and a line of its own for each step anywhere else. */
export class ProgressLine {
  readonly #screen: Screen;
  readonly #now: () => number;
  #drawnAtMs = Number.NEGATIVE_INFINITY;
  #isOpen = false;

  constructor(screen: Screen, now: () => number) {
    this.#screen = screen;
    this.#now = now;
  }

  /** Says something that stays. */
  say(text: string): void {
    if (this.#isOpen) this.#screen.write('\r\u001b[K');
    this.#isOpen = false;
    this.#screen.write(`${text}\n`);
  }

  /** Shows a step that the next one takes the place of. */
  step(text: string): void {
    if (!this.#screen.isTerminal) return this.say(text);
    this.#draw(text);
  }

  /** Shows how many parts of a whole are done. It draws on a terminal alone, and not more often than the eye can see. */
  bar(done: number, total: number, text: string): void {
    if (!this.#screen.isTerminal || this.#now() - this.#drawnAtMs < REDRAWN_EVERY_MS) return;
    this.#drawnAtMs = this.#now();
    const filled = Math.round((BAR_WIDTH * done) / Math.max(1, total));
    this.#draw(`[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}] ${text}`);
  }

  #draw(text: string): void {
    this.#isOpen = true;
    this.#screen.write(`\r\u001b[K${text.slice(0, COLUMNS)}`);
  }
}
