// These events surround the curves of the pregnancy: conditions, ultrasounds and vaccines.
import type { DiagnosticReport, FhirResource } from 'fhir/r4';
import { conditions } from '../resources/condition.ts';
import type { EncounterAt } from '../resources/commonElements.ts';
import { immunizations } from '../resources/immunization.ts';
import { procedures } from '../resources/procedure.ts';
import { diagnosticReport } from '../resources/diagnosticReport.ts';

/** The columns are those of `conditions`. */
const CONDITIONS = `
2026-03-10 | | 2026-05-05 | problem | Pregnancy
2026-09-22 | | 2026-09-24 | problem | Iron deficiency anemia
`;

/** The columns are those of `procedures`. */
const PROCEDURES = `
2026-05-05T09:25 | | diagnostic | Obstetric ultrasound
2026-06-02T09:15 | | diagnostic | Obstetric ultrasound
2026-07-28T09:15 | | diagnostic | Obstetric ultrasound
2026-11-03T09:15 | | diagnostic | Obstetric ultrasound
`;

/** Each row is a time and a conclusion. */
const ULTRASOUNDS = [
  ['2026-05-05T09:25', 'One living embryo, crown-rump length 16 mm, 8 weeks and 0 days. Due on 15 Dec 2026.'],
  ['2026-06-02T09:15', 'One living fetus, crown-rump length 54 mm. Nuchal translucency 1.4 mm.'],
  [
    '2026-07-28T09:15',
    'Anatomy of the fetus without particular findings. Placenta at the back wall, not low.',
  ],
  [
    '2026-11-03T09:15',
    'Head down. Estimated weight 2310 g, 45th percentile. Amniotic fluid in the usual amount.',
  ],
] as const;

export function pregnancyEvents(patient: string, encounterAt: EncounterAt): readonly FhirResource[] {
  return [
    ...conditions(patient, CONDITIONS, encounterAt),
    ...procedures(patient, PROCEDURES, encounterAt),
    ...immunizations(patient, '2026-09-22 | Tdap\n2026-10-06 | influenza', encounterAt),
    ...ULTRASOUNDS.map(([at, conclusion]): DiagnosticReport =>
      diagnosticReport({
        patient,
        service: 'radiology',
        name: 'Obstetric ultrasound',
        at,
        encounter: encounterAt(at),
        reportedAfterMinutes: 15,
        conclusion,
        text: `OBSTETRIC ULTRASOUND\n\n${conclusion}`,
      }),
    ),
  ];
}
