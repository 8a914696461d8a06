// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FhirError } from '../../fhir/FhirError.ts';
import { sourceReader } from '../../record/source/sourceReading.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { SourceDrawer } from '../../parts/source/SourceDrawer.tsx';
import { fakeReader, readSession } from '../../testing/fhirReaderFixture.ts';
import { flagConcept, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';

const potassium = (value: number, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', '2026-11-12T14:10:00Z', {
    id: 'k1',
    meta: { versionId: '1' },
    ...more,
  });
const before = () => potassium(4.1);

type Sent = object | FhirError;
const now = vi.fn<() => Sent>();
const refresh = vi.fn<() => void>();
const source = sourceReader(
  readSession(),
  fakeReader(() => [], {
    read: () => {
      const sent = now();
      return sent instanceof FhirError ? Promise.reject(sent) : Promise.resolve(sent);
    },
  }),
);
const session = openedSession({}, { loadSourceReader: () => Promise.resolve(source), refresh });

const drawer = (record: RecordSnapshot) => (
  <InOpenRecord patient={undefined} session={session} record={record}>
    <SourceDrawer id="k1" onClose={() => undefined} />
  </InOpenRecord>
);

beforeEach(() => vi.clearAllMocks());
afterEach(cleanup);

/** Opens the drawer beside a record that holds one potassium of 4.1, with what the server has now. */
async function openBeside(sent: Sent) {
  now.mockReturnValue(sent);
  const { container } = render(drawer(recordOf([before()])));
  await vi.waitFor(() => expect(container.textContent).not.toContain('Loading this result'));
  return { container, notice: container.querySelector('[data-notice="stale"]') };
}

test.each([
  ['its value', potassium(7.1, { meta: { versionId: '2' }, status: 'corrected' })],
  ['its flag', potassium(4.1, flagConcept('HH'))],
  ['its time', potassium(4.1, { effectiveDateTime: '2026-11-13T14:10:00Z' })],
  ['its status', potassium(4.1, { status: 'preliminary' })],
  ['its code', potassium(4.1, { code: { coding: [{ system: 'http://loinc.org', code: '2951-2' }] } })],
  ['its range', potassium(4.1, { referenceRange: [{ high: { value: 4, unit: 'mmol/L' } }] })],
  ['withdrawn', potassium(4.1, { status: 'entered-in-error' })],
  ['of another patient', potassium(4.1, { subject: { reference: 'Patient/p2' } })],
  ['of nobody', potassium(4.1, { subject: undefined })],
  ['gone', new FhirError('refused', 'Observation', 404)],
])('rule 35: a result that has changed since the record was loaded says so: %s', async (_, sent) => {
  const { notice } = await openBeside(sent);
  expect(notice?.textContent).toContain(
    'Everything else on the screen still shows this result as it was at 14:05 CST',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(refresh).toHaveBeenCalledOnce();
});

test.each([
  ['is the same', before()],
  [
    'has a new version with the same content',
    { ...before(), meta: { versionId: '2', lastUpdated: '2026-11-24T00:00:00Z' } },
  ],
  ['could not be read', new FhirError('network', 'Observation')],
  ['was answered with another', { ...before(), id: 'k2' }],
])('nothing is said of a result that %s', async (_, sent) => {
  expect((await openBeside(sent)).notice).toBeNull();
});

test.each([
  ['as a whole', { state: 'done' }, Date.parse('2026-11-24T20:30:00Z')],
  [
    'from an older copy, so that it is as old as before',
    { state: 'partly', older: 1, missing: 0 },
    undefined,
  ],
] as const)('an open drawer reads its result again when the record was read again %s', async (...read) => {
  const [, state, readAtMs] = read;
  const { container } = await openBeside(before());
  cleanup();
  now.mockReturnValue(before());
  const view = render(drawer(recordOf([before()])));
  await screen.findByText('4.1 mmol/L', { selector: 'bdi' });
  const corrected = potassium(7.1, { meta: { versionId: '2' }, status: 'corrected' });
  now.mockReturnValue(corrected);
  const refreshed = { ...state, added: 0, corrected: 1, withdrawn: 0, gone: 0 };
  view.rerender(drawer(recordOf([corrected], { refresh: refreshed, ...(readAtMs && { readAtMs }) })));
  expect(view.container.textContent).not.toContain('4.1');
  await screen.findByText('7.1 mmol/L', { selector: 'bdi' });
  expect(view.container.querySelector('[data-notice="stale"]')).toBeNull();
  expect(container.textContent).toBe('');
});
