import { expect, type FrameLocator, type Page } from '@playwright/test';
import {
  lastFinal,
  pointsByLoinc,
  rawObservations,
  type Point,
  type RawObservation,
} from './rawObservations.ts';
import { accountOf, shownSeries, type ShownSeries } from './recordScreens.ts';

/** This is the tests' own list of the LOINC code of each series of the stories. */
export const LOINC_BY_SERIES: Record<string, string> = {
  creat: '2160-0',
  egfr: '98979-8',
  'egfr~62238-1': '62238-1',
  'egfr~33914-3': '33914-3',
  k: '2823-3',
  na: '2951-2',
  co2: '2028-9',
  cl: '2075-0',
  bun: '3094-0',
  uacr: '9318-7',
  phos: '2777-1',
  pth: '2731-8',
  ca: '17861-6',
  ica: '1994-3',
  mg: '19123-9',
  uric: '3084-1',
  'bp-sys': '8480-6',
  'bp-dia': '8462-4',
  hr: '8867-4',
  rr: '9279-1',
  spo2: '59408-5',
  o2flow: '3151-8',
  fio2: '3150-0',
  temp: '8310-5',
  'temp-oral': '8331-1',
  'temp-tymp': '8333-7',
  'temp-core': '8329-5',
  'bp-sys~8461-6': '8461-6',
  'bp-dia~8455-8': '8455-8',
  'lead-cap': '10368-9',
  'ica~arterial blood': '1994-3',
  weight: '29463-7',
  height: '8302-2',
  'height~8306-3': '8306-3',
  hc: '9843-4',
  bmi: '39156-5',
  gcs: '9269-2',
  hgb: '718-7',
  hct: '4544-3',
  wbc: '6690-2',
  plt: '777-3',
  mcv: '787-2',
  ferritin: '2276-4',
  a1c: '4548-4',
  glucose: '2345-7',
  'glucose-poc': '41653-7',
  ldl: '13457-7',
  hdl: '2085-9',
  tg: '2571-8',
  chol: '2093-3',
  alt: '1742-6',
  ast: '1920-8',
  alb: '1751-7',
  tbili: '1975-2',
  vitd: '62292-8',
  lactate: '2524-7',
  crp: '1988-5',
  ntprobnp: '33762-6',
  tsh: '3016-3',
  pct: '33959-8',
  inr: '6301-6',
  'ph-art': '2744-1',
  'pco2-art': '2019-8',
  'po2-art': '2703-7',
  'hco3-art': '1960-4',
  'ua-prot': '20454-5',
  'neut-abs': '751-8',
  ldh: '2532-0',
  alp: '6768-6',
  ft4: '3024-7',
  tpo: '8099-4',
  upcr: '2890-2',
  'fundal-height': '11881-0',
  fhr: '55283-6',
  'ogtt-1h-50-g': '1504-0',
  'lead-bld': '5671-3',
  'ldl-direct': '18262-6',
  urea: '3091-6',
  hbsag: '5196-1',
  'smoking-status': '72166-2',
};

/** The app shows a weight in grams on the line of kilograms, and the factor is exact. */
const inShownUnit = (point: Point, unit: string | undefined): Point =>
  unit === 'kg' && point.unit === 'g' ? { ...point, value: point.value / 1000 } : point;

/** Returns the LOINC code of a series, or '' if the tests do not know it. */
export const loincOf = ({ id }: ShownSeries): string =>
  LOINC_BY_SERIES[id] ?? /^http:\/\/loinc\.org\|(\S+)$/.exec(id)?.[1] ?? '';

/**
 * Expects that each series on the screen, its count and its last value equal what the server holds, and that
 * every result is accounted for.
 */
export async function expectMatchesServer(place: Page | FrameLocator, patient: string): Promise<void> {
  const observations = await rawObservations(patient);
  const raw = await expectSeriesMatch(place, observations);

  const account = await accountOf(place);
  const { received, drawn, listed, withdrawn, excluded, duplicate } = account;
  expect(received).toBe(observations.length);
  expect(drawn + listed + withdrawn + excluded + duplicate).toBe(received);
  expect({ withdrawn, excluded, duplicate }).toEqual({
    withdrawn: observations.filter(({ status }) => status.trim() === 'entered-in-error').length,
    excluded: 0,
    duplicate: 0,
  });
  // An Observation without a number, in its components too, can only be listed.
  const numbered = new Set([...raw.values()].flat().map((point) => point.id));
  expect(drawn).toBe(numbered.size);
}

/** Each series has these facts, on the screen and on the server. */
type SeriesFacts = {
  readonly id: string;
  readonly count: number;
  readonly unit: string | undefined;
  readonly comparator: string;
  readonly value: number;
  readonly timeMs: number;
};

function factsOnScreen({ id, count, unit, latest, latestTime }: ShownSeries): SeriesFacts {
  const [, comparator = '', number] = /^([<>]=?)?(.*)$/.exec(latest?.replaceAll(',', '') ?? '') ?? [];
  return { id, count, unit, comparator, value: Number(number), timeMs: Date.parse(latestTime ?? '') };
}

function factsOnServer(series: ShownSeries, raw: ReadonlyMap<string, Point[]>): SeriesFacts {
  const points = raw.get(loincOf(series)) ?? [];
  const last = lastFinal(points);
  return {
    id: series.id,
    count: points.length,
    unit: last?.unit,
    comparator: last?.comparator ?? '',
    value: last === undefined ? 0 : inShownUnit(last, series.unit).value,
    timeMs: Date.parse(last?.time ?? ''),
  };
}

/**
 * Expects that each series on the screen, its count and its last value equal these results. Returns the
 * results by LOINC code.
 */
export async function expectSeriesMatch(
  place: Page | FrameLocator,
  observations: RawObservation[],
): Promise<Map<string, Point[]>> {
  const raw = pointsByLoinc(observations);
  // Series without a curve are drawn later.
  await expect(async () => {
    const shown = await shownSeries(place);
    expect(
      shown.map(loincOf).filter((code) => code === ''),
      'each series has a code that the tests know',
    ).toEqual([]);
    // Every number of the server must have a series on the screen.
    const codes = new Set(shown.map(loincOf));
    expect([...raw.keys()].filter((code) => !codes.has(code))).toEqual([]);
    // One assertion for all series costs a hundredth of the time of one for each.
    expect(shown.map(factsOnScreen)).toEqual(shown.map((series) => factsOnServer(series, raw)));
  }).toPass({ timeout: 30_000 });
  return raw;
}
