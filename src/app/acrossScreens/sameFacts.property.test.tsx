// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { warmOverview } from '../../testing/overviewFixture.tsx';
import { flagConcept, recordOf } from '../../testing/recordFixture.ts';
import { readRecord } from '../../testing/readRecordFixture.ts';
import {
  countOf,
  isSentBefore,
  newestSent,
  replacedIdsOf,
  sentFactsOf,
  type SentObservation,
  type SentFacts,
} from './sentFactsFixture.ts';
import { replaces } from '../../record/rules/replacedResultsFixture.ts';
import { surfacesOf, type Said, type Surfaces } from './surfacesFixture.tsx';

// Every surface of the clinician's view says the same of a test, and nothing else than what was sent.

// The words of a newer result come late, and are the same for all tiles.
beforeAll(warmOverview, 60_000);

const SERIES: Readonly<Record<string, string>> = {
  '2823-3': 'k',
  '2951-2': 'na',
  '718-7': 'hgb',
  '85354-9': 'bp-sys',
};

/** Few times, so that many results share one: around midnight of the screen's zone, and in the hour that comes twice. */
const TIMES = [
  '2026-09-30T13:00:00Z',
  '2026-10-20T04:30:00Z',
  '2026-10-20T05:30:00Z',
  '2026-10-20T00:30:00-05:00',
  '2026-11-01T06:30:00Z',
  '2026-11-01T07:30:00Z',
  '2026-11-12T14:10:00Z',
  '2026-11-20T08:00:00Z',
  '2026-11-20T09:00:00+01:00',
  '2026-10-20',
  '2026-11-12',
  '2026-11-20',
];

/** A number of this ending was withdrawn, so it may stand nowhere. */
const WITHDRAWN_TENTHS = 7;

const number = (tenths: number): number => tenths / 10;
const MEASURES = fc.oneof(
  fc
    .integer({ min: 20, max: 75 })
    .map((tenths) => ({ code: '2823-3', value: number(tenths), unit: 'mmol/L' })),
  fc
    .integer({ min: 1250, max: 1550 })
    .map((tenths) => ({ code: '2951-2', value: number(tenths), unit: 'mmol/L' })),
  fc.integer({ min: 60, max: 170 }).map((tenths) => ({ code: '718-7', value: number(tenths), unit: 'g/dL' })),
);
const STATUSES = fc.constantFrom(
  ...(['final', 'final', 'final', 'corrected', 'preliminary', 'cancelled', 'entered-in-error'] as const),
);
const CODES = fc.constantFrom('', '', 'N', 'H', 'L', 'HH', 'LL');
const coded = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
const flagged = (code: string): Pick<SentObservation, 'interpretation'> =>
  code === '' ? {} : flagConcept(code);

const RESULTS = fc
  .record({
    measure: MEASURES,
    at: fc.constantFrom(...TIMES),
    status: STATUSES,
    flag: CODES,
    kind: fc.constantFrom('number', 'number', 'number', 'limit', 'text'),
  })
  .map(({ measure: { code, value, unit }, at, status, flag, kind }) => {
    const isWithdrawn = status === 'entered-in-error';
    const sent = isWithdrawn ? Math.floor(value) + number(WITHDRAWN_TENTHS) + 0.077 : value;
    const comparator = kind === 'limit' ? { comparator: '<' } : {};
    return {
      status,
      effectiveDateTime: at,
      code: coded(code),
      ...flagged(flag),
      ...(kind === 'text' && !isWithdrawn
        ? { valueString: 'hemolyzed' }
        : { valueQuantity: { value: sent, unit, ...comparator } }),
    };
  });

const PRESSURES = fc
  .record({
    half: fc.integer({ min: 45, max: 105 }),
    diastolic: fc.option(fc.integer({ min: 40, max: 89 })),
    at: fc.constantFrom(...TIMES.filter((at) => at.includes('T'))),
    status: fc.constantFrom('final', 'final', 'preliminary'),
    // Both sides of one pressure lie on the same side of their ranges.
    flags: fc
      .constantFrom(['', 'H', 'HH'], ['N', 'L', 'LL'])
      .chain((codes) => fc.tuple(fc.constantFrom(...codes), fc.constantFrom(...codes))),
  })
  .map(({ half, diastolic, at, status, flags: [upper, lower] }) => ({
    status,
    effectiveDateTime: at,
    code: coded('85354-9'),
    component: [
      // An upper side alone is never that of a whole pressure, of which it would be a copy.
      {
        code: coded('8480-6'),
        valueQuantity: { value: 2 * half + (diastolic === null ? 0 : 1), unit: 'mmHg' },
        ...flagged(upper),
      },
      ...(diastolic === null
        ? []
        : [{ code: coded('8462-4'), valueQuantity: { value: diastolic, unit: 'mmHg' }, ...flagged(lower) }]),
    ],
  }));

/** Some results replace another one under an id of their own. */
const LINKS = fc.option(fc.nat({ max: 13 }), { nil: undefined, freq: 2 });

