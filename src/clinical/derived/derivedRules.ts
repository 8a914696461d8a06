/**
 * Longview may calculate only what stands here: plain arithmetic of the catalog's `derived` entries, and no score, no
 * eGFR and no advice (rule 25). A test holds formulas, inputs and pairings against `loinc-catalog.json`.
 */
import { derivedTexts } from './derived.messages.ts';

/** This is one number that a formula needs: the series that holds it in exactly the unit of the formula. */
export type DerivedInput = { readonly id: string; readonly name: string; readonly unit: string };

/** The pairing says how near to each other the inputs of one value have to be measured. */
export type InputPairing =
  | { readonly kind: 'same-observation' }
  /** These are inputs of one report. The record keeps no reports, so the inputs have to be of the same moment. */
  | { readonly kind: 'same-time' }
  /** This is the last input before; for a growing child it is one of the same day. */
  | { readonly kind: 'before'; readonly withinDays: number; readonly sameDayUnderYears: number };

/** A rule is a formula with its inputs. */
export type DerivedRule = {
  /** The series id is that of the measured quantity with `~calculated`. */
  readonly id: string;
  /** This is the id of the entry in the catalog's `derived`. */
  readonly catalogEntryId: string;
  readonly name: string;
  readonly shortName: string;
  /** This is the formula as a reader sees it. */
  readonly formula: string;
  /** The formula needs these inputs. The first one gives the time. */
  readonly inputs: readonly [DerivedInput, DerivedInput, ...DerivedInput[]];
  readonly pairing: InputPairing;
  readonly unit: string;
  readonly decimals: number;
  /** This is the analyte whose y range it has; it is '' without one. */
  readonly analyteId: string;
  /**
   * This is the series of the same quantity as the laboratory or the device reports it. Where it has a value, ours is
   * not needed.
   */
  readonly measuredSeriesId: string;
  /** Returns the value in `unit`; NaN when the inputs contradict each other. */
  readonly calculate: (first: number, second: number, ...more: readonly number[]) => number;
  /** It is true when the rule is left out unless the record has one of its inputs; else missing inputs are named. */
  readonly isHiddenWithoutInputs: boolean;
};

const MMHG = 'mm[Hg]';
const sameObservation: InputPairing = { kind: 'same-observation' };
const sameTime: InputPairing = { kind: 'same-time' };

/** Cuff and artery, and each posture, are never mixed (rule 18). */
const PRESSURES = [
  ['bp-sys', 'bp-dia', '', '', 'map'],
  ['bp-sys~8461-6', 'bp-dia~8455-8', '~8461-6', derivedTexts('supine'), ''],
  ['bp-sys~8460-8', 'bp-dia~8454-1', '~8460-8', derivedTexts('standing'), ''],
  ['bp-sys~96608-5', 'bp-dia~96609-3', '~96608-5', derivedTexts('average'), ''],
  [
    'http://loinc.org|76215-3',
    'http://loinc.org|76213-8',
    '~76215-3',
    derivedTexts('arterialLine'),
    'http://loinc.org|76214-6',
  ],
] as const;

const ifOrdered = (systolic: number, diastolic: number, value: number): number =>
  systolic >= diastolic ? value : Number.NaN;

/** Returns (SBP + 2·DBP)/3; NaN when the two sides contradict each other. */
const meanPressure = (systolic: number, diastolic: number): number =>
  ifOrdered(systolic, diastolic, (systolic + 2 * diastolic) / 3);

const pressureRules = PRESSURES.flatMap(
  ([systolic, diastolic, suffix, posture, measuredSeriesId]): readonly DerivedRule[] => {
    const shared = {
      inputs: [
        { id: systolic, name: derivedTexts('systolicPressure'), unit: MMHG },
        { id: diastolic, name: derivedTexts('diastolicPressure'), unit: MMHG },
      ],
      pairing: sameObservation,
      unit: MMHG,
      decimals: 0,
      isHiddenWithoutInputs: suffix !== '',
    } as const;
    return [
      {
        ...shared,
        id: `map${suffix}~calculated`,
        catalogEntryId: 'map',
        name: posture === '' ? derivedTexts('meanPressure') : derivedTexts('meanPressureOf', { posture }),
        shortName:
          posture === ''
            ? derivedTexts('meanPressureShort')
            : derivedTexts('meanPressureShortOf', { posture }),
        formula: derivedTexts('meanPressureFormula'),
        analyteId: 'map',
        measuredSeriesId,
        calculate: meanPressure,
      },
      {
        ...shared,
        id: `pulse-pressure${suffix}~calculated`,
        catalogEntryId: 'pulse-pressure',
        name: posture === '' ? derivedTexts('pulsePressure') : derivedTexts('pulsePressureOf', { posture }),
        shortName:
          posture === ''
            ? derivedTexts('pulsePressureShort')
            : derivedTexts('pulsePressureShortOf', { posture }),
        formula: derivedTexts('pulsePressureFormula'),
        analyteId: '',
        measuredSeriesId: '',
        calculate: (high, low) => ifOrdered(high, low, high - low),
      },
    ];
  },
);

