// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { seriesInChosenUnits } from '../../clinical/unitChoice/unitConversion.ts';
import { choicesOfSystem } from '../../clinical/unitChoice/unitSystem.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { warmOverview } from '../../testing/overviewFixture.tsx';
import { flagConcept, recordOf } from '../../testing/recordFixture.ts';
import {
  countOf,
  newestSent,
  sentFactsOf,
  type SentFacts,
  type SentObservation,
} from './sentFactsFixture.ts';
import { surfacesOf, type Said, type Surfaces } from './surfacesFixture.tsx';

// In SI units every surface says the same of a test, each number is the one that was sent, and nothing more stands on one line.

// The words of a newer result come late, and are the same for all tiles.
beforeAll(warmOverview, 60_000);

type Measure = {
  readonly id: string;
  readonly code: string;
  readonly words: string;
  readonly unit: string;
  readonly range: readonly [low: number, high: number];
  readonly siUnit: string;
  /** One of the unit that was sent is so many of the SI unit, from tables of conversion in print. */
  readonly factor: number;
};

const measure = (
  id: string,
  code: string,
  unit: string,
  range: Measure['range'],
  siUnit: string,
  factor: number,
) => ({
  id,
  code,
  words: '',
  unit,
  range,
  siUnit,
  factor,
});
const [GLUCOSE, MOLAR_GLUCOSE, HEMOGLOBIN, CREATININE] = [
  measure('glucose', '2345-7', 'mg/dL', [60, 300], 'mmol/L', 1 / 18.016),
  measure('glucose', '14749-6', 'mmol/L', [4, 16], 'mmol/L', 1),
  measure('hgb', '718-7', 'g/dL', [6, 18], 'mmol/L', 0.6206),
  measure('creat', '2160-0', 'mg/dL', [1, 8], 'µmol/L', 88.42),
];
/** The last of these have the code of one of the first and are of another being, another sample or another moment. */
const MEASURES: readonly Measure[] = [
  GLUCOSE,
  MOLAR_GLUCOSE,
  HEMOGLOBIN,
  CREATININE,
  measure('k', '2823-3', 'mmol/L', [2, 7], 'mmol/L', 1),
  { ...HEMOGLOBIN, id: 'hgb~cord', words: 'Hemoglobin, cord blood' },
  { ...GLUCOSE, id: 'glucose~after a load', words: 'Glucose post load' },
  { ...CREATININE, id: 'creat~after dialysis', words: 'Creatinine post dialysis' },
];

const TIMES = [
  '2026-09-30T13:00:00Z',
  '2026-10-20T04:30:00Z',
  '2026-11-01T07:30:00Z',
  '2026-11-20',
  '2026-11-20T08:00:00Z',
];

const coded = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });

type Sent = SentObservation & { readonly measure: Measure };

