// These are the reports of the intensive-care story: cultures and imaging.
import type { DiagnosticReport } from 'fhir/r4';
import { ICU_ID, ICU_ENCOUNTER_ID, localTimeAtHour } from './icuStay.ts';
import { diagnosticReport } from '../resources/diagnosticReport.ts';

const BLOOD_CULTURE = `
MICROBIOLOGY                                        FINAL REPORT

Specimen: Blood, two sets (left arm, right arm)
Collected: 19 Nov 2026, 14:36

Time to growth: 9 h (set 1), 10 h (set 2)
Gram stain: Gram-positive diplococci, called to the intensive care unit on 20 Nov 2026, 00:50

Culture:
  Streptococcus pneumoniae, 2 of 2 sets

Susceptibility (MIC in ug/mL):
  Penicillin (non-meningitis)   0.03   S
  Ceftriaxone (non-meningitis)  0.06   S
  Erythromycin                  0.12   S
  Levofloxacin                  1      S
  Vancomycin                    0.5    S

S susceptible, I intermediate, R resistant
`;

const SECOND_BLOOD_CULTURE = `
MICROBIOLOGY                                        PRELIMINARY REPORT

Specimen: Blood, two sets
Collected: 22 Nov 2026, 08:00

Culture: No growth after 2 days. Incubation goes on to 5 days.
`;

const TRACHEAL_ASPIRATE = `
MICROBIOLOGY                                        PRELIMINARY REPORT

Specimen: Tracheal aspirate
Collected: 19 Nov 2026, 15:24

Gram stain:
  Many neutrophils
  Few Gram-positive cocci in pairs

Culture:
  Mixed respiratory flora. Further work in progress.
`;

const CHEST_XRAY = `
CHEST X-RAY, portable, AP

Indication: Septic shock, after intubation and central venous line.

Findings:
Dense consolidation of the right lower and middle lobe. Patchy opacities of the left base.
Tube 4 cm above the carina. Central venous line from the right with its tip in the superior vena cava.
No pneumothorax.

Impression:
Pneumonia of several lobes. Tube and line in place.
`;

const CHEST_CT = `
CT OF THE CHEST with contrast

Indication: Fever on the second day of treatment. Empyema?

Findings:
Consolidation of the right lower and middle lobe with air bronchograms, no necrosis, no abscess.
Small effusions on both sides, free, not septated. No pulmonary embolism to the segmental arteries.

Impression:
1. Pneumonia of the right lower and middle lobe. No empyema, no abscess.
2. Small effusions on both sides.
`;

const IMAGING = ['18748-4', 'Diagnostic imaging study'] as const;
const BLOOD = ['600-7', 'Bacteria identified in Blood by Culture'] as const;

/** The Observations have these ids, made of measure and hour. */
const observationId = (measure: string, hour: number): string =>
  `${ICU_ID}-${measure}-${localTimeAtHour(hour).replaceAll(/[-:T]/g, '')}`;

export const icuReports = (): readonly DiagnosticReport[] => [...cultureReports(), ...imagingReports()];

const reportInput = (hour: number) => ({
  patient: ICU_ID,
  encounter: ICU_ENCOUNTER_ID,
  at: localTimeAtHour(hour),
});

function cultureReports(): readonly DiagnosticReport[] {
  const microbiology = { service: 'microbiology' } as const;
  return [
    diagnosticReport({
      ...reportInput(0.6),
      ...microbiology,
      name: 'Blood culture',
      loinc: BLOOD,
      reportedAfterMinutes: 3060,
      results: [observationId('blood-culture', 0.6)],
      conclusion: 'Streptococcus pneumoniae, 2 of 2 sets. Susceptible to penicillin and ceftriaxone.',
      text: BLOOD_CULTURE,
    }),
    diagnosticReport({
      ...reportInput(66),
      ...microbiology,
      name: 'Blood culture',
      loinc: BLOOD,
      status: 'preliminary',
      reportedAfterMinutes: 2880,
      conclusion: 'No growth after 2 days.',
      text: SECOND_BLOOD_CULTURE,
    }),
    diagnosticReport({
      ...reportInput(1.4),
      ...microbiology,
      name: 'Tracheal aspirate culture',
      loinc: ['6460-0', 'Bacteria identified in Sputum by Culture'],
      status: 'preliminary',
      reportedAfterMinutes: 2900,
      results: [observationId('sputum-culture', 1.4)],
      conclusion: 'Mixed respiratory flora.',
      text: TRACHEAL_ASPIRATE,
    }),
  ];
}

const imagingReports = (): readonly DiagnosticReport[] => [
  diagnosticReport({
    ...reportInput(3),
    service: 'radiology',
    name: 'Chest X-ray',
    loinc: IMAGING,
    reportedAfterMinutes: 50,
    conclusion: 'Pneumonia of several lobes. Tube and line in place.',
    text: CHEST_XRAY,
  }),
  diagnosticReport({
    ...reportInput(44.4),
    service: 'radiology',
    name: 'CT chest',
    loinc: IMAGING,
    reportedAfterMinutes: 110,
    conclusion: 'Pneumonia of the right lower and middle lobe. No empyema, no abscess.',
    text: CHEST_CT,
  }),
];
