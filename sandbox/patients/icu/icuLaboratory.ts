import type { Observation } from 'fhir/r4';
import { absentReasonConcept, codeableConcept, SNOMED } from '../resources/codes.ts';
import { ICU_ID, ICU_ENCOUNTER_ID, localTimeAtHour } from './icuStay.ts';
import { measureOf } from '../resources/measures.ts';
import { observationBase, numericObservation, type ObservationInput } from '../resources/observation.ts';
import { parsePairs, parseBarRows, parseResult } from '../resources/tableParsing.ts';

/**
 * These series are in the design's drawing. The columns are: measure, range, hours since admission and
 * results in turn.
 */
const DESIGN_SERIES = `
lactate | 0.5-2.0 | 0.5 5.8HH 4 4.9HH 8 3.6H 13 2.9H 18 2.4H 26 2.1H 40 1.8 64 1.4 88 1.2 111 1.1
ph-art | 7.35-7.45 | 0.5 7.24L 4 7.27L 8 7.30L 13 7.32L 18 7.34L 26 7.36 40 7.38 64 7.40 78 7.37 88 7.39 111 7.41
pco2-art | 35-45 | 0.5 48H 4 44 8 42 13 41 18 40 26 39 40 40 64 41 78 46H 88 42 111 41
creat | 0.59-1.04 | 0.5 1.42H 15.5 1.98H 39.5 2.31H 63.5 2.07H 87.5 1.74H 111.5 1.52H
k | 3.5-5.0 | 0.5 4.9 8 4.6 15.5 4.2 27 3.8 39.5 3.4L 51 3.9 63.5 4.0 87.5 4.1 111.5 4.2
na | 136-145 | 0.5 133L 15.5 135L 39.5 138 63.5 140 87.5 141 111.5 140
wbc | 4.0-11.0 | 0.5 22.4H 15.5 24.1H 39.5 19.6H 63.5 15.2H 87.5 12.6H 111.5 10.9
hgb | 12.0-15.5 | 0.5 12.8 15.5 11.2L 39.5 10.4L 63.5 10.1L 87.5 10.0L 111.5 9.8L
plt | 150-400 | 0.5 212 15.5 164 39.5 118L 63.5 102L 87.5 121L 111.5 148L
pct | <0.10 | 0.5 24.6H 39.5 15.1H 87.5 3.8H
`;

/** These series are not in the drawing; they come with each blood gas or once a day. */
const FURTHER_SERIES = `
po2-art | 75-100 | 0.5 58L 4 82 8 88 13 91 18 94 26 90 40 92 64 95 78 68L 88 76 111 84
hco3-art | 22-26 | 0.5 20L 4 20L 8 20L 13 21L 18 21L 26 22 40 23 64 25 78 26 88 25 111 26
crp | <5.0 | 0.5 286H 15.5 341H 39.5 298H 63.5 201H 87.5 118H 111.5 64H
inr | 0.9-1.1 | 0.5 1.3H 15.5 1.5H 39.5 1.4H 63.5 1.2H 87.5 1.1 111.5 1.1
tbili | 0.3-1.2 | 0.5 1.1 15.5 1.6H 39.5 1.9H 63.5 1.5H 87.5 1.2 111.5 0.9
`;

/**
 * These series are not in the drawing. The samples were taken every six hours, the first half an hour after
 * admission. The columns are: measure, range, results.
 */
const SIX_HOURLY = `
glucose | 70-99 | 212H 198H 187H 176H 168H 171H 159H 152H 149H 155H 147H 144H 138H 141H 136H 132H 128H 131H 126H 121H
cl | 98-107 | 101 103 105 107 108H 108H 109H 109H 108H 108H 107 107 106 106 106 105 105 105 104 104
co2 | 22-29 | 18L 18L 19L 20L 20L 21L 21L 22 22 23 23 24 24 25 25 25 25 25 26 26
ica | 1.16-1.31 | 1.04L 1.06L 1.09L 1.10L 1.12L 1.12L 1.14L 1.15L 1.16 1.17 1.17 1.18 1.18 1.19 1.19 1.20 1.19 1.20 1.21 1.21
mg | 1.6-2.6 | 1.5L 2.1 2.0 1.9 1.9 1.8 1.8 2.2 2.1 2.0 2.0 1.9 1.9 1.9 2.0 2.0 1.9 2.0 2.0 2.0
phos | 2.5-4.5 | 5.2H 4.9H 4.6H 4.1 3.6 3.1 2.6 2.3L 2.1L 2.6 2.9 3.0 3.1 3.2 3.2 3.3 3.3 3.4 3.4 3.5
`;

