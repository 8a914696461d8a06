// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { Observation } from 'fhir/r4';
import { afterEach, expect, test, vi } from 'vitest';
import { odd } from '../../sandbox/patients/odd/odd.ts';
import { reasonsTexts } from '../../src/clinical/observation/reasons/reasons.messages.ts';
import { LanguageProvider } from '../../src/parts/language/languageContext.ts';
import { AccountScreen } from '../../src/screens/account/AccountScreen.tsx';
import { RecordStatusLine } from '../../src/screens/myResults/list/RecordStatusLine.tsx';
import { InOpenRecord } from '../../src/testing/InOpenRecord.tsx';
import { pressure, recordOf, resultInput } from '../../src/testing/recordFixture.ts';

// A patient is told of as many results about somebody else as a clinician finds in the account (rule 17, decision 54).

afterEach(cleanup);

const FETUS = { focus: [{ display: 'Fetus' }] };
const AT = '2026-11-20T08:00:00Z';
const POTASSIUM = resultInput('2823-3', 4.4, 'mmol/L', AT);
const sentByOdd = odd
  .resources()
  .filter((one): one is Observation => one.resourceType === 'Observation' && one.focus !== undefined)
  .map((one) => ({ ...one, subject: { reference: 'Patient/p1' } }));

/** Returns the ids of the results that a clinician's account lists as those of somebody else. */
function idsInAccount(resources: readonly object[]): ReadonlySet<string> {
  const openSource = vi.fn<(id: string) => void>();
  const { container, unmount } = render(
    <InOpenRecord record={recordOf(resources)} actions={{ openSource }}>
      <AccountScreen partName="listed" />
    </InOpenRecord>,
  );
  for (const row of container.querySelectorAll('tr'))
    if (row.textContent.includes(reasonsTexts('anotherSubject')))
      fireEvent.click(within(row).getByRole('button'));
  unmount();
  return new Set(openSource.mock.calls.map(([id]) => id));
}

async function countToPatient(resources: readonly object[]): Promise<number> {
  await act(async () => {
    render(
      <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
        <InOpenRecord record={recordOf(resources)}>
          <RecordStatusLine />
        </InOpenRecord>
      </LanguageProvider>,
    );
  });
  const said = screen.queryByText(/about someone or something else/)?.textContent ?? '0';
  return Number.parseInt(said, 10);
}

test.each([
  ['none', [POTASSIUM], 0],
  ['one beside a result of the patient', [POTASSIUM, { ...POTASSIUM, id: 'of-fetus', ...FETUS }], 1],
  ['both numbers of one blood pressure', [{ ...pressure(60, 40, AT), ...FETUS }], 1],
  [
    'one with each status',
    ['final', 'preliminary', 'cancelled', 'unknown'].map((status) => ({
      ...POTASSIUM,
      id: status,
      status,
      ...FETUS,
    })),
    4,
  ],
  ['one that was withdrawn', [{ ...POTASSIUM, status: 'entered-in-error', ...FETUS }], 0],
  ['what the odd patient of the sandbox has', sentByOdd, 2],
] as const)('%s', async (_, resources, expected) => {
  expect(idsInAccount(resources).size).toBe(expected);
  expect(await countToPatient(resources)).toBe(expected);
});
