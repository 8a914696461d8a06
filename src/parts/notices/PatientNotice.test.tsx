// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { marlowe } from '../../testing/patientFixture.ts';
import { recordOfSeries } from '../../testing/recordFixture.ts';
import { Notices } from './Notices.tsx';
import { patientNoticeTexts } from './patientNotice.messages.ts';

// The notices are loaded when they are needed.
beforeAll(async () => void (await import('./RecordNotices.tsx')), 60_000);
afterEach(cleanup);

const refresh = vi.fn<() => void>();
const show = (patient: PatientIdentity) =>
  render(
    <InOpenRecord
      record={recordOfSeries([], { complete: true, readAtMs: Date.parse('2026-11-24T20:05:00Z') })}
      patient={patient}
      session={openedSession({}, { refresh })}
    >
      <Notices />
    </InOpenRecord>,
  );

test('rule 47: who stands above reads differently than before, and how it read before is said', async () => {
  const { container } = show({
    ...marlowe,
    name: 'MARLOW, Edwin',
    deceased: 'Died 7 Jan 2026',
    identifier: undefined,
    recordState: 'notInUse',
    firstRead: marlowe,
  });
  await screen.findByText(patientNoticeTexts('changedTitle'));
  expect(container.textContent).toContain(
    'Before: name MARLOWE, Edwin, MRN 004 829 17, no death recorded and record in use. Check that this is the right patient.',
  );
  expect(container.textContent).not.toContain('born');
});

test('what was taken back is said too', async () => {
  const before = {
    ...marlowe,
    deceased: 'Deceased',
    recordState: 'notTheMain',
    identifier: undefined,
  } as const;
  const { container } = show({ ...marlowe, born: '14 Mar 1956', gender: 'Female', firstRead: before });
  await screen.findByText(patientNoticeTexts('changedTitle'));
  expect(container.textContent).toContain(
    'Before: born 14 Mar 1959, sex Male, no identifier, Deceased and record not the main record of this person.',
  );
});

test('a patient who could not be read again is said to be as before, and can be asked for again', async () => {
  const { container } = show({ ...marlowe, isOutdated: true });
  await screen.findByText(patientNoticeTexts('outdatedTitle'));
  expect(container.querySelector('[data-notice="stale"]')).not.toBeNull();
  fireEvent.click(screen.getByRole('button', { name: patientNoticeTexts('tryAgain') }));
  expect(refresh).toHaveBeenCalledOnce();
});
