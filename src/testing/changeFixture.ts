/** This file compares results for tests of what changed, in UTC. */
import type { ChangeContext } from '../clinical/change/changeBaseline.ts';
import { noFacts, type PatientFacts } from '../clinical/change/patientFacts.ts';
import { seriesChangeOf, type SeriesChange } from '../clinical/change/seriesChange.ts';
import type { Row } from '../clinical/observation/resultRow.ts';
import type { Series } from '../clinical/series/series.ts';
import { DAY_MS } from '../clinical/time/durations.ts';

const LENGTHS_MS = { instant: 0, none: 0, day: DAY_MS, month: 31 * DAY_MS, year: 366 * DAY_MS };

/** Returns the first and the last moment in UTC that the date of a row can mean. */
function spanInUtc({ timeMs, kind }: Row): readonly [number, number] {
  const fromMs = kind.precision === 'instant' ? timeMs : Math.floor(timeMs / DAY_MS) * DAY_MS;
  return [fromMs, fromMs + LENGTHS_MS[kind.precision]];
}

const changeContext = (sinceMs: number, facts: Partial<PatientFacts> = {}): ChangeContext => ({
  sinceMs,
  spanOf: spanInUtc,
  dayOf: ({ timeMs }) => String(Math.floor(timeMs / DAY_MS)),
  facts: { ...noFacts, ...facts },
});

/** Compares the latest result of a series with what was before the moment. Throws when nothing is newer. */
export function changeSince(series: Series, since: string, facts: Partial<PatientFacts> = {}): SeriesChange {
  const change = seriesChangeOf(series, changeContext(Date.parse(since), facts));
  if (change === undefined) throw new Error('nothing is newer');
  return change;
}
