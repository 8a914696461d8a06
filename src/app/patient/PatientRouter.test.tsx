// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { NEWEST_WAIT_MS } from '../../record/flowsheet/recordPass.ts';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { PatientRouter } from './PatientRouter.tsx';

/** This is the unit of the first series that the screens of the view are given. */
const shownUnit = vi.hoisted(() => ({ record: '', reported: '' }));
vi.mock('../../screens/myResults/MyResults.tsx', () => ({
  MyResults: () => {
    const { record, reported } = useRecord();
    shownUnit.record = record?.series[0]?.unitText ?? '';
    shownUnit.reported = reported?.series[0]?.unitText ?? '';
    return null;
  },
}));
vi.mock('../session/useSessionControls.tsx', () => ({
  useSessionControls: (canLoad: boolean) => {
    document.title = canLoad ? 'may load' : 'waits';
    return { sessionNotices: null };
  },
}));

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('the notices of the session are fetched when the newest results do not come for long', () => {
  vi.useFakeTimers();
  const record = recordOf([resultInput('2823-3', 4.6, 'mmol/L', '2026-05-12T14:10:00Z')], {
    ended: false,
    complete: false,
    searches: [{ name: 'laboratory', state: 'reading', pages: 0, received: 0 }],
  });
  render(
    <InOpenRecord record={record} isFirstChartDrawn={false}>
      <PatientRouter />
    </InOpenRecord>,
  );
  expect(document.title).toBe('waits');
  act(() => void vi.advanceTimersByTime(NEWEST_WAIT_MS));
  expect(document.title).toBe('may load');
});

test('every screen of the view is given each series in the unit in which it was sent', () => {
  const record = recordOf([resultInput('29463-7', 154, '[lb_av]', '2026-05-12T14:10:00Z')]);
  expect(record.series[0]?.unitText).toBe('kg');
  render(
    <InOpenRecord record={record}>
      <PatientRouter />
    </InOpenRecord>,
  );
  expect(shownUnit).toEqual({ record: 'lb', reported: 'lb' });
});
