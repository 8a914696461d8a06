/**
 * This file makes records of measures that are easily taken for each other, as servers send them: in several units, spellings and
 * versions, with texts, limits and refused values, in two pages, with the results of another patient among them. It knows of each
 * result what was sent, without any code of the app.
 */
import fc from 'fast-check';

const LOINC = 'http://loinc.org';
const FLAG_SYSTEM = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

type Measure = {
  readonly codes: readonly string[];
  readonly text: string;
  readonly units: readonly string[];
  readonly least: number;
  readonly most: number;
};

/** No two of these may share a curve. Units of one measure may. */
const MEASURES: readonly Measure[] = [
  { codes: ['2823-3'], text: 'Potassium', units: ['mmol/L', 'mEq/L'], least: 25, most: 65 },
  { codes: ['6298-4'], text: 'Potassium', units: ['mmol/L'], least: 25, most: 65 },
  { codes: ['2744-1'], text: 'pH', units: [''], least: 69, most: 76 },
  { codes: ['2746-6'], text: 'pH', units: [''], least: 69, most: 76 },
  { codes: ['2745-8'], text: 'pH', units: [''], least: 69, most: 76 },
  { codes: ['2019-8'], text: 'pCO2', units: ['mmHg', 'kPa'], least: 270, most: 900 },
  { codes: ['2021-4'], text: 'pCO2', units: ['mmHg'], least: 270, most: 900 },
  { codes: ['2524-7'], text: 'Lactate', units: ['mmol/L'], least: 4, most: 200 },
  { codes: ['8716-3', '8867-4'], text: 'Pulse', units: ['/min', 'bpm'], least: 300, most: 1900 },
  { codes: ['59408-5', '2708-6'], text: 'Saturation', units: ['%'], least: 700, most: 1000 },
  { codes: ['2708-6'], text: 'Saturation', units: ['%'], least: 700, most: 1000 },
  { codes: ['751-8'], text: 'Neutrophils', units: ['10*3/uL', 'K/mm3'], least: 5, most: 200 },
  { codes: ['770-8'], text: 'Neutrophils', units: ['%'], least: 50, most: 950 },
  { codes: ['2345-7'], text: 'Glucose', units: ['mg/dL', 'mmol/L'], least: 600, most: 900 },
  { codes: [], text: 'Drain, left', units: ['mL'], least: 10, most: 4000 },
];

/** These lie at the border of a shift, in one minute, and in the hour that the clock shows twice. */
const TIMES = [
  '2026-11-01T06:30:00Z',
  '2026-11-01T07:30:00Z',
  '2026-11-20T12:59:59.999Z',
  '2026-11-20T13:00:00Z',
  '2026-11-20T07:00:20-06:00',
  '2026-11-20T14:45:00+01:00',
  '2026-11-21T00:59:59Z',
  '2026-11-21T01:00:00Z',
  '2026-11-24T20:00:00Z',
];

type Kind = 'number' | 'limit' | 'text' | 'modifier' | 'furlongs';

/** This is what was sent of one result that is the patient's and was not withdrawn. */
export type SentMeasurement = {
  readonly id: string;
  readonly measure: number;
  readonly at: string;
  readonly status: string;
  readonly kind: Kind;
  /** The value has its comparator and its decimals as they were sent. */
  readonly value: string;
  readonly unit: string;
  readonly flag: string;
  /** The vendor does not release preliminary values. */
  readonly isHidden: boolean;
};

export type SentRecord = {
  readonly hidePreliminary: boolean;
  /** These are the pages as JSON, because a number loses its spelling when it is parsed. */
  readonly pages: readonly string[];
  readonly results: readonly SentMeasurement[];
  /** Counts each version of each result once, also those of another patient. */
  readonly receivedCount: number;
  readonly excludedCount: number;
};

/** A value that may stand nowhere ends with these digits, and a text that may stand nowhere is this. */
export const FORBIDDEN = /77077|forbidden/;
const FORBIDDEN_DIGITS = '.77077';

const SEED = fc.record({
  measure: fc.nat(MEASURES.length - 1),
  unit: fc.nat(1),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  at: fc.constantFrom(...TIMES),
  status: fc.constantFrom('final', 'final', 'final', 'corrected', 'preliminary', 'entered-in-error'),
  kind: fc.constantFrom<Kind>('number', 'number', 'number', 'limit', 'text', 'modifier', 'furlongs'),
  comparator: fc.constantFrom('<', '>', '<=', '>='),
  zeros: fc.constantFrom('', '', '0'),
  flag: fc.constantFrom('', '', '', 'N', 'H', 'L', 'HH', 'LL'),
  further: fc.constantFrom('', '', '', 'older', 'withdrawn', 'stranger'),
});
type Seed = typeof SEED extends fc.Arbitrary<infer T> ? T : never;

