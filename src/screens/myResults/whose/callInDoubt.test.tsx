// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { readPatient } from '../../../clinical/patient/patient.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { potassiumObservation } from '../../../testing/readRecordFixture.ts';
import { emptyFlowsheet } from '../../../testing/recordFixture.ts';
import { Advice } from '../card/Advice.tsx';
import { cardsOf } from '../card/cards.ts';

afterEach(cleanup);

const NOW_MS = Date.UTC(2026, 10, 24);

function adviceFor(deceasedDateTime: string, code: string, effectiveDateTime: string) {
  const patient = readPatient({ id: 'p1', birthDate: '1950-06-01', deceasedDateTime }, NOW_MS);
  const sheet = emptyFlowsheet();
  const interpretation = [{ coding: [{ code }] }];
  sheet.take([potassiumObservation({ id: 'a', effectiveDateTime, interpretation })]);
  sheet.setLifetime(patient);
  const snapshot = sheet.snapshot();
  const record = { ...snapshot, searches: [], ended: true, complete: true, readAtMs: 0 };
  render(
    <InOpenRecord nowMs={NOW_MS} record={record} patient={patient}>
      <Advice card={cardsOf(snapshot.series)[0]!} />
    </InOpenRecord>,
  );
  return screen.queryByText(/call your care team now/) !== null;
}

test('a critical result of long after a death says to call: the death may be that of somebody else', () => {
  expect(adviceFor('2005-03-02', 'HH', '2026-11-12T08:00:00Z')).toBe(true);
});

test.each([
  ['2026-11-12', 'HH', '2026-11-12T08:00:00Z'],
  ['2026-11-10', 'HH', '2026-11-12T08:00:00Z'],
  ['2025-12-01', 'HH', '2026-11-12T08:00:00Z'],
  ['2005-03-02', 'HH', '2005-03-01T08:00:00Z'],
  ['2005-03-02', 'H', '2026-11-12T08:00:00Z'],
  ['2025-11-01', 'HH', '2029-11-12T08:00:00Z'],
])('died %s, flag %s of %s: nobody is asked to call about the dead', (died, code, measured) => {
  expect(adviceFor(died, code, measured)).toBe(false);
});
