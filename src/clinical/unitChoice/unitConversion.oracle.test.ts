import { readFileSync } from 'node:fs';
import ucum from '@lhncbc/ucum-lhc';
import { describe, expect, test } from 'vitest';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { seriesInUnit } from './unitConversion.ts';
import { unitOfLoinc } from './loincUnits.ts';

/** The package is an implementation of UCUM by others, and the molecular weights are not those of the catalog. */
const oracle = ucum.UcumLhcUtils.getInstance();

/**
 * The weights are in g/mol: urea nitrogen by its two atoms, haemoglobin by its monomer, triglycerides as triolein,
 * phosphate as phosphorus.
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  'glucose-bld': 180.156,
  'glucose-strip': 180.156,
  'lactate-art': 90.08,
  'lactate-ven': 90.08,
  'lactate-cap': 90.08,
  'lactate-bld': 90.08,
  'hgb-art': 16114,
  'ica-ser': 40.078,
  'ica-ven': 40.078,
  'ca-corr': 40.078,
  urea: 60.056,
  'urea-bld': 60.056,
  'creat-bld': 113.118,
  'bun-bld': 28.014,
  'u-ca': 40.078,
  'u-ca-24h': 40.078,
  'u-phos': 30.974,
  'u-urate': 168.11,
  uun: 28.014,
  'u-mg': 24.305,
  'u-glu': 180.156,
  'csf-glu': 180.156,
  'csf-lact': 90.08,
  'fld-glu': 180.156,
  'prt-bili': 584.66,
  'fld-creat': 113.118,
  'fld-tg': 885.7,
  'ret-he': 16114,
  calcitonin: 3418,
  rt3: 650.97,
  e2: 272.38,
  p4: 314.46,
  amh: 140000,
  'testo-free': 288.42,
  'dhea-s': 368.49,
  '17-ohp': 330.46,
  acth: 4541,
  'igf-1': 7649,
  aldosterone: 360.44,
  'cortisol-morning': 362.46,
  ufc: 362.46,
  '1-25-d': 416.64,
  bhb: 104.1,
  'ogtt-1h': 180.156,
  'mg-bld': 24.305,
  'tg-bld': 885.7,
  hcy: 135.18,
  'ldl-direct': 386.65,
  'vanc-peak': 1449.25,
  'vanc-random': 1449.25,
  apap: 151.16,
  salicylate: 138.12,
  carbamazepine: 236.27,
  csa: 1202.6,
  mtx: 454.44,
  lamotrigine: 256.09,
  levetiracetam: 170.21,
  phenobarbital: 232.24,
  'free-pht': 252.27,
  topiramate: 339.36,
  theophylline: 180.16,
  clozapine: 326.82,
  'ethanol-serum': 46.07,
  'lead-ven': 207.2,
  zinc: 65.38,
  copper: 63.546,
  selenium: 78.971,
  'vit-a': 286.45,
  'vit-e': 430.71,
  b6: 247.14,
  'folate-red-cell': 441.4,
  'bili-tc': 584.66,
  'cord-bili': 584.66,
  cgm: 180.156,
  'cgm-mean': 180.156,
  cpep: 3020.3,
  ica: 40.078,
  ucreat: 113.118,
  digoxin: 780.94,
  phenytoin: 252.27,
  valproate: 144.21,
  vanc: 1449.25,
  creat: 113.12,
  uric: 168.11,
  bnp: 3464,
  ntprobnp: 8457,
  nh3: 17.031,
  glucose: 180.156,
  'glucose-poc': 180.156,
  eag: 180.156,
  bun: 28.013,
  ca: 40.078,
  mg: 24.305,
  phos: 30.974,
  tbili: 584.66,
  dbili: 584.66,
  ibili: 584.66,
  hgb: 16114,
  chol: 386.65,
  tg: 885.4,
  hdl: 386.65,
  ldl: 386.65,
  nonhdl: 386.65,
  vldl: 386.65,
  ft4: 776.87,
  ft3: 650.97,
  t4: 776.87,
  t3: 650.97,
  iron: 55.845,
  tibc: 55.845,
  uibc: 55.845,
  b12: 1355.37,
  folate: 441.4,
  vitd: 400.64,
  lactate: 90.08,
  pth: 9425,
  cortisol: 362.46,
  testo: 288.43,
  'ogtt-2h-75-g': 180.156,
  'ogtt-1h-50-g': 180.156,
  'cortisol-evening': 362.46,
  'hgb-ven': 16114,
  'hgb-cap': 16114,
  'bnp-bld': 3464,
  'lead-cap': 207.2,
  'lead-bld': 207.2,
  'etoh-bld': 46.07,
};

type Entry = {
  readonly id: string;
  readonly unit: string;
  readonly codes: readonly { readonly code: string; readonly rel: string }[];
  readonly convert?: Readonly<Record<string, number>>;
  readonly convertAffine?: Readonly<Record<string, { readonly a: number; readonly b: number }>>;
};
const { vitals, labs }: { readonly vitals: readonly Entry[]; readonly labs: readonly Entry[] } = JSON.parse(
  readFileSync(new URL('../catalog/loinc-catalog.json', import.meta.url), 'utf8'),
);

const isMolar = (unit: string): boolean => /mol|meq/.test(unit);
const isOffered = (from: string, to: string): boolean =>
  isMolar(from) !== isMolar(to) || /kPa|mmol\/mol/.test(from);

type Pair = { readonly id: string; readonly to: string; readonly from: string; readonly factor: number };

const pairs = [...vitals, ...labs].flatMap(({ id, unit, convert = {} }): Pair[] =>
  id.startsWith('bp-')
    ? []
    : Object.entries(convert).flatMap(([from, factor]) =>
        isOffered(from, unit) ? [{ id, from, to: unit, factor }] : [],
      ),
);

/** The only equivalents that are converted by a weight are those of magnesium, which has two charges. */
const oracleValue = ({ id, from, to }: Pair): number | null =>
  oracle.convertUnitTo(from, 1, to, { molecularWeight: WEIGHTS[id], charge: 2 }).toVal;

