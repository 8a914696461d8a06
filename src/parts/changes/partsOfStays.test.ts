import { expect, test } from 'vitest';
import { hospitalStaysOf } from '../../clinical/change/patientFacts.ts';
import { careEventFrom } from '../../testing/eventsFromFhirFixture.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { visitsIn } from './sinceMoments.ts';

const encounter = (id: string, start: string, end: string | undefined, partOf?: string) =>
  careEventFrom('Encounter', {
    id,
    status: 'finished',
    class: { code: 'IMP' },
    period: { start, end },
    ...(partOf !== undefined && { partOf: { reference: `Encounter/${partOf}` } }),
  });
const hospital = encounter('hospital', '2026-03-01T08:00:00Z', '2026-03-10T08:00:00Z');
const ward = encounter('ward', '2026-03-05T08:00:00Z', '2026-03-08T08:00:00Z', 'hospital');
const bed = encounter('bed', '2026-03-05T08:00:00Z', undefined, 'ward');
const stay = { startMs: Date.parse('2026-03-01T08:00:00Z'), endMs: Date.parse('2026-03-10T08:00:00Z') };

test('a stay ends when it ends, although nobody closed the time on a ward', () => {
  expect(hospitalStaysOf([hospital, ward, bed])).toEqual([stay]);
  const unlinked = encounter('other', '2026-03-05T08:00:00Z', undefined);
  expect(hospitalStaysOf([hospital, unlinked])).toEqual([{ ...stay, endMs: undefined }]);
});

test('the last visit is the stay, and not the ward to which the patient was moved in it', () => {
  const visits = visitsIn(eventsSnapshot({ events: [hospital, ward, bed] }), undefined);
  expect(visits?.map(({ startMs, isInContext }) => [startMs, isInContext])).toEqual([[stay.startMs, false]]);
});

test('a view that was opened on the ward is in the stay', () => {
  const visits = visitsIn(eventsSnapshot({ events: [hospital, ward, bed] }), 'bed');
  expect(visits?.map(({ isInContext }) => isInContext)).toEqual([true]);
});
