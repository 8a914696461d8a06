import type { Observation } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { stories } from '../sandbox/patients/stories.ts';
import { readMoment } from '../src/clinical/time/date.ts';
import { parseKeepingNumbers } from '../src/fhir/parseKeepingNumbers.ts';
import { sentContent, shownContent } from '../src/record/source/sentContent.ts';
import { emptyFlowsheet, READ_AT_MS } from '../src/testing/recordFixture.ts';

const isObservation = (resource: { readonly resourceType: string }): resource is Observation =>
  resource.resourceType === 'Observation';
const asSent = (resource: Observation): unknown => parseKeepingNumbers(JSON.stringify(resource));

/** So many results of a story are compared, because each is looked for in the whole record. */
const MOST = 400;

describe.each(
  stories.filter(({ isOnDemand }) => isOnDemand !== true).map((story) => [story.id, story] as const),
)('%s', (_, story) => {
  test('rule 35: no result that has not changed is said to have changed since the record was loaded', () => {
    const patient = { patientId: story.id, fhirBase: 'https://ehr.example/r4', hidePreliminary: false };
    const sheet = emptyFlowsheet(patient);
    const observations = story.resources().filter(isObservation);
    sheet.take(observations.map(asSent));
    sheet.setLifetime({ birth: readMoment('2026-11-01') });
    const { series } = sheet.snapshot();
    const step = Math.ceil(observations.length / MOST);
    const changed = observations
      .filter((__, i) => i % step === 0)
      .map((one) => [
        one.id,
        shownContent(series, one.id ?? ''),
        sentContent(asSent(one), patient, READ_AT_MS),
      ])
      .filter(([, shown, sent]) => shown !== '' && shown !== sent);
    expect(changed).toEqual([]);
  });
});