const bodyMass: DerivedRule = {
  id: 'bmi~calculated',
  catalogEntryId: 'bmi',
  name: derivedTexts('bodyMass'),
  shortName: derivedTexts('bodyMassShort'),
  formula: derivedTexts('bodyMassFormula'),
  inputs: [
    { id: 'weight', name: derivedTexts('weight'), unit: 'kg' },
    { id: 'height', name: derivedTexts('height'), unit: 'cm' },
  ],
  pairing: { kind: 'before', withinDays: 365, sameDayUnderYears: 20 },
  unit: 'kg/m2',
  decimals: 1,
  analyteId: 'bmi',
  measuredSeriesId: 'bmi',
  calculate: (kg, cm) => kg / (cm / 100) ** 2,
  isHiddenWithoutInputs: false,
};

const input = (id: string, name: string, unit = 'mmol/L'): DerivedInput => ({ id, name, unit });
const laboratory = { pairing: sameTime, isHiddenWithoutInputs: false } as const;

const sodium = input('na', derivedTexts('sodium'));
const anions = [input('cl', derivedTexts('chloride')), input('co2', derivedTexts('totalCO2'))] as const;

const anionGap: DerivedRule = {
  ...laboratory,
  id: 'agap~calculated',
  catalogEntryId: 'anion-gap',
  name: derivedTexts('anionGap'),
  shortName: derivedTexts('anionGapShort'),
  formula: derivedTexts('anionGapFormula'),
  inputs: [sodium, ...anions],
  unit: 'mmol/L',
  decimals: 0,
  analyteId: 'agap',
  measuredSeriesId: 'agap',
  calculate: (na, cl, co2 = Number.NaN) => na - (cl + co2),
};

const anionGapWithPotassium: DerivedRule = {
  ...anionGap,
  id: 'agap-k~calculated',
  catalogEntryId: 'anion-gap-k',
  name: derivedTexts('anionGapWithPotassium'),
  shortName: derivedTexts('anionGapWithPotassiumShort'),
  formula: derivedTexts('anionGapWithPotassiumFormula'),
  inputs: [sodium, input('k', derivedTexts('potassium')), ...anions],
  measuredSeriesId: 'agap~1863-0',
  calculate: (na, k, cl = Number.NaN, co2 = Number.NaN) => na + k - (cl + co2),
};

/** HDL is a part of the whole, so it cannot be more. */
const remainder = (whole: number, part: number): number => (whole >= part ? whole - part : Number.NaN);

const nonHdl: DerivedRule = {
  ...laboratory,
  id: 'nonhdl~calculated',
  catalogEntryId: 'nonhdl',
  name: derivedTexts('nonHdl'),
  shortName: derivedTexts('nonHdlShort'),
  formula: derivedTexts('nonHdlFormula'),
  inputs: [
    input('chol', derivedTexts('totalCholesterol'), 'mg/dL'),
    input('hdl', derivedTexts('hdlCholesterol'), 'mg/dL'),
  ],
  unit: 'mg/dL',
  decimals: 0,
  analyteId: 'nonhdl',
  measuredSeriesId: 'nonhdl',
  calculate: remainder,
};

const nonHdlMolar: DerivedRule = {
  ...nonHdl,
  id: 'nonhdl~mmol/L~calculated',
  name: derivedTexts('nonHdlMolar'),
  inputs: [
    input('chol~mmol/L', derivedTexts('totalCholesterol')),
    input('hdl~mmol/L', derivedTexts('hdlCholesterol')),
  ],
  unit: 'mmol/L',
  decimals: 1,
  analyteId: '',
  measuredSeriesId: 'nonhdl~mmol/L',
  isHiddenWithoutInputs: true,
};

/** Corrected calcium is contested, so it is shown only to a reader who asks for it. */
export const correctedCalcium: DerivedRule = {
  ...laboratory,
  id: 'ca-corrected~calculated',
  catalogEntryId: 'ca-corrected',
  name: derivedTexts('correctedCalcium'),
  shortName: derivedTexts('correctedCalciumShort'),
  formula: derivedTexts('correctedCalciumFormula'),
  inputs: [input('ca', derivedTexts('calcium'), 'mg/dL'), input('alb', derivedTexts('albumin'), 'g/dL')],
  unit: 'mg/dL',
  decimals: 1,
  analyteId: 'ca',
  measuredSeriesId: '',
  calculate: (calcium, albumin) => calcium + 0.8 * (4 - albumin),
};

/** These are the rules in the order in which they are shown. */
export const derivedRules: readonly DerivedRule[] = [
  ...pressureRules,
  bodyMass,
  anionGap,
  anionGapWithPotassium,
  correctedCalcium,
  nonHdl,
  nonHdlMolar,
];
