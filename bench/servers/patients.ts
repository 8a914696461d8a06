import { numericObservation } from '../../sandbox/patients/resources/observation.ts';
import { patientResource } from '../../sandbox/patients/resources/patient.ts';
import { stories } from '../../sandbox/patients/stories.ts';
import type { PatientStory } from '../../sandbox/patients/story.ts';
import { topUpStory } from '../../sandbox/patients/topUp.ts';

const MINUTE_MS = 60_000;
const END_MS = Date.parse('2026-11-24T12:00:00Z');

/** These numbers of results are compared with one another. */
export const SIZES = [200, 2000, 20_000, 100_000] as const;
/** These numbers of results of one measure make the two detail charts. */
export const DETAIL_SIZES = [200, 100_000] as const;

/** Returns a patient whose record has so many results, of 27 measures over ten years. */
export const grownPatient = (count: number): string => `grown-${count}`;
/** Returns a patient whose record has so many results of potassium and no others. */
export const potassiumPatient = (count: number): string => `potassium-${count}`;

/** Returns the sandbox's own people and those of the bench. */
export const benchStories = (): readonly PatientStory[] => [
  ...stories,
  ...SIZES.map((count) =>
    topUpStory(
      person(grownPatient(count), () => []),
      count,
    ),
  ),
  ...DETAIL_SIZES.map((count) => person(potassiumPatient(count), () => potassiumResults(count))),
];

const person = (id: string, results: () => ReturnType<PatientStory['resources']>): PatientStory => ({
  id,
  title: `Bench ${id}`,
  purpose: 'Measures how time grows with the record.',
  isOnDemand: true,
  resources: () => [
    patientResource({
      id,
      family: 'Bench',
      given: [id],
      gender: 'female',
      birthDate: '1961-03-02',
      mrn: `BENCH ${id}`,
    }),
    ...results(),
  ],
});

/** Returns one result every 40 minutes, back from the end, whose values wander within and around the range. */
function potassiumResults(count: number): ReturnType<PatientStory['resources']> {
  const patient = potassiumPatient(count);
  const template = numericObservation({
    patient,
    measure: 'k',
    at: '2026-11-24',
    value: 0,
    range: '3.5-5.0',
  });
  return Array.from({ length: count }, (_, i) => {
    const time = new Date(END_MS - i * 40 * MINUTE_MS).toISOString();
    const value = Number((4.25 + 0.6 * Math.sin(i / 7) + 0.4 * Math.sin(i / 1.3)).toFixed(1));
    return {
      ...template,
      id: `${template.id}-${i}`,
      meta: { versionId: '1', lastUpdated: time },
      effectiveDateTime: time,
      issued: time,
      valueQuantity: { ...template.valueQuantity, value },
    };
  });
}
