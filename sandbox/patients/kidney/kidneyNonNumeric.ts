// These results of the kidney story cannot be drawn as a curve: texts, codes, and a value that is missing.
import type { Observation } from 'fhir/r4';
import { absentReasonConcept, codeableConcept, SNOMED, type Category } from '../resources/codes.ts';
import { KIDNEY_URINE_PROTEIN } from './kidneyTables.ts';
import { kidneyEncounterIdAt } from './kidneyTreatment.ts';
import { measureOf } from '../resources/measures.ts';
import { observationBase, type ObservationInput } from '../resources/observation.ts';
import { parseRows } from '../resources/tableParsing.ts';

const observationCode = (code: string, display: string, text: string, category: Category) => ({
  code,
  display,
  text,
  category,
});

const DIPSTICK = observationCode(
  '20454-5',
  'Protein [Presence] in Urine by Test strip',
  'Urine protein, dipstick',
  'laboratory',
);
const INFLUENZA_A = observationCode(
  '92142-9',
  'Influenza virus A RNA [Presence] in Respiratory specimen by NAA with probe detection',
  'Influenza A, PCR',
  'laboratory',
);
const INFLUENZA_B = observationCode(
  '92141-1',
  'Influenza virus B RNA [Presence] in Respiratory specimen by NAA with probe detection',
  'Influenza B, PCR',
  'laboratory',
);
const SARS_COV_2 = observationCode(
  '94500-6',
  'SARS-CoV-2 (COVID-19) RNA [Presence] in Respiratory specimen by NAA with probe detection',
  'SARS-CoV-2, PCR',
  'laboratory',
);
const BLOOD_CULTURE = observationCode(
  '600-7',
  'Bacteria identified in Blood by Culture',
  'Blood culture',
  'laboratory',
);
const HEPATITIS_B = observationCode(
  '5196-1',
  'Hepatitis B virus surface Ag [Presence] in Serum or Plasma by Immunoassay',
  'Hepatitis B surface antigen',
  'laboratory',
);
const SMOKING = observationCode('72166-2', 'Tobacco smoking status', 'Smoking status', 'social-history');

const NOT_DETECTED = codeableConcept(SNOMED, '260415000', 'Not detected');
const FORMER_SMOKER = codeableConcept(SNOMED, '8517006', 'Ex-smoker', 'Former smoker');

export function kidneyNonNumericObservations(patient: string): readonly Observation[] {
  const at = (measure: string, when: string): ObservationInput => ({
    patient,
    measure,
    at: when,
    encounter: kidneyEncounterIdAt(patient, when),
  });
  return [
    ...parseRows(KIDNEY_URINE_PROTEIN).map(([when, valueString]) => ({
      ...observationBase(at('ua-prot', when), DIPSTICK),
      valueString: valueString ?? '',
      specimen: { display: 'Urine' },
    })),
    {
      ...observationBase(at('uacr', '2026-01-14T08:20'), measureOf('uacr')),
      valueString: 'specimen insufficient',
      method: { text: 'Immunoassay, LC-traceable' },
      specimen: { display: 'Urine' },
    },
    ...[INFLUENZA_A, INFLUENZA_B, SARS_COV_2].map((test) => ({
      ...observationBase(at(`pcr-${test.code}`, '2023-02-06T04:30'), test),
      valueCodeableConcept: NOT_DETECTED,
      specimen: { display: 'Nasopharyngeal swab' },
    })),
    {
      ...observationBase(
        { ...at('blood-culture', '2023-02-06T04:35'), reportedAfterMinutes: 5 * 1440 },
        BLOOD_CULTURE,
      ),
      valueString: 'No growth after 5 days',
      specimen: { display: 'Blood' },
    },
    {
      ...observationBase(at('hbsag', '2022-11-16T08:20'), HEPATITIS_B),
      valueCodeableConcept: { text: 'Non-reactive' },
      specimen: { display: 'Serum' },
    },
    {
      ...observationBase(at('mg', '2023-02-07T05:30'), measureOf('mg')),
      dataAbsentReason: absentReasonConcept('error', 'Error'),
      note: [{ text: 'Specimen hemolyzed, not reported. Please send a new one.' }],
      specimen: { display: 'Serum' },
    },
    ...['2014-12-03', '2019-10-09', '2025-01-15'].map((when) => ({
      ...observationBase(at('smoking', when), SMOKING),
      valueCodeableConcept: FORMER_SMOKER,
    })),
  ];
}
