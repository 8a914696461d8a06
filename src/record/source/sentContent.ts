/** This file tells whether a result that was read again says the same as the record that is on the screen (rule 35). */
import { readObservation } from '../../clinical/observation/observation.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { PatientContext } from '../patientContext.ts';

/** Returns all that was sent of one row and that a screen tells. What is concluded from other results is no part of it. */
const contentOfRow = ({ effective, valueText, kind }: Row): string =>
  [
    kind.component,
    kind.codeSystem,
    kind.code,
    kind.codeText,
    effective,
    kind.status,
    kind.comparator,
    valueText,
    kind.unit,
    kind.unitCode,
    kind.flag,
    kind.flagText,
    kind.rangeLow,
    kind.rangeHigh,
    kind.rangeText,
    kind.condition,
    kind.absentReason,
  ].join('\t');

const contentOf = (rows: readonly Row[]): string => rows.map(contentOfRow).toSorted().join('\n');

/** Returns the content of a result in the record, in the units as reported; '' where the record shows nothing of it. */
export const shownContent = (all: readonly Series[], id: string): string =>
  contentOf(
    all.flatMap(({ rows, listed }) =>
      [rows, listed].flatMap((some) => (id === '' ? [] : some.filter((row) => row.id === id))),
    ),
  );

/** Returns the content of a result as it would stand in the record if it was read now; '' if nothing of it would be shown. */
export function sentContent(resource: unknown, patient: PatientContext, nowMs: number): string {
  const reading = readObservation(resource, { ...patient, nowMs });
  return reading.outcome === 'read' ? contentOf(reading.rows) : '';
}