type Made = { readonly sent: SentMeasurement | undefined; readonly resources: readonly object[] };

/** Stands in JSON for a number with its spelling. */
const spelled = (digits: string): string => `@@${digits}@@`;

function digitsOf({ measure, share, zeros }: Seed, isSearchedFor: boolean): string {
  const { least, most } = MEASURES[measure]!;
  const tenths = Math.round(least + share * (most - least));
  return isSearchedFor ? `${Math.floor(tenths / 10)}${FORBIDDEN_DIGITS}` : (tenths / 10).toFixed(1) + zeros;
}

/** A result that is hidden or withdrawn has a value that is searched for everywhere. */
const isForbidden = ({ status, further }: Seed, isHidden: boolean): boolean =>
  isHidden || status === 'entered-in-error' || further === 'withdrawn';

function sentOf(seed: Seed, id: string, isHidden: boolean): SentMeasurement {
  const { measure, at, status, kind, flag } = seed;
  const { units } = MEASURES[measure]!;
  const common = { id, measure, at, status, kind, flag, isHidden };
  if (kind === 'text')
    return { ...common, value: isForbidden(seed, isHidden) ? 'forbidden' : `words of ${id}`, unit: '' };
  const comparator = kind === 'limit' ? seed.comparator : '';
  return {
    ...common,
    value: comparator + digitsOf(seed, isForbidden(seed, isHidden)),
    unit: kind === 'furlongs' ? 'furlong' : units[seed.unit % units.length]!,
  };
}

function valueOf({ kind, value, unit }: SentMeasurement): object {
  if (kind === 'text') return { valueString: value };
  const [, comparator, digits = ''] = /^([<>=]*)(.*)$/.exec(value) ?? [];
  const quantity = { value: spelled(digits), ...(unit && { unit }), ...(comparator && { comparator }) };
  return { valueQuantity: quantity };
}

function madeOf(seed: Seed, i: number, hidePreliminary: boolean): Made {
  const { codes, text } = MEASURES[seed.measure]!;
  const { status, kind, flag, further } = seed;
  const isHidden = hidePreliminary && status === 'preliminary';
  const sent = sentOf(seed, `o${i}`, isHidden);
  const common = {
    resourceType: 'Observation',
    id: sent.id,
    meta: { versionId: '2' },
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: seed.at,
    code: { coding: codes.map((code) => ({ system: LOINC, code })), text },
  };
  const resource = {
    ...common,
    status,
    ...valueOf(sent),
    ...(flag && { interpretation: [{ coding: [{ system: FLAG_SYSTEM, code: flag }] }] }),
    ...(kind === 'modifier' && { modifierExtension: [{ url: 'https://ehr.example/x' }] }),
  };
  const isWithdrawn = status === 'entered-in-error' || further === 'withdrawn';
  return {
    sent: isWithdrawn ? undefined : sent,
    resources: [resource, ...furtherVersions(further, common)],
  };
}

/** Returns an older or a withdrawn version of a result, or a result of another patient. */
function furtherVersions(further: Seed['further'], common: { readonly id: string }): readonly object[] {
  const forbidden = { ...common, status: 'final', valueString: 'forbidden' };
  if (further === 'older') return [{ ...forbidden, meta: { versionId: '1' } }];
  if (further === 'withdrawn')
    return [{ ...forbidden, status: 'entered-in-error ', meta: { versionId: '3' } }];
  if (further === 'stranger')
    return [{ ...forbidden, id: `${common.id}-p2`, subject: { reference: 'Patient/p2' } }];
  return [];
}

const pageOf = (resources: readonly object[]): string =>
  JSON.stringify(resources).replaceAll(/"@@([\d.]+)@@"/g, '$1');

/** Few measures of a record are many results of each. */
export const SENT_RECORDS: fc.Arbitrary<SentRecord> = fc
  .record({
    seeds: fc.array(SEED, { minLength: 1, maxLength: 18 }),
    measures: fc.array(fc.nat(MEASURES.length - 1), { minLength: 1, maxLength: 4 }),
    hidePreliminary: fc.boolean(),
    isReversed: fc.boolean(),
  })
  .map(({ seeds, measures, hidePreliminary, isReversed }) => {
    const made = seeds.map((seed, i) =>
      madeOf({ ...seed, measure: measures[seed.measure % measures.length]! }, i, hidePreliminary),
    );
    const all = made.flatMap(({ resources }) => resources);
    const ordered = isReversed ? all.toReversed() : all;
    const half = Math.ceil(ordered.length / 2);
    return {
      hidePreliminary,
      pages: [ordered.slice(0, half), ordered.slice(half)].map(pageOf),
      results: made.flatMap(({ sent }) => sent ?? []),
      receivedCount: all.length,
      excludedCount: seeds.filter(({ further }) => further === 'stranger').length,
    };
  });
