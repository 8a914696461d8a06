// These are the kidney story's reports.
import type { DiagnosticReport } from 'fhir/r4';
import { kidneyEncounterIdAt } from './kidneyTreatment.ts';
import { diagnosticReport } from '../resources/diagnosticReport.ts';

const RENAL_ULTRASOUND = `
RENAL ULTRASOUND

Indication: Falling kidney function, diabetes and hypertension.

Findings:
Right kidney 10.1 cm, left kidney 10.4 cm. Cortex of both thinned to 11 mm, echogenicity moderately increased.
No hydronephrosis. No stones. A simple cyst of 14 mm at the upper pole of the left kidney.
Bladder smooth, 20 mL after voiding.

Impression:
1. Medical renal disease of both kidneys. No obstruction.
2. Simple cyst of the left kidney.
`;

const CHEST_XRAY = `
CHEST X-RAY, portable, AP

Indication: Fever and cough, oxygen saturation 88 %.

Findings:
Consolidation of the right lower lobe with air bronchograms. Small effusion on the right. Left lung clear.
Heart at the upper limit of its size. No pneumothorax.

Impression:
Pneumonia of the right lower lobe with a small effusion.
`;

const ECHOCARDIOGRAM = `
TRANSTHORACIC ECHOCARDIOGRAM

Left ventricle of usual size, wall 12 mm, ejection fraction 58 %. Diastolic dysfunction grade I.
Left atrium mildly enlarged. Valves without significant stenosis or regurgitation.
Right ventricle and pulmonary pressure without particular findings.

Conclusion:
Concentric remodelling with a preserved ejection fraction, as in long-standing hypertension.
`;

const RENAL_DUPLEX = `
RENAL ARTERY DUPLEX

Peak systolic velocity: right 118 cm/s, left 124 cm/s. Ratio to the aorta 1.4 and 1.5.
Resistive index: right 0.78, left 0.79.
Right kidney 9.7 cm, left kidney 9.9 cm.

Impression:
1. No stenosis of a renal artery.
2. Raised resistive index of both kidneys. Both a little smaller than in June 2021.
`;

const SPUTUM = `
MICROBIOLOGY                                        FINAL REPORT

Specimen: Sputum, expectorated
Collected: 6 Feb 2023, 05:10

Gram stain:
  Many neutrophils, few epithelial cells
  Many Gram-positive diplococci

Culture:
  Streptococcus pneumoniae, many
  Few upper respiratory flora

Susceptibility (MIC in ug/mL):
  Penicillin (non-meningitis)   0.06   S
  Ceftriaxone (non-meningitis)  0.12   S
  Erythromycin                  >8     R
  Levofloxacin                  1      S
  Vancomycin                    0.5    S

S susceptible, I intermediate, R resistant
`;

const IMAGING = ['18748-4', 'Diagnostic imaging study'] as const;

export function kidneyReports(patient: string): readonly DiagnosticReport[] {
  const at = (when: string) => ({ patient, at: when, encounter: kidneyEncounterIdAt(patient, when) });
  return [
    diagnosticReport({
      ...at('2021-06-09T10:30'),
      service: 'radiology',
      name: 'Renal ultrasound',
      loinc: IMAGING,
      reportedAfterMinutes: 160,
      conclusion: 'Medical renal disease of both kidneys. No obstruction. Simple cyst of the left kidney.',
      text: RENAL_ULTRASOUND,
    }),
    diagnosticReport({
      ...at('2023-02-06T04:20'),
      service: 'radiology',
      name: 'Chest X-ray',
      loinc: IMAGING,
      reportedAfterMinutes: 55,
      conclusion: 'Pneumonia of the right lower lobe with a small effusion.',
      text: CHEST_XRAY,
    }),
    diagnosticReport({
      ...at('2023-02-06T05:10'),
      service: 'microbiology',
      name: 'Sputum culture',
      loinc: ['624-7', 'Bacteria identified in Sputum by Respiratory culture'],
      reportedAfterMinutes: 3430,
      conclusion: 'Streptococcus pneumoniae, many. Susceptible to penicillin and levofloxacin.',
      text: SPUTUM,
    }),
    diagnosticReport({
      ...at('2023-02-06T04:35'),
      service: 'microbiology',
      name: 'Blood culture',
      loinc: ['600-7', 'Bacteria identified in Blood by Culture'],
      reportedAfterMinutes: 5 * 1440,
      results: [`${patient}-blood-culture-202302060435`],
      conclusion: 'No growth after 5 days.',
    }),
    diagnosticReport({
      ...at('2024-10-02T10:30'),
      service: 'cardiology',
      name: 'Echocardiogram',
      reportedAfterMinutes: 95,
      conclusion: 'Concentric remodelling, ejection fraction 58 %.',
      text: ECHOCARDIOGRAM,
    }),
    diagnosticReport({
      ...at('2026-09-02T09:20'),
      service: 'radiology',
      name: 'Renal artery duplex',
      loinc: IMAGING,
      reportedAfterMinutes: 120,
      conclusion: 'No stenosis of a renal artery. Raised resistive index of both kidneys.',
      text: RENAL_DUPLEX,
    }),
  ];
}