const sent = (id: string, molar: boolean): string => {
  const entry = [...vitals, ...labs].find((one) => one.id === id);
  return (
    entry?.codes.find(
      ({ code, rel }) =>
        rel !== 'separate' && rel !== 'panel' && isMolar(unitOfLoinc(code) ?? entry.unit) === molar,
    )?.code ?? ''
  );
};

test('there are factors to check', () => {
  expect(pairs.length).toBeGreaterThan(30);
});

describe('rule 16: every factor that a reader may choose is the one of UCUM and the molecular weight', () => {
  const known = pairs.filter(({ id }) => id !== 'uacr' && id !== 'upcr');
  test.each(known.map((pair) => [pair.id, pair.from, pair.to, pair] as const))(
    '%s: %s to %s',
    (...[, , , pair]) => {
      const expected = oracleValue(pair) ?? Number.NaN;
      expect(Math.abs(pair.factor / expected - 1)).toBeLessThan(0.006);
    },
  );

  test('albumin and protein to creatinine: by the molecular weight of creatinine below the line', () => {
    const ratios = pairs.filter(({ id }) => id === 'uacr' || id === 'upcr');
    expect(ratios.map(({ from, to, factor }) => [from, to, factor])).toEqual([
      ['mg/mmol', 'mg/g', 8.84],
      ['mg/mmol', 'mg/g', 8.84],
    ]);
    expect(1000 / 113.12).toBeCloseTo(8.84, 2);
  });
});

describe('what is drawn is what the oracle says, in both directions', () => {
  const shown = pairs.filter(({ id, to }) => sent(id, isMolar(to)) !== '' && WEIGHTS[id] !== undefined);
  test.each(shown.map((pair) => [pair.id, pair.to, pair.from, pair] as const))(
    '%s: %s to %s',
    (...[id, to, from, pair]) => {
      const value = [100, 1, 10, 1000].find((number) => {
        const [series] = seriesOfCodedResults([
          { at: '2026-03-01T08:00:00Z', result: [sent(id, isMolar(to)), number, to] },
        ]);
        return (series?.rows.length ?? 0) > 0 && series?.unit === to;
      });
      const [series] = seriesOfCodedResults([
        { at: '2026-03-01T08:00:00Z', result: [sent(id, isMolar(to)), value ?? 0, to] },
      ]);
      const converted = seriesInUnit(series!, from);
      const expected = (value ?? Number.NaN) / (oracleValue(pair) ?? Number.NaN);
      expect((converted?.values[0] ?? Number.NaN) / expected).toBeCloseTo(1, 2);
    },
  );
});

test('haemoglobin A1c: the master equation of NGSP and IFCC', () => {
  const [a1c] = [...vitals, ...labs].filter(({ id }) => id === 'a1c');
  expect(a1c?.convertAffine).toEqual({ 'mmol/mol': { a: 0.09148, b: 2.152 } });
});
