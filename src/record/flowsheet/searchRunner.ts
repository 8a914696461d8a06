import type { PatientOfServer } from '../../clinical/fhirElements/subject.ts';
import { FhirError } from '../../fhir/FhirError.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import { runInOrder } from '../search/runInOrder.ts';
import { searchPages, type PageRead } from '../search/searchPages.ts';
import { FIRST_SEARCHES } from '../search/searchPlan.ts';
import {
  stateAfterFailure,
  stateAfterLastPage,
  stateAfterPage,
  stateAfterWindowPage,
  stateBackAtFirstPage,
} from '../search/searchStates.ts';
import type { SearchState } from './recordSnapshot.ts';
import type { AllSearch, SearchRun } from './searchRuns.ts';

type Runner = {
  readonly reader: FhirReader;
  readonly patient: PatientOfServer;
  readonly all: AllSearch;
  /** Resolves when what is drawn first has been painted. */
  readonly firstShown: Promise<void>;
  /** Takes the results of a page into the record. `tellPart` hears when the first part of a long one can be drawn. */
  readonly take: (entries: readonly unknown[], run: SearchRun, tellPart: () => void) => Promise<void>;
};

export type RunOptions = {
  /** This is still to be read; more may be added. */
  readonly remaining: SearchRun[];
  readonly signal: AbortSignal;
  /** Hears of each page and of the end. */
  readonly tell: () => void;
  /** Hears of the first curves while the rest of their page is still to be taken, and then of that page. */
  readonly tellNow: () => void;
};

/** Runs the searches of a plan. */
export class SearchRunner {
  readonly #runner: Runner;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  /** Runs one search, from its start or from where it broke off. Rejects with E13 and faults of ours. */
  async run(run: SearchRun, options: RunOptions): Promise<void> {
    const { all } = this.#runner;
    const { remaining, signal, tell } = options;
    run.state = { ...run.state, state: 'reading' };
    try {
      if (run === all.run) await this.#readAll(run, options);
      else if (!(await this.#readOne(run, options))) return tell();
      run.position = undefined;
      run.windows = undefined;
      run.state = stateAfterLastPage(run.state, run.search);
    } catch (error) {
      // The end of the session and our own faults concern more than this search.
      if (!(error instanceof FhirError)) throw error;
      if (signal.aborted) return; // the next run goes on with it
      run.state = stateAfterFailure(run.state, error);
    }
    remaining.push(...all.followingRuns());
    tell();
  }

  /** Returns whether the search has come to its end, and does not wait for what the search for everything brings. */
  async #readOne(run: SearchRun, options: RunOptions): Promise<boolean> {
    const { all, reader } = this.#runner;
    if (all.makesWait(run)) return false;
    for await (const page of searchPages(reader, run.search, options.signal, run.position)) {
      await this.#takePage(page, run, options);
      if (all.makesWait(run)) return false;
    }
    return true;
  }

  /** Reads everything by windows of time after the first page; where that fails, by next links, and the others beside it. */
  async #readAll(run: SearchRun, options: RunOptions): Promise<void> {
    const { all, reader } = this.#runner;
    const { signal } = options;
    let others = Promise.resolve();
    const goOn = (): void => {
      others = runInOrder(all.goOnBesides(), FIRST_SEARCHES, signal, (other) => this.run(other, options));
      others.catch(() => undefined); // it is awaited below
    };
    try {
      if (run.position !== undefined) {
        if (await readByWindows(run, signal)) return;
        goOn();
      }
      for await (const page of searchPages(reader, run.search, signal, run.position)) {
        all.note(page);
        const taken = this.#takePage(page, run, options);
        if (page.nextPosition === undefined || !all.isUndecided()) await taken;
        else if (await this.#readRest(page, taken, run, options)) return;
        else goOn();
      }
    } finally {
      await others;
    }
  }

  /** Takes a page of a search, which goes on after it. */
  #takePage(page: PageRead, run: SearchRun, options: RunOptions): Promise<void> {
    return this.#take(page, run, options, () => {
      run.position = page.nextPosition;
      return stateAfterPage(run.state, page);
    });
  }

  /**
   * Reads what the first page does not hold by windows of time. They are asked for while that page is still being taken, but not
   * before what is drawn first is painted (decision 51). Returns whether they have brought everything, when that page is taken.
   */
  async #readRest(
    first: PageRead,
    taken: Promise<void>,
    run: SearchRun,
    options: RunOptions,
  ): Promise<boolean> {
    const { reader, patient, all, firstShown } = this.#runner;
    const { byDate } = run.search;
    await Promise.race([firstShown, taken]);
    if (byDate !== undefined) {
      // Only a long record needs windows, so their code comes after the first chart. Without it the next links are followed.
      const windowReading = await import('../search/windowReading.ts').catch(() => undefined);
      const reading = windowReading?.createWindowReading({
        reader,
        patient,
        byDate,
        first,
        seen: all.ids,
        take: (page, { distinct, total }) =>
          this.#take(page, run, options, () => stateAfterWindowPage(run.state, page, distinct, total)),
      });
      run.windows = reading && { reading, firstState: stateAfterPage(run.state, first) };
    }
    return readByWindows(run, options.signal, taken);
  }

  async #take(
    { entries }: PageRead,
    run: SearchRun,
    { tell, tellNow }: RunOptions,
    next: () => SearchState,
  ): Promise<void> {
    let tellPage = tell;
    await this.#runner.take(entries, run, () => {
      tellPage = tellNow;
      tellNow();
    });
    run.state = next();
    markPage(run.state, entries.length);
    tellPage();
  }
}

/** Returns whether the windows of time have brought everything, when the page before them has been taken. */
async function readByWindows(run: SearchRun, signal: AbortSignal, taken?: Promise<void>): Promise<boolean> {
  const { windows } = run;
  try {
    if ((await windows?.reading.run(signal)) === true) return true;
  } finally {
    await taken;
  }
  if (windows !== undefined) run.state = stateBackAtFirstPage(windows.firstState, run.state);
  run.windows = undefined;
  return false;
}

/** Each page that was taken into the record sets a mark of this name (docs/contract.md, section 3). */
export const PAGE_MARK = 'longview:page';

const markPage = ({ name, pages }: SearchState, received: number): void => {
  performance.mark(PAGE_MARK, { detail: { query: name, page: pages, received } });
};
