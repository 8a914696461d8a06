import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import type { Visit } from '../clinical/change/sinceChoices.ts';
import { flagConcept, pressure, recordOf, resultInput } from '../testing/recordFixture.ts';
import type { MedicationCourse } from '../clinical/events/careEvent.ts';
import { courses } from '../testing/madeEventsFixture.ts';
import { useLayout } from '../parts/results/useLayout.ts';
import { noFacts } from '../clinical/change/patientFacts.ts';
import { ChangesStrip } from '../parts/changes/ChangesStrip.tsx';
import type { Family, State } from './family.ts';
import { CREATININE_KIND, earlier, HEMOGLOBIN_KIND, POTASSIUM_KIND, resultOf } from './sampleObservations.ts';
import { InGallery } from './InGallery.tsx';

const AT = '2026-11-12T14:10:00Z';
const changed = [
  ...earlier(POTASSIUM_KIND, [4.4, 4.6, 4.5, 4.7, 4.6]),
  resultOf(POTASSIUM_KIND, 5.8, AT, flagConcept('H')),
  ...earlier(CREATININE_KIND, [1.88, 1.9, 1.92, 1.86, 1.95], flagConcept('H')),
  resultOf(CREATININE_KIND, 2.31, AT, flagConcept('H')),
  ...earlier(HEMOGLOBIN_KIND, [13.9, 14.1, 13.8, 14]),
  resultOf(HEMOGLOBIN_KIND, 10.8, AT, flagConcept('L')),
];
const critical = [
  ...changed,
  resultOf(POTASSIUM_KIND, 6.9, '2026-11-20T14:10:00Z', { ...flagConcept('HH'), status: 'preliminary' }),
  ...[41, 40.6, 41.2].map((value, i) => resultInput('4544-3', value, '%', `2026-0${i + 6}-05T14:10:00Z`)),
  resultInput('4544-3', 31.9, '%', AT, flagConcept('L')),
  resultInput('777-3', '18, clumped', '', AT, flagConcept('LL')),
];
const steady = [...earlier(POTASSIUM_KIND, [4.4, 4.6, 4.5, 4.7, 4.6]), resultOf(POTASSIUM_KIND, 4.6, AT)];
const pressures = [
  ...[127, 128, 129].map((systolic, i) => pressure(systolic, 75 + i, `2026-0${i + 6}-05T14:10:00Z`)),
  pressure(124, 42, AT),
];
const STAY: Visit = { startMs: Date.parse('2026-11-10T08:00:00Z'), endMs: undefined, encounterClass: 'IMP' };

type StripProps = {
  readonly record: RecordSnapshot;
  readonly visits?: readonly Visit[];
  readonly drugs?: readonly MedicationCourse[];
};

function Strip({ record, visits, drugs }: StripProps) {
  const [ref, layout] = useLayout();
  return (
    <div ref={ref}>
      {layout && (
        <InGallery record={record}>
          <ChangesStrip visits={visits} facts={noFacts} courses={drugs} columns={layout.columns} />
        </InGallery>
      )}
    </div>
  );
}

/** These states stand in frames, because each is a region with the name "What changed". */
const state = (name: string, caption: string, narrowPx: number, strip: StripProps): State => ({
  name,
  caption,
  framePx: [name === 'newer' || name === 'critical' ? 150 : 104, narrowPx],
  draw: () => <Strip {...strip} />,
});

export const whatChanged: Family = {
  name: 'changed',
  title: 'What changed',
  minWidthPx: 1200,
  states: [
    state('sorted', 'Sorted by distance from the own earlier results, with medications', 320, {
      record: recordOf(changed),
      drugs: courses,
    }),
    state('stay', 'Since the admission; no change of medication recorded', 300, {
      record: recordOf(changed),
      visits: [STAY],
      drugs: [],
    }),
    state('newer', 'A newer critical result that is not charted leads', 340, {
      record: recordOf([
        ...changed,
        resultOf(HEMOGLOBIN_KIND, '4.1, repeat called', '2026-11-19T14:10:00Z', flagConcept('LL')),
        resultOf(POTASSIUM_KIND, 5.3, '2026-11-24T15:40:00Z', { status: 'preliminary', ...flagConcept('H') }),
      ]),
    }),
    state('pressure', 'A blood pressure of which the diastolic alone is far', 290, {
      record: recordOf(pressures),
    }),
    state('critical', 'Critical results lead, charted or not; hemoglobin and hematocrit take one line', 320, {
      record: recordOf(critical),
      drugs: [],
    }),
    state('loading', 'The medication keeps its place while it loads', 300, { record: recordOf(changed) }),
    state('nothing', 'Nothing beyond expected variation', 110, { record: recordOf(steady) }),
    state('reading', 'While pages arrive', 90, {
      record: recordOf(steady, { ended: false, complete: false }),
    }),
    state('incomplete', 'Something is missing', 90, { record: recordOf(steady, { complete: false }) }),
    state('no-number', 'No result with a number', 90, { record: recordOf([]) }),
  ],
};
