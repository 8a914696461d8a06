// Results of the kidney story that no curve can hold (texts, codes, a value that is missing) and two that were withdrawn.
import type { Observation } from 'fhir/r4';
import { absent, concept, SNOMED, type Category } from '../resources/codes.ts';
import { URINE_PROTEIN } from './kidneyFurther.ts';
import { kidneyVisitAt } from './kidneyTreatment.ts';
import { measureOf } from '../resources/measures.ts';
import { frame, result, type ResultInput } from '../resources/observation.ts';
import { tableRows } from '../resources/tableParsing.ts';

const named = (code: string, display: string, text: string, category: Category) => ({
  code,
  display,
  text,
  category,
});

const DIPSTICK = named(
  '20454-5',
  'Protein [Presence] in Urine by Test strip',
  'Urine protein, dipstick',
  'laboratory',
);
const INFLUENZA_A = named(
  '92142-9',
  'Influenza virus A RNA [Presence] in Respiratory specimen by NAA with probe detection',
  'Influenza A, PCR',
  'laboratory',
);
const INFLUENZA_B = named(
  '92141-1',
  'Influenza virus B RNA [Presence] in Respiratory specimen by NAA with probe detection',
  'Influenza B, PCR',
  'laboratory',
);
const SARS_COV_2 = named(
  '94500-6',
  'SARS-CoV-2 (COVID-19) RNA [Presence] in Respiratory specimen by NAA with probe detection',
  'SARS-CoV-2, PCR',
  'laboratory',
);
const BLOOD_CULTURE = named(
  '600-7',
  'Bacteria identified in Blood by Culture',
  'Blood culture',
  'laboratory',
);
const HEPATITIS_B = named(
  '5196-1',
  'Hepatitis B virus surface Ag [Presence] in Serum or Plasma by Immunoassay',
  'Hepatitis B surface antigen',
  'laboratory',
);
const SMOKING = named('72166-2', 'Tobacco smoking status', 'Smoking status', 'social-history');

const NOT_DETECTED = concept(SNOMED, '260415000', 'Not detected');
const FORMER_SMOKER = concept(SNOMED, '8517006', 'Ex-smoker', 'Former smoker');

export function kidneyTexts(patient: string): readonly Observation[] {
  const at = (measure: string, when: string): ResultInput => ({
    patient,
    measure,
    at: when,
    encounter: kidneyVisitAt(patient, when),
  });
  return [
    ...tableRows(URINE_PROTEIN).map(([when, valueString]) => ({
      ...frame(at('ua-prot', when), DIPSTICK),
      valueString: valueString ?? '',
      specimen: { display: 'Urine' },
    })),
    {
      ...frame(at('uacr', '2026-01-14T08:20'), measureOf('uacr')),
      valueString: 'specimen insufficient',
      method: { text: 'Immunoassay, LC-traceable' },
      specimen: { display: 'Urine' },
    },
    ...[INFLUENZA_A, INFLUENZA_B, SARS_COV_2].map((test) => ({
      ...frame(at(`pcr-${test.code}`, '2023-02-06T04:30'), test),
      valueCodeableConcept: NOT_DETECTED,
      specimen: { display: 'Nasopharyngeal swab' },
    })),
    {
      ...frame({ ...at('blood-culture', '2023-02-06T04:35'), reportedAfterMinutes: 5 * 1440 }, BLOOD_CULTURE),
      valueString: 'No growth after 5 days',
      specimen: { display: 'Blood' },
    },
    {
      ...frame(at('hbsag', '2022-11-16T08:20'), HEPATITIS_B),
      valueCodeableConcept: { text: 'Non-reactive' },
      specimen: { display: 'Serum' },
    },
    {
      ...frame(at('mg', '2023-02-07T05:30'), measureOf('mg')),
      dataAbsentReason: absent('error', 'Error'),
      note: [{ text: 'Specimen hemolyzed, not reported. Please send a new one.' }],
      specimen: { display: 'Serum' },
    },
    ...['2014-12-03', '2019-10-09', '2025-01-15'].map((when) => ({
      ...frame(at('smoking', when), SMOKING),
      valueCodeableConcept: FORMER_SMOKER,
    })),
  ];
}

/** Entered in error: a slipped decimal point, and blood that was another person's. */
export function kidneyWithdrawn(patient: string): readonly Observation[] {
  const status = 'entered-in-error';
  const weighed = '2026-11-12T08:35';
  const drawn = '2025-05-14T08:35';
  return [
    result({
      patient,
      measure: 'weight',
      at: weighed,
      status,
      value: 939,
      encounter: kidneyVisitAt(patient, weighed),
      suffix: 'error',
    }),
    {
      ...result({
        patient,
        measure: 'creat',
        at: drawn,
        status,
        value: 0.61,
        flag: 'L',
        range: '0.74-1.35',
        suffix: 'error',
      }),
      note: [{ text: 'Withdrawn: specimen of another patient.' }],
    },
  ];
}
