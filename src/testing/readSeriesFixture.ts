/** This file reads series for tests from Observations of patient p1, in the way of the app. */
import { createColumns } from '../clinical/series/columns.ts';
import { createAttachedTable } from '../clinical/series/attached/attachedTable.ts';
import { createNumberSpellings } from '../clinical/observation/numberSpelling.ts';
import { createRowKinds } from '../clinical/observation/rowKinds.ts';
import { readObservation } from '../clinical/observation/observation.ts';
import type { Series } from '../clinical/series/series.ts';
import { DAY_MS } from '../clinical/time/durations.ts';
import { UCUM, loinc } from './codes.ts';

type ObservationJson = { readonly id: string; readonly [field: string]: unknown };

const observation = (id: string, fields: object): ObservationJson => ({
  resourceType: 'Observation',
  status: 'final',
  subject: { reference: 'Patient/p1' },
  id,
  ...fields,
});

/** Returns empty columns with the tables that they share: their kinds and the ids of their Observations. */
export function columnsWithTables() {
  const kinds = createRowKinds();
  const ids: string[] = [];
  const columns = createColumns({
    kinds,
    spellings: createNumberSpellings(),
    ids,
    attached: createAttachedTable(),
  });
  return { kinds, ids, columns };
}

function seriesFrom(observations: readonly ObservationJson[]): readonly Series[] {
  const { kinds, ids, columns } = columnsWithTables();
  for (const resource of observations) {
    const reading = readObservation(resource, {
      patientId: 'p1',
      fhirBase: 'https://ehr.example/r4',
      nowMs: Date.UTC(2026, 10, 24, 20),
      hidePreliminary: false,
      kinds,
    });
    if (reading.outcome === 'read') columns.add(reading.rows, ids.push(resource.id) - 1, reading.told);
  }
  return columns.series();
}

/** "<12" is 12 with a comparator. */
function sentNumber(value: number | string) {
  const [, comparator = '', digits = ''] = /^([<>]?=?)(.*)$/.exec(String(value)) ?? [];
  return { digits, ...(comparator !== '' && { comparator }) };
}

/** A result is potassium in mmol/L, unless `more` says otherwise. */
export type SentResult = {
  /** The results get o0, o1, … in their order where no id is given. */
  readonly id?: string;
  /** This is an ISO time or date, or a day counted from 1 January 2026 at 00:00 UTC. */
  readonly at: number | string;
  readonly value: number | string;
  readonly more?: object;
};

/** Reads every series that these results make. */
export const seriesOfResults = (results: readonly SentResult[]): readonly Series[] =>
  seriesFrom(
    results.map(({ id, at, value, more }, i) => {
      const { digits, ...comparator } = sentNumber(value);
      const effectiveDateTime =
        typeof at === 'string' ? at : new Date(Date.UTC(2026, 0, 1) + at * DAY_MS).toISOString();
      return observation(id ?? `o${i}`, {
        code: loinc('2823-3'),
        effectiveDateTime,
        valueQuantity: { value: Number(digits), valueText: digits, unit: 'mmol/L', ...comparator },
        ...more,
      });
    }),
  );

/** Reads the one series that these results make. */
export function onlySeriesOf(...results: readonly SentResult[]): Series {
  const [series, other] = seriesOfResults(results);
  if (series === undefined || other !== undefined) throw new Error('expected one series');
  return series;
}

type CodedValue = readonly [loinc: string, value: number | string, ucum: string];

/** A result is one Observation by its LOINC and UCUM codes, or a blood pressure panel with two components. */
export type CodedResult = {
  readonly id?: string;
  readonly at: string;
  readonly status?: string;
  readonly result: CodedValue | readonly [CodedValue, CodedValue];
  /** These are further fields of the Observation. */
  readonly more?: object;
};

function codedFields([code, sent, unit]: CodedValue) {
  const { digits, ...comparator } = sentNumber(sent);
  return {
    code: loinc(code),
    valueQuantity: { value: Number(digits), unit, code: unit, system: UCUM, ...comparator },
  };
}

const isOneValue = (result: CodedResult['result']): result is CodedValue => typeof result[0] === 'string';

/** Reads every series that these results make. */
export const seriesOfCodedResults = (results: readonly CodedResult[]): readonly Series[] =>
  seriesFrom(
    results.map(({ id, at, status = 'final', result, more }, i) =>
      observation(id ?? `o${i}`, {
        status,
        effectiveDateTime: at,
        ...(isOneValue(result)
          ? codedFields(result)
          : { code: loinc('85354-9'), component: result.map(codedFields) }),
        ...more,
      }),
    ),
  );
