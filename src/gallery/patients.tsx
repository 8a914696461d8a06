import { useEffect, type ReactNode } from 'react';
import { FollowedText } from '../app/followedChart/FollowedText.tsx';
import { sessionControlsTexts } from '../app/session/sessionControls.messages.ts';
import type { PatientIdentity } from '../clinical/patient/patient.ts';
import { TimeZoneProvider } from '../charts/format/timeZoneContext.ts';
import { PatientLine } from '../parts/header/PatientLine.tsx';
import { ScreenTabs } from '../parts/header/ScreenTabs.tsx';
import { tellChartFollowing } from '../parts/openRecord/chartFollowing.ts';
import { openSession } from '../smart/session/session.ts';
import { granted, siteOf } from '../testing/sessionFixture.ts';
import type { Family, State } from './family.ts';
import { ZONE } from './fixedClock.ts';
import { patientOf } from './sampleContext.ts';

const state = (
  name: string,
  caption: string,
  patient: PatientIdentity | undefined,
  banner: 'full' | 'compact' = 'full',
  openedText?: ReactNode,
): State => ({ name, caption, draw: () => <PatientLine {...{ patient, banner, openedText }} /> });

const OPENED = sessionControlsTexts('openedAt', { time: '14:05' });
/** The view followed the chart of the EHR, and has lost it. */
function LostChart() {
  useEffect(() => {
    tellChartFollowing('lost');
    return () => tellChartFollowing(undefined);
  }, []);
  return (
    <TimeZoneProvider value={ZONE}>
      <FollowedText session={openSession(siteOf(), granted('p1'))} text={OPENED} />
    </TimeZoneProvider>
  );
}

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
    state('lost-chart', 'The chart of the EHR is no longer followed', patientOf(), 'full', <LostChart />),
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