const NOT_DETECTED = codeableConcept(SNOMED, '260415000', 'Not detected');
const laboratoryCode = (code: string, display: string, text: string) =>
  ({ code, display, text, category: 'laboratory' }) as const;
const BLOOD_CULTURE = laboratoryCode('600-7', 'Bacteria identified in Blood by Culture', 'Blood culture');
const SPUTUM_CULTURE = laboratoryCode('6460-0', 'Bacteria identified in Sputum by Culture', 'Sputum culture');
const VIRUSES = [
  ['92142-9', 'Influenza virus A', 'Influenza A, PCR'],
  ['92141-1', 'Influenza virus B', 'Influenza B, PCR'],
  ['94500-6', 'SARS-CoV-2 (COVID-19)', 'SARS-CoV-2, PCR'],
] as const;

export function icuLaboratory(): readonly Observation[] {
  return [
    ...seriesObservations(DESIGN_SERIES),
    ...seriesObservations(FURTHER_SERIES),
    ...sixHourlyObservations(),
    ...nonNumericObservations(),
  ];
}

const observationInput = (measure: string, hour: number): ObservationInput => ({
  patient: ICU_ID,
  measure,
  at: localTimeAtHour(hour),
  encounter: ICU_ENCOUNTER_ID,
  reportedAfterMinutes: isFromGasAnalyzer(measure) ? 4 : 50,
});

function isFromGasAnalyzer(measure: string): boolean {
  return measure.endsWith('-art') || measure === 'lactate' || measure === 'ica';
}

function seriesObservations(table: string): readonly Observation[] {
  return parseBarRows(table).flatMap(([measure = '', range = '', cells = '']) =>
    parsePairs(cells).map(([hour, cell]) =>
      numericObservation({ ...observationInput(measure, Number(hour)), ...parseResult(cell), range }),
    ),
  );
}

function sixHourlyObservations(): readonly Observation[] {
  return parseBarRows(SIX_HOURLY).flatMap(([measure = '', range = '', cells = '']) =>
    cells
      .split(' ')
      .map((cell, i) =>
        numericObservation({ ...observationInput(measure, 0.5 + 6 * i), ...parseResult(cell), range }),
      ),
  );
}

/** Returns the six results that a curve cannot show. */
function nonNumericObservations(): readonly Observation[] {
  return [
    {
      ...observationBase(
        { ...observationInput('blood-culture', 0.6), status: 'final', reportedAfterMinutes: 3060 },
        BLOOD_CULTURE,
      ),
      valueString: 'Streptococcus pneumoniae, 2 of 2 sets',
      specimen: { display: 'Blood' },
    },
    {
      ...observationBase(
        { ...observationInput('sputum-culture', 1.4), status: 'preliminary', reportedAfterMinutes: 2900 },
        SPUTUM_CULTURE,
      ),
      valueString: 'Mixed respiratory flora',
      specimen: { display: 'Tracheal aspirate' },
    },
    ...VIRUSES.map(([code, virus, text]) => ({
      ...observationBase(
        observationInput(`pcr-${code}`, 0.6),
        laboratoryCode(
          code,
          `${virus} RNA [Presence] in Respiratory specimen by NAA with probe detection`,
          text,
        ),
      ),
      valueCodeableConcept: NOT_DETECTED,
      specimen: { display: 'Nasopharyngeal swab' },
    })),
    {
      ...observationBase(observationInput('plt', 51), measureOf('plt')),
      dataAbsentReason: absentReasonConcept('error', 'Error'),
      note: [{ text: 'Specimen clotted, not reported.' }],
      specimen: { display: 'Whole blood (EDTA)' },
    },
  ];
}
