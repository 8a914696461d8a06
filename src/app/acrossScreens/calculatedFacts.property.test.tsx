// @vitest-environment happy-dom
import fc from 'fast-check';
import { cleanup, render } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { frameOf } from '../../charts/axis/frame.ts';
import { allDerivedSeries } from '../../clinical/derived/derived.ts';
import { readPatient } from '../../clinical/patient/patient.ts';
import { calculatedNoteLines } from '../../parts/export/calculatedNoteLines.ts';
import { CalculatedView } from '../../screens/detail/calculated/CalculatedView.tsx';
import { CalculatedTile } from '../../screens/overview/CalculatedTile.tsx';
import { InOpenRecord, TEST_TIME_ZONE } from '../../testing/InOpenRecord.tsx';
import { READ_AT_MS, recordOf } from '../../testing/recordFixture.ts';
import { sentDay } from './sentFactsFixture.ts';

// Every surface is compared with the arithmetic of this file, which uses none of the app's code.

beforeAll(async () => {
  await import('../../charts/trend/TrendChart.tsx');
}, 60_000);

type Sent = {
  readonly measure: 'na' | 'cl' | 'co2' | 'weight' | 'height' | 'pressure';
  readonly value: number;
  readonly lower: number;
  readonly at: string;
  readonly status: 'final' | 'corrected' | 'preliminary' | 'entered-in-error';
  readonly doubt: '' | 'limit' | 'hemolyzed' | 'day alone';
};

const CODES = {
  na: ['2951-2', 'mmol/L', [120, 155]],
  cl: ['2075-0', 'mmol/L', [85, 115]],
  co2: ['2028-9', 'mmol/L', [12, 32]],
  weight: ['29463-7', 'kg', [70, 95]],
  height: ['8302-2', 'cm', [150, 190]],
  pressure: ['85354-9', 'mmHg', [90, 180]],
} as const;
/** Two of these are less than a year before the others, one is more. The last two are one moment. */
const TIMES = [
  '2025-10-01T13:00:00Z',
  '2026-01-31T13:00:00Z',
  '2026-10-20T04:30:00Z',
  '2026-11-20T08:00:00Z',
  '2026-11-20T09:00:00+01:00',
];

const TOGETHER = [
  ['na', 'cl', 'co2'],
  ['weight', 'height'],
  ['pressure'],
  ['na'],
  ['co2'],
  ['height'],
] as const;
const STATUSES = [
  ...Array<'final'>(6).fill('final'),
  'corrected',
  'preliminary',
  'entered-in-error',
] as const;
const DOUBTS = [...Array<''>(12).fill(''), 'limit', 'hemolyzed', 'day alone'] as const;

/** The results of one sample come together, and often beside those of another sample of the same moment. */
const SAMPLES = fc.constantFrom(...TOGETHER).chain((measures) =>
  fc.constantFrom(...TIMES).chain((at) =>
    fc.tuple(
      ...measures.map((measure) =>
        fc
          .record({
            part: fc.integer({ min: 0, max: 10 }),
            lower: fc.integer({ min: 40, max: 89 }),
            status: fc.constantFrom(...STATUSES),
            doubt: fc.constantFrom(...DOUBTS),
          })
          .map(({ part, ...one }): Sent => {
            const [low, high] = CODES[measure][2];
            return { ...one, measure, at, value: Math.round(low + ((high - low) * part) / 10) };
          }),
      ),
    ),
  ),
);
const RECORDS = fc.array(SAMPLES, { minLength: 1, maxLength: 7 }).map((samples) => samples.flat());

const coded = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });

function resourceOf({ measure, value, lower, at, status, doubt }: Sent, id: string) {
  const [code, unit] = CODES[measure];
  const comparator = doubt === 'limit' ? { comparator: '<' } : {};
  const quantity = (number: number) => ({ valueQuantity: { value: number, unit, ...comparator } });
  return {
    resourceType: 'Observation',
    id,
    status,
    subject: { reference: 'Patient/p1' },
    code: coded(code),
    effectiveDateTime: doubt === 'day alone' ? at.slice(0, 10) : at,
    ...(doubt === 'hemolyzed' && { note: [{ text: 'Specimen hemolyzed' }] }),
    ...(measure === 'pressure'
      ? {
          component: [
            { code: coded('8480-6'), ...quantity(value) },
            { code: coded('8462-4'), ...quantity(lower) },
          ],
        }
      : quantity(value)),
  };
}

/** Each value of a formula has the moment at which its first input was measured. */
type Expected = { readonly ms: number; readonly value: number };

const isFinal = ({ status }: Sent): boolean => status === 'final' || status === 'corrected';

/** One measurement may be sent twice, and then what either says of its sample holds for it. */
const areOneMeasurement = (a: Sent, b: Sent): boolean =>
  a.measure === b.measure &&
  Date.parse(a.at) === Date.parse(b.at) &&
  a.value === b.value &&
  (a.measure !== 'pressure' || a.lower === b.lower);

/** Returns the results that a formula may use. */
const inputsOf = (all: readonly Sent[]): readonly Sent[] =>
  all.filter(
    (one) =>
      isFinal(one) &&
      one.doubt === '' &&
      !all.some(
        (other) =>
          other.status !== 'entered-in-error' && other.doubt === 'hemolyzed' && areOneMeasurement(one, other),
      ),
  );

/** Returns the one number of a measure at a moment; undefined where there is none, or where there are several. */
function oneAt(inputs: readonly Sent[], measure: Sent['measure'], ms: number): number | undefined {
  const values = new Set(
    inputs.filter((one) => one.measure === measure && Date.parse(one.at) === ms).map(({ value }) => value),
  );
  return values.size === 1 ? [...values][0] : undefined;
}

