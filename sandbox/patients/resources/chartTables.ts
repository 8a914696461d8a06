// A record is written as tables with one row for a time and one column for a measure.
import type { Encounter, Observation } from 'fhir/r4';
import { cuffPressure } from './bloodPressure.ts';
import { localTimeText, localTimeMs } from './localTime.ts';
import { numericObservation } from './observation.ts';
import { visit, visitId } from './visit.ts';
import { parseBarRows, parsePairs, parseRows, parseResult } from './tableParsing.ts';

type Chart = {
  readonly patient: string;
  readonly encounterAt: (when: string) => string | undefined;
  /** These ranges are sent with their measures; a measure that is not named is sent without one. */
  readonly ranges: Readonly<Record<string, string>>;
};

/** A column `bp` holds pressures such as "128/76", and "." stands for "not measured". */
export function observationsFromTable(
  chart: Chart,
  columns: readonly string[],
  table: string,
): readonly Observation[] {
  return parseRows(table).flatMap(([at, ...cells]) =>
    columns.flatMap((measure, i) => {
      const cell = cells[i] ?? '.';
      return cell === '.' ? [] : [observationFromCell(chart, measure, at, cell)];
    }),
  );
}

function observationFromCell(
  { patient, encounterAt, ranges }: Chart,
  measure: string,
  at: string,
  cell: string,
): Observation {
  const shared = { patient, at, encounter: encounterAt(at) };
  if (measure !== 'bp') {
    return numericObservation({ ...shared, ...parseResult(cell), measure, range: ranges[measure] });
  }
  const [systolic = 0, diastolic] = cell.split('/').map(Number);
  return cuffPressure({ ...shared, systolic, diastolic });
}

/** Reads a table whose columns are: measure, range, times and results in turn. The chart's own ranges are not used. */
export function observationsFromSeries(
  { patient, encounterAt }: Pick<Chart, 'patient' | 'encounterAt'>,
  table: string,
): readonly Observation[] {
  return parseBarRows(table).flatMap(([measure = '', range = '', cells = '']) =>
    parsePairs(cells).map(([at, cell]) =>
      numericObservation({ patient, measure, at, range, encounter: encounterAt(at), ...parseResult(cell) }),
    ),
  );
}

type Visits = {
  readonly encounters: readonly Encounter[];
  /** Returns the id of the visit that a result of this time belongs to, if there is one. */
  readonly encounterAt: (when: string) => string | undefined;
};

/**
 * Reads a table whose columns are: start, minutes, kind, text. A kind that is empty means a visit to the
 * office.
 */
export function visitsFromTable(patient: string, table: string): Visits {
  const visits = parseBarRows(table).map(([start = '', minutes, kind, text = '']) => ({
    patient,
    kind: kind === 'inpatient' ? ('inpatient' as const) : ('office' as const),
    text,
    start,
    end: localTimeText(localTimeMs(start) + Number(minutes) * 60_000),
  }));
  return {
    encounters: visits.map(visit),
    encounterAt: (when) => {
      const found =
        visits.find(({ start, end }) => when >= start && when <= end) ??
        visits.find(({ start }) => start.slice(0, 10) === when.slice(0, 10));
      return found && visitId(patient, found.start);
    },
  };
}
