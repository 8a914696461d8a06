import { sessionControlsTexts } from '../app/session/sessionControls.messages.ts';
import type { PatientIdentity } from '../clinical/patient/patient.ts';
import { PatientLine } from '../parts/header/PatientLine.tsx';
import { ScreenTabs } from '../parts/header/ScreenTabs.tsx';
import type { Family, State } from './family.ts';
import { patientOf } from './sampleContext.ts';

const state = (
  name: string,
  caption: string,
  patient: PatientIdentity | undefined,
  banner: 'full' | 'compact' = 'full',
  openedText?: string,
): State => ({ name, caption, draw: () => <PatientLine {...{ patient, banner, openedText }} /> });

const OPENED = sessionControlsTexts('openedAt', { time: '14:05' });
const BORN_AT = 'http://hl7.org/fhir/StructureDefinition/patient-birthTime';

export const patients: Family = {
  name: 'patients',
  title: 'Patient’s line',
  minWidthPx: 600,
  states: [
    state('full', 'Full', patientOf(), 'full', OPENED),
    {
      name: 'tabs',
      caption: 'With the ways to the other screens',
      draw: () => (
        <PatientLine patient={patientOf()} banner="full">
          <ScreenTabs current="Overview" />
        </PatientLine>
      ),
    },
    state('compact', 'Compact, where the chart has its own banner', patientOf(), 'compact', OPENED),
    state('waiting', 'Before the name is read', undefined),
    state('deceased', 'Died, with age at death', patientOf({ deceasedDateTime: '2024-01-03' })),
    state('deceased-undated', 'Deceased, date not known', patientOf({ deceasedBoolean: true })),
    state('unknown', 'Nothing known', patientOf({ name: [], birthDate: '', gender: '', identifier: [] })),
    state(
      'long-name',
      'A long name, and a usual one',
      patientOf({
        name: [
          { use: 'official', family: 'Wolfeschlegelsteinhausenbergerdorff', given: ['Hubert', 'Blaine'] },
          { use: 'usual', family: 'Wolfe', given: ['Hub'] },
        ],
      }),
    ),
    state(
      'newborn',
      'Newborn: the age in hours',
      patientOf({
        birthDate: '2026-11-23',
        _birthDate: { extension: [{ url: BORN_AT, valueDateTime: '2026-11-23T13:05:00Z' }] },
      }),
    ),
    state(
      'right-to-left',
      'A name in Arabic letters',
      patientOf({ name: [{ family: 'حداد', given: ['ليلى'] }] }),
    ),
  ],
};