const momentsOf = (inputs: readonly Sent[], measure: Sent['measure']): readonly number[] => [
  ...new Set(inputs.filter((one) => one.measure === measure).map(({ at }) => Date.parse(at))),
];

const YEAR_MS = 365 * 86_400_000;

function expectedOf(id: string, all: readonly Sent[]): readonly Expected[] {
  const inputs = inputsOf(all);
  if (id === 'agap~calculated')
    return momentsOf(inputs, 'na').flatMap((ms) => {
      const [na, cl, co2] = (['na', 'cl', 'co2'] as const).map((measure) => oneAt(inputs, measure, ms));
      return na === undefined || cl === undefined || co2 === undefined ? [] : [{ ms, value: na - cl - co2 }];
    });
  if (id === 'bmi~calculated')
    return onceEach(inputs)
      .filter(({ measure }) => measure === 'weight')
      .flatMap(({ at, value: kg }) => {
        const ms = Date.parse(at);
        const before = momentsOf(inputs, 'height').filter((one) => one <= ms && ms - one <= YEAR_MS);
        const cm = before.length === 0 ? undefined : oneAt(inputs, 'height', Math.max(...before));
        return cm === undefined ? [] : [{ ms, value: kg / (cm / 100) ** 2 }];
      });
  const pressures = onceEach(inputs).filter(({ measure }) => measure === 'pressure');
  const isMean = id === 'map~calculated';
  return pressures.map(({ at, value, lower }) => ({
    ms: Date.parse(at),
    value: isMean ? (value + 2 * lower) / 3 : value - lower,
  }));
}

/** One measurement that was sent twice gives one value. */
const onceEach = (all: readonly Sent[]): readonly Sent[] =>
  all.filter((one, i) => all.findIndex((other) => areOneMeasurement(one, other)) === i);

const DECIMALS: Readonly<Record<string, number>> = { 'bmi~calculated': 1 };
const IDS = ['agap~calculated', 'bmi~calculated', 'map~calculated', 'pulse-pressure~calculated'];

const dayOf = (ms: number): string => sentDay(new Date(ms).toISOString());

const patient = readPatient({ resourceType: 'Patient', id: 'p1', birthDate: '1959-03-14' }, READ_AT_MS);
const frame = frameOf({
  startMs: Date.parse('2025-01-01T00:00:00Z'),
  endMs: READ_AT_MS,
  timeZone: TEST_TIME_ZONE,
  widthPx: 200,
  heightPx: 30,
});

function errorsOf(all: readonly Sent[]): string[] {
  const record = recordOf(all.map((one, i) => resourceOf(one, `o${i}`)));
  const derived = allDerivedSeries(record.series, {
    birth: patient.birth,
    dayOf: (ms) => Math.floor(ms / 86_400_000),
    correctedCalcium: false,
  });
  return IDS.flatMap((id) => {
    const texts = expectedOf(id, all)
      .map(({ ms, value }) => ({ ms, text: value.toFixed(DECIMALS[id] ?? 0).replace(/^-0$/, '0') }))
      .toSorted((a, b) => b.ms - a.ms);
    const newest = texts.filter(({ ms }) => ms === texts[0]?.ms).map(({ text }) => text);
    const screen = (element: React.ReactNode) =>
      render(
        <InOpenRecord patient={patient} nowMs={READ_AT_MS} record={record}>
          {element}
        </InOpenRecord>,
      ).container;
    const page = screen(<CalculatedView seriesId={id} record={record} />);
    const rows = [...page.querySelectorAll('tbody tr')].map(
      (row) => `${row.children[0]?.textContent} ${row.children[1]?.textContent}`,
    );
    const head = page.querySelector('p b')?.textContent ?? '';
    cleanup();
    const one = derived.find(({ rule }) => rule.id === id);
    const tile = one?.series
      ? screen(<CalculatedTile rule={one.rule} series={one.series} frame={frame} todayMs={READ_AT_MS} />)
      : undefined;
    const said = tile?.querySelector('[data-latest]')?.getAttribute('data-latest') ?? '';
    const tileText = tile?.textContent ?? '';
    cleanup();
    const [line] = one ? calculatedNoteLines([one], TEST_TIME_ZONE, undefined) : [];
    const isNewest = (shown: string): boolean =>
      newest.length === 0 ? shown === '' : newest.includes(shown);
    return [
      rows.length === texts.length
        ? ''
        : `table: ${rows.join(' | ')} for ${texts.map(({ text }) => text).join()}`,
      ...texts.map(({ ms, text }) =>
        rows.some((row) => row.startsWith(dayOf(ms)) && row.endsWith(` ${text}`))
          ? ''
          : `table: no ${text} of ${dayOf(ms)}`,
      ),
      isNewest(head) ? '' : `head: ${head} for ${newest.join()}`,
      isNewest(said) ? '' : `tile: ${said} for ${newest.join()}`,
      ...newest.map((text) => (tileText.includes(text) ? '' : `tile: ${text} is not named`)),
      isNewest(line?.value ?? '') ? '' : `note: ${line?.value} for ${newest.join()}`,
    ]
      .filter(Boolean)
      .map((text) => `${id} ${text}`);
  });
}

test('every surface says the calculated values that the numbers which were sent give, and no others', () => {
  fc.assert(
    fc.property(RECORDS, (all) => {
      expect(errorsOf(all)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
