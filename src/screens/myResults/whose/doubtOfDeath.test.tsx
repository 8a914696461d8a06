// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { readPatient } from '../../../clinical/patient/patient.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { potassiumObservation } from '../../../testing/readRecordFixture.ts';
import { emptyFlowsheet } from '../../../testing/recordFixture.ts';
import { DateOfDeathNotice } from './WhoseRecord.tsx';

afterEach(cleanup);

const NOW_MS = Date.UTC(2026, 10, 24);
const DOUBT = /more than a year after the date of death/;

function drawnForDeath(
  deceasedDateTime: string,
  { birthDate = '1950-06-01', effectiveDateTime = '2026-11-12T08:00:00Z' } = {},
) {
  const patient = readPatient({ id: 'p1', birthDate, deceasedDateTime }, NOW_MS);
  const sheet = emptyFlowsheet();
  sheet.take([potassiumObservation({ id: 'a', effectiveDateTime })]);
  sheet.setLifetime(patient);
  const record = { ...sheet.snapshot(), searches: [], ended: true, complete: true, readAtMs: 0 };
  render(
    <InOpenRecord nowMs={NOW_MS} record={record} patient={patient}>
      <DateOfDeathNotice />
    </InOpenRecord>,
  );
}

test.each(['1998-03-02', '2005', '2025-10-01T10:00:00Z'])('a death in %s is doubted, once', (died) => {
  drawnForDeath(died);
  expect(screen.getByText(DOUBT)).toBeTruthy();
});

test.each(['2026-11-11', '2026-11-20', '2025-12-01', '1949-01-01', '1900-01-01', '', '2031-01-01'])(
  'a death in "%s" is not',
  (died) => {
    drawnForDeath(died);
    expect(screen.queryByText(DOUBT)).toBeNull();
  },
);

test.each([
  ['1949-01-01', 1],
  ['1950', 0],
  ['1950-06-01', 0],
])('a death in %s is before the birth in %d notices', (died, count) => {
  drawnForDeath(died);
  expect(screen.queryAllByText(/before the date of birth/)).toHaveLength(count);
});

test.each([
  ['2026-11-20T20:00:00Z', 0],
  ['2026-11-19T23:00:00-05:00', 1],
])('a newborn of the next day may have died on it where a server writes in UTC: %s', (died, count) => {
  drawnForDeath(died, { birthDate: '2026-11-21' });
  expect(screen.queryAllByText(/before the date of birth/)).toHaveLength(count);
});

test('a result that is dated in the future doubts no death', () => {
  drawnForDeath('2026-11-10', { effectiveDateTime: '2029-11-12T08:00:00Z' });
  expect(screen.queryByText(DOUBT)).toBeNull();
});
