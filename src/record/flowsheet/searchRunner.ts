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
    const { all } = this.#runner;
    if (all.makesWait(run)) return false;
    let isToWait = false;
    const pages = this.#pages(run, options);
    while (!isToWait && (await pages.next()).done !== true) isToWait = all.makesWait(run);
    await pages.return();
    return !isToWait;
  }

  /** Reads everything by windows of time after the first page; where that fails, by next links, and the others beside it. */
  async #readAll(run: SearchRun, options: RunOptions): Promise<void> {
    const { all } = this.#runner;
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
      for await (const page of this.#pages(run, options)) {
        all.note(page);
        if (page.nextPosition === undefined || !all.isUndecided()) continue;
        // oxlint-disable-next-line no-await-in-loop -- what comes next depends on it
        run.windows = await this.#windowsAfter(page, run, options);
        if (await readByWindows(run, signal)) return;
        goOn();
      }
    } finally {
      await others;
    }
  }

  /** Reads the pages of a search one after the other, and takes each. */
  async *#pages(run: SearchRun, options: RunOptions): AsyncGenerator<PageRead, void, undefined> {
    const { reader } = this.#runner;
    for await (const page of searchPages(reader, run.search, options.signal, run.position)) {
      await this.#take(page, run, options, () => {
        run.position = page.nextPosition;
        return stateAfterPage(run.state, page);
      });
      yield page;
    }
  }

  /** Only a long record needs windows, so their code comes after the first chart. Without it the next links are followed. */
  async #windowsAfter(first: PageRead, run: SearchRun, options: RunOptions): Promise<SearchRun['windows']> {
    const { reader, patient, all } = this.#runner;
    const { byDate } = run.search;
    if (byDate === undefined) return undefined;
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
    return reading && { reading, firstState: run.state };
  }

  async #take(
    { entries }: PageRead,
    run: SearchRun,
    { tell, tellNow }: RunOptions,
    next: () => SearchState,
  ): Promise<void> {
    let isPartTold = false;
    await this.#runner.take(entries, run, () => {
      isPartTold = true;
      tellNow();
    });
    run.state = next();
    markPage(run.state, entries.length);
    if (isPartTold) tellNow();
    else tell();
  }
}

/** Returns whether the windows of time have brought everything. */
async function readByWindows(run: SearchRun, signal: AbortSignal): Promise<boolean> {
  if (run.windows === undefined) return false;
  const { reading, firstState } = run.windows;
  if (await reading.run(signal)) return true;
  run.state = stateBackAtFirstPage(firstState, run.state);
  run.windows = undefined;
  return false;
}

/** Each page that was taken into the record sets a mark of this name (docs/contract.md, section 3). */
export const PAGE_MARK = 'longview:page';

const markPage = ({ name, pages }: SearchState, received: number): void => {
  performance.mark(PAGE_MARK, { detail: { query: name, page: pages, received } });
};
