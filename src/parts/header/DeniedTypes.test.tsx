// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { DeniedTypes } from './DeniedTypes.tsx';

afterEach(cleanup);

test.each([
  ['one type', ['Procedure'], 'did not allow access to procedures; they are not shown.'],
  [
    'several types',
    ['Encounter', 'Condition'],
    'did not allow access to encounters and conditions; they are not shown.',
  ],
  ['a type without a word of ours', ['Goal'], 'did not allow access to Goal; they are not shown.'],
  // A type that a record cannot do without is named where it is missing.
  ['the patient and the results alone', ['Patient', 'Observation'], ''],
  ['nothing', [], ''],
])('says that %s was not granted', (_, denied, text) => {
  const session = openedSession({ missingGrants: { denied, partial: [] } });
  const { container } = render(
    <InOpenRecord session={session}>
      <DeniedTypes />
    </InOpenRecord>,
  );
  expect(container.textContent).toMatch(new RegExp(`${text}$`, 'u'));
  expect(container.querySelectorAll('[data-notice="not-granted"]')).toHaveLength(text === '' ? 0 : 1);
});
