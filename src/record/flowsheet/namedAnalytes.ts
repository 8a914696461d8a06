import { catalogMatch } from '../../clinical/catalog/catalog.ts';
import { isMoreGeneral } from '../../clinical/catalog/specialForms.ts';
import { elementOf, elementsOf } from '../../clinical/fhirElements/fhirElement.ts';
import type { SearchState } from './recordSnapshot.ts';
import type { SearchRun } from './searchRuns.ts';

/**
 * These searches leave together, and on most servers they are answered within milliseconds of each other. The first curves wait for
 * the last of these answers as long as the first results took, within these limits.
 */
const LEAST_WAIT_MS = 200;
const MOST_WAIT_MS = 400;

/** Tells which analytes the first pages of some searches name, so that no frame is drawn for one that the record lacks. */
export type NamedAnalytes = {
  /** Takes the codes of a page that has come. Its results are read later. */
  readonly note: (entries: readonly unknown[], run: SearchRun) => void;
  /** Looks anew whether all of them have been answered; one that has ended without a page counts as answered. */
  readonly look: () => void;
  /** Resolves when all have been answered or the wait is over. */
  readonly awaited: () => Promise<void>;
  /** Returns how often each analyte is named, by its id; undefined while a search is not answered. */
  readonly counts: () => ReadonlyMap<string, number> | undefined;
};

/** Creates what is known of the first pages of these searches. */
export function namedAnalytes(runs: readonly SearchRun[]): NamedAnalytes {
  const counts = new Map<string, number>();
  const answered = new Set<SearchRun>();
  const begunMs = Date.now();
  let isKnown = false;
  let tell = (): void => {};
  const all = new Promise<void>((resolve) => (tell = resolve));
  const look = (): void => {
    if (isKnown || !runs.every((run) => answered.has(run) || hasEnded(run.state))) return;
    isKnown = true;
    tell();
  };
  return {
    note(entries, run) {
      if (isKnown || answered.has(run) || !runs.includes(run)) return;
      answered.add(run);
      for (const entry of entries) countCodes(elementOf(entry), counts);
      look();
    },
    look,
    awaited() {
      const waitMs = Math.min(MOST_WAIT_MS, Math.max(LEAST_WAIT_MS, Date.now() - begunMs));
      return Promise.race([all, new Promise<void>((resolve) => setTimeout(resolve, waitMs))]);
    },
    counts() {
      look(); // a search may have just failed, which is told at once
      return isKnown ? counts : undefined;
    },
  };
}

const hasEnded = ({ state }: SearchState): boolean => state !== 'waiting' && state !== 'reading';

/** Counts the analytes that the codes of an Observation and of its components stand for: of a form and a more general one the form. */
function countCodes({ code, component }: ReturnType<typeof elementOf>, counts: Map<string, number>): void {
  for (const { code: concept } of [{ code }, ...elementsOf(component)]) {
    const sent = elementsOf(elementOf(concept)['coding']).map(({ code: one }) => one);
    // A hostile concept may hold one code any number of times.
    const matches = [...new Set(sent)].flatMap((one) =>
      typeof one === 'string' ? (catalogMatch(one) ?? []) : [],
    );
    const special = matches.filter((one) => !matches.some((other) => isMoreGeneral(one, other)));
    for (const id of new Set(special.map(({ target }) => target.analyte.id)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
}