const RECORDS = fc
  .array(fc.oneof({ weight: 4, arbitrary: RESULTS }, { weight: 1, arbitrary: PRESSURES }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((all) =>
    all.map((one, i) => ({
      resourceType: 'Observation',
      id: `o${i}`,
      subject: { reference: 'Patient/p1' },
      ...one,
    })),
  )
  .chain((all) =>
    fc.array(LINKS, { minLength: all.length, maxLength: all.length }).map((links) =>
      all.map((one, i) => ({
        ...one,
        ...(links[i] !== undefined && replaces(`Observation/o${links[i]}`)),
      })),
    ),
  );

const isFinal = ({ status }: SentFacts): boolean => status !== 'preliminary';

/** In a record without any lower side, the upper side is a test of its own. */
const withoutMissingSide = (value: string): string => value.replace('/–', '');
const isValue = (said: string, value: string): boolean =>
  said === value || said === withoutMissingSide(value);
const names = (text: string, value: string): boolean =>
  text.replaceAll(/ ?\/ ?/g, '/').includes(withoutMissingSide(value));

/** Compares what one surface says of the newest result of a test with what was sent. */
function surfaceErrors(where: string, said: Said, drawn: readonly SentFacts[]): string[] {
  const finals = drawn.filter(isFinal);
  const newest = newestSent(finals.length > 0 ? finals : drawn);
  const shown = newest.filter(({ value, unit }) => isValue(said.value, value) && unit === said.unit);
  if (shown.length === 0)
    return [`${where}: ${said.value} ${said.unit} is none of ${newest.map(({ value }) => value).join(', ')}`];
  return [
    shown.some(({ flag }) => said.flag.includes(flag) && (flag !== '' || said.flag === ''))
      ? ''
      : `${where}: flag ${said.flag} of ${said.value}`,
    shown.some(({ day }) => said.text.includes(day)) ? '' : `${where}: no date of ${said.value}`,
    ['', String(countOf(drawn))].includes(said.count)
      ? ''
      : `${where}: ${said.count} of ${countOf(drawn)} results`,
    ...newest.map(({ value }) => (names(said.text, value) ? '' : `${where}: ${value} is not named`)),
    ...newest.map(({ value, flag }) =>
      said.text.includes(flag) ? '' : `${where}: no flag ${flag} of ${value}`,
    ),
  ].filter(Boolean);
}

/** A critical result that may be as new as the one that is shown is named on every surface, drawn or not (rules 13 and 34). */
function criticalErrors(
  where: string,
  said: Said,
  all: readonly SentFacts[],
  isDrawn: (one: SentFacts) => boolean,
): string[] {
  const finals = all.filter((one) => isDrawn(one) && isFinal(one));
  const newest = newestSent(finals.length > 0 ? finals : all.filter(isDrawn));
  return (
    all
      .filter(({ flag, status }) => flag.length === 2 && status !== 'cancelled')
      .filter((one) => newest.every((other) => !isSentBefore(one, other)))
      // The first result that is not on the curve is named, and the others are counted.
      .filter(() => !/HH|LL/.test(said.text))
      .map(({ value, flag }) => `${where}: ${value} ${flag} is hidden`)
  );
}

function tableErrors({ rows, cells }: Surfaces, all: readonly SentFacts[]): string[] {
  const numbers = all.filter(({ isNumber }) => isNumber);
  const inTable = ({ value, day, flag }: SentFacts): boolean =>
    rows.some((row) => isValue(row.value, value) && row.text.includes(day) && row.flag.includes(flag));
  const inGrid = ({ value, day, unit }: SentFacts): boolean =>
    cells.some(
      (cell) =>
        [value, withoutMissingSide(value)].some((one) => cell.includes(`${one} ${unit}`)) &&
        cell.includes(day),
    );
  return [
    ...(rows.length === all.length ? [] : [`table: ${rows.length} rows of ${all.length}`]),
    ...numbers.filter((one) => !inTable(one)).map(({ value }) => `table: ${value} is missing`),
    ...numbers.filter((one) => !inGrid(one)).map(({ value }) => `grid: ${value} is missing`),
  ];
}

function csvErrors(resources: readonly unknown[], all: readonly SentFacts[]): string[] {
  const { lines } = readRecord(resources);
  return all.flatMap(({ id, at, status, value, flag, isNumber, unit }) => {
    const own = lines.filter((line) => line['observation_id'] === id);
    const values = own.map((line) => `${line['comparator']}${line['value']}`);
    const sent = value.includes('/') ? value.split('/').filter((side) => side !== '–') : [value];
    const isRight =
      own.every((line) => line['effective'] === at && line['status'] === status) &&
      (status === 'cancelled' || sent.toSorted().join() === values.toSorted().join()) &&
      (!isNumber || own.every((line) => line['unit'] === unit)) &&
      (flag === '' || own.some((line) => line['flag'] === flag));
    return isRight ? [] : [`csv: ${id} ${value} ${values.join()}`];
  });
}

function errorsOf(resources: readonly SentObservation[]): string[] {
  const sent = resources.map(sentFactsOf).filter(({ status }) => status !== 'entered-in-error');
  const surfaces = surfacesOf(recordOf(resources));
  const replaced = replacedIdsOf(resources);
  const isDrawn = ({ id, isNumber }: SentFacts): boolean => isNumber && !replaced.has(id);
  return [
    ...csvErrors(resources, sent),
    ...surfaces.flatMap((of) => {
      const all = sent.filter(({ code }) => SERIES[code] === of.id);
      const drawn = all.filter(isDrawn);
      return [
        ...Object.entries(of.newest).flatMap(([where, said]) => [
          ...surfaceErrors(where, said, drawn),
          ...criticalErrors(
            where,
            said,
            all.filter(({ id }) => !replaced.has(id)),
            isDrawn,
          ),
          ...(said.text.includes('.777') ? [`${where}: a withdrawn value`] : []),
        ]),
        ...tableErrors(of, all),
      ].map((text) => `${of.id} ${text}`);
    }),
  ];
}

test('every surface says of each test the value, unit, date, flag and count that were sent', () => {
  fc.assert(
    fc.property(RECORDS, (resources) => {
      expect(errorsOf(resources)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