const RECORDS = fc
  .array(
    fc.record({
      measure: fc.constantFrom(...MEASURES),
      part: fc.integer({ min: 0, max: 97 }),
      at: fc.constantFrom(...TIMES),
      status: fc.constantFrom('final', 'final', 'final', 'corrected', 'entered-in-error'),
      flag: fc.constantFrom('', '', 'N', 'H', 'LL', 'HH'),
      isLimit: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((all) =>
    all.map((one, i): Sent => {
      const [low, high] = one.measure.range;
      const value = Number((low + ((high - low) * one.part) / 97).toFixed(1));
      const { code, words, unit } = one.measure;
      return {
        id: `o${i}`,
        status: one.status,
        effectiveDateTime: one.at,
        measure: one.measure,
        code: { ...coded(code), ...(words && { text: words }) },
        valueQuantity: { value, unit, ...(one.isLimit && { comparator: '<' }) },
        ...(one.flag && flagConcept(one.flag)),
      };
    }),
  );

const asResource = ({ measure: _, ...sent }: Sent) => ({
  resourceType: 'Observation',
  subject: { reference: 'Patient/p1' },
  ...sent,
});

/** Returns whether a number that a screen shows is the one that was sent, to the last of its digits. */
function isNumberOf(said: string, { value }: SentFacts, { factor }: Measure): boolean {
  const [comparator, digits] = [
    said.replace(/[\d.,]+$/, ''),
    said.replace(/^[<>=]+/, '').replaceAll(',', ''),
  ];
  const [, sentComparator = '', number = ''] = /^([<>=]*)(.*)$/.exec(value) ?? [];
  const expected = Number(number) * factor;
  const decimals = digits.split('.')[1]?.length ?? 0;
  const isNear = Math.abs(Number(digits) - expected) <= 0.5001 * 10 ** -decimals + 0.0003 * expected;
  return comparator === sentComparator && digits !== '' && isNear;
}

type Told = { readonly fact: SentFacts; readonly of: Measure };

const numbersIn = (text: string): readonly string[] => text.match(/[<>]?=?\d[\d,]*(?:\.\d+)?/g) ?? [];

const partsOf = (value: string) => /^([<>=]*)(.*)$/.exec(value) ?? [];
const stepIn = (number: string): number => 10 ** -(number.split('.')[1]?.length ?? 0);

/** A value that was sent in two units of one moment is one value when the coarser of the two, rounded as it was sent, holds the other. */
function isSameInTwoUnits(a: Told, b: Told): boolean {
  const [[, aComparator, aNumber = ''], [, bComparator, bNumber = '']] = [
    partsOf(a.fact.value),
    partsOf(b.fact.value),
  ];
  const coarser = Math.max(stepIn(aNumber) * a.of.factor, stepIn(bNumber) * b.of.factor);
  return (
    a.of.unit !== b.of.unit &&
    aComparator === bComparator &&
    countOf([a.fact, { ...b.fact, value: a.fact.value }]) === 1 &&
    Math.abs(Number(aNumber) * a.of.factor - Number(bNumber) * b.of.factor) <= coarser / 2
  );
}

/** Returns how many results were sent, each once (rule 23). One with a flag stands for one without. */
function countTold(all: readonly Told[]): number {
  const told = all.toSorted((a, b) => Number(b.fact.flag !== '') - Number(a.fact.flag !== ''));
  const again = told.filter((one, i) => told.slice(0, i).some((other) => isSameInTwoUnits(one, other)));
  return countOf(told.filter((one) => !again.includes(one)).map(({ fact }) => fact));
}

function surfaceErrors(where: string, said: Said, drawn: readonly Told[]): string[] {
  const newest = newestSent(drawn.map(({ fact }) => fact));
  const newestTold = drawn.filter(({ fact }) => newest.includes(fact));
  const shown = newestTold.filter(
    ({ fact, of }) => isNumberOf(said.value, fact, of) && said.unit === of.siUnit,
  );
  if (shown.length === 0)
    return [`${where}: ${said.value} ${said.unit} is none of ${newest.map(({ value }) => value).join()}`];
  return [
    shown.some(({ fact }) => said.text.includes(fact.day)) ? '' : `${where}: no date of ${said.value}`,
    ['', String(countTold(drawn))].includes(said.count) ? '' : `${where}: ${said.count} results`,
    ...newestTold.map(({ fact, of }) =>
      numbersIn(said.text).some((one) => isNumberOf(one, fact, of))
        ? ''
        : `${where}: ${fact.value} is not named`,
    ),
    ...newest.map(({ value, flag }) => (said.text.includes(flag) ? '' : `${where}: no flag of ${value}`)),
  ].filter(Boolean);
}

function tableErrors({ rows, cells }: Surfaces, all: readonly Told[]): string[] {
  const inTable = ({ fact, of }: Told): boolean =>
    rows.some(
      (row) => isNumberOf(row.value, fact, of) && row.text.includes(fact.day) && row.flag.includes(fact.flag),
    );
  const inGrid = ({ fact, of }: Told): boolean =>
    cells.some(
      (cell) =>
        cell.includes(fact.day) &&
        [...cell.matchAll(/([<>=]*\d[\d.,]*) (?=(\S+?)(?:[,; ]|$))/g)].some(
          ([, number = '', unit]) => unit === of.siUnit && isNumberOf(number, fact, of),
        ),
    );
  return [
    ...(rows.length === all.length ? [] : [`table: ${rows.length} rows of ${all.length}`]),
    ...all.filter((one) => !inTable(one)).map(({ fact }) => `table: ${fact.value} is missing`),
    ...all.filter((one) => !inGrid(one)).map(({ fact }) => `grid: ${fact.value} is missing`),
  ];
}

/** Returns the record with every series in SI units. */
function inSiUnits(record: RecordSnapshot): RecordSnapshot {
  const { series } = seriesInChosenUnits(record.series, choicesOfSystem('si', 'si'));
  return { ...record, series };
}

function errorsOf(sent: readonly Sent[]): string[] {
  const standing = sent.filter(({ status }) => status !== 'entered-in-error');
  const told = standing.map((one): Told => ({ fact: sentFactsOf(one), of: one.measure }));
  const record = inSiUnits(recordOf(sent.map(asResource)));
  const expectedIds = [...new Set(told.map(({ of }) => of.id))].toSorted();
  // A line of results that were all sent in another unit is named by that unit.
  const surfaces = surfacesOf(record).map((one) => ({ ...one, id: one.id.replace(/~mmol\/L$/, '') }));
  const ids = surfaces.map(({ id }) => id).toSorted();
  return [
    ...(ids.join() === expectedIds.join()
      ? []
      : [`the lines are ${ids.join()}, sent were ${expectedIds.join()}`]),
    ...surfaces.flatMap((of) => {
      const all = told.filter((one) => one.of.id === of.id);
      return [
        ...Object.entries(of.newest).flatMap(([where, said]) => surfaceErrors(where, said, all)),
        ...tableErrors(of, all),
      ].map((text) => `${of.id} ${text}`);
    }),
  ];
}

test('in chosen units every surface says the numbers that were sent, and nothing else joins a line', () => {
  fc.assert(
    fc.property(RECORDS, (sent) => {
      expect(errorsOf(sent)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
